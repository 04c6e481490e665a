import type { NatsConnection } from '@nats-io/transport-node';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { Bucket } from '#nats/bucket';
import { ConversationEventSchema, type ConversationEvent } from './conversation-events.js';

const MONTH_MS = 30 * 24 * 60 * 60_000;
const TRIES = 50;
/** Conversations whose beginning is kept at hand: what was written never changes, so only what is new is read. */
const AT_HAND = 200;
/** A message may be as large as a request; a stored reply is only what the next turns need. */
const TEXT_MAX = 40_000;

export interface ConversationLog {
  readonly events: readonly ConversationEvent[];
  /** How many turns were written, also those of another version. */
  readonly length: number;
}

/**
 * Conversations as append-only logs in JetStream KV, so any planner can continue any of them. One key for what one turn
 * adds (`<conversation>.<number>`): a value never grows, and two planners that write at once get different numbers.
 */
export class Conversations {
  private readonly atHand = new Map<string, readonly string[]>();

  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<Conversations> {
    try {
      return new Conversations(await Bucket.open(nc, BUCKETS.conversations, MONTH_MS));
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  /** All events so far, oldest first; events of another version are skipped, not fatal. */
  async load(conversationId: string): Promise<ConversationLog> {
    const texts = await this.texts(conversationId);
    const events = texts.flatMap(parse).flatMap((event) => ConversationEventSchema.safeParse(event).data ?? []);
    return { events, length: texts.length };
  }

  /** All of it or nothing. `length` is what the log had when it was read; whoever wrote meanwhile is not overwritten. */
  async append(conversationId: string, events: readonly ConversationEvent[], length: number): Promise<void> {
    const value = JSON.stringify(events, shortened);
    let number = length + 1;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const revision = await this.bucket.create(keyOf(conversationId, number), value);
      if (revision !== undefined) return this.remember(conversationId, number, value);
      number = Math.max(number, (await this.texts(conversationId)).length) + 1;
    }
    throw new OrdenaError('BUSY', 'Too many are writing to that conversation at once. Try again.');
  }

  /** Numbers have no gaps, so the log ends at the first key that is not there; read side by side in growing pages. */
  private async texts(conversationId: string): Promise<readonly string[]> {
    const texts = [...(this.atHand.get(conversationId) ?? [])];
    for (let page = 1; ; page *= 4) {
      const numbers = Array.from({ length: page }, (_, at) => texts.length + at + 1);
      const found = await Promise.all(numbers.map((number) => this.text(conversationId, number)));
      const end = found.indexOf(undefined);
      texts.push(...found.slice(0, end < 0 ? page : end).filter((text) => text !== undefined));
      if (end >= 0) return this.kept(conversationId, texts);
    }
  }

  /** The newest at the end of the map; the one not used for longest goes first. */
  private kept(conversationId: string, texts: readonly string[]): readonly string[] {
    this.atHand.delete(conversationId);
    this.atHand.set(conversationId, texts);
    if (this.atHand.size > AT_HAND) this.atHand.delete(this.atHand.keys().next().value!);
    return texts;
  }

  private remember(conversationId: string, number: number, value: string): void {
    const texts = this.atHand.get(conversationId) ?? [];
    if (texts.length === number - 1) this.kept(conversationId, [...texts, value]);
  }

  private async text(conversationId: string, number: number): Promise<string | undefined> {
    return (await this.bucket.get(keyOf(conversationId, number)))?.value;
  }
}

const keyOf = (conversationId: string, number: number): string =>
  `${conversationId}.${String(number).padStart(8, '0')}`;

const shortened = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.slice(0, TEXT_MAX) : value;

const parse = (text: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [];
  }
};
