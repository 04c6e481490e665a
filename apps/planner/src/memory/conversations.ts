import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { ConversationEventSchema, type ConversationEvent } from './conversation-events.js';
import { isTaken } from './taken.js';

const MONTH_MS = 30 * 24 * 60 * 60_000;
const TRIES = 50;
/** A message may be as large as a request; a stored reply is only what the next turns need. */
const TEXT_MAX = 40_000;

/**
 * Conversations as append-only logs in JetStream KV, so any planner can continue any of them. One key per event
 * (`<conversation>.<number>`): a value never grows, and two planners that write at once get different numbers.
 */
export class Conversations {
  private constructor(private readonly kv: KV) {}

  static async open(nc: NatsConnection): Promise<Conversations> {
    try {
      return new Conversations(await new Kvm(nc).create(BUCKETS.conversations, { history: 1, ttl: MONTH_MS }));
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  /** All events so far, oldest first; events of another version are skipped, not fatal. */
  async load(conversationId: string): Promise<ConversationEvent[]> {
    const numbered: [number, ConversationEvent][] = [];
    for await (const entry of await this.kv.history({ key: `${conversationId}.>` })) {
      const event = ConversationEventSchema.safeParse(parse(entry.string()));
      if (event.success) numbered.push([numberIn(entry.key), event.data]);
    }
    return numbered.sort(([a], [b]) => a - b).map(([, event]) => event);
  }

  async append(conversationId: string, events: readonly ConversationEvent[]): Promise<void> {
    let number = await this.lastNumber(conversationId);
    for (const event of events) number = await this.put(conversationId, number + 1, event);
  }

  private async put(conversationId: string, from: number, event: ConversationEvent): Promise<number> {
    const value = JSON.stringify(event, (_, inner: unknown) =>
      typeof inner === 'string' ? inner.slice(0, TEXT_MAX) : inner,
    );
    for (let number = from; number < from + TRIES; number += 1) {
      try {
        await this.kv.create(`${conversationId}.${String(number).padStart(8, '0')}`, value);
        return number;
      } catch (error) {
        if (!isTaken(error)) throw error;
      }
    }
    throw new OrdenaError('BUSY', 'Too many are writing to that conversation at once. Try again.');
  }

  private async lastNumber(conversationId: string): Promise<number> {
    let last = 0;
    for await (const key of await this.kv.keys(`${conversationId}.>`)) last = Math.max(last, numberIn(key));
    return last;
  }
}

const numberIn = (key: string): number => Number(key.split('.').at(-1));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
