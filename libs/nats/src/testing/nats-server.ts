import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  close(): Promise<void>;
}

const HOW_TO_GET_IT =
  'No nats-server found. Run `npm test` (it gets one), or install it: apt-get install nats-server, brew install ' +
  'nats-server, go install github.com/nats-io/nats-server/v2@latest; or set NATS_SERVER_BIN.';

/** A real nats-server on a free port of loopback, or on the one given, in a store folder of its own. `config` is server configuration text. */
export const startNatsServer = async (
  options: { jetStream?: boolean; config?: string; port?: number } = {},
): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-nats-'));
  const configFile = join(folder, 'server.conf');
  writeFileSync(configFile, options.config ?? '');
  const args = ['-a', '127.0.0.1', '-p', String(options.port ?? -1), '--ports_file_dir', folder, '-c', configFile];
  if (options.jetStream ?? true) args.push('-js', '-sd', join(folder, 'store'));
  const server = spawn(process.env['NATS_SERVER_BIN'] ?? 'nats-server', args, { stdio: 'ignore' });
  const url = await urlOf(server, folder).catch(async (error: unknown) => {
    await end(server, folder);
    throw error;
  });
  return { url, port: Number(new URL(url).port), pid: server.pid ?? 0, close: () => end(server, folder) };
};

const urlOf = async (server: ChildProcess, folder: string): Promise<string> => {
  let failure: Error | undefined;
  server.once('error', () => (failure = new Error(HOW_TO_GET_IT)));
  server.once('exit', (code) => (failure ??= new Error(`nats-server ended with code ${code} before it was ready`)));
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 20) {
    if (failure !== undefined) throw failure;
    const file = readdirSync(folder).find((name) => name.endsWith('.ports'));
    const ports = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
    if (ports !== '') return (JSON.parse(ports) as { nats: string[] }).nats[0] ?? '';
    await sleep(20);
  }
  throw new Error('nats-server was not ready within 10 s');
};

const end = async (server: ChildProcess, folder: string): Promise<void> => {
  const running = server.exitCode === null && server.signalCode === null && server.pid !== undefined;
  const gone = new Promise<void>((done) => (running ? server.once('exit', () => done()) : done()));
  server.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
};
