import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

const COPIES = 3;

/** How many servers keep what we store: three where there is a cluster, so that any one of them may go; else the one. */
const replicasOn = (nc: NatsConnection): number => (nc.info?.cluster === undefined ? 1 : COPIES);

/** A bucket of last values, made if it is not there. `ttlMs`: how long a value is kept; for ever without. */
export const openBucket = (nc: NatsConnection, bucket: string, ttlMs?: number): Promise<KV> =>
  new Kvm(nc).create(bucket, { history: 1, ttl: ttlMs, replicas: replicasOn(nc) });

/** A stream, made if it is not there; one of an older version, or of a process that started just now, gets these limits. */
export const keepStream = async (
  nc: NatsConnection,
  limits: Partial<StreamConfig> & { readonly name: string },
): Promise<void> => {
  const { streams } = await jetstreamManager(nc);
  const wanted = { ...limits, num_replicas: replicasOn(nc) };
  await streams.add(wanted).catch(() => streams.update(limits.name, wanted));
};
