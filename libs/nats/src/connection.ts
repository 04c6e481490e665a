import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  connect,
  nkeyAuthenticator,
  type Authenticator,
  type NatsConnection,
  type TlsOptions,
} from '@nats-io/transport-node';
import { noticeChanges, onBusChange } from './bus-changes.js';
import { proving, userKeyIn, type UserKey } from './user-key.js';

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
  /** One try, and the reason when it fails; else it waits for its server for ever. */
  readonly once?: boolean;
}

/** A server that lost its power or its network says nothing: after three of these without an answer it counts as gone. */
const PING_MS = 10_000;
/** A server that hears us and says nothing is left for the next one. */
const GREETING_MS = 5_000;

/**
 * One connection per process. It never gives up: a PC that slept for a week comes back by itself, and a start before
 * the server is there waits for it (the client's defaults crash at start, give up after ten tries, and take six minutes
 * to notice a silent server).
 */
export const connectBus = async (options: BusOptions): Promise<NatsConnection> => {
  const pace = new Pace();
  const nc = await connect({
    servers: [options.servers].flat().flatMap((addresses) => addresses.split(',')),
    name: options.name,
    inboxPrefix: options.inboxPrefix,
    reconnect: options.once !== true,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: options.once !== true,
    reconnectDelayHandler: () => pace.pauseMs(),
    pingInterval: PING_MS,
    timeout: GREETING_MS,
    noAsyncTraces: true, // else every request captures a stack beforehand, which costs more than its answer
    // Whoever renews credentials while turned away must still be knocking when they come.
    ignoreAuthErrorAbort: options.authenticator !== undefined && options.once !== true,
    authenticator:
      options.authenticator ?? (options.credsFile === undefined ? undefined : authenticatorFrom(options.credsFile)),
    tls: tlsFor(options),
  });
  pace.arrived();
  noticeChanges(nc);
  onBusChange(nc, () => pace.arrived());
  return nc;
};

/** Says what is still to be said, and leaves; at once when nobody is there to hear it. */
export const leaveBus = async (nc: NatsConnection): Promise<void> => {
  if (!nc.isClosed()) await nc.drain().catch(() => nc.close());
};

/** How long a server is left alone before it is tried again. */
const PAUSE_MS = 500;
const LONG_PAUSE_MS = 1_500;
const PATIENCE_MS = 30_000;

/** Quick after a hiccup; slower for a server that stays away, and never together with everybody else who waits for it. */
class Pace {
  private awaySince: number | undefined;

  pauseMs(): number {
    this.awaySince ??= Date.now();
    const pauseMs = Date.now() - this.awaySince < PATIENCE_MS ? PAUSE_MS : LONG_PAUSE_MS;
    return pauseMs * (1 + Math.random());
  }

  arrived(): void {
    this.awaySince = undefined;
  }
}

/**
 * `tls://` means that nothing is said to a server in plain, whatever it offers. Whom to trust: the authority in `ca.pem`
 * beside the credentials, or whom this system trusts.
 */
const tlsFor = ({ servers, credsFile }: BusOptions): TlsOptions | undefined => {
  if (![servers].flat().some((server) => server.startsWith('tls://'))) return undefined;
  const caFile = join(dirname(credsFile ?? ''), 'ca.pem');
  return credsFile !== undefined && existsSync(caFile) ? { caFile } : {};
};

/** Who a `.creds` file says we are; undefined for an nkey seed alone. */
export const userKeyFrom = (file: string): UserKey | undefined => userKeyIn(readFileSync(file, 'utf8'));

export const authenticatorFrom = (file: string): Authenticator => authenticatorIn(readFileSync(file, 'utf8'));

/** The same from the text of such a file. */
export const authenticatorIn = (credentials: string): Authenticator => {
  const user = userKeyIn(credentials);
  return user === undefined ? nkeyAuthenticator(new TextEncoder().encode(credentials.trim())) : proving(() => user);
};
