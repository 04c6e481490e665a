import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import type { ConversationEvent } from './conversation-events.js';
import { Conversations } from './conversations.js';

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

const messages = async (id: string): Promise<string[]> =>
  (await planners[0]!.load(id)).map((event) => (event.kind === 'said' ? event.message : ''));

describe('a conversation in the log', () => {
  it('is empty before the first word, and apart from others whose id begins alike', async () => {
    await planners[0]!.append('c1', [said('uno')]);
    await planners[0]!.append('c10', [said('otro')]);
    expect([await messages('c0'), await messages('c1'), await messages('c10')]).toEqual([[], ['uno'], ['otro']]);
  });

  it('keeps order over many pages', async () => {
    const all = Array.from({ length: 100 }, (_, at) => `m${at}`);
    for (const part of [all.slice(0, 40), all.slice(40, 64), all.slice(64)]) {
      await planners[1]!.append('c2', part.map(said));
    }
    expect(await messages('c2')).toEqual(all);
  });

  it('loses nothing when two planners write at once', async () => {
    const words = Array.from({ length: 20 }, (_, at) => `w${at}`);
    await Promise.all(words.map((word, at) => planners[at % 2]!.append('c3', [said(word)])));
    expect((await messages('c3')).toSorted()).toEqual(words.toSorted());
  });
});
