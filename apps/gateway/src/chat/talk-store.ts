import type { KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { BUCKETS } from '#contracts/buckets';
import { TurnSchema, type Pressed, type Turn } from '#contracts/http/views';
import { openBucket } from '#nats/bucket';
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
  private constructor(private readonly kv: KV) {}

  static async open(nc: NatsConnection): Promise<TalkStore> {
    return new TalkStore(await openBucket(nc, BUCKETS.talks, MONTH_MS));
  }

  async ownerOf(conversationId: string): Promise<string | undefined> {
    const entry = await this.kv.get(`owner.${conversationId}`);
    return entry?.operation === 'PUT' ? entry.string() : undefined;
  }

  async claim(conversationId: string, owner: string): Promise<void> {
    await this.kv.put(`owner.${conversationId}`, owner);
  }

  /** `since` orders the turns, and makes one that two gateways finished the same turn. */
  async add({ message, pressed, reply }: NewTurn, since: number): Promise<void> {
    const { conversationId, runId } = reply;
    if (conversationId === undefined) return;
    const key = `turn.${conversationId}.${String(since).padStart(DIGITS, '0')}-${runId}`;
    await this.kv.put(key, JSON.stringify({ at: new Date().toISOString(), message, pressed, reply }));
  }

  /** The newest `limit` turns, oldest first. */
  async turns(conversationId: string, limit: number): Promise<Turn[]> {
    const keys: string[] = [];
    for await (const key of await this.kv.keys(`turn.${conversationId}.>`)) keys.push(key);
    const newest = keys.sort().slice(-limit);
    const entries = await Promise.all(newest.map((key) => this.kv.get(key)));
    return entries.flatMap((entry) => (entry === null ? [] : [TurnSchema.parse(entry.json())]));
  }
}
