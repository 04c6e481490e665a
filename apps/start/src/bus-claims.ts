import {
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
  parseCreds,
  type Account as Claims,
  type SigningKey,
} from '@nats-io/jwt';
import { createUser, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { gatewayTag } from '#contracts/signed-yes';
import { ACCOUNTS, exportsOf, importsOf, type Account } from './bus-accounts.js';
import type { Authority } from './bus-authority.js';
import { agentRole, GATEWAY_ROLE, type Role } from './bus-roles.js';
import { quick } from './quick-key.js';

/** What the authority says in writing: JWTs of the operator, of each account, and of each role's user. */

/** The server puts the name of the user's JWT in here; so it must match the pattern of machine ids before it is signed. */
const NAME = '{{name()}}';
export const AGENT_TEMPLATE: Role = agentRole(NAME);

const WITH_JETSTREAM: readonly Account[] = ['HOUSE', 'PLANNER'];
const NO_LIMIT = -1;
/** A revocation bars what was signed before it; a key that was shut out is to stay out, whatever is signed for it. */
const FOR_EVER = 32_503_680_000;

/** The library's defaults mean 0, and 0 means none. */
const LIMITS = {
  subs: NO_LIMIT,
  data: NO_LIMIT,
  payload: NO_LIMIT,
  imports: NO_LIMIT,
  exports: NO_LIMIT,
  wildcards: true,
  conn: NO_LIMIT,
  leaf: 0,
};
const JETSTREAM_LIMITS = { mem_storage: NO_LIMIT, disk_storage: NO_LIMIT, streams: NO_LIMIT, consumer: NO_LIMIT };

export type AccountClaims = Record<Account, Partial<Claims>>;

export const claimsOf = (authority: Authority): AccountClaims =>
  Object.fromEntries(ACCOUNTS.map((account) => [account, claimsFor(account, authority)])) as AccountClaims;

const claimsFor = (account: Account, authority: Authority): Partial<Claims> => ({
  exports: exportsOf(account),
  imports: importsOf(account, authority.accounts),
  limits: { ...LIMITS, ...(WITH_JETSTREAM.includes(account) && JETSTREAM_LIMITS) },
  signing_keys: account === 'FLEET' ? fleetSigners(authority) : [publicOf(authority.signers[account])],
  ...(account === 'FLEET' && { revocations: Object.fromEntries([...authority.revoked].map((key) => [key, FOR_EVER])) }),
});

/**
 * Agents of this start and enrolled ones have the same fence, from keys of different lives. Written by hand: the library's
 * helpers add an empty `resp`, which a server takes for `allow_responses`.
 */
const fleetSigners = ({ signers, agents }: Authority): SigningKey[] =>
  [signers.FLEET, agents].map((pair) => ({
    kind: 'user_scope',
    key: publicOf(pair),
    role: 'agent',
    template: { ...permissionsOf(AGENT_TEMPLATE), ...USER_LIMITS },
  }));

const USER_LIMITS = {
  subs: NO_LIMIT,
  data: NO_LIMIT,
  payload: NO_LIMIT,
  bearer_token: false,
  allowed_connection_types: ['STANDARD' as const],
};

const permissionsOf = ({ publish, subscribe }: Role) => ({
  pub: { allow: [...publish], deny: [] },
  sub: { allow: [...subscribe], deny: [] },
});

const publicOf = (pair: KeyPair): string => pair.getPublicKey();

export const operatorJwt = ({ operator, accounts }: Authority): Promise<string> =>
  encodeOperator('ordena', operator, { system_account: accounts.SYS });

/** One account's JWT, as the server keeps and compares it. */
export const accountJwt = (authority: Authority, account: Account, claims?: Partial<Claims>): Promise<string> =>
  encodeAccount(account, authority.accounts[account], claims ?? claimsFor(account, authority), {
    signer: authority.operator,
  });

/** Credentials of a role: JWT and seed, as stock NATS tools read them. `known` ones keep their key; the gateway has its own. */
export const credsOf = async (authority: Authority, role: Role, known?: Uint8Array): Promise<Uint8Array> => {
  const pair =
    role === GATEWAY_ROLE ? authority.gateway : quick(known === undefined ? createUser() : await pairIn(known));
  return fmtCreds(await userJwt(authority, role, pair), pair);
};

const pairIn = async (creds: Uint8Array): Promise<KeyPair> =>
  fromSeed(new TextEncoder().encode((await parseCreds(creds)).key));

const userJwt = (authority: Authority, role: Role, pair: KeyPair): Promise<string> => {
  const account = authority.accounts[role.account];
  const signer = authority.signers[role.account];
  const ofAgent = { tags: [gatewayTag(authority.gateway.getPublicKey())] };
  const rights = role.machine === undefined ? { ...permissionsOf(role), ...USER_LIMITS } : ofAgent;
  return encodeUser(role.machine ?? role.name, publicOf(pair), account, rights, { signer, scopedUser: true });
};
