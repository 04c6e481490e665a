import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentEvent } from '#contracts/chat';
import type { Plan, Receipt } from '#contracts/plan';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { AgentProcess } from './testing/agent-process.js';

const FILES = 12_000;

/** What happens around a commit of tens of thousands of entries: told to go on, told to stop, killed. */
describe('a long commit', () => {
  let server: TestServer;
  let stranger: NatsConnection;

  beforeAll(async () => {
    server = await startNatsServer();
    stranger = await connect({ servers: server.url });
  });
  afterAll(async () => {
    await stranger.close();
    await server.close();
  });

  const ask = async <Reply>(subject: string, body: object): Promise<Reply> =>
    (await stranger.request(`ordena.agent.${subject}`, JSON.stringify(body), { timeout: 60_000 })).json<Reply>();
  const yesTo = ({ planId, hash, machine }: Plan): object => ({
    planId,
    approval: { planId, hash, machine, by: 'test', expiresAt: new Date(Date.now() + 600_000).toISOString() },
  });
  const start = (machine: string): Promise<AgentProcess> => {
    const many = Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`${at}.txt`, '']));
    return AgentProcess.start({ natsUrl: server.url, machine, tree: { Desktop: { many }, Documents: {} } });
  };
  const planOn = (machine: string): Promise<Plan> =>
    ask<Plan>(`${machine}.move`, { from: 'desktop/many', select: {}, to: 'documents' });
  const settled = async (machine: string, planId: string): Promise<Receipt> => {
    for (;;) {
      const { state, receipt } = await ask<{ state: string; receipt: Receipt }>(`${machine}.plan`, {
        planId,
        limit: 0,
      });
      if (state === 'committed') return receipt;
      expect(state).toBe('running');
      await sleep(100);
    }
  };
  const counts = (agent: AgentProcess): number[] =>
    [agent.home.at('Desktop', 'many'), agent.home.at('Documents')].map((path) => readdirSync(path).length);

  it('answers "running", tells its progress and its end, and lets reads go on meanwhile', async () => {
    const agent = await start('slow');
    const events: AgentEvent[] = [];
    stranger.subscribe('ordena.event.slow.>', { callback: (_, message) => void events.push(message.json()) });
    const plan = await planOn('slow');
    const committing = ask<Receipt>('slow.commit', yesTo(plan));
    const started = performance.now();
    await ask('slow.find', { in: 'desktop', select: { kind: 'any' } });
    expect(performance.now() - started).toBeLessThan(2_000);
    const again = await ask<Receipt>('slow.commit', yesTo(plan));
    expect(again).toMatchObject({ planId: plan.planId, status: 'running', total: FILES });
    expect((await committing).planId).toBe(plan.planId);
    expect(await settled('slow', plan.planId)).toMatchObject({ status: 'complete', done: FILES });
    expect(await ask('slow.commit', yesTo(plan))).toMatchObject({ status: 'complete', done: FILES });
    expect(events.some(({ kind }) => kind === 'progress')).toBe(true);
    expect(events.filter(({ kind }) => kind === 'committed')).toMatchObject([
      { planId: plan.planId, done: FILES, by: 'test' },
    ]);
    await agent.close();
  }, 120_000);

  it('told to stop, it comes to a safe end, says how far it got, and can be undone', async () => {
    const agent = await start('stopped');
    const plan = await planOn('stopped');
    const committing = ask<Receipt>('stopped.commit', yesTo(plan)).catch(() => undefined);
    await sleep(300);
    agent.kill('SIGTERM');
    await committing;
    expect(await agent.ended()).toBe(0);
    const [left, moved] = counts(agent);
    expect(left! + moved!).toBe(FILES);
    const next = await AgentProcess.startOn({ natsUrl: server.url, machine: 'stopped' }, agent.home, agent.state);
    expect((await settled('stopped', plan.planId)).done).toBe(moved);
    const undo = await ask<Plan>('stopped.undo', {});
    await ask('stopped.commit', yesTo(undo));
    expect((await settled('stopped', undo.planId)).status).toBe('complete');
    expect(counts(next)).toEqual([FILES, 0]);
    await next.close();
  }, 120_000);

  it('killed in the middle, the next start finishes what was begun; nothing is lost or doubled', async () => {
    const agent = await start('killed');
    const plan = await planOn('killed');
    void ask('killed.commit', yesTo(plan)).catch(() => undefined);
    await sleep(400);
    agent.kill('SIGKILL');
    await agent.ended();
    const next = await AgentProcess.startOn({ natsUrl: server.url, machine: 'killed' }, agent.home, agent.state);
    const [left, moved] = counts(next);
    expect(left! + moved!).toBe(FILES);
    expect((await settled('killed', plan.planId)).done).toBe(moved);
    await next.close();
  }, 120_000);
});
