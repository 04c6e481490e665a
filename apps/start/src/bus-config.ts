import { join } from 'node:path';
import { ACCOUNTS } from './bus-accounts.js';
import type { Authority } from './bus-authority.js';
import { accountJwt, claimsOf, operatorJwt, type AccountClaims } from './bus-claims.js';

export interface BusPlace {
  readonly storeFolder: string;
  /** Loopback, an address inside a network of its own, or with `tls` any. */
  readonly host: string;
  /** Health and figures, without any key: on loopback, whatever `host` is. */
  readonly monitorPort?: number;
  readonly cluster?: BusCluster;
  readonly tls?: { readonly caFile: string; readonly certFile: string; readonly keyFile: string };
}

export interface BusCluster {
  readonly node: string;
  /** `host:port` of every node. */
  readonly routes: readonly string[];
  readonly port: number;
}

/** Configuration text of a server; JSON is valid in it. `claims` differ from the authority's own only in tests. */
export const configOf = async (
  authority: Authority,
  place: BusPlace,
  claims: AccountClaims = claimsOf(authority),
): Promise<string> => `${refusePlain(place)}
host: ${JSON.stringify(place.host)}
max_payload: 1MB
jetstream { store_dir: ${JSON.stringify(place.storeFolder)}, max_memory_store: 64MB, max_file_store: 1GB }
${place.monitorPort === undefined ? '' : `http: "127.0.0.1:${place.monitorPort}"\n`}${clusterOf(place)}${tlsOf(place)}\
${await accountsOf(authority, { claims, storeFolder: place.storeFolder })}`;

/** Beyond this PC nothing is said in plain. */
const refusePlain = ({ host, tls }: BusPlace): string => {
  if (tls !== undefined || /^(127\.|::1$|localhost$)/.test(host)) return '';
  throw new Error(`A server on ${host} needs TLS: certificate and key.`);
};

/** Nodes show each other the certificate, both ways. */
const clusterOf = ({ cluster, tls }: BusPlace): string => {
  if (cluster === undefined) return '';
  const { node, port } = cluster;
  const routes = cluster.routes.map((one) => `nats://${one}`);
  const among = { name: 'ordena', port, routes, ...(tls && { tls: { ...filesOf(tls), ca_file: tls.caFile } }) };
  return `server_name: ${JSON.stringify(node)}\ncluster ${JSON.stringify(among)}\n`;
};

/** With it, the server talks to nobody in plain. */
const tlsOf = ({ tls }: BusPlace): string => (tls === undefined ? '' : `tls ${JSON.stringify(filesOf(tls))}\n`);

const filesOf = ({ certFile, keyFile }: NonNullable<BusPlace['tls']>): object => ({
  cert_file: certFile,
  key_file: keyFile,
  timeout: 5,
});

/** Accounts as JWTs that the server keeps and takes new versions of while it runs: that is how a PC is shut out at once. */
export const accountsOf = async (
  authority: Authority,
  { claims, storeFolder }: { claims: AccountClaims; storeFolder: string },
): Promise<string> => {
  const jwts = ACCOUNTS.map(async (account): Promise<[string, string]> => [
    authority.accounts[account],
    await accountJwt(authority, account, claims[account]),
  ]);
  return `operator: ${await operatorJwt(authority)}
system_account: ${authority.accounts.SYS}
resolver ${JSON.stringify({ type: 'full', dir: join(storeFolder, 'accounts'), allow_delete: false, interval: '2m' })}
resolver_preload: ${JSON.stringify(Object.fromEntries(await Promise.all(jwts)), null, 1)}
`;
};
