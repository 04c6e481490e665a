import { jetstream, jetstreamManager, type JetStreamClient, type StreamConfig } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { isCluster } from './bus-changes.js';
import { isMomentary, TRY_MS, whenStoreAnswers } from './store-patience.js';

const COPIES = 3;

/** How many servers keep what we store: three where there is a cluster, so that any one of them may go; else the one. */
export const replicasOn = (nc: NatsConnection): number => (isCluster(nc) ? COPIES : 1);

/** JetStream whose every question has its deadline. */
export const storeOf = (nc: NatsConnection): JetStreamClient => jetstream(nc, { timeout: TRY_MS });

/**
 * What makes a store, or finds it made. A cluster whose leaders are being chosen refuses for a moment what it grants then,
 * in many ways; a single server says at once, and for good, that it has no JetStream.
 */
export const openStore = <T>(nc: NatsConnection, open: () => Promise<T>): Promise<T> =>
  isCluster(nc) ? whenStoreAnswers(open, () => true) : open();

/** A stream, made if it is not there; one of an older version, or of a process that started just now, gets these limits. */
export const keepStream = async (
  nc: NatsConnection,
  limits: Partial<StreamConfig> & { readonly name: string },
): Promise<void> => {
  const wanted = { ...limits, num_replicas: replicasOn(nc) };
  await openStore(nc, async () => {
    const { streams } = await jetstreamManager(nc, { timeout: TRY_MS });
    await streams.add(wanted).catch((error: unknown) => {
      if (isMomentary(error)) throw error;
      return streams.update(limits.name, wanted);
    });
  });
};
