import { ACCOUNTS, exportsOf, importsOf, type Account } from './bus-accounts.js';
import type { Role } from './bus-roles.js';

/** One key and what it may say; the server knows only the public half. */
export interface BusUser {
  readonly role: Role;
  readonly publicKey: string;
}

const WITH_JETSTREAM: readonly Account[] = ['HOUSE', 'PLANNER'];

export interface BusPlace {
  readonly storeFolder: string;
  /** Loopback, or an address inside a network of its own. */
  readonly host: string;
  /** Health and figures, without any key: on loopback, whatever `host` is. */
  readonly monitorPort?: number;
  readonly cluster?: { readonly node: string; readonly nodes: readonly string[] };
}

const CLUSTER_PORT = 6222;

/** Configuration text of a server; JSON is valid in it. */
export const configOf = (users: readonly BusUser[], place: BusPlace): string => `
host: ${JSON.stringify(place.host)}
max_payload: 1MB
jetstream { store_dir: ${JSON.stringify(place.storeFolder)}, max_memory_store: 64MB, max_file_store: 1GB }
${place.monitorPort === undefined ? '' : `http: "127.0.0.1:${place.monitorPort}"\n`}${clusterOf(place)}\
accounts: ${JSON.stringify(accountsOf(users), null, 1)}
`;

const clusterOf = ({ cluster }: BusPlace): string => {
  if (cluster === undefined) return '';
  const { node, nodes } = cluster;
  const routes = nodes.map((one) => `nats://${one}:${CLUSTER_PORT}`);
  return `server_name: ${JSON.stringify(node)}\ncluster ${JSON.stringify({ name: 'ordena', port: CLUSTER_PORT, routes })}\n`;
};

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
