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
    server.play(MODELS, calls(['find', { in: 'documentos/c-4718' }]));
    expect((await ladder().best()).info).toEqual({ rung: 'local', model: 'qwen3:8b' });
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/models', '/v1/chat/completions']);
  });

  it('only after a canary of the size of a talk, with the tools the model would get', async () => {
    server.play(MODELS, says('no'), says('no'));
    await ladder().best();
    const [, large, small] = server.asked.map(({ body }) => ({
      text: JSON.stringify(body),
      tools: body['tools'] as { function: { name: string } }[],
    }));
    expect(large!.text.length).toBeGreaterThan(4 * 6_000);
    expect(small!.text.length).toBeGreaterThan(4 * 4_096);
    expect(small!.tools.length).toBeLessThan(large!.tools.length);
  });

  it('the next model when the first one fails the canary', async () => {
    server.play(MODELS, says('En el escritorio hay archivos.'), calls(['find', { in: 'documents/c-4718' }]));
    expect((await ladder().best()).info).toEqual({ rung: 'local', model: 'qwen3:1.7b' });
  });

  it.each<[string, QuirkAnswer[]]>([
    ['words only', [MODELS, says('no sé')]],
    [
      'what a model guesses that was cut the front of the prompt',
      [MODELS, calls(['find', { in: 'documents/robles' }])],
    ],
    ['another tool', [MODELS, calls(['trash', { in: 'documents/c-4718' }])]],
    ['two calls', [MODELS, calls(['find', { in: 'documents/c-4718' }], ['find', { in: 'documents/c-4718' }])]],
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
    server.play(MODELS, calls(['find', { in: 'documents/c-4718' }]));
    const rungs = ladder();
    const local = await rungs.best();
    expect(await rungs.best()).toBe(local);
    rungs.failed(local, 'gone');
    server.play({ status: 503, body: {} });
    expect((await rungs.best()).info.rung).toBe('embedded');
  });
});

describe('what health shows', () => {
  it('is the trouble with the configured provider while it lasts', async () => {
    const configured = { baseUrl: 'https://models.example/v1', apiKey: 'k', model: 'big' };
    const rungs = ladder({ configured });
    const model = await rungs.best();
    expect(rungs.shown).toEqual({ rung: 'configured', model: 'big' });
    rungs.failed(model, 'no connection to its server');
    expect(rungs.shown).toEqual({ rung: 'configured', model: 'big', note: 'no connection to its server' });
    rungs.answered(model);
    expect(rungs.shown).toEqual({ rung: 'configured', model: 'big' });
  });

  it('is the rung in use when a local server came and went', async () => {
    server.play(MODELS, calls(['find', { in: 'documents/c-4718' }]));
    const rungs = ladder();
    const local = await rungs.best();
    expect(rungs.shown).toEqual({ rung: 'local', model: 'qwen3:8b' });
    rungs.failed(local, 'gone');
    server.play({ status: 503, body: {} });
    await rungs.best();
    expect(rungs.shown).toEqual({ rung: 'embedded', model: 'embedded' });
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
