import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TempFolder, type Tree } from '../disk/testing/temp-folder.js';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const BUNDLE = `${ROOT}dist/agent/ordena-agent.mjs`;
const FROM_SOURCE = ['--import', `${SOURCE}testing/run-source.mjs`, '--conditions=ordena-source', `${SOURCE}main.ts`];

export interface AgentOptions {
  readonly natsUrl: string;
  readonly machine?: string;
  /** What the person's home holds: `{ Desktop: { 'a.txt': 'hola' } }`. */
  readonly tree?: Tree;
  /** The owner's configuration. */
  readonly config?: object;
  readonly variables?: Readonly<Record<string, string>>;
  /** The built bundle that goes to people's PCs, instead of the sources. */
  readonly isBundle?: boolean;
}

export interface ReadyLine {
  readonly ready: true;
  readonly machine: string;
  readonly places: Readonly<Record<string, string>>;
  readonly version: string;
}

/** A real agent in a process of its own, from the sources as they are, on a throw-away home. */
export class AgentProcess {
  ready!: ReadyLine;
  /** Everything it printed, line by line. */
  readonly output: string[] = [];
  private readonly exit: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    readonly home: TempFolder,
    readonly state: TempFolder,
  ) {
    this.exit = new Promise((done) => child.once('exit', (code) => done(code)));
  }

  static async start(options: AgentOptions): Promise<AgentProcess> {
    const home = new TempFolder(options.tree ?? { Desktop: {}, Documents: {}, Downloads: {} });
    const state = new TempFolder(options.config ? { 'agent.json': JSON.stringify(options.config) } : {});
    return AgentProcess.startOn(options, home, state).catch((error: unknown) => {
      home.remove();
      state.remove();
      throw error;
    });
  }

  /** On folders that are there already: after a restart, or a second agent of the same machine. */
  static async startOn(options: AgentOptions, home: TempFolder, state: TempFolder): Promise<AgentProcess> {
    mkdirSync(home.path, { recursive: true });
    const child = spawn(process.execPath, options.isBundle ? [BUNDLE] : FROM_SOURCE, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        NATS_URL: options.natsUrl,
        ORDENA_MACHINE: options.machine ?? 'pc1',
        ORDENA_HOME: home.path,
        ORDENA_STATE: state.path,
        LOG_LEVEL: 'error',
        ...options.variables,
      },
    });
    const agent = new AgentProcess(child, home, state);
    agent.ready = await agent.untilReady();
    return agent;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code; null when a signal ended it. */
  ended(): Promise<number | null> {
    return this.exit;
  }

  async close(): Promise<void> {
    this.kill('SIGTERM');
    await this.exit;
    this.home.remove();
    this.state.remove();
  }

  private async untilReady(): Promise<ReadyLine> {
    const ready = new Promise<ReadyLine>((found) => {
      this.listen((line) => {
        if (line.startsWith('{"ready":')) found(JSON.parse(line) as ReadyLine);
      });
    });
    const failed = this.exit.then((code) => {
      throw new Error(`The agent ended with ${code} before it was ready:\n${this.output.join('\n')}`);
    });
    return Promise.race([ready, failed]);
  }

  private listen(onLine: (line: string) => void): void {
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.output.push(line);
        onLine(line);
      });
    }
  }
}
