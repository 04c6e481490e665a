import type { RunEvent } from '#contracts/chat';
import type { Machine } from '#contracts/machine';
import type { BusClient } from '#nats/bus-client';
import { runSubject } from '#contracts/subjects';
import type { Run } from './run.js';

/** What a running request touches: the bus, the machines it may use, and whoever watches it. */
export interface Surface {
  readonly bus: BusClient;
  readonly machines: readonly Machine[];
  readonly signal: AbortSignal;
  tell(run: Run, event: RunEvent): void;
  /** Stores how far the run is. Fails with BUSY when another planner has taken it over: then nothing more may be done. */
  keep(run: Run): Promise<void>;
}

export const tellOn =
  (bus: BusClient) =>
  (run: Run, event: RunEvent): void =>
    bus.publish(runSubject(run.ask.runId), event);
