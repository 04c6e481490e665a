import { randomBytes } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { BUCKETS } from '#contracts/buckets';
import { MachineIdSchema } from '#contracts/machine';
import { Bucket, type Entry } from '#nats/bucket';
import { hashOf, sameSecret } from '../who/secret.js';

/** Codes with which a PC joins: hashed, one per machine, for a quarter of an hour, good once, for any gateway of the house. */

const LASTS_MS = 15 * 60_000;
/** `<machine>_<27 characters>`: 160 random bits. */
const CODE = /^([a-z0-9-]{1,32})_[A-Za-z0-9_-]{27}$/;
const SECRET_BYTES = 20;
const NO_CODE = hashOf('no such code');

const KeptSchema = z.strictObject({
  sha256: z.string(),
  expiresAt: z.number(),
  displayName: z.string().optional(),
});
type Kept = z.output<typeof KeptSchema>;

export interface NewCode {
  readonly code: string;
  readonly expiresAt: Date;
}

export interface TakenCode {
  readonly machine: string;
  /** Nobody was let in with it after all. Whether it is good again: not where the store is away, or a newer one is there. */
  giveBack(): Promise<boolean>;
}

export class Codes {
  private constructor(
    private readonly bucket: Bucket,
    private readonly now: () => number,
  ) {}

  static async open(nc: NatsConnection, now: () => number = Date.now): Promise<Codes> {
    return new Codes(await Bucket.open(nc, BUCKETS.enrolments, LASTS_MS), now);
  }

  /** A new one for the same machine makes the old one worthless. */
  async create(machine: string, displayName?: string): Promise<NewCode> {
    const code = `${machine}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const expiresAt = this.now() + LASTS_MS;
    const kept: Kept = { sha256: hashOf(code).toString('hex'), expiresAt, ...(displayName && { displayName }) };
    await this.bucket.put(machine, JSON.stringify(kept));
    return { code, expiresAt: new Date(expiresAt) };
  }

  /**
   * The machine this code lets in; from now on the code is used, unless it is given back. Undefined for a wrong, foreign,
   * used, expired or malformed one alike, and in the same time.
   */
  async take(code: string): Promise<TakenCode | undefined> {
    const machine = machineIn(code);
    const entry = machine === undefined ? undefined : await this.bucket.get(machine);
    const kept = entry && keptIn(entry);
    const isSame = sameSecret(code, kept === undefined ? NO_CODE : Buffer.from(kept.sha256, 'hex'));
    if (!isSame || machine === undefined || entry === undefined || kept === undefined) return undefined;
    if (kept.expiresAt <= this.now()) return undefined;
    // Two that come at once: the store lets one of them have this revision.
    const isMine = await this.bucket.delete(machine, entry.revision);
    return isMine ? { machine, giveBack: () => this.giveBack(machine, entry) } : undefined;
  }

  /** It keeps its end; a newer code for that machine, made meanwhile, stays. */
  private async giveBack(machine: string, { value }: Entry): Promise<boolean> {
    return (await this.bucket.create(machine, value).catch(() => undefined)) !== undefined;
  }

  async forget(machine: string): Promise<void> {
    await this.bucket.delete(machine);
  }
}

/** It becomes a key of the store, so it is checked before. */
const machineIn = (code: string): string | undefined => {
  const machine = MachineIdSchema.safeParse(CODE.exec(code)?.[1]);
  return machine.success ? machine.data : undefined;
};

const keptIn = ({ value }: Entry): Kept => KeptSchema.parse(JSON.parse(value));
