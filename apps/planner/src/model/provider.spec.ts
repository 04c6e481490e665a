import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OrdenaError } from '#contracts/errors';
import { QuirkServer, type QuirkAnswer } from '../testing/quirk-server.js';
import type { ModelTurn } from './port.js';
import { Provider } from './provider.js';

const TOOL = {
  name: 'find',
  description: 'find',
  parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
};
const KEY = 'sk-very-secret-key';
const WORDS: QuirkAnswer = {
  chunks: [
    { choices: [{ delta: { content: 'hola, ' } }] },
    { choices: [{ delta: { content: 'señor' }, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 11, completion_tokens: 3 } },
  ],
};
const RESPONSE: QuirkAnswer = {
  chunks: [
    { type: 'response.output_text.delta', delta: 'hola' },
    { type: 'response.completed', response: { output: [], usage: { input_tokens: 5, output_tokens: 1 } } },
  ],
};
const refusal = (message: string, status = 400): QuirkAnswer => ({ status, body: { error: { message } } });

let server: QuirkServer;
let provider: Provider;
let heard: string[];

beforeAll(async () => void (server = await new QuirkServer().start()));
afterAll(() => server.stop());
beforeEach(() => {
  heard = [];
  provider = make();
});

const make = (profile = {}): Provider =>
  new Provider({
    baseUrl: server.baseUrl,
    apiKey: KEY,
    model: 'm',
    rung: 'configured',
    profile: { maxRetries: 0, ...profile },
  });

const ask = (signal = new AbortController().signal): Promise<ModelTurn> =>
  provider.ask({
    messages: [{ role: 'user', content: 'hola' }],
    tools: [TOOL],
    signal,
    onWords: (text) => heard.push(text),
  });

const fieldsSent = (): boolean[][] =>
  server.asked.map(({ body }) =>
    ['tools', 'parallel_tool_calls', 'stream_options', 'reasoning_effort'].map((key) => key in body),
  );

describe('what a server refuses is left out and remembered, and tools never are', () => {
  it.each([
    ['parallel_tool_calls', 'Unrecognized request argument supplied: parallel_tool_calls'],
    ['stream_options', 'stream_options is not supported by this model'],
  ])('%s', async (field, message) => {
    server.play(refusal(message), WORDS);
    expect((await ask()).words).toBe('hola, señor');
    await ask();
    expect(server.asked.map(({ body }) => field in body)).toEqual([true, false, false]);
    expect(server.asked.every(({ body }) => 'tools' in body)).toBe(true);
  });

  it('strict', async () => {
    server.play(refusal('tools[0].function: unknown field "strict"'), WORDS);
    await ask();
    const strict = server.asked.map(({ body }) => (body['tools'] as { function: object }[])[0]!.function);
    expect(strict.map((tool) => 'strict' in tool)).toEqual([true, false]);
  });

  it('reads refusals that are not OpenAI-shaped', async () => {
    server.play({ status: 422, body: 'extra field: parallel_tool_calls' }, WORDS);
    expect((await ask()).words).toBe('hola, señor');
  });

  it('goes to Responses when Chat refuses function tools', async () => {
    const message =
      'Function tools with reasoning_effort are not supported for m in /v1/chat/completions. Please use /v1/responses instead.';
    server.play(refusal(message), RESPONSE);
    expect((await ask()).words).toBe('hola');
    await ask();
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/responses', '/v1/responses']);
    expect(server.asked[1]!.body).toMatchObject({ store: false, include: ['reasoning.encrypted_content'] });
    expect(server.asked[1]!.body).not.toHaveProperty('previous_response_id');
  });

  it('goes to Chat when there is no Responses', async () => {
    provider = make({ api: 'responses' });
    server.play(refusal('not found', 404), WORDS);
    expect((await ask()).words).toBe('hola, señor');
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/responses', '/v1/chat/completions']);
  });

  it('switches reasoning off where only that is refused', async () => {
    server.play(refusal("tools are not supported unless reasoning_effort is 'none'"), WORDS);
    await ask();
    expect(fieldsSent().at(-1)).toEqual([true, true, true, true]);
  });

  it('gives up with the reason when nothing is left to change', async () => {
    server.play(refusal('this model does not support tools'));
    await expect(ask()).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    expect(fieldsSent().every(([tools]) => tools)).toBe(true);
  });
});

describe('answers that go wrong', () => {
  it('asks again when the stream is cut before the first word, and only then', async () => {
    server.play({ chunks: [], cut: true }, WORDS);
    expect((await ask()).words).toBe('hola, señor');
    server.play({ chunks: WORDS.chunks!.slice(0, 1), cut: true }, WORDS);
    await expect(ask()).rejects.toMatchObject({ code: 'MODEL_FAILED', details: { reason: 'the connection was cut' } });
    expect(server.asked).toHaveLength(1);
  });

  it('does not wait for ever for a silent stream', async () => {
    provider = make({ timeoutMs: 200 });
    server.play({ chunks: WORDS.chunks!.slice(0, 1), silentMs: 3000 });
    await expect(ask()).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it.each([
    ['a wrong key', { status: 401, body: { error: { message: `Incorrect API key provided: ${KEY}` } } }],
    ['an error page', { status: 502, body: `<html>Bad gateway for ${KEY}</html>` }],
    ['an empty stream', { chunks: [], noDone: true }],
    ['not JSON', { status: 200, headers: { 'content-type': 'application/json' }, body: 'not json' }],
  ] as [string, QuirkAnswer][])('%s is one coded error without the key', async (_, answer) => {
    server.play(answer);
    const error = await ask().then(
      () => undefined,
      (thrown: unknown) => thrown as { code: string; message: string; details: object },
    );
    expect(error?.code).toBe('MODEL_FAILED');
    expect(JSON.stringify([error?.message, error?.details])).not.toContain('secret');
  });

  it('asks again after a passing failure, as its server says', async () => {
    provider = make({ maxRetries: 2 });
    const busy: QuirkAnswer = {
      status: 429,
      headers: { 'retry-after-ms': '5' },
      body: { error: { message: 'slow down' } },
    };
    server.play(busy, { ...busy, status: 500 }, WORDS);
    expect((await ask()).words).toBe('hola, señor');
    expect(server.asked).toHaveLength(3);
  });

  it('never follows a redirect with the key and the conversation', async () => {
    server.play({ status: 307, headers: { location: `${server.baseUrl}/elsewhere` }, body: {} }, WORDS);
    await expect(ask()).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    expect(server.asked).toHaveLength(1);
  });

  it('says that its server cannot be reached', async () => {
    provider = new Provider({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: KEY, model: 'm', rung: 'configured' });
    await expect(ask()).rejects.toMatchObject({ details: { reason: 'no connection to its server' } });
  });

  it('tells a fault of the embedded planner for what it is, and not for a server that is away', async () => {
    const fault = new OrdenaError('INTERNAL', 'It broke.', { cause: new TypeError('not iterable') });
    provider = new Provider({
      baseUrl: 'http://embedded.invalid/v1',
      apiKey: 'embedded',
      model: 'embedded',
      rung: 'embedded',
      profile: { maxRetries: 0 },
      fetch: () => Promise.reject(fault),
    });
    await expect(ask()).rejects.toBe(fault);
  });

  it('stops when it is told to', async () => {
    server.play({ chunks: WORDS.chunks!.slice(0, 1), silentMs: 3000 });
    await expect(ask(AbortSignal.timeout(100))).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('passes words on as they come, whole, and counts tokens', async () => {
    server.play({ ...WORDS, pieceBytes: 3 });
    const turn = await ask();
    expect(heard.join('')).toBe(turn.words);
    expect(turn.usage).toEqual({ promptTokens: 11, completionTokens: 3 });
  });

  it('tells an answer that was cut off by length', async () => {
    server.play({ chunks: [{ choices: [{ delta: { content: 'ho' }, finish_reason: 'length' }] }] });
    expect(await ask()).toMatchObject({ words: 'ho', cutOff: true });
  });

  it('takes a server that cannot stream tools', async () => {
    provider = make({ streamTools: false });
    const message = {
      content: null,
      tool_calls: [{ id: 'x', type: 'function', function: { name: 'find', arguments: '{}' } }],
    };
    server.play({
      body: { choices: [{ message, finish_reason: 'tool_calls' }], usage: { prompt_tokens: 1, completion_tokens: 1 } },
    });
    expect((await ask()).calls).toMatchObject([{ id: 'x', name: 'find' }]);
    expect(server.asked[0]!.body['stream']).toBe(false);
  });
});
