import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import type { Run } from '../loop/run.js';
import { Runs, type Found } from './runs.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const LEASE_MS = 1500;
const RUN = (runId: string, words = ''): Run => ({ ask: { runId }, plans: [], request: words }) as unknown as Run;
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

const open = (found: Found): Exclude<Found, { kind: 'answered' }> => {
  if (found.kind === 'answered') throw new Error('answered already');
  return found;
};

describe('a request on its way', () => {
  it('is begun once, busy while it is worked on, and its answer is kept', async () => {
    const planners = await Promise.all(Array.from({ length: 4 }, openRuns));
    const holds = await Promise.all(planners.map(({ runs }) => runs.begin('r1')));
    const held = holds.filter((hold) => hold !== undefined);
    expect(held).toHaveLength(1);
    await expect(planners[3]!.runs.find('r1')).rejects.toMatchObject({ code: 'BUSY' });
    await held[0]!.settle({ reply: REPLY });
    expect(await planners[3]!.runs.find('r1')).toEqual({ kind: 'answered', reply: REPLY });
  });

  it('that waits is taken by one of many', async () => {
    const planners = await Promise.all(Array.from({ length: 4 }, openRuns));
    const first = await planners[0]!.runs.begin('r2');
    await first!.settle({ reply: REPLY, waiting: RUN('r2') });
    const taken = await Promise.allSettled(
      planners.map(async ({ runs }) => open(await runs.find('r2')).hold(RUN('r2'))),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of taken.filter(({ status }) => status === 'rejected'))
      expect(lost).toMatchObject({ reason: { code: 'BUSY' } });
  });

  it('is held as long as its planner lives, however slow the model', async () => {
    const [slow, other] = [await openRuns(), await openRuns()];
    const hold = await slow.runs.begin('r3');
    await sleep(LEASE_MS * 1.5);
    await expect(other.runs.find('r3')).rejects.toMatchObject({ code: 'BUSY' });
    await hold!.settle({ reply: REPLY });
    expect((await other.runs.find('r3')).kind).toBe('answered');
  });

  it('is found as its planner last kept it, when that died', async () => {
    const [dying, other] = [await openRuns(), await openRuns()];
    const hold = await dying.runs.begin('r4');
    await hold!.keep(RUN('r4', 'one'));
    await hold!.keep(RUN('r4', 'two'));
    await dying.nc.close();
    await sleep(LEASE_MS * 1.5);
    expect(await other.runs.find('r4')).toMatchObject({ kind: 'abandoned', run: { request: 'two' } });
  });

  it('can no longer be changed by a planner that lost its hold', async () => {
    const [silent, other] = [await openRuns(), (await openRuns()).runs];
    const lost = await silent.runs.begin('r5');
    await lost!.settle({ reply: REPLY, waiting: RUN('r5') });
    await open(await other.find('r5')).hold(RUN('r5', 'mine now'));
    await expect(lost!.keep(RUN('r5', 'still mine'))).rejects.toMatchObject({ code: 'BUSY' });
    await expect(lost!.settle({ reply: REPLY })).rejects.toMatchObject({ code: 'BUSY' });
  });
});
