import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBus, type OwnBus } from '../../apps/start/src/bus-server.js';
import { startApp, type Child } from '../../apps/start/src/child.js';

/**
 * The whole system as people run it: a real nats-server with the generated least-privilege keys, and gateway, planner
 * and agents as processes of their own, built code, on temporary homes.
 */

export interface SystemOptions {
  /** Machine id → its home folder. */
  readonly homes: Readonly<Record<string, string>>;
  /** Machine id → what people call it; otherwise the host's name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Extra environment for every process, e.g. OPENAI_BASE_URL. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface System {
  /** `http://127.0.0.1:<port>` */
  readonly base: string;
  readonly token: string;
  readonly bus: OwnBus;
  readonly folder: string;
  /** The processes by name: `gateway`, `planner`, `agent-<machine>`, `nats-server`. */
  readonly children: Map<string, Child>;
  /** Starts one of them again, with the environment it had; `planner-2` is one more planner. */
  restart(name: string): Promise<void>;
  /** One JSON request with the token; parsed reply. */
  ask<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  close(): Promise<void>;
}

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const TOKEN = 'test-token-of-this-system';
const STOP_GRACE_MS = 10_000;

export const startSystem = async (options: SystemOptions): Promise<System> => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-system-'));
  const machines = Object.keys(options.homes);
  const binary = process.env['NATS_SERVER_BIN'] ?? 'nats-server';
  const bus = await startBus({ binary, folder: join(folder, 'nats'), machines });
  const children = new Map<string, Child>();
  if (bus.server !== undefined) children.set('nats-server', bus.server);
  const end = async (): Promise<void> => {
    for (const child of [...children.values()].reverse()) await child.stop(STOP_GRACE_MS);
  };
  const base = await startAll({ options, folder, bus, children }).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return {
    base,
    token: TOKEN,
    bus,
    folder,
    children,
    restart: async (name) => void (await startOne({ options, folder, bus, children }, name)),
    ask: (method, path, body) => askGateway({ method, url: base + path, body }),
    close: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

interface Start {
  readonly options: SystemOptions;
  readonly folder: string;
  readonly bus: OwnBus;
  readonly children: Map<string, Child>;
}

const startAll = async (start: Start): Promise<string> => {
  const agents = Object.keys(start.options.homes).map((machine) => startOne(start, `agent-${machine}`));
  await Promise.all([...agents, startOne(start, 'planner')]);
  const ready = await startOne(start, 'gateway');
  return new URL(String(ready['url'])).origin;
};

const startOne = async (start: Start, name: string): Promise<Record<string, unknown>> => {
  const machine = name.startsWith('agent-') ? name.slice('agent-'.length) : undefined;
  const script = machine === undefined ? ['apps', appOf(name), 'src', 'main.js'] : ['agent', 'ordena-agent.mjs'];
  const started = await startApp({
    name,
    script: join(DIST, ...script),
    logFile: join(start.folder, `${name}.log`),
    env: { ...environmentOf(start, name), ...(machine !== undefined && agentEnvironment(start, machine)) },
  });
  start.children.set(name, started.child);
  return started.ready;
};

/** `planner-2` is a planner with the key of planners. */
const appOf = (name: string): string => name.replace(/^(planner|gateway)-\d+$/, '$1');

const environmentOf = ({ options, folder, bus }: Start, name: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  TZ: process.env['TZ'],
  NATS_URL: bus.url,
  NATS_CREDS: bus.keyFiles[appOf(name)],
  ORDENA_STATE: join(folder, name),
  ORDENA_TOKEN: TOKEN,
  ORDENA_LOCAL_MODELS: 'off',
  ORDENA_RATE: '0',
  PORT: '0',
  ...options.env,
});

const agentEnvironment = ({ options }: Start, machine: string): NodeJS.ProcessEnv => ({
  HOME: options.homes[machine],
  ORDENA_HOME: options.homes[machine],
  ORDENA_MACHINE: machine,
  ...(options.names?.[machine] !== undefined && { ORDENA_NAME: options.names[machine] }),
});

const askGateway = async <T>(asked: {
  method: string;
  url: string;
  body?: unknown;
}): Promise<{ status: number; body: T }> => {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    ...(asked.body !== undefined && { 'content-type': 'application/json' }),
  };
  const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  const response = await fetch(asked.url, { method: asked.method, headers, body });
  return { status: response.status, body: (await response.json()) as T };
};
