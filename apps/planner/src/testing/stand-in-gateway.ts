import type { NatsConnection } from '@nats-io/transport-node';
import type { CommitAnswer, CommitAsk } from '#contracts/chat';
import type { Receipt } from '#contracts/plan';
import { GATEWAY_COMMIT } from '#contracts/subjects';
import { MicroService } from '#nats/micro-service';
import type { StandInAgent } from './stand-in-agent.js';

/** Stands in for the gateway's gate with the default policy: trash and tainted runs ask, the rest goes ahead. */
export class StandInGateway {
  readonly asks: CommitAsk[] = [];
  /** Every plan asks. */
  asksAlways = false;

  constructor(
    private readonly nc: NatsConnection,
    private readonly agents: Readonly<Record<string, StandInAgent>>,
  ) {}

  async start(): Promise<this> {
    const service = new MicroService(this.nc, { name: 'gateway', version: '0.1.0' });
    const handle = async (body: unknown): Promise<CommitAnswer> => this.answer(body as CommitAsk);
    await service.start([{ name: 'commit', subject: GATEWAY_COMMIT, handle }]);
    return this;
  }

  /** What a person's yes leads to. */
  approve(ask: CommitAsk): Receipt[] {
    return ask.plans.map(({ machine, planId }) => this.agents[machine]!.commit(planId));
  }

  private answer(ask: CommitAsk): CommitAnswer {
    this.asks.push(ask);
    const needs = ask.plans.flatMap(({ machine, planId }) => this.agents[machine]!.plans.get(planId)?.needs ?? []);
    if (this.asksAlways || ask.tainted || needs.length > 0) {
      return { status: 'needs_approval', why: ask.tainted ? ['tainted'] : [...needs, 'mode'].slice(0, 1) };
    }
    return { status: 'committed', receipts: this.approve(ask) };
  }
}
