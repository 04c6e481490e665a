import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuirkServer, type QuirkAnswer } from '../testing/quirk-server.js';
import type { ModelTurn, ToolSpec } from './port.js';
import { Provider } from './provider.js';

const TOOLS: ToolSpec[] = ['find', 'move'].map((name) => ({
  name,
  description: name,
  parameters: { type: 'object', properties: { in: {}, to: {} }, required: ['in', 'to'], additionalProperties: false },
}));

const call = (fields: Record<string, unknown>, fn: Record<string, unknown>): unknown => ({ ...fields, function: fn });
const delta = (...calls: unknown[]): unknown => ({ choices: [{ index: 0, delta: { tool_calls: calls } }] });
const end = (reason: string | null): unknown => ({ choices: [{ index: 0, delta: {}, finish_reason: reason }] });
const FIND = { name: 'find', arguments: '{"in":"desktop"}' };
const MOVE = { name: 'move', arguments: '{"in":"desktop","to":"documents/añó"}' };

/** Each was seen on a real server; the issue that reports it stands beside it. Both calls must come out whole. */
const STREAMS: readonly [string, QuirkAnswer][] = [
  [
    'no index (ollama#7881)',
    { chunks: [delta(call({ id: 'a' }, FIND)), delta(call({ id: 'b' }, MOVE)), end('tool_calls')] },
  ],
  ['no index and no id', { chunks: [delta(call({}, FIND), call({}, MOVE)), end('tool_calls')] }],
  [
    'two calls with one index',
    { chunks: [delta(call({ index: 0, id: 'a' }, FIND)), delta(call({ index: 0, id: 'b' }, MOVE)), end('tool_calls')] },
  ],
  [
    'indexes from 1 (AstrBot#9593)',
    { chunks: [delta(call({ index: 1, id: 'a' }, FIND)), delta(call({ index: 2, id: 'b' }, MOVE)), end('tool_calls')] },
  ],
  [
    'no id (GLM, opencode#47954)',
    { chunks: [delta(call({ index: 0 }, FIND)), delta(call({ index: 1 }, MOVE)), end('tool_calls')] },
  ],
  [
    'arguments as an object',
    {
      chunks: [
        delta(call({ index: 0, id: 'a' }, { name: 'find', arguments: JSON.parse(FIND.arguments) })),
        delta(call({ index: 1, id: 'b' }, { name: 'move', arguments: JSON.parse(MOVE.arguments) })),
        end('tool_calls'),
      ],
    },
  ],
  [
    'no finish_reason and no [DONE]',
    { noDone: true, chunks: [delta(call({ index: 0, id: 'a' }, FIND)), delta(call({ index: 1, id: 'b' }, MOVE))] },
  ],
  [
    'finish_reason "stop" with calls',
    { chunks: [delta(call({ index: 0, id: 'a' }, FIND)), delta(call({ index: 1, id: 'b' }, MOVE)), end('stop')] },
  ],
  [
    'arguments in pieces, without id or index after the first',
    {
      chunks: [
        delta(call({ index: 0, id: 'a' }, { name: 'find', arguments: '' })),
        delta(call({}, { arguments: '{"in":' })),
        delta(call({ index: 0 }, { arguments: '"desktop"}' })),
        delta(call({ index: 1, id: 'b' }, { name: 'move', arguments: MOVE.arguments.slice(0, 9) })),
        delta(call({ index: 1, id: 'b' }, { name: 'move', arguments: MOVE.arguments.slice(9) })),
        end('tool_calls'),
      ],
    },
  ],
];

let server: QuirkServer;
let provider: Provider;

beforeAll(async () => {
  server = await new QuirkServer().start();
  provider = new Provider({
    baseUrl: server.baseUrl,
    apiKey: 'k',
    model: 'm',
    rung: 'configured',
    profile: { maxRetries: 0 },
  });
});
afterAll(() => server.stop());

const ask = (): Promise<ModelTurn> =>
  provider.ask({ messages: [{ role: 'user', content: 'hola' }], tools: TOOLS, signal: new AbortController().signal });

describe.each([undefined, 5, 1])('streams that bend the format, in pieces of %s bytes', (pieceBytes) => {
  it.each(STREAMS)('%s', async (_, answer) => {
    server.play({ ...answer, ...(pieceBytes && { pieceBytes }) });
    const { calls } = await ask();
    expect(calls.map(({ name, arguments: text }) => [name, JSON.parse(text)])).toEqual([
      ['find', JSON.parse(FIND.arguments)],
      ['move', JSON.parse(MOVE.arguments)],
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(calls.every(({ id }) => id !== '')).toBe(true);
  });
});

describe('tool calls written as text', () => {
  const words = (text: string): QuirkAnswer => ({ chunks: [{ choices: [{ delta: { content: text } }] }, end('stop')] });

  it.each([
    '<tool_call>\n{"name":"find","arguments":{"in":"desktop"}}\n</tool_call>',
    '{"name":"find","parameters":{"in":"desktop"}}',
    '```json\n[{"function":{"name":"find","arguments":"{\\"in\\":\\"desktop\\"}"}}]\n```',
    "[find(in='desktop')]",
    '<|tool_call_start|>[find(in="desktop", to=None)]<|tool_call_end|>',
  ])('%s is one call', async (text) => {
    server.play(words(text));
    const turn = await ask();
    expect(turn).toMatchObject({ rescued: true, words: '', calls: [{ name: 'find' }] });
    expect(JSON.parse(turn.calls[0]!.arguments)).toMatchObject({ in: 'desktop' });
  });

  it.each([
    '{"name":"format_disk","arguments":{}}',
    '{"name":"find","arguments":{"in":"desktop","sudo":true}}',
    'El archivo dice: {"name":"find","arguments":{"in":"desktop"}} y nada más.',
    'find(in="desktop") es lo que haría',
  ])('%s stays words', async (text) => {
    server.play(words(text));
    expect(await ask()).toMatchObject({ words: text, calls: [] });
  });
});
