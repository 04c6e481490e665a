import type { START_TEXT } from '#contracts/words/start-text';
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openKeeper } from './bus-keeper.js';
import { startBus, type Bus } from './bus-server.js';
import { startApp, type AppStart, type Child } from './child.js';
import { makeDemoHome } from './demo-home.js';
import type { StartEnv } from './env.js';
import { openFleet, writeDeskFile, type Fleet } from './fleet.js';
import { removeHouseFile, writeHouseFile } from './house-file.js';
import { KeptChild } from './kept-child.js';
import { findNatsServer } from './nats-server-binary.js';

/** The processes of this PC: started in the order they need each other, stopped in the reverse. */

export interface Opened {
  readonly url: string;
  readonly machine: string;
  readonly planner: string;
  readonly places: Readonly<Record<string, string>>;
  readonly demoHome: string | undefined;
}

interface Telling {
  readonly text: (typeof START_TEXT)['es'];
  readonly say: (line: string) => void;
}

/** Long enough for a request that waits for a model. */
const STOP_GRACE_MS = 35_000;
const READY_WITHIN_MS = 20_000;
const DIST = join(import.meta.dirname, '..', '..');
/** As it goes to other PCs: a bundle, which starts in a tenth of the time. */
const AGENT = join(DIST, '..', 'agent', 'ordena-agent.mjs');

export class House {
  private readonly children: Child[] = [];
  private closing: Promise<void> | undefined;
  private stateFolder: string;
  private deskFile: string | undefined;

  constructor(
    private readonly env: StartEnv,
    private readonly telling: Telling,
  ) {
    this.stateFolder = env.stateFolder;
  }

  async open(demo: boolean): Promise<Opened> {
    try {
      return await this.openAll(demo);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Idempotent; work in flight is answered first. */
  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async openAll(demo: boolean): Promise<Opened> {
    let demoHome = demo ? await this.useDemoHome() : undefined;
    const bus = await this.openBus();
    let places = await this.openAgent(bus, demoHome);
    if (Object.keys(places).length === 0) {
      this.telling.say(this.telling.text.noPlaces);
      await this.children.pop()?.stop(STOP_GRACE_MS);
      demoHome = await makeDemoHome();
      places = await this.openAgent(bus, demoHome);
    }
    await this.openApp(bus, { name: 'planner' });
    const ready = await this.openApp(bus, { name: 'gateway' });
    const url = String(ready['url']);
    const planner = await this.waitUntilReady(url);
    await writeHouseFile(this.stateFolder, { pid: process.pid, url });
    return { url, machine: this.env.machine, planner, places, demoHome };
  }

  /** A demo keeps its state beside its home: it must not meet the journal of the real one. */
  private async useDemoHome(): Promise<string> {
    const home = await makeDemoHome();
    this.stateFolder = join(home, '.local', 'state', 'ordena');
    return home;
  }

  private async openBus(): Promise<Bus> {
    await mkdir(join(this.stateFolder, 'logs'), { recursive: true, mode: 0o700 });
    const { natsUrl, natsCreds, machine } = this.env;
    if (natsUrl !== undefined) return foreignBus(natsUrl, { creds: natsCreds, machine });
    const { inherited, cacheFolder } = this.env;
    const binary = await findNatsServer({ variables: inherited, cacheFolder, say: this.telling.say });
    const folder = join(this.stateFolder, 'nats');
    const fleet = await this.openFleet(folder);
    const bus = await startBus({ binary, folder, machines: [machine], fleet });
    this.keep(bus.server, bus.again);
    const keeper = await openKeeper({ ...bus, credsFile: bus.keyFiles['keeper'] ?? '' });
    this.children.push(asChild(keeper));
    if (fleet !== undefined)
      this.deskFile = await writeDeskFile(fleet, { env: this.env, authority: bus.authority, folder });
    return bus;
  }

  private async openFleet(folder: string): Promise<Fleet | undefined> {
    const { fleet } = this.env;
    if (fleet === undefined) return undefined;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return openFleet(fleet, folder);
  }

  private async openAgent(bus: Bus, home: string | undefined): Promise<Record<string, string>> {
    const extra = home === undefined ? {} : { ORDENA_HOME: home };
    const ready = await this.openApp(bus, { name: 'file-agent', role: `agent-${this.env.machine}`, extra });
    return ready['places'] as Record<string, string>;
  }

  private async openApp(
    bus: Bus,
    app: { name: string; role?: string; extra?: NodeJS.ProcessEnv },
  ): Promise<Record<string, unknown>> {
    const start = this.startOf(bus, app);
    const { child, ready } = await startApp(start);
    const next = { ...start, env: { ...start.env, ...sameAddress(ready) } };
    this.keep(child, async () => (await startApp(next)).child);
    return ready;
  }

  private keep(child: Child, again: () => Promise<Child>): void {
    const { say, text } = this.telling;
    this.children.push(new KeptChild(child, { again, onEnd: (name) => say(text.restarting(name)) }));
  }

  private startOf(bus: Bus, app: { name: string; role?: string; extra?: NodeJS.ProcessEnv }): AppStart {
    const creds = bus.keyFiles[app.role ?? app.name];
    return {
      name: app.name,
      script: app.name === 'file-agent' ? AGENT : join(DIST, app.name, 'src', 'main.js'),
      logFile: join(this.stateFolder, 'logs', `${app.name}.log`),
      env: {
        ...this.env.inherited,
        NATS_URL: bus.url,
        ORDENA_STATE: this.stateFolder,
        ORDENA_MACHINE: this.env.machine,
        ...(this.deskFile !== undefined && app.name === 'gateway' && { ORDENA_ENROL: this.deskFile }),
        ...(creds !== undefined && { NATS_CREDS: creds }),
        ...app.extra,
      },
    };
  }

  /** All three answer: the gateway's readiness looks at the bus, the planner and at least one machine. */
  private async waitUntilReady(url: string): Promise<string> {
    for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += 100) {
      const response = await fetch(new URL('/health/ready', url)).catch(() => undefined);
      if (response?.ok === true) return plannerRungOf(url);
      await sleep(100);
    }
    throw new Error(`Started, but not everything answers; the logs are in ${join(this.stateFolder, 'logs')}.`);
  }

  private async closeAll(): Promise<void> {
    this.telling.say(this.telling.text.stopping);
    await removeHouseFile(this.stateFolder);
    for (const child of this.children.splice(0).reverse()) await child.stop(STOP_GRACE_MS);
  }
}

/** A NATS of the owner's. Credentials are one file for everything, or the folder that `bus` wrote: a key per process. */
const foreignBus = (url: string, { creds, machine }: { creds: string | undefined; machine: string }): Bus => {
  if (creds === undefined) return { url, keyFiles: {}, server: undefined };
  const perProcess = statSync(creds).isDirectory();
  const keyOf = (role: string): [string, string] => [role, perProcess ? join(creds, role, 'bus.creds') : creds];
  return {
    url,
    keyFiles: Object.fromEntries([`agent-${machine}`, 'planner', 'gateway'].map(keyOf)),
    server: undefined,
  };
};

/** The page that is open, and every program, find the gateway where it was. */
const sameAddress = ({ url }: Record<string, unknown>): NodeJS.ProcessEnv => {
  if (typeof url !== 'string') return {};
  const { port, searchParams } = new URL(url);
  return { PORT: port, ORDENA_TOKEN: searchParams.get('token') ?? undefined };
};

const plannerRungOf = async (url: string): Promise<string> => {
  const health = (await (await fetch(new URL('/health', url))).json()) as { planner?: { rung?: string } };
  return health.planner?.rung ?? 'unknown';
};

/** Stopped in turn with the processes it belongs to. */
const asChild = (keeper: { close(): Promise<void> }): Child => ({
  name: 'keeper',
  pid: process.pid,
  exited: () => false,
  gone: new Promise(() => undefined),
  stop: () => keeper.close(),
});
