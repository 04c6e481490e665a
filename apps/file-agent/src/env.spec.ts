import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TempFolder } from './disk/testing/temp-folder.js';
import { readEnv } from './env.js';
import { VERSION } from '#contracts/version';

describe('the environment', () => {
  it('has defaults that work on a PC of one’s own', () => {
    const env = readEnv({ ORDENA_HOME: '/home/ana', NATS_URL: '' });
    expect(env).toMatchObject({ natsUrl: 'nats://127.0.0.1:4222', home: '/home/ana', logLevel: 'log' });
    expect(env.machine).toMatch(/^[a-z0-9][a-z0-9-]{0,31}$/);
    expect(env.stateFolder.endsWith(`agent-${env.machine}`)).toBe(true);
  });

  it('machines that share a state folder keep apart in it, under one configuration', () => {
    const [one, two] = ['pc1', 'pc2'].map((ORDENA_MACHINE) => readEnv({ ORDENA_STATE: '/s', ORDENA_MACHINE }));
    expect(one!.stateFolder).not.toBe(two!.stateFolder);
    expect(one!.configFiles).toEqual(two!.configFiles);
  });

  it.each([
    ['ORDENA_MACHINE', 'Mi PC'],
    ['ORDENA_MACHINE', 'a.b'],
    ['ORDENA_MACHINE', 'enrolments'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is BAD_CONFIG and named', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIG', message: expect.stringContaining(name) }),
    );
  });

  describe('on an enrolled PC', () => {
    const state = new TempFolder({
      enrolment: {
        'enrolment.json': '{"machine":"pc2","displayName":"PC","servers":["tls://a:1"],"desk":"https://a:2"}',
      },
    });
    afterAll(() => state.remove());
    const env = (over: NodeJS.ProcessEnv = {}) => readEnv({ ORDENA_STATE: state.path, ...over });

    it('the enrolment counts, and its own id may be said again', () => {
      expect(env()).toMatchObject({ machine: 'pc2', natsUrl: 'tls://a:1', enrolment: { desk: 'https://a:2' } });
      expect(env({ ORDENA_MACHINE: 'pc2' }).machine).toBe('pc2');
    });

    it.each([
      ['ORDENA_MACHINE', 'pc9'],
      ['NATS_CREDS', '/x'],
    ])('%s that would not be used is refused', (name, value) => {
      expect(() => env({ [name]: value })).toThrow(
        expect.objectContaining({ code: 'BAD_CONFIG', message: expect.stringContaining(name) }),
      );
    });

    it('a bus that is named counts more, and that is said', () => {
      const named = env({ NATS_URL: 'nats://b', ORDENA_MACHINE: 'pc9', NATS_CREDS: '/x' });
      expect(named).toMatchObject({ machine: 'pc9', natsUrl: 'nats://b', natsCreds: '/x' });
      expect([named.enrolment, named.notice]).toEqual([undefined, expect.stringContaining('NATS_URL')]);
      expect(readEnv({ ORDENA_STATE: '/none', NATS_URL: 'nats://b' }).notice).toBeUndefined();
    });
  });

  it('runs the version that package.json tells', () => {
    const packageJson = new URL('../../../package.json', import.meta.url);
    expect((JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string }).version).toBe(VERSION);
  });
});
