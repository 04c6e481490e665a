import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { OrdenaError } from '#contracts/errors';
import type { ChatReply, ResumeAsk } from '#contracts/chat';
import { ScriptedModel, type Script } from '../testing/scripted-model.js';
import { Stage } from '../testing/stage.js';

/** Real nats-servers and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(60_000);

const MOVE: Script = { calls: [{ name: 'move', args: { machine: null, from: 'desktop', to: 'desktop/luyd' } }] };
const COMMIT: Script = { calls: [{ name: 'commit', args: { plans: [] } }] };
const SENTENCE = 'mueve todos los archivos del escritorio a una carpeta luyd en el escritorio';
const TOLD = /^El planificador que tenía tu petición se detuvo a mitad; otro la continuó\./u;
const FILES = { 'desktop/a.txt': 'uno', 'desktop/b.txt': 'dos' };

let model: ScriptedModel;
let stage: Stage;

beforeAll(async () => void (model = await new ScriptedModel().start()));
afterAll(() => model.stop());
beforeEach(async () => {
  const configured = { baseUrl: model.baseUrl, apiKey: 'test', model: 'script' };
  const machines = [{ machine: 'pc1', files: FILES }];
  stage = await Stage.open({ machines, model: configured, leaseMs: 600 });
});
afterEach(() => stage.close());

/** The planner dies while the model thinks; another one starts. What the model says then reaches nobody. */
const dying = (): Script => {
  let deaths = 0;
  return () => {
    deaths += 1;
    if (deaths > 1) return { words: 'y ya está' };
    void stage.first.kill().then(() => stage.addPlanner());
    return { words: 'nobody hears this' };
  };
};

/** As the gateway does it: the same again until somebody answers. */
const insist = async (ask: () => Promise<ChatReply>): Promise<ChatReply> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof OrdenaError) || !['BUSY', 'PLANNER_OFF', 'TIMEOUT'].includes(error.code)) throw error;
      await sleep(50);
    }
  }
};

const say = (): Promise<ChatReply> => {
  const runId = `r${Math.random().toString(36).slice(2)}`;
  stage.bus = stage.bus.within(1000);
  return insist(() => stage.say(SENTENCE, { runId }));
};

const committed = (): number => stage.agents['pc1']!.committed.length;

describe('a planner that dies', () => {
  it('before the first word of the model: another one does the request', async () => {
    const death = dying();
    model.play(death, MOVE, COMMIT, { words: '' });
    const reply = await say();
    expect(reply.reply).toMatch(TOLD);
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'move', done: 2 }] });
    expect(committed()).toBe(1);
  });

  it('after the commit: its receipt is told, and nothing is done again', async () => {
    model.play(MOVE, COMMIT, dying(), { words: 'y ya está' });
    const reply = await say();
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'move', done: 2 }] });
    expect(reply.receipts).toHaveLength(1);
    expect(reply.reply).toMatch(TOLD);
    expect(committed()).toBe(1);
  });

  it('while it goes on after a yes: the same', async () => {
    stage.gateway.asksAlways = true;
    model.play(MOVE, COMMIT, dying(), { words: 'y ya está' });
    const { runId, status } = await stage.say(SENTENCE);
    expect(status).toBe('needs_approval');
    const receipts = stage.gateway.approve(stage.lastAsk());
    stage.bus = stage.bus.within(1000);
    const ask: ResumeAsk = { runId, decision: 'approved', plans: [receipts[0]!.planId], receipts };
    const reply = await insist(() => stage.decide(ask));
    expect(reply).toMatchObject({ status: 'done', runId, receipts: [{ operation: 'move', done: 2 }] });
    expect(reply.receipts).toHaveLength(1);
    expect(committed()).toBe(1);
  });

  it('between question and answer: nobody notices', async () => {
    stage.gateway.asksAlways = true;
    model.play(MOVE, COMMIT, { words: 'y ya está' });
    const { runId } = await stage.say(SENTENCE);
    await stage.first.kill();
    await stage.addPlanner();
    const receipts = stage.gateway.approve(stage.lastAsk());
    const reply = await stage.decide({ runId, decision: 'approved', receipts });
    expect(reply.reply).toBe(
      'Hecho: 2 de 2 archivos movidos a escritorio/luyd, 0 sobrescritos. Puedes decir «deshaz eso».\ny ya está',
    );
  });
});

describe('a repeat', () => {
  it('of an answered request gets the same answer, of a waiting one the same question', async () => {
    model.play(MOVE, COMMIT, { words: 'ya' });
    const runId = 'rrepeat';
    const first = await stage.say(SENTENCE, { runId });
    expect(await stage.say(SENTENCE, { runId })).toEqual(first);
    stage.gateway.asksAlways = true;
    model.play(MOVE, COMMIT, { words: 'ya' });
    const question = await stage.say(SENTENCE, { runId: 'rwaits' });
    expect(await stage.say(SENTENCE, { runId: 'rwaits' })).toEqual(question);
    expect(committed()).toBe(1);
  });

  it('of an earlier yes is not the yes to the next question', async () => {
    stage.gateway.asksAlways = true;
    model.play(MOVE, COMMIT, MOVE, COMMIT, { words: 'fin' });
    const { runId } = await stage.say(SENTENCE);
    const receipts = stage.gateway.approve(stage.lastAsk());
    const ask: ResumeAsk = { runId, decision: 'approved', plans: [receipts[0]!.planId], receipts };
    const next = await stage.decide(ask);
    expect(next.status).toBe('needs_approval');
    expect(await stage.decide(ask)).toEqual(next);
    expect(committed()).toBe(1);
  });
});
