import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toolsFor } from '../tools/toolbox.js';
import { breaches, unpaired } from '../testing/openai-contract.js';
import { QuirkServer, type QuirkAnswer } from '../testing/quirk-server.js';
import { chatBody } from './chat-wire.js';
import type { Message, ModelAsk } from './port.js';
import { presetFor } from './profile.js';
import { Provider } from './provider.js';
import { responsesBody } from './responses-wire.js';

const CALLS = [
  { id: 'call_1', name: 'find', arguments: '{"machine":null,"in":"desktop"}' },
  { id: 'call_2', name: 'create_folder', arguments: '{"machine":null,"folder":"desktop/luyd"}' },
];
const MESSAGES: Message[] = [
  { role: 'system', content: 'rules' },
  { role: 'system', content: '{"now":"2026-11-22T10:00:00+01:00"}' },
  { role: 'user', content: '¿qué hay?' },
  { role: 'assistant', content: 'Hay dos archivos.', calls: [] },
  { role: 'user', content: 'mueve todo' },
  { role: 'assistant', content: '', calls: CALLS },
  { role: 'tool', callId: 'call_1', content: '{"ok":true}' },
  { role: 'tool', callId: 'call_2', content: '{"ok":true}' },
  { role: 'assistant', content: 'Un momento.', calls: [{ ...CALLS[0]!, id: 'call_3' }] },
  { role: 'tool', callId: 'call_3', content: '{"ok":true}' },
];
const ask: ModelAsk = { messages: MESSAGES, tools: toolsFor(), signal: new AbortController().signal };
const profile = presetFor('https://api.openai.com/v1');

const CHAT_KEYS = ['messages', 'model', 'parallel_tool_calls', 'stream', 'stream_options', 'tools'];
const RESPONSES_KEYS = ['include', 'input', 'model', 'parallel_tool_calls', 'store', 'stream', 'tools'];

describe("what is sent against OpenAI's published schemas", () => {
  it.each([
    ['whole', {}],
    [
      'without what a server refused',
      { strict: false, parallel: false, streamUsage: false, encryptedReasoning: false },
    ],
    ['with reasoning off', { reasoningEffort: 'none' as const }],
    ['not streamed', { streamTools: false }],
  ])('Chat Completions, %s', (_, change) => {
    expect(breaches('chat', chatBody(ask, 'm', { ...profile, ...change }))).toEqual([]);
  });

  it.each([
    ['whole', {}],
    ['without what a server refused', { strict: false, parallel: false, encryptedReasoning: false }],
  ])('Responses, %s', (_, change) => {
    expect(breaches('responses', responsesBody(ask, 'm', { ...profile, ...change }))).toEqual([]);
  });

  it('the schemas do catch a body that is wrong', () => {
    const body = structuredClone(chatBody(ask, 'm', profile)) as unknown as {
      messages: Record<string, unknown>[];
      model?: string;
    };
    delete body.messages[6]!['tool_call_id'];
    expect(breaches('chat', body)).not.toEqual([]);
    expect(breaches('responses', { input: 7 })).not.toEqual([]);
  });

  it('has no other fields than these', () => {
    expect(Object.keys(chatBody(ask, 'm', profile)).toSorted()).toEqual(CHAT_KEYS);
    expect(Object.keys(responsesBody(ask, 'm', profile)).toSorted()).toEqual(RESPONSES_KEYS);
  });

  it('asks for nothing to be kept, and never for a conversation kept elsewhere', () => {
    const body = responsesBody(ask, 'm', profile) as unknown as Record<string, unknown>;
    expect(body['store']).toBe(false);
    expect(body).not.toHaveProperty('previous_response_id');
    expect(body).not.toHaveProperty('conversation');
  });
});

describe('what schemas do not say', () => {
  it('names of tools fit every provider', () => {
    for (const { name } of ask.tools) expect(name).toMatch(/^[a-zA-Z0-9_]{1,64}$/);
    expect(new Set(ask.tools.map(({ name }) => name)).size).toBe(ask.tools.length);
  });

  it('every call is answered once, in order, right after its turn', () => {
    const { messages } = chatBody(ask, 'm', profile) as unknown as { messages: Parameters<typeof unpaired>[0] };
    expect(unpaired(messages)).toEqual([]);
    expect(unpaired(messages.slice(0, -1))).not.toEqual([]);
  });
});

describe('reasoning on Responses', () => {
  const reasoning = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'abc' };
  const call = {
    type: 'function_call',
    id: 'fc_1',
    call_id: 'call_9',
    name: 'find',
    arguments: '{"in":"desktop"}',
    status: 'completed',
  };
  const STEP: QuirkAnswer = {
    chunks: [
      { type: 'response.output_item.done', output_index: 0, item: reasoning },
      { type: 'response.output_item.done', output_index: 1, item: call },
      {
        type: 'response.completed',
        response: { output: [reasoning, call], usage: { input_tokens: 9, output_tokens: 2 } },
      },
    ],
  };
  let server: QuirkServer;
  beforeAll(async () => void (server = await new QuirkServer().start()));
  afterAll(() => server.stop());

  it('goes back word for word with the next step, and the body still fits', async () => {
    server.play(STEP);
    const options = { baseUrl: server.baseUrl, apiKey: 'k', model: 'm', rung: 'configured' } as const;
    const provider = new Provider({ ...options, profile: { api: 'responses' } });
    const turn = await provider.ask(ask);
    expect(turn.calls).toEqual([{ id: 'call_9', name: 'find', arguments: '{"in":"desktop"}' }]);
    const messages: Message[] = [
      ...MESSAGES,
      { role: 'assistant', content: turn.words, calls: turn.calls, replay: turn.replay! },
      { role: 'tool', callId: 'call_9', content: '{"ok":true}' },
    ];
    await provider.ask({ ...ask, messages });
    const input = server.asked[1]!.body['input'] as unknown[];
    expect(input.slice(-3)).toEqual([
      reasoning,
      call,
      { type: 'function_call_output', call_id: 'call_9', output: '{"ok":true}' },
    ]);
    expect(breaches('responses', server.asked[1]!.body)).toEqual([]);
  });
});
