import { DiscardPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { EVENT_STREAM, eventSubject } from '#contracts/subjects';
import { keepStream } from './store.js';

/** Progress is for those who watch now; everything else is what an owner looks up later. */
const KEPT = ['online', 'offline', 'planned', 'approved', 'committed', 'undone', 'discarded', 'refused'];

const NS_PER_DAY = 24 * 60 * 60 * 1_000_000_000;

/** Old events make room for new ones: a full disk on the server must never stop work on a PC. */
const LIMITS = {
  max_age: 90 * NS_PER_DAY,
  max_bytes: 128 * 1024 * 1024,
  max_msgs: 1_000_000,
  max_msg_size: 64 * 1024,
  discard: DiscardPolicy.Old,
};

/** Keeps the audit feed in a stream with limits. Idempotent; a stream of an older version gets the new limits. */
export const keepEvents = (nc: NatsConnection): Promise<void> =>
  keepStream(nc, {
    name: EVENT_STREAM,
    subjects: KEPT.map((kind) => eventSubject('*', kind)),
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    ...LIMITS,
  });
