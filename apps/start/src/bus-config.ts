import { join } from 'node:path';
import { ACCOUNTS, exportsOf, importsOf, type Account } from './bus-accounts.js';
import type { Role } from './bus-roles.js';

/** One key and what it may say; the server knows only the public half. */
export interface BusUser {
  readonly role: Role;
  readonly publicKey: string;
}

const WITH_JETSTREAM: readonly Account[] = ['HOUSE', 'PLANNER'];

/** Configuration text of the embedded server: loopback only, no monitoring port. JSON is valid in it. */
export const configOf = (users: readonly BusUser[], folder: string): string => `
host: "127.0.0.1"
max_payload: 1MB
jetstream { store_dir: ${JSON.stringify(join(folder, 'store'))}, max_memory_store: 64MB, max_file_store: 1GB }
accounts: ${JSON.stringify(accountsOf(users), null, 1)}
`;

/** The `accounts` block: users with their permissions, and what passes between accounts. */
export const accountsOf = (users: readonly BusUser[]): Record<string, object> =>
  Object.fromEntries(ACCOUNTS.map((account) => [account, accountOf(account, users)]));

const accountOf = (account: Account, users: readonly BusUser[]): object => ({
  ...(WITH_JETSTREAM.includes(account) && { jetstream: 'enabled' }),
  users: users
    .filter(({ role }) => role.account === account)
    .map(({ role, publicKey }) => ({ nkey: publicKey, permissions: permissionsOf(role) })),
  exports: exportsOf(account),
  imports: importsOf(account),
});

const permissionsOf = ({ publish, subscribe }: Role): object => ({
  publish: { allow: publish },
  subscribe: { allow: subscribe },
});
