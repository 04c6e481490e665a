import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from '#contracts/plan';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { AgentProcess } from './testing/agent-process.js';
import { Caller } from './testing/caller.js';
import { leftAndMoved, planMovingMany, startWithMany } from './testing/many-files.js';

/** More than half a second of work also on a quiet machine: progress is told at most twice a second. */
const FILES = 40_000;

/** What happens around a commit of tens of thousands of entries: told to go on, told to stop, killed. */
describe('a long commit', () => {
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

  const start = (machine: string): Promise<AgentProcess> => startWithMany(server.url, machine, FILES);
  const planOn = (machine: string): Promise<Plan> => planMovingMany(caller, machine);

  it('answers "running", tells its progress and its end, and lets reads go on meanwhile', async () => {
    const agent = await start('slow');
    const plan = await planOn('slow');
    const committing = caller.commit(plan);
    await caller.ask('slow.find', { in: 'desktop', select: { kind: 'any' } });
    const again = await caller.commit(plan);
    expect(again).toMatchObject({ planId: plan.planId, status: 'running', total: FILES });
    expect((await committing).planId).toBe(plan.planId);
    expect(await caller.settled(plan)).toMatchObject({ status: 'complete', done: FILES });
    expect(await caller.commit(plan)).toMatchObject({ status: 'complete', done: FILES });
    expect(caller.events.some(({ kind }) => kind === 'progress')).toBe(true);
    expect(caller.events.filter(({ kind }) => kind === 'committed')).toMatchObject([
      { planId: plan.planId, done: FILES, by: 'test' },
    ]);
    await agent.close();
  }, 120_000);

  it('told to stop, it comes to a safe end, says how far it got, and can be undone', async () => {
    const agent = await start('stopped');
    const plan = await planOn('stopped');
    const committing = caller.commit(plan).catch(() => undefined);
    await sleep(300);
    agent.kill('SIGTERM');
    await committing;
    expect(await agent.ended()).toBe(0);
    const [left, moved] = leftAndMoved(agent);
    expect(left! + moved!).toBe(FILES);
    const next = await AgentProcess.startOn({ natsUrl: server.url, machine: 'stopped' }, agent.home, agent.state);
    expect((await caller.settled(plan)).done).toBe(moved);
    const undo = await caller.ask<Plan>('stopped.undo', {});
    await caller.commit(undo);
    expect((await caller.settled(undo)).status).toBe('complete');
    expect(leftAndMoved(next)).toEqual([FILES, 0]);
    await next.close();
  }, 120_000);

  it('killed in the middle, the next start finishes what was begun; nothing is lost or doubled', async () => {
    const agent = await start('killed');
    const plan = await planOn('killed');
    void caller.commit(plan).catch(() => undefined);
    await sleep(400);
    agent.kill('SIGKILL');
    await agent.ended();
    const next = await AgentProcess.startOn({ natsUrl: server.url, machine: 'killed' }, agent.home, agent.state);
    const [left, moved] = leftAndMoved(next);
    expect(left! + moved!).toBe(FILES);
    expect((await caller.settled(plan)).done).toBe(moved);
    await next.close();
  }, 120_000);
});
