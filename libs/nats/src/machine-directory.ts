import { z } from 'zod';
import { ContainmentSchema, MachineIdSchema, type Machine } from '#contracts/machine';
import { eventSubject, SERVICE } from '#contracts/subjects';
import type { BusClient } from './bus-client.js';

/**
 * Which machines there are: a view of `$SRV.INFO.file-agent`, refreshed by a sweep and by the agents' own events.
 * Discovery *is* the Services API; there is no second registry.
 */

const AgentInfoSchema = z.object({
  version: z.string(),
  metadata: z.object({
    machine: MachineIdSchema,
    displayName: z.string(),
    os: z.string(),
    containment: ContainmentSchema,
    places: z.string(),
  }),
});

/** An agent that missed this many sweeps is off; one miss may be a busy moment. */
const MISSES = 2;
const SWEEP_MIN_MS = 800;
/** A sweep costs one reply per agent, so large fleets sweep seldomer and rely on events. */
const SWEEP_MS_PER_MACHINE = 20;
const SWEEP_MAX_MS = 60_000;
const QUIET_MS = 300;

interface Known {
  machine: Machine;
  misses: number;
  /** When it said goodbye, ms since 1970: what was asked before then no longer speaks for it. */
  leftAt: number;
}

export class MachineDirectory {
  private readonly known = new Map<string, Known>();
  private readonly stops: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private firstSweep: Promise<void> | undefined;

  constructor(private readonly bus: BusClient) {}

  start(): void {
    this.stops.push(this.bus.subscribe(eventSubject('*', 'online'), () => void this.sweep()));
    this.stops.push(
      this.bus.subscribe(eventSubject('*', 'offline'), (_, subject) => this.markOff(subject.split('.')[2])),
    );
    this.firstSweep = this.sweepAgain();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stops.splice(0).forEach((stop) => stop());
    this.firstSweep = undefined;
  }

  /** All machines seen since the start, in order of their ids. */
  async list(): Promise<Machine[]> {
    await this.firstSweep;
    return [...this.known.values()].map(({ machine }) => machine).sort((a, b) => (a.machine < b.machine ? -1 : 1));
  }

  async find(id: string): Promise<Machine | undefined> {
    await this.firstSweep;
    return this.known.get(id)?.machine;
  }

  private async sweepAgain(): Promise<void> {
    await this.sweep();
    if (this.stops.length === 0) return;
    const pause = Math.min(Math.max(this.known.size * SWEEP_MS_PER_MACHINE, SWEEP_MIN_MS - QUIET_MS), SWEEP_MAX_MS);
    this.timer = setTimeout(() => void this.sweepAgain(), pause).unref();
  }

  private async sweep(): Promise<void> {
    const askedAt = Date.now();
    const answered = new Set<string>();
    for (const machine of await this.askAll()) {
      if ((this.known.get(machine.machine)?.leftAt ?? 0) >= askedAt) continue;
      answered.add(machine.machine);
      this.known.set(machine.machine, { machine, misses: 0, leftAt: 0 });
    }
    for (const [id, known] of this.known) if (!answered.has(id) && ++known.misses >= MISSES) this.markOff(id);
  }

  private markOff(id: string | undefined): void {
    const known = id === undefined ? undefined : this.known.get(id);
    if (known === undefined) return;
    known.machine = { ...known.machine, online: false };
    known.leftAt = Date.now();
  }

  /** Stops on a quiet gap, not on a fixed wait: 5,000 agents answer within a quarter of a second. */
  private async askAll(): Promise<Machine[]> {
    const machines: Machine[] = [];
    try {
      const options = { strategy: 'stall', stall: QUIET_MS, maxWait: 5000 } as const;
      for await (const message of await this.bus.nc.requestMany(`$SRV.INFO.${SERVICE.agent}`, '', options)) {
        const info = AgentInfoSchema.safeParse(message.json());
        if (info.success) machines.push(toMachine(info.data));
      }
    } catch {
      return machines; // no responders, or the bus is down: whoever answered until then is what we know
    }
    return machines;
  }
}

const toMachine = ({ version, metadata }: z.infer<typeof AgentInfoSchema>): Machine => ({
  machine: metadata.machine,
  displayName: metadata.displayName,
  os: metadata.os,
  version,
  containment: metadata.containment,
  places: metadata.places.split(',').filter((place) => place !== ''),
  online: true,
  lastSeen: new Date().toISOString(),
});
