import { randomBytes } from 'node:crypto';
import type { INestMicroservice } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  ChatReplySchema,
  type ChatAsk,
  type ChatReply,
  type CommitAsk,
  type ResumeAsk,
  type RunEvent,
} from '#contracts/chat';
import { PLANNER_CHAT, PLANNER_RESUME, runSubject } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { Ladder, type LadderOptions } from '../model/ladder.js';
import { startPlanner } from '../start.js';
import { StandInAgent, type StandIn } from './stand-in-agent.js';
import { StandInGateway } from './stand-in-gateway.js';

/** A planner that others never hear of again, as after `kill -9`. */
export interface Killable {
  readonly kill: () => Promise<void>;
}

export interface StageOptions {
  readonly machines?: readonly StandIn[];
  readonly model: LadderOptions['configured'];
  /** What answers when there is no model; by default nothing does. */
  readonly embeddedFetch?: typeof fetch;
  /** How long a silent planner counts as alive, ms. */
  readonly leaseMs?: number;
}

const noFetch: typeof fetch = () => Promise.reject(new TypeError('no embedded planner on this stage'));

/** A real nats-server, a real planner service, stand-ins for PCs and gateway: everything around one model. */
export class Stage {
  private readonly connections: NatsConnection[] = [];
  private readonly planners: INestMicroservice[] = [];
  readonly agents: Record<string, StandInAgent> = {};
  gateway!: StandInGateway;
  bus!: BusClient;
  /** The planner that was there from the start. */
  first!: Killable;

  private constructor(
    readonly nats: TestServer,
    private readonly options: StageOptions,
  ) {}

  static async open(options: StageOptions): Promise<Stage> {
    const stage = new Stage(await startNatsServer({ jetStream: true }), options);
    for (const machine of options.machines ?? [{ machine: 'pc1' }]) {
      stage.agents[machine.machine] = await new StandInAgent(await stage.connect(), machine).start();
    }
    stage.gateway = await new StandInGateway(await stage.connect(), stage.agents).start();
    stage.bus = new BusClient(await stage.connect());
    stage.first = await stage.addPlanner();
    return stage;
  }

  async addPlanner(): Promise<Killable> {
    const { model, embeddedFetch = noFetch, leaseMs } = this.options;
    const ladder = new Ladder({ configured: model, findLocal: async () => undefined, embeddedFetch });
    const nc = await this.connect();
    this.planners.push(await startPlanner({ nc, ladder, ...(leaseMs !== undefined && { leaseMs }) }, 'error'));
    return { kill: () => nc.close() };
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.planners.map((planner) => planner.close()));
    await Promise.all(this.connections.map((nc) => nc.close()));
    await this.nats.close();
  }

  /** One message of a person, as the gateway sends it. */
  say(message: string, more: Partial<ChatAsk> = {}): Promise<ChatReply> {
    const runId = `r${randomBytes(6).toString('hex')}`;
    const ask: ChatAsk = {
      runId,
      conversationId: `c${runId}`,
      message,
      mode: 'auto',
      timeZone: 'Europe/Madrid',
      ...more,
    };
    return this.bus.request(PLANNER_CHAT, ask, { schema: ChatReplySchema });
  }

  decide(ask: ResumeAsk): Promise<ChatReply> {
    return this.bus.request(PLANNER_RESUME, ask, { schema: ChatReplySchema });
  }

  /** The newest question to the gateway. */
  lastAsk(): CommitAsk {
    return this.gateway.asks.at(-1)!;
  }

  /** Everything told about one run from now on. */
  watch(runId: string): RunEvent[] {
    const events: RunEvent[] = [];
    this.bus.subscribe(runSubject(runId), (event) => events.push(event as RunEvent));
    return events;
  }

  private async connect(): Promise<NatsConnection> {
    const nc = await connectBus({ servers: this.nats.url, name: 'stage' });
    this.connections.push(nc);
    return nc;
  }
}
