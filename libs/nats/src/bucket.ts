import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

const COPIES = 3;

/** How many servers keep what we store: three where there is a cluster, so that any one of them may go; else the one. */
export const replicasOn = (nc: NatsConnection): number => (nc.info?.cluster === undefined ? 1 : COPIES);

/** A bucket of last values, made if it is not there. `ttlMs`: how long a value is kept; for ever without. */
export const openBucket = (nc: NatsConnection, bucket: string, ttlMs?: number): Promise<KV> =>
  new Kvm(nc).create(bucket, { history: 1, ttl: ttlMs, replicas: replicasOn(nc) });
