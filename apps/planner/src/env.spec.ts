import { describe, expect, it } from '@jest/globals';
import { readEnv } from './env.js';

describe('the environment of the planner', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual({
      natsUrl: 'nats://127.0.0.1:4222',
      natsCreds: undefined,
      provider: undefined,
      note: undefined,
      probeLocalModels: true,
      logLevel: 'log',
    });
  });

  it('takes any OpenAI-compatible server; a local one needs no key', () => {
    const { provider } = readEnv({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3' });
    expect(provider).toEqual({ baseUrl: 'http://127.0.0.1:11434/v1', apiKey: 'none', model: 'qwen3' });
  });

  it('neither fails nor sends a bill because of a key meant for another program', () => {
    const env = readEnv({ OPENAI_API_KEY: 'sk-other' });
    expect(env.provider).toBeUndefined();
    expect(env.note).toContain('OPENAI_MODEL');
  });

  it.each([
    [{ OPENAI_BASE_URL: 'models.example', OPENAI_MODEL: 'm' }, 'OPENAI_BASE_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ ORDENA_LOCAL_MODELS: 'perhaps' }, 'ORDENA_LOCAL_MODELS'],
  ])('%j is a clear error that names the variable and not its value', (given, name) => {
    expect(() => readEnv(given)).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }) as unknown as Error);
    expect(() => readEnv(given)).toThrow(name);
    expect(() => readEnv(given)).not.toThrow('perhaps');
  });

  it('refuses addresses that hand out credentials', () => {
    const given = { OPENAI_BASE_URL: 'http://169.254.169.254/v1', OPENAI_MODEL: 'm' };
    expect(() => readEnv(given)).toThrow(expect.objectContaining({ code: 'URL_NOT_ALLOWED' }) as unknown as Error);
  });
});
