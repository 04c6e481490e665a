import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';

const COPIES = 3;

/** How many servers keep what we store: three where there is a cluster, so that any one of them may go; else the one. */
const replicasOn = (nc: NatsConnection): number => (nc.info?.cluster === undefined ? 1 : COPIES);

/** A bucket of last values, made if it is not there. `ttlMs`: how long a value is kept; for ever without. */
export const openBucket = async (nc: NatsConnection, bucket: string, ttlMs?: number): Promise<KV> => {
  const limits = { history: 1, ttl: ttlMs, replicas: replicasOn(nc) };
  const kv = await onceSettled(nc, () => new Kvm(nc).create(bucket, limits));
  return nc.info?.cluster === undefined ? kv : patient(kv);
};

/** A stream, made if it is not there; one of an older version, or of a process that started just now, gets these limits. */
export const keepStream = async (
  nc: NatsConnection,
  limits: Partial<StreamConfig> & { readonly name: string },
): Promise<void> => {
  const { streams } = await jetstreamManager(nc);
  const wanted = { ...limits, num_replicas: replicasOn(nc) };
  await onceSettled(nc, () => streams.add(wanted).catch(() => streams.update(limits.name, wanted)));
};

interface Patience {
  readonly tries: number;
  readonly isPassing: (error: unknown) => boolean;
}

const PAUSE_MS = 500;

const tryAgain = async <T>(work: () => Promise<T>, { tries, isPassing }: Patience): Promise<T> => {
  for (let at = 1; ; at++) {
    try {
      return await work();
    } catch (error) {
      if (at === tries || !isPassing(error)) throw error;
      await sleep(PAUSE_MS);
    }
  }
};

/** A cluster that is choosing its leaders lets a request time out and grants it a moment later; a single server does not. */
const onceSettled = <T>(nc: NatsConnection, work: () => Promise<T>): Promise<T> =>
  tryAgain(work, { tries: nc.info?.cluster === undefined ? 1 : 6, isPassing: () => true });

/** Nobody heard it. By name: the library does not export the class. */
const isUnheard = (error: unknown): boolean => error instanceof Error && error.name === 'JetStreamNotEnabled';

const LEADERLESS: Patience = { tries: 30, isPassing: isUnheard };

const ASKS = ['get', 'put', 'update', 'create', 'delete'];

/**
 * A bucket whose leader died has nobody to ask until another is chosen, some seconds. What nobody heard was not done,
 * so it is asked again; a timeout is not, because that may have been done.
 */
const patient = (kv: KV): KV =>
  new Proxy(kv, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const ask = value.bind(target) as (...given: unknown[]) => Promise<unknown>;
      if (!ASKS.includes(String(name))) return ask;
      return (...given: unknown[]) => tryAgain(() => ask(...given), LEADERLESS);
    },
  });
