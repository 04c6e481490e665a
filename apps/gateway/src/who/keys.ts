import { randomBytes } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { KeySchema, type Key, type NewKey } from '#contracts/http/views';
import { Bucket } from '#nats/bucket';
import type { Caller } from './caller.js';
import { hashOf, newSecret, sameSecret } from './secret.js';

const StoredKeySchema = KeySchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
type StoredKey = z.output<typeof StoredKeySchema>;

export type KeyWish = Pick<Key, 'name' | 'scopes' | 'machines' | 'expiresAt'>;

const KEY = /^ordena_(k-[0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
const MAX_KEYS = 1000;
const NO_KEY = hashOf('no such key');

/**
 * API keys: shown once, kept as hashes in a bucket that every gateway watches, so that a key made or revoked at one holds
 * at all of them. Asking is done in memory.
 */
export class Keys {
  private readonly keys = new Map<string, StoredKey>();

  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<Keys> {
    const keys = new Keys(await Bucket.open(nc, BUCKETS.keys));
    await keys.bucket.watch((keyId, value) => keys.hear(keyId, value));
    return keys;
  }

  list(): Key[] {
    return [...this.keys.values()].map(shown).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** The only time the key itself is seen. */
  async create(wish: KeyWish): Promise<NewKey> {
    if (this.keys.size >= MAX_KEYS)
      throw new OrdenaError('TOO_MANY', `There are ${MAX_KEYS} keys already; revoke some.`, {
        details: { limit: MAX_KEYS },
      });
    const keyId = `k-${randomBytes(6).toString('hex')}`;
    const key = `ordena_${keyId}_${newSecret()}`;
    const stored = { ...wish, keyId, createdAt: new Date().toISOString(), sha256: hashOf(key).toString('hex') };
    await this.bucket.create(keyId, JSON.stringify(stored));
    this.keys.set(keyId, stored);
    return { ...shown(stored), key };
  }

  /** Works from the next request on; at other gateways as soon as they hear of it. */
  async revoke(keyId: string): Promise<boolean> {
    if (!this.keys.delete(keyId)) return false;
    await this.bucket.delete(keyId);
    return true;
  }

  /** Whose key this is; an unknown, revoked or expired one is nobody's, in the same time. */
  async find(secret: string): Promise<Caller | undefined> {
    const keyId = KEY.exec(secret)?.[1];
    const stored = keyId === undefined ? undefined : (this.keys.get(keyId) ?? (await this.lookUp(keyId)));
    const same = sameSecret(secret, stored === undefined ? NO_KEY : Buffer.from(stored.sha256, 'hex'));
    if (!same || stored === undefined || isOver(stored)) return undefined;
    return { id: stored.keyId, scopes: new Set(stored.scopes), machines: stored.machines };
  }

  /** One that was made at another gateway a moment ago may not have been heard of yet. */
  private async lookUp(keyId: string): Promise<StoredKey | undefined> {
    return keyIn((await this.bucket.get(keyId))?.value);
  }

  private hear(keyId: string, value: string | undefined): void {
    const key = keyIn(value);
    if (key === undefined) this.keys.delete(keyId);
    else this.keys.set(keyId, key);
  }
}

const keyIn = (value: string | undefined): StoredKey | undefined =>
  value === undefined ? undefined : StoredKeySchema.safeParse(JSON.parse(value)).data;

const isOver = ({ expiresAt }: Key): boolean => expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();

const shown = ({ sha256: _hidden, ...key }: StoredKey): Key => key;
