import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';

const COPIES = 3;

/** How many servers keep what we store: three where there is a cluster, so that any one of them may go; else the one. */
const replicasOn = (nc: NatsConnection): number => (nc.info?.cluster === undefined ? 1 : COPIES);

/** A bucket of last values, made if it is not there. `ttlMs`: how long a value is kept; for ever without. */
export const openBucket = (nc: NatsConnection, bucket: string, ttlMs?: number): Promise<KV> =>
  onceSettled(nc, () => new Kvm(nc).create(bucket, { history: 1, ttl: ttlMs, replicas: replicasOn(nc) }));

/** A stream, made if it is not there; one of an older version, or of a process that started just now, gets these limits. */
export const keepStream = async (
  nc: NatsConnection,
  limits: Partial<StreamConfig> & { readonly name: string },
): Promise<void> => {
  const { streams } = await jetstreamManager(nc);
  const wanted = { ...limits, num_replicas: replicasOn(nc) };
  await onceSettled(nc, () => streams.add(wanted).catch(() => streams.update(limits.name, wanted)));
};

const TRIES = 6;
const PAUSE_MS = 500;

/** A cluster that is choosing its leaders lets a request time out and grants it a moment later; a single server does not. */
const onceSettled = async <T>(nc: NatsConnection, work: () => Promise<T>): Promise<T> => {
  const tries = nc.info?.cluster === undefined ? 1 : TRIES;
  for (let at = 1; ; at++) {
    try {
      return await work();
    } catch (error) {
      if (at === tries) throw error;
      await sleep(PAUSE_MS);
    }
  }
};
