import {
  JetStreamApiCodes,
  JetStreamApiError,
  PubHeaders,
  type JetStreamClient,
  type JetStreamManager,
  type StoredMsg,
} from '@nats-io/jetstream';
import { Kvm, type KV, type KvWatchEntry } from '@nats-io/kv';
import {
  headers,
  nuid,
  TimeoutError,
  type MsgHdrs,
  type NatsConnection,
  type QueuedIterator,
} from '@nats-io/transport-node';
import { onBusChange } from './bus-changes.js';
import { openStore, replicasOn, storeOf } from './store.js';
import { TRY_MS, whenStoreAnswers } from './store-patience.js';

export interface Entry {
  readonly value: string;
  /** Grows with every write. */
  readonly revision: number;
}

type OnEntry = (key: string, value: string | undefined) => void;

interface Parts {
  readonly kv: KV;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
}

/**
 * Last values by key, shared by all processes of a kind. Made for a cluster that loses a server at any moment: whatever
 * the store did not answer is asked again, and each write has a name by which its repeat is known, so it counts once.
 * Reads go to the leader, since a copy on another server may be a moment behind the write that was just acknowledged.
 */
export class Bucket {
  private readonly stream: string;

  private constructor(
    private readonly nc: NatsConnection,
    private readonly parts: Parts,
    private readonly name: string,
  ) {
    this.stream = `KV_${name}`;
  }

  /** Made if it is not there. `ttlMs`: how long a value is kept; for ever without. */
  static async open(nc: NatsConnection, name: string, ttlMs?: number): Promise<Bucket> {
    const js = storeOf(nc);
    const limits = { history: 1, ttl: ttlMs, replicas: replicasOn(nc), allow_direct: false };
    const kv = await openStore(nc, () => new Kvm(js).create(name, limits));
    return new Bucket(nc, { kv, js, jsm: await js.jetstreamManager(false) }, name);
  }

  async get(key: string): Promise<Entry | undefined> {
    return written(await this.last(key));
  }

  /** Its revision. */
  put(key: string, value: string): Promise<number> {
    return this.send(key, { value }, nuid.next());
  }

  /** Its revision; undefined when there is one already. */
  async create(key: string, value: string): Promise<number | undefined> {
    const revision = await this.write(key, { value, expected: 0 });
    if (revision !== undefined) return revision;
    const last = await this.last(key);
    const isGone = last !== null && written(last) === undefined;
    return isGone ? this.write(key, { value, expected: last.seq }) : undefined;
  }

  /** Its new revision; undefined when somebody wrote it after that one. */
  update(key: string, value: string, revision: number): Promise<number | undefined> {
    return this.write(key, { value, expected: revision });
  }

  /** Whether it did: with a `revision`, only if nobody wrote it after that one. */
  async delete(key: string, revision?: number): Promise<boolean> {
    return (await this.write(key, { expected: revision })) !== undefined;
  }

  /** Those that match a pattern such as `turn.c1.>`, in no order. */
  async keys(pattern: string): Promise<string[]> {
    const prefix = this.subject('');
    const filter = { subjects_filter: prefix + pattern };
    const info = await whenStoreAnswers(() => this.parts.jsm.streams.info(this.stream, filter));
    return Object.keys(info.state.subjects ?? {}).map((subject) => subject.slice(prefix.length));
  }

  /**
   * Tells every key with its value, and resolves; from then on whatever changes. What tells it lives on one NATS node, so
   * when nodes come or go everything is told anew.
   */
  async watch(onEntry: OnEntry): Promise<void> {
    let telling = await whenStoreAnswers(() => this.tellAll(onEntry));
    const tellAnew = async (): Promise<void> => {
      const next = await this.tellAll(onEntry);
      telling.stop();
      telling = next;
    };
    onBusChange(this.nc, () => void tellAnew().catch(() => undefined)); // the old one mends itself, only later
  }

  private async tellAll(onEntry: OnEntry): Promise<QueuedIterator<KvWatchEntry>> {
    const { values } = await whenStoreAnswers(() => this.parts.kv.status());
    const entries = await whenStoreAnswers(() => this.parts.kv.watch());
    try {
      await toldAll(entries, { values, onEntry });
      return entries;
    } catch (error) {
      entries.stop();
      throw error;
    }
  }

  private last(key: string): Promise<StoredMsg | null> {
    return whenStoreAnswers(() => this.parts.jsm.streams.getMessage(this.stream, { last_by_subj: this.subject(key) }));
  }

  /** Undefined when the key is not as expected. */
  private async write(key: string, written: Written): Promise<number | undefined> {
    const msgID = nuid.next();
    try {
      return await this.send(key, written, msgID);
    } catch (error) {
      if (isTaken(error)) return this.revisionOf(msgID, key);
      throw error;
    }
  }

  /** Without a value: the mark that it is gone. */
  private async send(key: string, { value, expected }: Written, msgID: string): Promise<number> {
    const expect = expected === undefined ? {} : { lastSubjectSequence: expected };
    const options = { msgID, expect, timeout: TRY_MS, headers: value === undefined ? goneMark() : headers() };
    return (await whenStoreAnswers(() => this.parts.js.publish(this.subject(key), value, options))).seq;
  }

  /** A write whose answer was lost is refused when it is repeated: the key is not as it was, because of itself. */
  private async revisionOf(msgID: string, key: string): Promise<number | undefined> {
    const last = await this.last(key);
    return last?.header.get(PubHeaders.MsgIdHdr) === msgID ? last.seq : undefined;
  }

  private subject(key: string): string {
    return `$KV.${this.name}.${key}`;
  }
}

const TOLD_WITHIN_MS = 10_000;

/** Goes on listening when it resolves. */
const toldAll = (
  entries: QueuedIterator<KvWatchEntry>,
  { values, onEntry }: { values: number; onEntry: OnEntry },
): Promise<void> =>
  new Promise((done, fail) => {
    if (values === 0) done();
    setTimeout(() => fail(new TimeoutError()), TOLD_WITHIN_MS).unref();
    const listen = async (): Promise<void> => {
      for await (const entry of entries) {
        onEntry(entry.key, entry.operation === 'PUT' ? entry.string() : undefined);
        if (entry.isUpdate) done();
      }
    };
    listen().catch(fail);
  });

interface Written {
  readonly value?: string;
  /** Counts only while this is the key's revision; 0: while there is none. */
  readonly expected?: number;
}

const OPERATION = 'KV-Operation';

const written = (last: StoredMsg | null): Entry | undefined =>
  last === null || last.header.has(OPERATION) ? undefined : { value: last.string(), revision: last.seq };

const goneMark = (): MsgHdrs => {
  const mark = headers();
  mark.set(OPERATION, 'DEL');
  return mark;
};

const TAKEN: readonly number[] = [
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
];

/** Somebody wrote it since it was read. */
const isTaken = (error: unknown): boolean => error instanceof JetStreamApiError && TAKEN.includes(error.code);
