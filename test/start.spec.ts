import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

interface Ready {
  url: string;
  machine: string;
  planner: string;
  places: Record<string, string>;
}

interface Talk {
  conversationId: string;
}

interface Started {
  readonly starter: ChildProcess;
  readonly lines: string[];
  readonly ready: Ready;
}

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const NATS_COMMANDS = /```sh\n(nats context [\s\S]+?)```/.exec(README)![1]!;

const cacheFolder = process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache');

/** Four processes start and stop in each of these. */
jest.setTimeout(60_000);

const tokenOf = ({ url }: Ready): string => new URL(url).searchParams.get('token') ?? '';

describe('npm start and npm run demo', () => {
  let folder: string;
  let taken: Server;
  let port: number;
  const starters: ChildProcess[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ordena-start-'));
    taken = createServer();
    port = await new Promise<number>((done) => {
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port));
    });
  });

  afterEach(async () => {
    for (const starter of starters.splice(0)) if (starter.exitCode === null) await stop(starter);
    await new Promise((done) => taken.close(done));
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (command: string, env: NodeJS.ProcessEnv = {}): Promise<Started> => {
    const starter = spawn(process.execPath, [join(ROOT, 'scripts', 'ordena.mjs'), command], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        XDG_CACHE_HOME: cacheFolder,
        LANG: 'es_ES.UTF-8',
        PORT: String(port),
        ORDENA_LOCAL_MODELS: 'off',
        ORDENA_MACHINE: 'mi-pc',
        ...env,
      },
    });
    starters.push(starter);
    const lines: string[] = [];
    const out = createInterface({ input: starter.stdout });
    const ready = await new Promise<string>((done, fail) => {
      out.on('line', (line) => {
        lines.push(line);
        if (line.startsWith('ready ')) done(line.slice('ready '.length));
      });
      out.on('close', () => fail(new Error(`it ended without being ready:\n${lines.join('\n')}`)));
    });
    return { starter, lines, ready: JSON.parse(ready) as Ready };
  };

  /** As Ctrl-C in a terminal: the whole group hears it, and the wrapper hands it on once more. */
  const stop = async (starter: ChildProcess): Promise<number | null> => {
    const gone = new Promise<number | null>((done) => starter.once('exit', (code) => done(code)));
    process.kill(-starter.pid!, 'SIGINT');
    return gone;
  };

  it('demo: one URL although the port is taken, README’s request and its real answer, and no orphan after Ctrl-C', async () => {
    const { starter, ready } = await start('demo');
    expect(ready).toMatchObject({ machine: 'mi-pc', planner: 'embedded' });
    expect(Object.keys(ready.places)).toEqual(expect.arrayContaining(['desktop', 'documents', 'downloads']));
    expect(new URL(ready.url).port).not.toBe(String(port));

    const curl = /```sh\n(curl [\s\S]+?)```\s+```json\n(.+)\n```/.exec(README);
    const url = new URL(ready.url);
    const answer = await shell(curl![1]!, { URL: url.origin, TOKEN: url.searchParams.get('token')! });
    expect(JSON.parse(answer)).toEqual(JSON.parse(curl![2]!));
    expect(readdirSync(join(ready.places['desktop']!, 'luyd'))).toHaveLength(6);

    const watched = await shell(NATS_COMMANDS, { XDG_CONFIG_HOME: folder, MACHINE: ready.machine, ...busOf(ready) });
    expect(watched).toMatch(/file-agent[\s\S]*"location":"desktop\/luyd"/);

    expect(await stop(starter)).toBe(0);
    await sleep(200);
    expect(processesMentioning(ready.places['desktop']!.replace(/\/[^/]+$/, ''))).toEqual([]);
  });

  it('what is killed is started again, at the same address and with the same token, and ends with the rest', async () => {
    const { starter, ready, lines } = await start('demo');
    const home = ready.places['desktop']!.replace(/\/[^/]+$/, '');
    const before = lines.length;
    const killed = processesMentioning(home).filter((pid) => OURS.test(commandOf(pid)));
    for (const pid of killed) process.kill(Number(pid), 'SIGKILL');
    const url = new URL('/health/ready', ready.url);
    const isReady = async (): Promise<boolean> => (await fetch(url).catch(() => undefined))?.ok === true;
    while (lines.length < before + killed.length || !(await isReady())) await sleep(50);
    const answer = await fetch(new URL('/chat', ready.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokenOf(ready)}`,
      },
      body: JSON.stringify({ message: '¿qué hay en el escritorio?' }),
    });
    expect(await answer.json()).toMatchObject({ type: 'text', content: expect.stringContaining('Hay 6 archivos') });
    const said = ['file-agent', 'gateway', 'planner'].map((name) => `${name} se cerró y se vuelve a iniciar.`);
    expect(lines.slice(before).toSorted()).toEqual(said);
    expect(await stop(starter)).toBe(0);
    await sleep(200);
    expect(processesMentioning(home)).toEqual([]);
  });

  it('a nats-server that is killed is started again, at the same address and with what it kept', async () => {
    const { starter, ready, lines } = await start('demo');
    const home = ready.places['desktop']!.replace(/\/[^/]+$/, '');
    const ask = (path: string, body?: object): Promise<Response> =>
      fetch(new URL(path, ready.url), {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(ready)}` },
        body: body && JSON.stringify(body),
      });
    const told = (await (await ask('/v1/chat', { message: '¿qué hay en el escritorio?' })).json()) as Talk;
    const [server] = processesMentioning(home).filter((pid) => commandOf(pid).includes('nats-server'));
    const before = lines.length;
    process.kill(Number(server), 'SIGKILL');
    while (lines.length === before || !(await ask('/health/ready')).ok) await sleep(50);
    expect(lines.slice(before)).toEqual(['nats-server se cerró y se vuelve a iniciar.']);
    const kept = (await (await ask(`/v1/conversations/${told.conversationId}`)).json()) as { turns: unknown[] };
    expect(kept.turns).toHaveLength(1);
    const again = (await (await ask('/v1/chat', { message: '¿qué hay en descargas?' })).json()) as Talk;
    expect(again).toMatchObject({ status: 'done' });
    expect(await stop(starter)).toBe(0);
    await sleep(200);
    expect(processesMentioning(home)).toEqual([]);
  });

  it('start: says so where this PC has none of the known folders, and a second start finds the first', async () => {
    const first = await start('start', { LOG_LEVEL: 'INFO' });
    expect(first.lines.join('\n')).toContain('se usa una carpeta de prueba');
    const second = await shell(`${process.execPath} ${join(ROOT, 'scripts', 'ordena.mjs')} start`, {
      HOME: folder,
      LANG: 'es_ES.UTF-8',
    });
    expect(second).toContain(first.ready.url);
  });

  it('a setting that cannot work is one sentence that names it and what can', () => {
    const starter = spawnSync(process.execPath, [join(ROOT, 'scripts', 'ordena.mjs'), 'start'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: cacheFolder, LOG_LEVEL: 'loud', PORT: '0' },
    });
    expect(starter.status).toBe(1);
    expect(starter.stderr).toMatch(/^The environment.* LOG_LEVEL.*use error, warn, log \(or info\) or debug.*\n$/);
  });
});

const shell = (command: string, env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn('sh', ['-ec', command], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? done(out) : fail(new Error(`exit ${code}: ${out}`))));
  });

/** Where a demo keeps its bus: the log of its server names the port, the key lies beside it. */
const busOf = ({ places }: Ready): NodeJS.ProcessEnv => {
  const nats = join(dirname(places['desktop']!), '.local', 'state', 'ordena', 'nats');
  const ports = readdirSync(nats).find((name) => name.endsWith('.ports'));
  const { nats: urls } = JSON.parse(readFileSync(join(nats, ports!), 'utf8')) as { nats: string[] };
  return { NATS_URL: urls[0], OPS_KEY: join(nats, 'ops.creds') };
};

/** Command lines and environments of living processes that mention a folder only this test knows. */
const processesMentioning = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter(
      (pid) => readOr(`/proc/${pid}/cmdline`).includes(folder) || readOr(`/proc/${pid}/environ`).includes(folder),
    );

/** The processes that the starter keeps; nats-server is not one of ours. */
const OURS = /ordena-agent\.mjs|apps\/(?:gateway|planner)\/src\/main\.js/;

const commandOf = (pid: string): string => readOr(`/proc/${pid}/cmdline`);

const readOr = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};
