import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatReply, ResumeAsk } from '#contracts/chat';
import { unpaired } from '../testing/openai-contract.js';
import { lastResults, ScriptedModel, type Script } from '../testing/scripted-model.js';
import { Stage } from '../testing/stage.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const TRASH: Script = {
  calls: [{ name: 'trash', args: { machine: null, from: 'downloads', select: { kind: 'file' } } }],
};
const COMMIT: Script = { calls: [{ name: 'commit', args: { plans: [] } }] };
const MESSAGE = 'tira a la papelera todos los archivos de descargas';

let model: ScriptedModel;
let stage: Stage;

beforeAll(async () => {
  model = await new ScriptedModel().start();
  stage = await Stage.open({ model: { baseUrl: model.baseUrl, apiKey: 'test', model: 'script' } });
  await stage.addPlanner();
});
afterAll(async () => {
  await stage.close();
  await model.stop();
});
beforeEach(() => void (stage.agents['pc1']!.committed.length = 0));

const asked = async (...script: Script[]): Promise<ChatReply> => {
  model.play(...script);
  const reply = await stage.say(MESSAGE);
  expect(reply.status).toBe('needs_approval');
  return reply;
};

const approve = (runId: string): Promise<ChatReply> =>
  stage.decide({ runId, decision: 'approved', receipts: stage.gateway.approve(stage.lastAsk()) });

describe('a run that waits for a person', () => {
  it('shows the plan in words and changes nothing meanwhile', async () => {
    const reply = await asked(TRASH, COMMIT);
    expect(reply.reply).toBe(
      'Poner 1 archivo (10 B) de descargas en la papelera.\nNecesita tu permiso. Di «sí» para hacerlo o «no» para dejarlo.',
    );
    expect(stage.agents['pc1']!.committed).toHaveLength(0);
  });

  it('goes on with the receipts after a yes, and the model hears of them', async () => {
    const { runId } = await asked(TRASH, COMMIT, (request) => ({
      words: `recibos: ${JSON.stringify(lastResults(request))}`,
    }));
    const reply = await approve(runId);
    expect(reply).toMatchObject({ status: 'done', runId, receipts: [{ operation: 'trash', done: 1 }] });
    expect(reply.reply).toMatch(/^Hecho: 1 de 1 archivo puesto en la papelera/u);
    expect(reply.reply).toContain('"status":"committed"');
  });

  it('goes on exactly once, whoever asks and however often', async () => {
    const { runId } = await asked(TRASH, COMMIT, { words: 'listo' });
    const steps = model.bodies.length;
    const receipts = stage.gateway.approve(stage.lastAsk());
    const decide = (): Promise<ChatReply> => stage.decide({ runId, decision: 'approved', receipts });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, decide));
    const codes = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['BUSY'] : []));
    expect(model.bodies.length - steps).toBe(1);
    const again = await decide();
    expect(again).toEqual(answers.find((answer) => answer.status === 'fulfilled')!.value);
    expect(model.bodies.length - steps).toBe(1);
  });

  it('gives a reason for a no to the model, and a bare no only to the person', async () => {
    const first = await asked(TRASH, COMMIT, (request) => ({
      words: `entendido: ${String(lastResults(request)[0]!['reason'])}`,
    }));
    const reasoned: ResumeAsk = {
      runId: first.runId,
      decision: 'rejected',
      reason: 'esos no, solo los zip',
      receipts: [],
    };
    expect((await stage.decide(reasoned)).reply).toBe('entendido: esos no, solo los zip');

    const second = await asked(TRASH, COMMIT);
    const steps = model.bodies.length;
    const reply = await stage.decide({ runId: second.runId, decision: 'rejected', receipts: [] });
    expect(reply).toMatchObject({ status: 'done', receipts: [], reply: 'De acuerdo: no se hizo y no se cambió nada.' });
    expect(model.bodies).toHaveLength(steps);
    expect(stage.agents['pc1']!.committed).toHaveLength(0);
  });

  it('may have to wait again', async () => {
    const { runId } = await asked(TRASH, COMMIT, TRASH, COMMIT, { words: 'fin' });
    expect(await approve(runId)).toMatchObject({ status: 'needs_approval', runId, plans: [{ operation: 'trash' }] });
    expect(await approve(runId)).toMatchObject({ status: 'done', receipts: [{}, {}] });
  });

  it('waits also when the model forgot to commit, and needs no model to go on', async () => {
    const { runId } = await asked(TRASH, { words: '' });
    const steps = model.bodies.length;
    expect((await approve(runId)).reply).toMatch(/^Hecho: 1 de 1/u);
    expect(model.bodies).toHaveLength(steps);
  });

  it('is not known where nothing waits', async () => {
    const ask: ResumeAsk = { runId: 'never-asked', decision: 'approved', receipts: [] };
    await expect(stage.decide(ask)).rejects.toMatchObject({ code: 'UNKNOWN_RUN' });
  });
});

it('everything that was sent on the way pairs calls with answers, also where a run was stored in between', () => {
  for (const body of model.bodies) expect(unpaired(body['messages'] as Parameters<typeof unpaired>[0])).toEqual([]);
});
