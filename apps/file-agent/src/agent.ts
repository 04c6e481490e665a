import type { OperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import { eventSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import { realSys } from './disk/sys.js';
import { openEngine } from './open-engine.js';
import { DiskThread } from './thread/disk-thread.js';
import type { DiskSettings, News } from './thread/messages.js';

/** This PC on the bus: hands requests to the disk thread and tells the others what happened. */
export class Agent {
  private readonly disk: DiskThread;
  private bus?: BusClient;

  constructor(private readonly settings: DiskSettings) {
    this.disk = new DiskThread({ settings, onNews: (news) => this.publish(news) });
  }

  /**
   * Finishes what a crash left open, while nobody can ask yet: hence in this thread, and the disk thread starts when it is
   * needed. Throws what makes this PC unfit to serve: BAD_CONFIG, MACHINE_TAKEN, JOURNAL_DAMAGED, …
   */
  start(): void {
    openEngine(realSys, this.settings).close();
  }

  /** From now on the others hear what happens here. */
  tellThrough(bus: BusClient): void {
    this.bus = bus;
  }

  async answer(operation: OperationName, request: unknown): Promise<unknown> {
    try {
      return await this.disk.ask(operation, request);
    } catch (error) {
      if (error instanceof OrdenaError) this.publish({ kind: 'refused', operation, code: error.code });
      throw error;
    }
  }

  /** Once every request in flight is answered: a commit that goes on comes to its next safe point, and says so. */
  async stop(): Promise<void> {
    await this.disk.stop();
  }

  /** The audit feed; a broker that is away just now must never stop work on the disk. */
  publish(news: News): void {
    const { machine } = this.settings;
    if (this.bus === undefined || this.bus.nc.isClosed() || this.bus.nc.isDraining()) return;
    this.bus.publish(eventSubject(machine, news.kind), { ...news, machine, at: new Date().toISOString() });
  }
}
