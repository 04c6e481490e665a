import type { Msg } from '@nats-io/transport-node';
import { z } from 'zod';
import { ContainmentSchema, MachineIdSchema, type Machine } from '#contracts/machine';
import { eventSubject, SERVICE } from '#contracts/subjects';
import type { BusClient } from './bus-client.js';
import { isUnsettled, onBusChange } from './bus-changes.js';
import { jsonIn } from './json-in.js';
import { rollCall } from './roll-call.js';

/**
 * Which machines there are: a view of `$SRV.PING.file-agent`, refreshed by a sweep and by the agents' own events.
 * Discovery *is* the Services API; there is no second registry.
 */

const AgentPongSchema = z.object({
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
/** Many that come at once are heard by one sweep, not by one each. */
const DUE_MS = 100;
const SWEEP_MIN_MS = 400;
/** Who did not answer is asked again sooner: gone or not must be known within two seconds. */
const MISSED_MS = 200;
const FIRST_MS = 400;
/** A sweep costs one reply per agent, so large fleets sweep seldomer and rely on events. */
const SWEEP_MS_PER_MACHINE = 20;
const SWEEP_MAX_MS = 60_000;

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
  private firstQuiet: Promise<void> | undefined;
  private sweeping: Promise<void> | undefined;
  /** Somebody may have come since the sweep under way began. */
  private isDue = false;

  constructor(private readonly bus: BusClient) {}

  start(): void {
    this.stops.push(this.bus.subscribe(eventSubject('*', 'online'), () => this.sweepSoon()));
    this.stops.push(onBusChange(this.bus.nc, () => this.sweepSoon()));
    this.stops.push(
      this.bus.subscribe(eventSubject('*', 'offline'), (_, subject) => this.markOff(subject.split('.')[2])),
    );
    this.firstQuiet = new Promise((quiet) => void this.sweepAgain(quiet));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stops.splice(0).forEach((stop) => stop());
    this.firstQuiet = undefined;
  }

  /** All machines seen since the start, in order of their ids. */
  async list(): Promise<Machine[]> {
    await this.firstQuiet;
    return [...this.known.values()].map(({ machine }) => machine).sort((a, b) => (a.machine < b.machine ? -1 : 1));
  }

  /** Waits for the stragglers of a sweep under way before it says that there is no such machine. */
  async find(id: string): Promise<Machine | undefined> {
    await this.firstQuiet;
    if (!this.known.has(id)) await this.sweeping;
    return this.known.get(id)?.machine;
  }

  private sweepSoon(): void {
    this.isDue = true;
    if (this.sweeping === undefined) this.sweepIn(DUE_MS);
  }

  private sweepIn(ms: number): void {
    clearTimeout(this.timer);
    if (this.stops.length > 0) this.timer = setTimeout(() => void this.sweepAgain(), ms).unref();
  }

  private async sweepAgain(onQuiet?: () => void): Promise<void> {
    this.isDue = false;
    this.sweeping = this.sweep(onQuiet);
    await this.sweeping;
    this.sweeping = undefined;
    this.sweepIn(this.isDue ? DUE_MS : this.pauseMs());
  }

  private isMissing(): boolean {
    return [...this.known.values()].some(({ misses }) => misses > 0 && misses < MISSES);
  }

  /** Whoever lost a NATS node comes back through another: they are looked for more often then. */
  private pauseMs(): number {
    const { size } = this.known;
    if (this.isMissing()) return MISSED_MS;
    if (isUnsettled(this.bus.nc)) return SWEEP_MIN_MS + size;
    return Math.min(Math.max(size * SWEEP_MS_PER_MACHINE, SWEEP_MIN_MS), SWEEP_MAX_MS);
  }

  private async sweep(onQuiet: () => void = () => undefined): Promise<void> {
    const askedAt = Date.now();
    const answered = new Set<string>();
    const onAnswer = (answer: Msg): void => {
      const machine = machineIn(answer);
      if (machine === undefined || (this.known.get(machine.machine)?.leftAt ?? 0) >= askedAt) return;
      answered.add(machine.machine);
      this.known.set(machine.machine, { machine, misses: 0, leftAt: 0 });
    };
    const firstMs = this.known.size > 0 ? FIRST_MS : undefined;
    await rollCall(this.bus.nc, `$SRV.PING.${SERVICE.agent}`, { onAnswer, onQuiet, firstMs });
    if (!isUnsettled(this.bus.nc)) this.countMisses(answered);
  }

  private countMisses(answered: ReadonlySet<string>): void {
    for (const [id, known] of this.known) if (!answered.has(id) && ++known.misses >= MISSES) this.markOff(id);
  }

  private markOff(id: string | undefined): void {
    const known = id === undefined ? undefined : this.known.get(id);
    if (known === undefined) return;
    known.machine = { ...known.machine, online: false };
    known.leftAt = Date.now();
  }
}

const machineIn = (answer: Msg): Machine | undefined => {
  const pong = AgentPongSchema.safeParse(jsonIn(answer));
  return pong.success ? toMachine(pong.data) : undefined;
};

const toMachine = ({ version, metadata }: z.infer<typeof AgentPongSchema>): Machine => ({
  machine: metadata.machine,
  displayName: metadata.displayName,
  os: metadata.os,
  version,
  containment: metadata.containment,
  places: metadata.places.split(',').filter((place) => place !== ''),
  online: true,
  lastSeen: new Date().toISOString(),
});
