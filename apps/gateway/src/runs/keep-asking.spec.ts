import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ChatReply } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { PLANNER_CHAT } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { MicroService } from '#nats/micro-service';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { keepAsking } from './keep-asking.js';

/** A real nats-server starts for it. */
jest.setTimeout(30_000);

const PATIENCE = { everyMs: 30, offMs: 400, totalMs: 10_000 };

const reply = (text: string): ChatReply => ({
  conversationId: 'c1',
  runId: 'r1',
  status: 'done',
  language: 'es',
  reply: text,
  steps: [],
  plans: [],
  receipts: [],
  planner: { rung: 'embedded', model: 'embedded' },
});

const busy = (): OrdenaError => new OrdenaError('BUSY', 'Still at it.');
const never = new Promise<ChatReply>(() => undefined);

describe('asking the planners', () => {
  let server: TestServer;
  let bus: BusClient;
  const planners: NatsConnection[] = [];

  beforeAll(async () => {
    server = await startNatsServer({});
    bus = new BusClient(await connectBus({ servers: server.url, name: 'gateway' }));
  });
  afterEach(async () => {
    for (const nc of planners.splice(0)) await nc.close();
  });
  afterAll(async () => {
    await bus.nc.close();
    await server.close();
  });

  /** A planner that does `answers` one after the other; the last one stays. Returns the runs it was asked about. */
  const planner = async (...answers: (() => Promise<ChatReply>)[]): Promise<string[]> => {
    const nc = await connectBus({ servers: server.url, name: 'planner' });
    planners.push(nc);
    const asked: string[] = [];
    const handle = (body: unknown): Promise<ChatReply> => {
      asked.push((body as { runId: string }).runId);
      return answers[Math.min(asked.length, answers.length) - 1]!();
    };
    await new MicroService(nc, { name: 'planner', version: '0.1.0' }).start([
      { name: 'chat', subject: PLANNER_CHAT, handle },
    ]);
    return asked;
  };

  const ask = (): Promise<ChatReply> => keepAsking(bus, { subject: PLANNER_CHAT, ask: { runId: 'r1' } }, PATIENCE);

  it('takes the first answer and asks no more', async () => {
    const asked = await planner(async () => reply('hola'));
    expect((await ask()).reply).toBe('hola');
    expect(asked).toEqual(['r1']);
  });

  it('waits while a planner says that it is at work, and takes its late answer', async () => {
    let finish: (late: ChatReply) => void = () => undefined;
    const late = new Promise<ChatReply>((done) => (finish = done));
    const asked = await planner(
      () => late,
      async () => {
        if (asked.length === 4) finish(reply('tarde'));
        throw busy();
      },
    );
    expect((await ask()).reply).toBe('tarde');
  });

  it('hears from the one that took over after the first died', async () => {
    const asked = await planner(
      () => never,
      async () => Promise.reject(busy()),
      async () => reply('sigo yo'),
    );
    expect((await ask()).reply).toBe('sigo yo');
    expect(asked).toEqual(['r1', 'r1', 'r1']);
  });

  it('a planner that lost its hold is not the answer', async () => {
    await planner(
      async () => Promise.reject(busy()),
      async () => reply('sigo yo'),
    );
    expect((await ask()).reply).toBe('sigo yo');
  });

  it('hears from a planner though a repeat was lost on the way, as the first question was', async () => {
    const lost = (): Promise<ChatReply> => never;
    const asked = await planner(lost, lost, lost, async () => reply('por fin'));
    expect((await ask()).reply).toBe('por fin');
    expect(asked).toHaveLength(4);
  });

  it('waits while what the planners keep cannot be reached', async () => {
    const storeOff = async (): Promise<ChatReply> => Promise.reject(new OrdenaError('BUS_OFF', 'No leader.'));
    await planner(storeOff, storeOff, async () => reply('ya'));
    expect((await ask()).reply).toBe('ya');
  });

  it('a real error is the answer', async () => {
    await planner(async () => Promise.reject(new OrdenaError('LOOK_ONLY', 'No.')));
    await expect(ask()).rejects.toMatchObject({ code: 'LOOK_ONLY' });
  });

  it('nobody there at all is said at once; nobody there any more after a while', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'PLANNER_OFF' });
    const asked = await planner(() => never);
    const answer = expect(ask()).rejects.toMatchObject({ code: 'PLANNER_OFF' });
    while (asked.length === 0) await sleep(5);
    await planners.splice(0)[0]!.close();
    await answer;
  });
});
