import type { ConsumerMessages, JsMsg, PushConsumer } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { RUN_STREAM, runSubject } from '#contracts/subjects';
import { onBusChange } from '#nats/bus-changes';
import { jsonIn } from '#nats/json-in';
import { storeOf } from '#nats/store';
import { whenStoreAnswers } from '#nats/store-patience';
import { heard, type Heard } from './run-line.js';

export interface Following {
  readonly since: number;
  /** The last line the reader has. */
  readonly after: number;
  readonly onHeard: (heard: Heard) => void;
}

interface Source {
  readonly consumer: PushConsumer;
  readonly messages: ConsumerMessages;
}

/**
 * One reader of one run's lines. What sends them lives on one NATS node, and would be missed only a minute after that node
 * went; so when nodes come or go it is begun anew, behind the last line that was heard.
 */
export class Reading {
  private last: number;
  private source: Source | undefined;
  private isOver = false;

  private constructor(
    private readonly nc: NatsConnection,
    private readonly runId: string,
    private readonly following: Following,
  ) {
    this.last = Math.max(following.since - 1, following.after);
  }

  static async begin(nc: NatsConnection, runId: string, following: Following): Promise<Reading> {
    const reading = new Reading(nc, runId, following);
    reading.source = await reading.open();
    reading.deaf = onBusChange(nc, () => void reading.beginAnew().catch(() => reading.sayGoodbye()));
    return reading;
  }

  end(): void {
    this.isOver = true;
    this.deaf();
    close(this.source);
  }

  /** Whoever reads reconnects, to the next gateway. */
  sayGoodbye(): void {
    this.following.onHeard({ line: { id: 0, event: 'bye', data: {} }, internal: false });
  }

  private deaf = (): void => undefined;

  private async beginAnew(): Promise<void> {
    const next = await this.open();
    if (this.isOver) return close(next);
    close(this.source);
    this.source = next;
  }

  private async open(): Promise<Source> {
    const options = { filter_subjects: runSubject(this.runId), opt_start_seq: this.last + 1 };
    const consumer = await whenStoreAnswers(() => storeOf(this.nc).consumers.getPushConsumer(RUN_STREAM, options));
    const messages = await consumer.consume({ callback: (message) => this.hear(message) });
    return { consumer, messages };
  }

  private hear(message: JsMsg): void {
    if (message.seq <= this.last) return;
    this.last = message.seq;
    const told = heard(message.seq, jsonIn(message), this.following.since);
    if (told !== undefined) this.following.onHeard(told);
  }
}

/** The server forgets a consumer by itself after five minutes; where the bus is down, that is soon enough. */
const close = (source: Source | undefined): void => {
  source?.messages.stop();
  void source?.consumer.delete().catch(() => false);
};
