import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import type { Plan } from '#contracts/plan';
import { Bucket } from '#nats/bucket';
import { House, type Answer } from './testing/house.js';
import type { ScriptedAgent } from './testing/scripted-agent.js';

const TAKEN_OVER_WITHIN_MS = 12_000;

describe('approvals', () => {
  let house: House;
  let pc1: ScriptedAgent;
  let plans: Plan[];

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
    await house.gateway.close();
    await house.startGateway();
  });

  beforeEach(() => {
    pc1.commits.length = 0;
    pc1.slow = false;
    pc1.failWith = undefined;
    house.planner.script = async (ask, planner) => {
      plans = [pc1.planFor('trash', { from: 'desktop' }), pc1.planFor('move', { from: 'desktop' })];
      return planner.change(ask.runId, plans);
    };
  });

  afterAll(() => house.close());

  const say = (message: string, more: object = {}): Promise<Answer> =>
    house.ask('POST', '/v1/chat', { body: { message, ...more } });
  const decide = (verb: string, body: object = {}, index = 0): Promise<Answer> =>
    house.ask('POST', `/v1/plans/${plans[index]?.planId}/${verb}`, { body });

  it('one yes is for every plan of the request, in order, bound to hash and machine', async () => {
    expect((await say('tira y mueve')).body).toMatchObject({ status: 'needs_approval', reply: 'operation' });
    expect(pc1.commits).toEqual([]);
    const answer = await decide('approve', { hash: plans[1]?.hash }, 1);
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'done', receipts: [{ operation: 'trash' }, { operation: 'move' }] },
    });
    expect(pc1.commits).toMatchObject(
      plans.map(({ planId, hash, machine }) => ({
        planId,
        approval: { planId, hash, machine, by: 'owner', yes: 'given' },
      })),
    );
    expect(house.planner.resumed.at(-1)).toMatchObject({ decision: 'approved', receipts: [{ done: 3 }, { done: 3 }] });
  });

  it('a yes said twice runs once and answers the same', async () => {
    await say('tira');
    const answers = await Promise.all([decide('approve'), decide('approve')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 423]);
    expect(pc1.commits.length).toBe(2);
    expect((await decide('approve')).body).toMatchObject({ status: 'done', receipts: [{}, {}] });
    expect(pc1.commits.length).toBe(2);
    expect(await decide('reject')).toMatchObject({ status: 409, body: { code: 'REPLAY' } });
  });

  it('a yes to another plan than the one shown is refused', async () => {
    await say('tira');
    expect(await decide('approve', { hash: '0'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'PLAN_CHANGED' },
    });
    const held = pc1.plans.get(plans[0]?.planId ?? '');
    if (held !== undefined) held.plan = { ...held.plan, hash: 'f'.repeat(64) };
    const refused = await decide('approve');
    expect(refused).toMatchObject({ status: 409, body: { code: 'PLAN_CHANGED' } });
    expect(pc1.commits).toEqual([]);
    expect(refused.body).toMatchObject({
      plans: [{ planId: plans[0]?.planId, hash: 'f'.repeat(64), preview: expect.any(String) }],
    });
    expect((await decide('approve', { hash: 'f'.repeat(64) })).body).toMatchObject({ status: 'done' });
  });

  it('a no discards every plan and tells the planner why', async () => {
    await say('tira');
    expect((await decide('reject', { reason: 'sin las fotos' })).body).toMatchObject({ reply: 'De acuerdo, no.' });
    expect(plans.map(({ planId }) => pc1.plans.get(planId)?.state)).toEqual(['discarded', 'discarded']);
    expect(house.planner.resumed.at(-1)).toMatchObject({ decision: 'rejected', reason: 'sin las fotos', receipts: [] });
    expect(pc1.commits).toEqual([]);
  });

  it('waits through a restart of the gateway', async () => {
    const { conversationId } = (await say('tira')).body;
    await house.gateway.close();
    await house.startGateway();
    expect((await say('dale', { conversationId })).body).toMatchObject({ status: 'done', receipts: [{}, {}] });
    expect(pc1.commits.length).toBe(2);
  });

  it('a yes in another talk means nothing there', async () => {
    await say('tira');
    house.planner.script = async () => ({ reply: '¿sí a qué?' });
    expect((await say('sí')).body).toMatchObject({ reply: '¿sí a qué?' });
    expect(pc1.commits).toEqual([]);
  });

  it('stays open when the machine was away, and works when it is back', async () => {
    await say('tira');
    pc1.failWith = new OrdenaError('BUSY', 'Busy.');
    expect(await decide('approve')).toMatchObject({ status: 423, body: { code: 'BUSY', retry: true } });
    pc1.failWith = undefined;
    expect((await decide('approve')).body).toMatchObject({ status: 'done' });
  });

  it('waits for a slow commit and gives its final receipt', async () => {
    await say('tira');
    pc1.slow = true;
    expect((await decide('approve')).body).toMatchObject({
      receipts: [{ status: 'complete', done: 3 }, { status: 'complete' }],
    });
  });

  it('says why a commit that waited for its turn was refused then', async () => {
    await say('tira');
    pc1.slow = true;
    pc1.commits.length = 0;
    pc1.refuseLate = new OrdenaError('PLAN_CHANGED', 'Its entries are not those that were shown.');
    const answer = await decide('approve');
    pc1.refuseLate = undefined;
    expect([answer.status, answer.body['code']]).toEqual([409, 'PLAN_CHANGED']);
  });

  it('in the mode "look" nothing may even wait', async () => {
    house.planner.script = async (ask, planner) =>
      planner.change(ask.runId, [pc1.planFor('move', {})]).catch((error: OrdenaError) => ({ reply: error.code }));
    expect((await say('mueve', { mode: 'look' })).body).toMatchObject({ reply: 'LOOK_ONLY' });
  });

  it('carries out what a gateway that was killed had begun, once it was silent for a while', async () => {
    await say('tira');
    const runs = await Bucket.open(await house.connect(), BUCKETS.approvals);
    const key = `run.${(await runs.get(`plan.${plans[0]?.planId}`))!.value}`;
    const waiting = JSON.parse((await runs.get(key))!.value) as object;
    const decided = { state: 'deciding', decision: { say: 'approved', by: 'owner' } };
    await runs.put(key, JSON.stringify({ ...waiting, ...decided, decidedAt: new Date().toISOString() }));
    expect(await decide('approve')).toMatchObject({ status: 423, body: { code: 'BUSY', retry: true } });
    const since = Date.now();
    while ((await decide('approve')).status === 423) await sleep(200);
    expect(Date.now() - since).toBeLessThan(TAKEN_OVER_WITHIN_MS);
    expect((await decide('approve')).body).toMatchObject({ status: 'done', receipts: [{ done: 3 }, { done: 3 }] });
    expect(pc1.commits).toHaveLength(2);
  }, 30_000);

  it('believes no run that was not made here', async () => {
    await expect(house.planner.askForYes('invented', [pc1.planFor('move', {})])).rejects.toMatchObject({
      code: 'UNKNOWN_RUN',
    });
    expect(pc1.commits).toEqual([]);
  });

  it('undo puts a job back at once, and shows the plan first when something changed since', async () => {
    await say('tira');
    await decide('approve');
    expect((await decide('undo')).body).toMatchObject({
      status: 'done',
      receipts: [{ operation: 'undo', undoOf: plans[0]?.planId }],
    });
    pc1.facts = { needs: ['changed-since'] };
    const asked = (await decide('undo', {}, 1)).body as { plans: Plan[] };
    pc1.facts = {};
    expect(asked).toMatchObject({
      status: 'needs_approval',
      plans: [{ operation: 'undo', preview: expect.any(String) }],
    });
    plans = asked.plans;
    expect((await decide('approve')).body).toMatchObject({ status: 'done', receipts: [{ operation: 'undo' }] });
  });

  it('what is decided by a button is a turn of its talk, and the planner is told of an undo', async () => {
    const { conversationId } = (await say('tira')).body as { conversationId: string };
    await decide('approve');
    await decide('undo');
    const talk = (await house.ask('GET', `/v1/conversations/${conversationId}`)).body as { turns: object[] };
    expect(talk.turns).toMatchObject([
      { message: 'tira', reply: { status: 'needs_approval' } },
      { pressed: 'approve', reply: { receipts: [{ operation: 'trash' }, {}] } },
      { pressed: 'undo', reply: { receipts: [{ operation: 'undo' }] } },
    ]);
    expect(house.planner.notes.slice(-1)).toMatchObject([{ conversationId, receipts: [{ undoOf: plans[0]?.planId }] }]);
  });

  it('what waits is said again under every other answer, until it is decided', async () => {
    const { conversationId } = (await say('tira', { language: 'es' })).body as { conversationId: string };
    house.planner.script = async () => ({ reply: 'Eso no lo entendí.', language: 'es' });
    const between = await say('no, solo la de enero', { conversationId });
    expect(between.body).toMatchObject({
      status: 'done',
      reply: expect.stringMatching(
        /^Eso no lo entendí\.\n\nLo de antes sigue esperando:\n.*papelera.*\nMover .*\nNecesita/,
      ),
    });
    expect(pc1.commits).toEqual([]);
    await say('no', { conversationId });
    expect((await say('¿y ahora?', { conversationId })).body).toMatchObject({ reply: 'Eso no lo entendí.' });
  });

  it('an undo that waits is answered by a word in the talk it was pressed in', async () => {
    const { conversationId } = (await say('hola')).body as { conversationId: string };
    await decide('approve');
    pc1.facts = { needs: ['changed-since'] };
    const asked = await decide('undo', { conversationId });
    pc1.facts = {};
    expect(asked.body).toMatchObject({ status: 'needs_approval', conversationId });
    expect((await say('sí', { conversationId })).body).toMatchObject({ receipts: [{ operation: 'undo' }] });
    expect(await decide('undo', { conversationId: 'nobodys' })).toMatchObject({ status: 404 });
  });

  it('a plan made through the operations door is approved by the same door', async () => {
    const made = await house.ask('POST', '/v1/machines/pc1/operations/move', {
      body: { from: 'desktop', to: 'desktop/luyd' },
    });
    plans = [made.body as unknown as Plan];
    expect((await house.ask('GET', `/v1/plans/${plans[0]?.planId}`)).body).toMatchObject({
      state: 'open',
      preview: expect.stringMatching(/^Move 3 files/),
    });
    expect((await decide('approve')).body).toMatchObject({ status: 'done', receipts: [{ planId: plans[0]?.planId }] });
    expect((await house.ask('GET', '/v1/history?limit=1')).body).toMatchObject({
      receipts: [{}],
      truncated: true,
      cursor: expect.any(String),
    });
  });
});
