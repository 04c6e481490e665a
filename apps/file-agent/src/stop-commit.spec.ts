import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSync, closeSync, ftruncateSync, readdirSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { AgentProcess } from './testing/agent-process.js';
import { Caller } from './testing/caller.js';
import { leftAndMoved, planMovingMany, startWithMany } from './testing/many-files.js';

const FILES = 12_000;
const HUGE_BYTES = 64 * 1024 ** 3;

/** "Stop!", said of a plan that is being carried out. */
describe('stopping a commit', () => {
  let server: TestServer;
  let caller: Caller;

  beforeAll(async () => {
    server = await startNatsServer();
    caller = await Caller.connect(server.url);
  });
  afterAll(async () => {
    await caller.close();
    await server.close();
  });

  const start = (machine: string, entries = FILES): Promise<AgentProcess> =>
    startWithMany(server.url, machine, entries);
  const moving = (machine: string): Promise<Plan> => planMovingMany(caller, machine);
  const underWay = (agent: AgentProcess): Promise<void> =>
    caller.until(() => readdirSync(agent.home.at('Documents')).length > 0);
  const stop = ({ planId, machine }: Plan) => caller.ask<object>(`${machine}.discard`, { planId });

  it('it ends after what it began, says how far it got, and what it did can be undone', async () => {
    const agent = await start('halted');
    const plan = await moving('halted');
    const committing = caller.commit(plan);
    await underWay(agent);
    expect(await stop(plan)).toEqual({ planId: plan.planId, discarded: false, stopping: true });
    await committing;
    const receipt = await caller.settled(plan);
    const [left, moved] = leftAndMoved(agent);
    expect(receipt).toMatchObject({ status: 'partial', stopped: true, total: FILES, done: moved, failed: 0 });
    expect([left! > 0, left! + moved!]).toEqual([true, FILES]);
    expect(await caller.commit(plan)).toEqual(receipt);
    expect(await stop(plan)).toEqual({ planId: plan.planId, discarded: false });
    await caller.until(() => caller.events.some(({ kind, machine }) => kind === 'committed' && machine === 'halted'));
    expect(caller.events.find(({ kind }) => kind === 'committed')).toMatchObject({ stopped: true, done: moved });
    const undo = await caller.ask<Plan>('halted.undo', {});
    await caller.commit(undo);
    expect((await caller.settled(undo)).status).toBe('complete');
    expect(leftAndMoved(agent)).toEqual([FILES, 0]);
    await agent.close();
  }, 120_000);

  it('killed right after it was told to stop, the next start ends it the same way', async () => {
    const agent = await start('felled');
    const plan = await moving('felled');
    void caller.commit(plan).catch(() => undefined);
    await underWay(agent);
    await stop(plan);
    agent.kill('SIGKILL');
    await agent.ended();
    const next = await AgentProcess.startOn({ natsUrl: server.url, machine: 'felled' }, agent.home, agent.state);
    const [left, moved] = leftAndMoved(next);
    expect(left! + moved!).toBe(FILES);
    const receipt = await caller.settled(plan);
    expect(receipt).toMatchObject({ status: 'partial', total: FILES, done: moved });
    expect(await caller.commit(plan)).toEqual(receipt);
    const undo = await caller.ask<Plan>('felled.undo', {});
    await caller.commit(undo);
    await caller.settled(undo);
    expect(leftAndMoved(next)).toEqual([FILES, 0]);
    await next.close();
  }, 120_000);

  it('a copy of one huge file stops in the middle of it and leaves nothing; others may look meanwhile', async () => {
    const agent = await start('copier', 1);
    const fd = openSync(agent.home.at('Desktop', 'huge.iso'), 'w');
    ftruncateSync(fd, HUGE_BYTES);
    closeSync(fd);
    const plan = await caller.ask<Plan>('copier.copy', { from: 'desktop/huge.iso', to: 'documents' });
    const committing = caller.commit(plan);
    await caller.until(async () => (await caller.plan(plan)).state === 'running');
    const waiting = await moving('copier');
    const second = caller.commit(waiting);
    await caller.until(async () => (await caller.plan(waiting)).state === 'running');
    expect(await caller.ask('copier.find', { in: 'documents' })).toMatchObject({ totals: { files: 0 } });
    await stop(waiting);
    await stop(plan);
    await committing;
    expect(await caller.settled(plan)).toMatchObject({ status: 'failed', stopped: true, done: 0, undoable: false });
    expect(await second).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await caller.plan(waiting)).toMatchObject({ state: 'discarded' });
    expect(leftAndMoved(agent)).toEqual([1, 0]);
    expect(readdirSync(agent.state.at('agent-copier/vault/stage'))).toEqual([]);
    await agent.close();
  }, 120_000);
});
