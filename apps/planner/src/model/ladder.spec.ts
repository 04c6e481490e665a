import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuirkServer, type QuirkAnswer } from '../testing/quirk-server.js';
import { Ladder } from './ladder.js';
import { findLocalModel } from './local-servers.js';
import { billionsIn } from './model-size.js';

const MODELS: QuirkAnswer = { body: { data: [{ id: 'nomic-embed-text' }, { id: 'qwen3:1.7b' }, { id: 'qwen3:8b' }] } };
const calls = (...tools: [string, unknown][]): QuirkAnswer => ({
  chunks: [
    {
      choices: [
        {
          delta: {
            tool_calls: tools.map(([name, args], index) => ({
              index,
              id: `c${index}`,
              function: { name, arguments: JSON.stringify(args) },
            })),
          },
          finish_reason: 'tool_calls',
        },
      ],
    },
  ],
});
const says = (content: string): QuirkAnswer => ({
  chunks: [{ choices: [{ delta: { content }, finish_reason: 'stop' }] }],
});

let server: QuirkServer;
beforeAll(async () => void (server = await new QuirkServer().start()));
afterAll(() => server.stop());

const port = (): number => Number(new URL(server.baseUrl).port);
const embeddedFetch: typeof fetch = async () => Response.json({});
const ladder = (options = {}): Ladder =>
  new Ladder({ configured: undefined, findLocal: () => findLocalModel([9, port()]), embeddedFetch, ...options });

describe('which model answers', () => {
  it('the configured provider, without looking further', async () => {
    server.play(MODELS);
    const configured = { baseUrl: 'https://models.example/v1', apiKey: 'k', model: 'big' };
    expect((await ladder({ configured }).best()).info).toEqual({ rung: 'configured', model: 'big' });
    expect(server.asked).toHaveLength(0);
  });

  it('a local server whose larger model calls the right tool', async () => {
    server.play(MODELS, calls(['find', { in: 'escritorio' }]));
    expect((await ladder().best()).info).toEqual({ rung: 'local', model: 'qwen3:8b' });
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/models', '/v1/chat/completions']);
  });

  it('the next model when the first one fails the canary', async () => {
    server.play(MODELS, says('En el escritorio hay archivos.'), calls(['find', { in: 'desktop' }]));
    expect((await ladder().best()).info).toEqual({ rung: 'local', model: 'qwen3:1.7b' });
  });

  it.each<[string, QuirkAnswer[]]>([
    ['words only', [MODELS, says('no sé')]],
    ['another place', [MODELS, calls(['find', { in: 'downloads' }])]],
    ['another tool', [MODELS, calls(['trash', { in: 'desktop' }])]],
    ['two calls', [MODELS, calls(['find', { in: 'desktop' }], ['find', { in: 'desktop' }])]],
    ['an error', [MODELS, { status: 400, body: { error: { message: 'this model does not support tools' } } }]],
    ['a web server that is no model server', [{ body: '<html></html>' }]],
    ['no model', [{ body: { data: [] } }]],
  ])('the embedded planner after %s, with the reason when there is one', async (_, answers) => {
    server.play(...answers);
    expect((await ladder({ note: 'OPENAI_MODEL is not set' }).best()).info).toEqual({
      rung: 'embedded',
      model: 'embedded',
      note: 'OPENAI_MODEL is not set',
    });
  });

  it('looks again after a local server failed', async () => {
    server.play(MODELS, calls(['find', { in: 'desktop' }]));
    const rungs = ladder();
    const local = await rungs.best();
    expect(await rungs.best()).toBe(local);
    rungs.failed(local);
    server.play({ status: 503, body: {} });
    expect((await rungs.best()).info.rung).toBe('embedded');
  });
});

describe('how large a model is by its name', () => {
  it.each([
    ['qwen3:1.7b', 1.7],
    ['Llama-3.1-8B-Instruct', 8],
    ['gemma3:4b-it-q4', 4],
    ['gpt-5.6', Infinity],
    ['mistral-large', Infinity],
    ['openai/gpt-oss-20b', 20],
  ])('%s', (model, billions) => expect(billionsIn(model)).toBe(billions));
});
