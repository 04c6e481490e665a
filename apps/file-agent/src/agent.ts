import type { OnApplicationShutdown } from '@nestjs/common';
import type { OperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import { eventSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import { DiskThread } from './thread/disk-thread.js';
import type { DiskSettings, News } from './thread/messages.js';

/** This PC on the bus: hands requests to the disk thread and tells the others what happened. */
export class Agent implements OnApplicationShutdown {
  private readonly disk: DiskThread;

  constructor(
    private readonly settings: DiskSettings,
    private readonly bus: BusClient,
  ) {
    this.disk = new DiskThread(settings, (news) => this.publish(news));
  }

  /** Finishes what a crash left open. Throws what makes this PC unfit to serve: BAD_CONFIG, JOURNAL_DAMAGED, … */
  async start(): Promise<void> {
    await this.disk.start();
  }

  async answer(operation: OperationName, request: unknown): Promise<unknown> {
    try {
      return await this.disk.ask(operation, request);
    } catch (error) {
      if (error instanceof OrdenaError) this.publish({ kind: 'refused', operation, code: error.code });
      throw error;
    }
  }

  /** Called once every request in flight is answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.disk.stop();
  }

  /** The audit feed; a broker that is away just now must never stop work on the disk. */
  publish(news: News): void {
    const { machine } = this.settings;
    if (this.bus.nc.isClosed() || this.bus.nc.isDraining()) return;
    this.bus.publish(eventSubject(machine, news.kind), { ...news, machine, at: new Date().toISOString() });
  }
}
