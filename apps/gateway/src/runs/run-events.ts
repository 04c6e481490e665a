import { DiscardPolicy, RetentionPolicy, StorageType, type JetStreamClient } from '@nats-io/jetstream';
import { nuid, type NatsConnection } from '@nats-io/transport-node';
import type { AgentEvent } from '#contracts/chat';
import { RUN_STREAM, runSubject } from '#contracts/subjects';
import { keepStream, storeOf } from '#nats/store';
import { whenStoreAnswers } from '#nats/store-patience';
import { Reading, type Following } from './reading.js';
import type { Told } from './run-line.js';

const HOUR_NS = 60 * 60 * 1_000_000_000;

/** For reading again what was just told, not for keeping: old lines make room for new ones. */
const STREAM = {
  name: RUN_STREAM,
  subjects: [runSubject('*')],
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.Old,
  max_age: HOUR_NS,
  max_bytes: 64 * 1024 * 1024,
  max_msgs_per_subject: 5000,
};

/** A run that is worked on is never quiet for longer. */
const ALIVE_MS = 2000;

/**
 * What happens in a run while somebody watches: the planner's steps, our progress, the last word. All of it passes over
 * one subject into a stream with limits, so any gateway can tell it, also one that was started after.
 */
export class RunEvents {
  private readonly readers = new Set<Reading>();

  private constructor(
    private readonly nc: NatsConnection,
    private readonly js: JetStreamClient,
  ) {}

  static async open(nc: NatsConnection): Promise<RunEvents> {
    await keepStream(nc, STREAM);
    return new RunEvents(nc, storeOf(nc));
  }

  /** The first line of a stretch of work; answers what its other lines are marked with. */
  begin(runId: string, conversationId: string | undefined): Promise<number> {
    return this.stored(runId, { kind: 'told', event: 'run', data: { runId, conversationId } });
  }

  /** Somebody reads it again. Answers the number of this line: whoever claims to have read that far has not. */
  followed(runId: string, reader: string | undefined): Promise<number> {
    return this.stored(runId, { kind: 'told', event: 'followed', data: { reader } });
  }

  private async stored(runId: string, told: Told): Promise<number> {
    const options = { msgID: nuid.next() };
    const { seq } = await whenStoreAnswers(() => this.js.publish(runSubject(runId), JSON.stringify(told), options));
    return seq;
  }

  /** At the end of this process nobody can be told any more; whoever reads goes on elsewhere. */
  tell(runId: string, line: Omit<Told, 'kind'>): void {
    if (this.nc.isClosed()) return;
    this.nc.publish(runSubject(runId), JSON.stringify({ kind: 'told', ...line }));
  }

  progressOf(runId: string): (event: AgentEvent) => void {
    return (data) => this.tell(runId, { event: 'progress', data });
  }

  /** From now on until told to stop it is heard that somebody works on the run. */
  beat(runId: string, since: number): () => void {
    const timer = setInterval(() => this.tell(runId, { event: 'alive', since, data: {} }), ALIVE_MS);
    return () => clearInterval(timer);
  }

  /** Tells again everything after `after`, then what comes. Returns what ends the listening. */
  async follow(runId: string, following: Following): Promise<() => void> {
    const reading = await Reading.begin(this.nc, runId, following);
    this.readers.add(reading);
    return () => {
      this.readers.delete(reading);
      reading.end();
    };
  }

  /** Readers that are listening now. */
  streams(): number {
    return this.readers.size;
  }

  /** At the end of this process: readers reconnect, to the next one. */
  closeStreams(): void {
    for (const reading of this.readers) reading.sayGoodbye();
  }
}
