import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import type { Run } from '../loop/run.js';
import { Runs } from './runs.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const LEASE_MS = 1500;
const RUN = (runId: string): Run => ({ ask: { runId }, plans: [] }) as unknown as Run;
const REPLY = { reply: 'hecho' } as ChatReply;

let nats: TestServer;
const connections: NatsConnection[] = [];

const openRuns = async (): Promise<{ runs: Runs; nc: NatsConnection }> => {
  const nc = await connectBus({ servers: nats.url, name: 'runs' });
  connections.push(nc);
  return { runs: await Runs.open(nc, LEASE_MS), nc };
};

beforeAll(async () => void (nats = await startNatsServer({ jetStream: true })));
afterAll(async () => {
  await Promise.all(connections.map((nc) => nc.close()));
  await nats.close();
});

describe('taking over a waiting run', () => {
  it('one of many planners gets it, and its answer is kept', async () => {
    const planners = await Promise.all(Array.from({ length: 4 }, openRuns));
    await planners[0]!.runs.store(RUN('r1'));
    const claims = await Promise.allSettled(planners.map(({ runs }) => runs.claim('r1')));
    const won = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []));
    expect(won.map(({ kind }) => kind)).toEqual(['mine']);
    if (won[0]?.kind === 'mine') await won[0].settle({ reply: REPLY });
    expect(await planners[3]!.runs.claim('r1')).toEqual({ kind: 'answered', reply: REPLY });
  });

  it('is held as long as its planner lives, however slow the model', async () => {
    const [slow, other] = [await openRuns(), await openRuns()];
    await slow.runs.store(RUN('r2'));
    const claim = await slow.runs.claim('r2');
    await sleep(LEASE_MS * 1.5);
    await expect(other.runs.claim('r2')).rejects.toMatchObject({ code: 'BUSY' });
    if (claim.kind === 'mine') await claim.settle({ reply: REPLY });
    expect((await other.runs.claim('r2')).kind).toBe('answered');
  });

  it('is abandoned, never repeated, when its planner died on the way', async () => {
    const [dying, other] = [await openRuns(), await openRuns()];
    await dying.runs.store(RUN('r3'));
    await dying.runs.claim('r3');
    await dying.nc.close();
    await sleep(LEASE_MS * 1.5);
    expect((await other.runs.claim('r3')).kind).toBe('abandoned');
  });
});
