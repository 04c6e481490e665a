import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  connect,
  credsAuthenticator,
  nkeyAuthenticator,
  type Authenticator,
  type NatsConnection,
  type TlsOptions,
} from '@nats-io/transport-node';

export interface BusOptions {
  /** One address, several separated by commas (any node of a cluster will do), or a list. */
  readonly servers: string | string[];
  /** Shown by `nats server report connections`. */
  readonly name: string;
  /** A user JWT with its seed (`.creds`), or an nkey seed alone. */
  readonly credsFile?: string;
  /** Credentials that change while the process lives; they count more than a file. */
  readonly authenticator?: Authenticator;
  /** Where this process's replies arrive; its permissions allow no other inbox. */
  readonly inboxPrefix?: string;
}

/**
 * One connection per process. It never gives up: a PC that slept for a week comes back by itself, and a start before
 * the server is there waits for it (the client's defaults crash at start and give up after ten tries).
 */
export const connectBus = (options: BusOptions): Promise<NatsConnection> =>
  connect({
    servers: [options.servers].flat().flatMap((addresses) => addresses.split(',')),
    name: options.name,
    inboxPrefix: options.inboxPrefix,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 500,
    reconnectJitter: 500,
    noAsyncTraces: true, // else every request captures a stack beforehand, which costs more than its answer
    // Whoever renews credentials while turned away must still be knocking when they come.
    ignoreAuthErrorAbort: options.authenticator !== undefined,
    authenticator:
      options.authenticator ?? (options.credsFile === undefined ? undefined : authenticatorFrom(options.credsFile)),
    tls: tlsFor(options),
  });

/**
 * `tls://` means that nothing is said to a server in plain, whatever it offers. Whom to trust: the authority in `ca.pem`
 * beside the credentials, or whom this system trusts.
 */
const tlsFor = ({ servers, credsFile }: BusOptions): TlsOptions | undefined => {
  if (![servers].flat().some((server) => server.startsWith('tls://'))) return undefined;
  const caFile = join(dirname(credsFile ?? ''), 'ca.pem');
  return credsFile !== undefined && existsSync(caFile) ? { caFile } : {};
};

export const authenticatorFrom = (file: string): Authenticator => {
  const credentials = readFileSync(file);
  const isJwt = credentials.includes('BEGIN NATS USER JWT');
  return isJwt ? credsAuthenticator(credentials) : nkeyAuthenticator(seedIn(credentials));
};

const seedIn = (credentials: Buffer): Uint8Array => new TextEncoder().encode(credentials.toString('utf8').trim());
