import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** A house that lets other PCs in, started as people start it, and other PCs that paste its line, each with a home of its own. */

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TOKEN = 'token-of-this-house-0123456789abcdef';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** It may have ended just now. */
const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

export class OtherPc {
  readonly state: string;
  private constructor(
    readonly home: string,
    readonly process: ChildProcess,
    private readonly heard: { out: string; error: string },
  ) {
    this.state = join(home, 'state');
  }

  /** Runs a command line in a shell, as a person would paste it. */
  static paste(home: string, line: string): OtherPc {
    mkdirSync(join(home, 'Desktop'), { recursive: true });
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      ORDENA_HOME: home,
      ORDENA_STATE: join(home, 'state'),
      LANG: 'C',
    };
    const child = spawn('sh', ['-c', `exec ${line}`], { env, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    const heard = { out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (heard.error += chunk.toString()));
    return new OtherPc(home, child, heard);
  }

  get said(): string {
    return this.heard.out + this.heard.error;
  }

  get isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Gives it a tenth of its time until it ends, as on a slow PC: on a fast one its work is over before anybody steps in. */
  async endSlowly(): Promise<number | null> {
    const agent = this.agentPid();
    while (!this.isOver) {
      signal(agent, 'SIGSTOP');
      await sleep(45);
      signal(agent, 'SIGCONT');
      await sleep(5);
    }
    return this.process.exitCode;
  }

  /** The line that was pasted fetches the agent and then waits for it. */
  private agentPid(): number {
    const { pid } = this.process;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
  }

  async end(): Promise<number | null> {
    if (!this.isOver) await new Promise((done) => this.process.once('exit', done));
    return this.process.exitCode;
  }

  async stop(): Promise<void> {
    if (!this.isOver) this.process.kill('SIGTERM');
    await this.end();
  }
}

export class FleetHouse {
  readonly folder = mkdtempSync(join(tmpdir(), 'ordena-fleet-'));
  readonly pcs: OtherPc[] = [];
  base = '';
  deskPort = 0;
  busPort = 0;
  private starter: ChildProcess | undefined;

  static async open(env: NodeJS.ProcessEnv = {}): Promise<FleetHouse> {
    const house = new FleetHouse();
    mkdirSync(join(house.folder, 'Desktop'), { recursive: true });
    [house.busPort, house.deskPort] = [await freePort(), await freePort()];
    await house.start(env);
    return house;
  }

  get state(): string {
    return join(this.folder, 'state');
  }

  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const starter = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'start', 'src', 'main.js'), 'start'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...this.environment(), ...env },
    });
    this.starter = starter;
    for await (const line of createInterface({ input: starter.stdout })) {
      if (!line.startsWith('ready ')) continue;
      this.base = new URL((JSON.parse(line.slice('ready '.length)) as { url: string }).url).origin;
      return;
    }
    throw new Error('the house ended before it was ready');
  }

  async stop(): Promise<void> {
    const { starter } = this;
    if (starter === undefined || starter.exitCode !== null) return;
    const gone = new Promise((done) => starter.once('exit', done));
    starter.kill('SIGTERM');
    await gone;
  }

  async close(): Promise<void> {
    for (const pc of this.pcs) await pc.stop();
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** A command of the README, as a person types it. */
  shell(command: string): Promise<Record<string, unknown>> {
    const env = { PATH: process.env['PATH'], URL: this.base, TOKEN };
    return new Promise((done, fail) =>
      execFile('sh', ['-ec', command], { env }, (error, out) =>
        error ? fail(error) : done(JSON.parse(out) as Record<string, unknown>),
      ),
    );
  }

  async invite(machine: string, displayName?: string): Promise<{ code: string; command: string }> {
    const { status, body } = await this.ask('POST', '/v1/machines/enrolments', { machine, displayName });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { code: string; command: string };
  }

  paste(name: string, line: string): OtherPc {
    const pc = OtherPc.paste(join(this.folder, name), line);
    this.pcs.push(pc);
    return pc;
  }

  async machine(id: string): Promise<Record<string, unknown> | undefined> {
    const { machines } = (await this.ask('GET', '/v1/machines')).body as { machines: Record<string, unknown>[] };
    return machines.find(({ machine }) => machine === id);
  }

  /** Waits until a machine is seen on or off; how long that took, ms. */
  async sees(id: string, online: boolean): Promise<number> {
    const since = Date.now();
    while ((await this.machine(id))?.['online'] !== online) await sleep(50);
    return Date.now() - since;
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NATS_SERVER_BIN: process.env['NATS_SERVER_BIN'],
      HOME: this.folder,
      XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache'),
      ORDENA_STATE: this.state,
      ORDENA_TOKEN: TOKEN,
      ORDENA_MACHINE: 'pc1',
      ORDENA_LOCAL_MODELS: 'off',
      ORDENA_RATE: '0',
      ORDENA_LISTEN: '127.0.0.1',
      ORDENA_BUS_PORT: String(this.busPort),
      ORDENA_DESK_PORT: String(this.deskPort),
      PORT: '0',
      LANG: 'C',
    };
  }
}
