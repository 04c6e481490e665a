import { randomBytes } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { agentClaim } from '#contracts/subjects';
import { onBusChange } from '#nats/bus-changes';
import { jsonIn } from '#nats/json-in';

/** `agent`: made up by each process. */
const ClaimSchema = z.object({ agent: z.string(), atWork: z.boolean() });
type Claim = z.output<typeof ClaimSchema>;

/** Between nodes of a cluster a first word can come before the way for it is known. */
const SAY_AGAIN_MS = 1_000;

/**
 * Two agents of one id that start in the same instant find nobody at work (machine-taken.ts). So each says that it is
 * here, having listened first, hence one of two at least hears the other. Of two, whoever is at work stays; else the one with the
 * smaller word. Whoever hears a claim and stays says its own again, so that the other hears it and goes: never both, never
 * neither (docs/decisions/0016). Also when nodes that had lost each other meet again.
 */
export class MachineClaim {
  private readonly agent = randomBytes(16).toString('hex');
  private atWork = false;
  private isOver = false;
  private readonly ends: (() => void)[] = [];

  /** `onTaken` is called once, from inside `start` or later. */
  constructor(
    private readonly nc: NatsConnection,
    private readonly machine: string,
    private readonly onTaken: () => void,
  ) {}

  start(): void {
    const hearing = this.nc.subscribe(agentClaim(this.machine), {
      callback: (failure, message) => {
        const claim = failure === null ? ClaimSchema.safeParse(jsonIn(message)) : undefined;
        if (claim?.success === true) this.hear(claim.data);
      },
    });
    this.ends.push(() => hearing.unsubscribe());
    this.ends.push(onBusChange(this.nc, () => this.say()));
    this.say();
  }

  /** From now on others give way to this one. */
  settle(): void {
    this.atWork = true;
    const timer = setTimeout(() => this.say(), SAY_AGAIN_MS).unref();
    this.ends.push(() => clearTimeout(timer));
  }

  /** Whoever comes next may have the id. */
  stop(): void {
    this.isOver = true;
    if (!this.nc.isClosed()) this.ends.splice(0).forEach((end) => end());
  }

  private hear(other: Claim): void {
    if (this.isOver || other.agent === this.agent) return;
    const isOurs = this.atWork === other.atWork ? this.agent < other.agent : this.atWork;
    if (isOurs) return this.say();
    this.stop();
    this.onTaken();
  }

  private say(): void {
    if (this.isOver || this.nc.isClosed() || this.nc.isDraining()) return;
    this.nc.publish(agentClaim(this.machine), JSON.stringify({ agent: this.agent, atWork: this.atWork }));
  }
}
