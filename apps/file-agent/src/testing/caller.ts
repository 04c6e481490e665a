import { connect, type NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentEvent } from '#contracts/chat';
import type { Plan, Receipt } from '#contracts/plan';

/** A program on the bus that asks one agent after another, waits for the ends of plans and hears what happens. */
export class Caller {
  readonly events: AgentEvent[] = [];

  private constructor(
    private readonly nc: NatsConnection,
    private readonly patienceMs: number,
  ) {
    nc.subscribe('ordena.event.>', { callback: (_, message) => void this.events.push(message.json()) });
  }

  static async connect(url: string, patienceMs = 60_000): Promise<Caller> {
    return new Caller(await connect({ servers: url }), patienceMs);
  }

  /** `subject`: machine and operation, `pc1.find`. */
  async ask<Reply>(subject: string, body: object): Promise<Reply> {
    const reply = await this.nc.request(`ordena.agent.${subject}`, JSON.stringify(body), { timeout: this.patienceMs });
    return reply.json<Reply>();
  }

  commit({ planId, hash, machine }: Plan): Promise<Receipt> {
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    const approval = { planId, hash, machine, by: 'test', yes: 'given', expiresAt };
    return this.ask<Receipt>(`${machine}.commit`, { planId, approval });
  }

  /** How far a plan is: its state, and its receipt once it has one. */
  plan({ planId, machine }: Pick<Plan, 'planId' | 'machine'>): Promise<{ state: string; receipt?: Receipt }> {
    return this.ask(`${machine}.plan`, { planId, limit: 0 });
  }

  /** The receipt of a plan that runs, once it has ended. */
  async settled(plan: Pick<Plan, 'planId' | 'machine'>): Promise<Receipt> {
    for (;;) {
      const { state, receipt } = await this.plan(plan);
      if (state === 'committed') return receipt!;
      if (state !== 'running') throw new Error(`The plan is ${state}, not running.`);
      await sleep(50);
    }
  }

  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await sleep(10);
  }

  close(): Promise<void> {
    return this.nc.close();
  }
}
