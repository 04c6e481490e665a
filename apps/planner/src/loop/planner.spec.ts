import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NoteReplySchema } from '#contracts/chat';
import { PLANNER_NOTE } from '#contracts/subjects';
import type { Facts } from '../facts.js';
import { breaches, unpaired } from '../testing/openai-contract.js';
import { lastResults, ScriptedModel } from '../testing/scripted-model.js';
import { Stage } from '../testing/stage.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const FILES = { 'desktop/a.txt': 'uno', 'desktop/b.txt': 'dos' };
const MOVE = {
  name: 'move',
  args: { machine: null, from: 'desktop', select: null, to: 'desktop/luyd', onConflict: null },
};
const SENTENCE = 'mueve todos los archivos del escritorio a una carpeta luyd en el escritorio';

let model: ScriptedModel;
let stage: Stage;

beforeAll(async () => {
  model = await new ScriptedModel().start();
  stage = await Stage.open({
    machines: [{ machine: 'pc1', files: FILES }],
    model: { baseUrl: model.baseUrl, apiKey: 'test', model: 'script' },
  });
});

afterAll(async () => {
  await stage.close();
  await model.stop();
});

const planIds = (request: Parameters<typeof lastResults>[0]): string[] =>
  lastResults(request).map((result) => String(result['planId']));

describe('a request that changes files', () => {
  it('plans, asks for the go-ahead, and claims only what the receipt says', async () => {
    model.play({ calls: [MOVE] }, (request) => ({ calls: [{ name: 'commit', args: { plans: planIds(request) } }] }), {
      words: 'Ya está todo en luyd.',
    });
    const reply = await stage.say(SENTENCE);
    expect(reply).toMatchObject({ status: 'done', language: 'es', planner: { rung: 'configured', model: 'script' } });
    expect(reply.reply).toBe(
      'Hecho: 2 de 2 archivos movidos a escritorio/luyd, 0 sobrescritos. Puedes decir «deshaz eso».\nYa está todo en luyd.',
    );
    expect(stage.agents['pc1']!.committed).toHaveLength(1);
    expect(reply.steps.map(({ operation, ok }) => [operation, ok])).toEqual([
      ['move', true],
      ['commit', true],
    ]);
    expect(reply.usage?.steps).toBe(3);
  });

  it('asks for the go-ahead itself when the model forgets', async () => {
    model.play({ calls: [MOVE] }, { words: '' });
    const reply = await stage.say(SENTENCE);
    expect(reply.status).toBe('done');
    expect(reply.receipts).toHaveLength(1);
    expect(reply.reply).toMatch(/^Hecho: 2 de 2 archivos/u);
  });

  it('says that nothing changed when a model only claims it', async () => {
    model.play({ words: 'Listo, moví los archivos.' });
    const reply = await stage.say(SENTENCE);
    expect(reply.reply).toBe('No se cambió ningún archivo.\nListo, moví los archivos.');
  });
});

describe('a request that looks', () => {
  it('gives the model facts and compact results, and streams its words', async () => {
    model.play({ calls: [{ name: 'find', args: { machine: null, in: 'desktop' } }] }, (request) => ({
      words: `Hay ${(lastResults(request)[0]!['totals'] as { files: number }).files} archivos: añó.`,
    }));
    const events = stage.watch('rlook');
    const reply = await stage.say('¿qué hay en el escritorio?', { runId: 'rlook' });
    expect(reply.reply).toBe('Hay 2 archivos: añó.');
    const words = events.flatMap((event) => (event.kind === 'words' ? [event.text] : []));
    expect(words.join('')).toBe(reply.reply);
    expect(words.length).toBeGreaterThan(1);
    const messages = model.bodies.at(-1)!['messages'] as { content: string }[];
    const facts = JSON.parse(messages[1]!.content) as Facts;
    expect(facts).toMatchObject({ language: 'es', timeZone: 'Europe/Madrid', machines: [{ id: 'pc1', online: true }] });
  });

  it('remembers what was done and said, also on another planner', async () => {
    await stage.addPlanner();
    model.play({ calls: [MOVE] }, { words: '' }, { words: 'De nada.' });
    const { conversationId, receipts } = await stage.say(SENTENCE);
    for (let turn = 0; turn < 4; turn += 1) {
      await stage.say('gracias', { conversationId });
      const messages = model.bodies.at(-1)!['messages'] as { role: string; content: string }[];
      const facts = JSON.parse(messages[1]!.content) as Facts;
      expect(facts.deeds).toMatchObject([{ operation: 'move', state: 'committed', planId: receipts[0]!.planId }]);
      expect(messages.filter(({ role }) => role === 'user')).toHaveLength(turn + 2);
    }
  });
});

describe('an undo by button', () => {
  it('is known to the next message', async () => {
    model.play({ calls: [MOVE] }, { words: '' }, { words: 'De nada.' });
    const { conversationId, runId, plans, receipts } = await stage.say(SENTENCE);
    const { preview: _, ...made } = plans[0]!;
    const undo = { ...made, planId: 'p-5e1f00000000', operation: 'undo', undoOf: made.planId };
    const receipt = { ...receipts[0]!, planId: undo.planId, operation: 'undo', undoOf: made.planId };
    const note = { conversationId, runId, plans: [undo], receipts: [receipt] };
    expect(await stage.bus.request(PLANNER_NOTE, note, { schema: NoteReplySchema })).toEqual({ noted: true });
    await stage.say('gracias', { conversationId });
    const messages = model.bodies.at(-1)!['messages'] as { content: string }[];
    expect((JSON.parse(messages[1]!.content) as Facts).deeds).toMatchObject([
      { operation: 'move', state: 'undone', planId: made.planId },
      { operation: 'undo', state: 'committed', planId: undo.planId },
    ]);
  });
});

describe('a question to the person', () => {
  it('ends the turn, and the answer comes with the note', async () => {
    const args = { question: '¿Qué carpeta?', options: ['fotos', 'textos'], draft: 'nota' };
    model.play({ calls: [{ name: 'ask_person', args }] }, { words: 'Gracias.' });
    const asked = await stage.say('mueve eso');
    expect(asked).toMatchObject({ status: 'needs_answer', reply: '¿Qué carpeta?', options: ['fotos', 'textos'] });
    await stage.say('fotos', { conversationId: asked.conversationId });
    const messages = model.bodies.at(-1)!['messages'] as { content: string }[];
    expect((JSON.parse(messages[1]!.content) as Facts).asked).toEqual({ question: '¿Qué carpeta?', draft: 'nota' });
  });
});

describe('a tool call written as text', () => {
  it('is carried out, and the person never sees it', async () => {
    model.play({ words: '<tool_call>{"name":"find","arguments":{"in":"desktop"}}</tool_call>' }, { words: 'Hay 2.' });
    const events = stage.watch('rtext');
    const reply = await stage.say('¿qué hay en el escritorio?', { runId: 'rtext' });
    expect(reply.steps).toMatchObject([{ operation: 'find', ok: true }]);
    expect(events.flatMap((event) => (event.kind === 'words' ? [event.text] : [])).join('')).toBe('Hay 2.');
  });
});

describe('everything this loop has sent', () => {
  it("fits OpenAI's schema and pairs every call with one answer, in order", () => {
    expect(model.bodies.length).toBeGreaterThan(10);
    for (const body of model.bodies) {
      expect(breaches('chat', body)).toEqual([]);
      expect(unpaired(body['messages'] as Parameters<typeof unpaired>[0])).toEqual([]);
    }
  });
});
