import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EnrolledSchema, UserKeySchema, type Enrolled } from '#contracts/enrolment';
import { ACCOUNTS, type Account } from './bus-accounts.js';
import { quick } from './quick-key.js';

/**
 * Who may say who is on the bus: the keys behind every JWT, and which PCs were let in or shut out (docs/decisions/0008).
 *
 * The operator signs accounts, a signer per account signs its users; both are as short-lived as they can be. What has to
 * last are the accounts' names (public keys), the key that signs enrolled PCs, and the list of those.
 */
export interface Authority {
  readonly operator: KeyPair;
  /** Public keys; the private halves are thrown away at once, since signers do their work. */
  readonly accounts: Readonly<Record<Account, string>>;
  readonly signers: Readonly<Record<Account, KeyPair>>;
  /** Signs the JWTs of enrolled PCs, and nothing wider: its users get the agents' template. The gateway holds it too. */
  readonly agents: KeyPair;
  /** The gateway's own on the bus, also what it signs every yes with: kept, since enrolled PCs know its public half. */
  readonly gateway: KeyPair;
  readonly enrolled: Map<string, Enrolled>;
  /** Public keys that may never come back. */
  readonly revoked: Set<string>;
}

const byAccount = <S extends z.ZodType>(value: S) => z.record(z.enum(ACCOUNTS as [Account, ...Account[]]), value);

const FileSchema = z.strictObject({
  accounts: byAccount(z.string()),
  agents: z.string(),
  /** Files of before 2026-11-27 have none. */
  gateway: z.string().optional(),
  enrolled: z.array(EnrolledSchema),
  revoked: z.array(UserKeySchema),
  /** Only where nobody stays to make new ones: beside a NATS of the owner's. */
  operator: z.string().optional(),
  signers: byAccount(z.string()).optional(),
});
type Kept = z.output<typeof FileSchema>;

/** A damaged file must not become a new authority: every enrolled PC would be out, without a word. */
export const openAuthority = async (file: string): Promise<Authority> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return newAuthority();
  const kept = FileSchema.safeParse(jsonIn(text));
  if (kept.success) return fromKept(kept.data);
  throw new Error(
    `${file} is damaged. Put a copy back, or move it away: then every other PC has to be enrolled again.`,
  );
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const newAuthority = (): Authority => ({
  operator: quick(createOperator()),
  accounts: forAccounts(() => quick(createAccount()).getPublicKey()),
  signers: forAccounts(() => quick(createAccount())),
  agents: quick(createAccount()),
  gateway: quick(createUser()),
  enrolled: new Map(),
  revoked: new Set(),
});

const fromKept = (kept: Kept): Authority => ({
  operator: kept.operator === undefined ? quick(createOperator()) : pairOf(kept.operator),
  accounts: kept.accounts,
  signers: forAccounts((account) =>
    kept.signers === undefined ? quick(createAccount()) : pairOf(kept.signers[account]),
  ),
  agents: pairOf(kept.agents),
  gateway: kept.gateway === undefined ? quick(createUser()) : pairOf(kept.gateway),
  enrolled: new Map(kept.enrolled.map((one) => [one.machine, one])),
  revoked: new Set(kept.revoked),
});

/** `withKeys`: also the keys that a starter makes anew each time. */
export const saveAuthority = async (
  file: string,
  authority: Authority,
  options: { withKeys?: boolean } = {},
): Promise<void> => {
  const kept: Kept = {
    accounts: authority.accounts,
    agents: seedOf(authority.agents),
    gateway: seedOf(authority.gateway),
    enrolled: [...authority.enrolled.values()],
    revoked: [...authority.revoked],
    ...(options.withKeys === true && {
      operator: seedOf(authority.operator),
      signers: forAccounts((account) => seedOf(authority.signers[account])),
    }),
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(kept, null, 1), { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
};

const forAccounts = <T>(make: (account: Account) => T): Record<Account, T> =>
  Object.fromEntries(ACCOUNTS.map((account) => [account, make(account)])) as Record<Account, T>;

const seedOf = (pair: KeyPair): string => new TextDecoder().decode(pair.getSeed());

const pairOf = (seed: string): KeyPair => quick(fromSeed(new TextEncoder().encode(seed)));
