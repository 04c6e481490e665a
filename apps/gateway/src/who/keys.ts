import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { KeySchema, type Key, type NewKey } from '#contracts/http/views';
import type { Caller } from './caller.js';
import { hashOf, newSecret, sameSecret } from './secret.js';

const StoredKeySchema = KeySchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const FileSchema = z.strictObject({ keys: z.array(StoredKeySchema) });
type StoredKey = z.output<typeof StoredKeySchema>;

export type KeyWish = Pick<Key, 'name' | 'scopes' | 'machines' | 'expiresAt'>;

const KEY = /^ordena_(k-[0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
const MAX_KEYS = 1000;
const NO_KEY = hashOf('no such key');

/** API keys: shown once, kept as hashes in a file only its owner can read. */
export class Keys {
  private constructor(
    private readonly file: string,
    private readonly keys: Map<string, StoredKey>,
  ) {}

  static open(stateFolder: string): Keys {
    const file = join(stateFolder, 'gateway', 'keys.json');
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return new Keys(file, new Map(readKeys(file).map((key) => [key.keyId, key])));
  }

  list(): Key[] {
    return [...this.keys.values()].map(shown);
  }

  /** The only time the key itself is seen. */
  create(wish: KeyWish): NewKey {
    if (this.keys.size >= MAX_KEYS)
      throw new OrdenaError('TOO_MANY', `There are ${MAX_KEYS} keys already; revoke some.`, {
        details: { limit: MAX_KEYS },
      });
    const keyId = `k-${randomBytes(6).toString('hex')}`;
    const key = `ordena_${keyId}_${newSecret()}`;
    const stored = { ...wish, keyId, createdAt: new Date().toISOString(), sha256: hashOf(key).toString('hex') };
    this.keys.set(keyId, stored);
    this.save();
    return { ...shown(stored), key };
  }

  /** Works from the next request on. */
  revoke(keyId: string): boolean {
    const known = this.keys.delete(keyId);
    if (known) this.save();
    return known;
  }

  /** Whose key this is; an unknown, revoked or expired one is nobody's, in the same time. */
  find(secret: string): Caller | undefined {
    const stored = this.keys.get(KEY.exec(secret)?.[1] ?? '');
    const same = sameSecret(secret, stored === undefined ? NO_KEY : Buffer.from(stored.sha256, 'hex'));
    if (!same || stored === undefined || isOver(stored)) return undefined;
    return { id: stored.keyId, scopes: new Set(stored.scopes), machines: stored.machines };
  }

  private save(): void {
    const draft = `${this.file}.new`;
    writeFileSync(draft, JSON.stringify({ keys: [...this.keys.values()] }, null, 1), { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, this.file);
  }
}

const isOver = ({ expiresAt }: Key): boolean => expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();

const shown = ({ sha256: _hidden, ...key }: StoredKey): Key => key;

/** A damaged file must not quietly become "no keys": somebody would be locked out without knowing why. */
const readKeys = (file: string): StoredKey[] => {
  try {
    return FileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new OrdenaError(
      'BAD_CONFIG',
      'The file of API keys (gateway/keys.json in the state folder) is damaged; move it away.',
      { cause },
    );
  }
};
