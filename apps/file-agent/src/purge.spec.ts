import { describe, expect, it } from '@jest/globals';
import { purge } from './purge.js';
import { AgentProcess } from './testing/agent-process.js';
import { startNatsServer } from '#nats/testing/nats-server';
import { connect } from '@nats-io/transport-node';
import type { Plan } from '#contracts/plan';

const DAY_MS = 86_400_000;

describe('purging', () => {
  it('is for the owner, with the agent stopped, and only for what is older than the owner keeps', async () => {
    const server = await startNatsServer();
    const agent = await AgentProcess.start({ natsUrl: server.url, tree: { Desktop: { 'a.txt': '1' }, Documents: {} } });
    const nc = await connect({ servers: server.url });
    const ask = async <T>(operation: string, body: object): Promise<T> =>
      (await nc.request(`ordena.agent.pc1.${operation}`, JSON.stringify(body), { timeout: 5000 })).json<T>();
    const { planId, hash, machine } = await ask<Plan>('trash', { from: 'desktop/a.txt' });
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await ask('commit', { planId, approval: { planId, hash, machine, by: 'test', yes: 'given' as const, expiresAt } });
    const variables = { ORDENA_MACHINE: 'pc1', ORDENA_HOME: agent.home.path, ORDENA_STATE: agent.state.path };
    expect(() => purge(Date.now(), variables)).toThrow(expect.objectContaining({ code: 'MACHINE_TAKEN' }));
    agent.kill('SIGTERM');
    await agent.ended();
    expect(purge(Date.now() + 29 * DAY_MS, variables)).toEqual({ count: 0, days: 30 });
    expect(purge(Date.now() + 31 * DAY_MS, variables)).toEqual({ count: 1, days: 30 });
    await nc.close();
    await agent.close();
    await server.close();
  }, 30_000);
});
