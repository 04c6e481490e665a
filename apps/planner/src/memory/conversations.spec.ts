import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import type { ConversationEvent } from './conversation-events.js';
import { Conversations } from './conversations.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const said = (message: string): ConversationEvent => ({
  kind: 'said',
  at: '2026-11-22T10:00:00Z',
  runId: 'r1',
  message,
  language: 'es',
});

let nats: TestServer;
let nc: NatsConnection;
let planners: Conversations[];

beforeAll(async () => {
  nats = await startNatsServer({ jetStream: true });
  nc = await connectBus({ servers: nats.url, name: 'conversations' });
  planners = [await Conversations.open(nc), await Conversations.open(nc)];
});
afterAll(async () => {
  await nc.close();
  await nats.close();
});

/** As a planner does it: read, then append after what was read. */
const append = async (planner: number, id: string, words: readonly string[]): Promise<void> => {
  const { length } = await planners[planner]!.load(id);
  await planners[planner]!.append(id, words.map(said), length);
};

const messages = async (id: string): Promise<string[]> =>
  (await planners[0]!.load(id)).events.map((event) => (event.kind === 'said' ? event.message : ''));

describe('a conversation in the log', () => {
  it('is empty before the first word, and apart from others whose id begins alike', async () => {
    await append(0, 'c1', ['uno']);
    await append(0, 'c10', ['otro']);
    expect([await messages('c0'), await messages('c1'), await messages('c10')]).toEqual([[], ['uno'], ['otro']]);
  });

  it('keeps order over many pages', async () => {
    const all = Array.from({ length: 100 }, (_, at) => `m${at}`);
    for (let at = 0; at < all.length; at += 2) await append(1, 'c2', all.slice(at, at + 2));
    expect(await messages('c2')).toEqual(all);
  });

  it('goes on behind everything when what was read is long out of date', async () => {
    for (let at = 0; at < 80; at += 1) await append(0, 'c4', [`a${at}`]);
    await planners[1]!.append('c4', [said('late')], 1);
    expect((await messages('c4')).at(-1)).toBe('late');
    expect(await messages('c4')).toHaveLength(81);
  });

  it('loses nothing when two planners write at once', async () => {
    const words = Array.from({ length: 20 }, (_, at) => `w${at}`);
    await Promise.all(words.map((word, at) => append(at % 2, 'c3', [word])));
    expect((await messages('c3')).toSorted()).toEqual(words.toSorted());
  });
});
