import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChatReply } from '#contracts/chat';
import { lastResults, ScriptedModel } from '../testing/scripted-model.js';
import { Stage } from '../testing/stage.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

let model: ScriptedModel;
let stage: Stage;
let result: Record<string, unknown> | undefined;

beforeAll(async () => {
  model = await new ScriptedModel().start();
  stage = await Stage.open({
    machines: [
      { machine: 'pc1', displayName: 'Oficina', files: { 'desktop/uno.txt': 'x' } },
      { machine: 'pc2', displayName: 'Salón', files: { 'desktop/dos.txt': 'x' } },
    ],
    model: { baseUrl: model.baseUrl, apiKey: 'test', model: 'qwen3:4b' },
  });
});
afterAll(async () => {
  await stage.close();
  await model.stop();
});

const look = async (machine: string | null, more: Parameters<Stage['say']>[1] = {}): Promise<ChatReply> => {
  model.play({ calls: [{ name: 'find', args: { machine, in: 'desktop' } }] }, (request) => {
    result = lastResults(request)[0];
    return { words: 'ya' };
  });
  return stage.say('¿qué hay en el escritorio?', more);
};
const names = (): unknown => (result?.['entries'] as { name: string }[] | undefined)?.map(({ name }) => name);

describe('several machines', () => {
  it.each([
    ['pc2', 'dos.txt'],
    ['el PC del salón', 'dos.txt'],
    ['Oficina', 'uno.txt'],
  ])('%s is looked at, and no other', async (machine, file) => {
    const reply = await look(machine);
    expect(names()).toEqual([file]);
    expect(reply.steps[0]).toMatchObject({ machine: file === 'uno.txt' ? 'pc1' : 'pc2', ok: true });
  });

  it('nobody named means the one the person speaks from', async () => {
    await look(null, { machine: 'pc2' });
    expect(names()).toEqual(['dos.txt']);
  });

  it('nobody named and no default is a question, never a guess', async () => {
    await look(null);
    expect(result).toMatchObject({ error: { code: 'AMBIGUOUS', options: ['Oficina (pc1)', 'Salón (pc2)'] } });
  });

  it('those a request may not touch do not exist for it', async () => {
    await look('Oficina', { machines: ['pc2'] });
    expect(result).toMatchObject({ error: { code: 'UNKNOWN_MACHINE', machines: ['Salón (pc2)'] } });
    const facts = (model.bodies.at(-1)!['messages'] as { content: string }[])[1]!.content;
    expect(facts).not.toContain('Oficina');
  });

  it('one that is off is told at once', async () => {
    await stage.agents['pc2']!.stop();
    const startedAt = Date.now();
    await look('Salón');
    expect(result).toMatchObject({ error: { code: 'MACHINE_OFF' } });
    expect(Date.now() - startedAt).toBeLessThan(10_000); // a timeout would take a minute
  });

  it('a small model is offered fewer tools', () => {
    const tools = model.bodies.at(-1)!['tools'] as { function: { name: string } }[];
    expect(tools.map((tool) => tool.function.name)).toEqual([
      'find',
      'move',
      'trash',
      'create_folder',
      'undo',
      'commit',
      'ask_person',
    ]);
  });
});
