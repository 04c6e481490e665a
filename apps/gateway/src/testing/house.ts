import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { readEnv, type GatewayEnv } from '../env.js';
import { startGateway, type Gateway } from '../gateway.js';
import { ScriptedAgent } from './scripted-agent.js';
import { ScriptedPlanner } from './scripted-planner.js';

export const TOKEN = 'a-token-for-tests-0123456789abcdef';

export interface Answer {
  readonly status: number;
  /** Empty when the answer is no JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

/** A gateway on a real nats-server, with a scripted planner and scripted PCs around it. */
export class House {
  private readonly connections: NatsConnection[] = [];
  readonly stateFolder = mkdtempSync(join(tmpdir(), 'ordena-gateway-'));
  nats: TestServer;
  gateway: Gateway;
  planner: ScriptedPlanner;
  /** Whether there is a gateway that could see a machine come. */
  private open = false;

  static async open(options: { env?: Record<string, string>; machines?: string[] } = {}): Promise<House> {
    const house = new House();
    house.nats = await startNatsServer();
    house.planner = await new ScriptedPlanner(await house.connect()).start();
    for (const machine of options.machines ?? []) await house.agent(machine);
    await house.startGateway(options.env);
    for (const machine of options.machines ?? []) await house.sees(machine);
    return house;
  }

  async startGateway(env: Record<string, string> = {}): Promise<void> {
    this.open = true;
    this.gateway = await startGateway(this.env(env));
  }

  env(more: Record<string, string> = {}): GatewayEnv {
    const NATS_URL = this.nats.url;
    return readEnv({
      PORT: '0',
      ORDENA_TOKEN: TOKEN,
      ORDENA_STATE: this.stateFolder,
      LOG_LEVEL: 'error',
      NATS_URL,
      ...more,
    });
  }

  async agent(machine: string): Promise<ScriptedAgent> {
    const agent = await new ScriptedAgent(await this.connect(), machine).start();
    if (!this.open) return agent;
    agent.nc.publish(`ordena.event.${machine}.online`, '{}');
    await this.sees(machine);
    return agent;
  }

  /** Waits until the gateway knows that this machine is on (or off); the test's own limit ends a wait in vain. */
  async sees(machine: string, online = true): Promise<void> {
    const isSo = async (): Promise<boolean> =>
      (await this.ask('GET', `/v1/machines/${machine}`)).body['online'] === online;
    while (!(await isSo())) await sleep(50);
  }

  async connect(): Promise<NatsConnection> {
    const nc = await connect({ servers: this.nats.url });
    this.connections.push(nc);
    return nc;
  }

  /** A request with the owner's token unless `headers` says otherwise. */
  async ask(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body } = options;
    const response = await fetch(this.gateway.base + path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, body: json, text, headers: response.headers };
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await Promise.all(this.connections.map((nc) => nc.close()));
    await this.nats.close();
    rmSync(this.stateFolder, { recursive: true, force: true });
  }
}
