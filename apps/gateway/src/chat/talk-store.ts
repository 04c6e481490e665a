import type { NatsConnection } from '@nats-io/transport-node';
import { BUCKETS } from '#contracts/buckets';
import { TurnSchema, type Pressed, type Turn } from '#contracts/http/views';
import { Bucket } from '#nats/bucket';
import type { DecisionReply } from '../runs/plain-answer.js';

const MONTH_MS = 30 * 24 * 60 * 60_000;
const DIGITS = 16;

/** What was said or pressed, and what came of it. */
export interface NewTurn {
  readonly message?: string;
  readonly pressed?: Pressed;
  readonly reply: DecisionReply;
}

/** Conversations as people see them, one key per turn so that none grows over a message's size. Expendable. */
export class TalkStore {
  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<TalkStore> {
    return new TalkStore(await Bucket.open(nc, BUCKETS.talks, MONTH_MS));
  }

  async ownerOf(conversationId: string): Promise<string | undefined> {
    return (await this.bucket.get(`owner.${conversationId}`))?.value;
  }

  async claim(conversationId: string, owner: string): Promise<void> {
    await this.bucket.put(`owner.${conversationId}`, owner);
  }

  /** `since` orders the turns, and makes one that two gateways finished the same turn. */
  async add({ message, pressed, reply }: NewTurn, since: number): Promise<void> {
    const { conversationId, runId } = reply;
    if (conversationId === undefined) return;
    const key = `turn.${conversationId}.${String(since).padStart(DIGITS, '0')}-${runId}`;
    await this.bucket.put(key, JSON.stringify({ at: new Date().toISOString(), message, pressed, reply }));
  }

  /** The newest `limit` turns, oldest first. */
  async turns(conversationId: string, limit: number): Promise<Turn[]> {
    const keys = await this.bucket.keys(`turn.${conversationId}.>`);
    const newest = keys.sort().slice(-limit);
    const entries = await Promise.all(newest.map((key) => this.bucket.get(key)));
    return entries.flatMap((entry) => (entry === undefined ? [] : [TurnSchema.parse(JSON.parse(entry.value))]));
  }
}
