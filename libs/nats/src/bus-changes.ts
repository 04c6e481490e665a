import type { NatsConnection } from '@nats-io/transport-node';

/**
 * When a NATS node dies, everybody who was connected to it is away for a moment and comes back through another. Meanwhile
 * "nobody listens" is not the truth yet. The client tells of it: it found another node itself, or was told of other nodes.
 */
const UNSETTLED_MS = 5_000;

interface Changes {
  lastAt: number;
  readonly onChange: Set<() => void>;
}

const changesOf = new WeakMap<NatsConnection, Changes>();

/** Notices changes from now on, for as long as the connection lives. */
export const noticeChanges = (nc: NatsConnection): void => {
  const changes: Changes = { lastAt: -UNSETTLED_MS, onChange: new Set() };
  changesOf.set(nc, changes);
  void notice(nc, changes);
};

const notice = async (nc: NatsConnection, changes: Changes): Promise<void> => {
  for await (const { type } of nc.status()) {
    if (type !== 'reconnect' && type !== 'update') continue;
    changes.lastAt = performance.now();
    changes.onChange.forEach((tell) => tell());
  }
};

/** A node came or went a moment ago, so whoever does not answer now may answer soon. */
export const isUnsettled = (nc: NatsConnection): boolean =>
  performance.now() - (changesOf.get(nc)?.lastAt ?? -UNSETTLED_MS) < UNSETTLED_MS;

/** Calls back at each change; returns what ends it. */
export const onBusChange = (nc: NatsConnection, tell: () => void): (() => void) => {
  const onChange = changesOf.get(nc)?.onChange;
  onChange?.add(tell);
  return () => void onChange?.delete(tell);
};

/** More than one node: any one of them may go, and the others stay. */
export const isCluster = (nc: NatsConnection): boolean => nc.info?.cluster !== undefined;
