import type { OperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import { eventSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import { realSys } from './disk/sys.js';
import { openEngine } from './open-engine.js';
import type { CommitRequest } from './operations/commit.js';
import { refuseForged } from './refuse-forged.js';
import { isPurgeDue } from './retention.js';
import { DiskThread } from './thread/disk-thread.js';
import type { DiskSettings, News } from './thread/messages.js';

/** How often the trash and the history are looked through for what is older than the owner keeps it. */
const PURGE_EVERY_MS = 86_400_000;

/** This PC on the bus: hands requests to the disk thread and tells the others what happened. */
export class Agent {
  private readonly disk: DiskThread;
  private bus?: BusClient;
  private gatewayKey: () => string | undefined = () => undefined;
  private purging?: NodeJS.Timeout;

  constructor(private readonly settings: DiskSettings) {
    this.disk = new DiskThread({ settings, onNews: (news) => this.publish(news) });
  }

  /**
   * Finishes what a crash left open, while nobody can ask yet: hence in this thread, and the disk thread starts when it is
   * needed. Throws what makes this PC unfit to serve: BAD_CONFIG, MACHINE_TAKEN, JOURNAL_DAMAGED, …
   */
  start(): void {
    const engine = openEngine(realSys, this.settings);
    const isDue = isPurgeDue(engine, this.settings.config, Date.now());
    engine.close();
    if (isDue) void this.purge();
    this.purging = setInterval(() => void this.purge(), PURGE_EVERY_MS).unref();
  }

  /** By the owner's setting, in the disk thread, when no commit runs. What fails today is tried again tomorrow. */
  private async purge(): Promise<void> {
    try {
      await this.disk.ask('purge', {});
    } catch (error) {
      if (error instanceof OrdenaError) this.publish({ kind: 'refused', operation: 'purge', code: error.code });
      else throw error;
    }
  }

  /** From now on the others hear what happens here. */
  tellThrough(bus: BusClient): void {
    this.bus = bus;
  }

  /** From now on only a yes that this key signed counts; asked each time, as credentials are renewed. */
  obey(gatewayKey: () => string | undefined): void {
    this.gatewayKey = gatewayKey;
  }

  async answer(operation: OperationName, request: unknown): Promise<unknown> {
    try {
      if (operation === 'commit') refuseForged((request as CommitRequest).approval, this.gatewayKey());
      return await this.disk.ask(operation, request);
    } catch (error) {
      if (error instanceof OrdenaError) this.publish({ kind: 'refused', operation, code: error.code });
      throw error;
    }
  }

  /** Once every request in flight is answered: a commit that goes on comes to its next safe point, and says so. */
  async stop(): Promise<void> {
    clearInterval(this.purging);
    await this.disk.stop();
  }

  /** The audit feed; a broker that is away just now must never stop work on the disk. */
  publish(news: News): void {
    const { machine } = this.settings;
    if (this.bus === undefined || this.bus.nc.isClosed() || this.bus.nc.isDraining()) return;
    this.bus.publish(eventSubject(machine, news.kind), { ...news, machine, at: new Date().toISOString() });
  }
}
