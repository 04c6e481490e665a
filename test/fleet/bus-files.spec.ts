import { parseCreds } from '@nats-io/jwt';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { agentInbox, inboxOf } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { newAuthority } from '../../apps/start/src/bus-authority.js';
import { configOf } from '../../apps/start/src/bus-config.js';
import { writeBusFiles } from '../../apps/start/src/bus-files.js';
import { askHealth } from '../../apps/start/src/healthy.js';
import { watchChild, type Child } from '../../apps/start/src/child.js';
import { keyOf, SERVICES } from './testing/compose-file.js';
import { freePort } from './testing/free-port.js';

jest.setTimeout(60_000);
const run = promisify(execFile);
const BINARY = process.env['NATS_SERVER_BIN'] ?? 'nats-server';
const NODES = ['nats', 'nats-2', 'nats-3'];

describe('the keys and configuration the `bus` service writes', () => {
  let folder: string;
  const children: Child[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ordena-bus-'));
    await writeBusFiles(folder, ['pc1']);
  });
  afterAll(async () => {
    for (const child of children) await child.stop(0);
    rmSync(folder, { recursive: true });
  });

  /** A server as Compose starts it, with the addresses of its network put down to this PC. */
  const start = async (file: string, routes: Readonly<Record<string, number>> = {}): Promise<number> => {
    const [port, monitor] = [await freePort(), await freePort()];
    const here = Object.entries(routes).reduce(
      (text, [node, at]) => text.replaceAll(`${node}:6222`, `127.0.0.1:${at}`),
      readFileSync(join(folder, 'server', file), 'utf8').replace('0.0.0.0', '127.0.0.1'),
    );
    const own = routes[file.replace('.conf', '')];
    const text = own === undefined ? here : here.replace('"port":6222', `"host":"127.0.0.1","port":${own}`);
    const config = join(folder, 'server', `here-${file}`);
    writeFileSync(config, text.replace('127.0.0.1:8222', `127.0.0.1:${monitor}`));
    children.push(watchChild(file, spawn(BINARY, ['-c', config, '-p', `${port}`], { stdio: 'ignore' })));
    return port;
  };

  const asGateway = (ports: readonly number[]) =>
    connectBus({
      servers: ports.map((port) => `tls://127.0.0.1:${port}`),
      name: 'test',
      credsFile: join(folder, 'gateway', 'bus.creds'),
      inboxPrefix: inboxOf('gateway'),
    });

  it('hold a folder for every key the services mount, readable by its owner only', () => {
    for (const [, service] of SERVICES) {
      const key = keyOf(service);
      if (key === undefined) continue;
      expect(statSync(join(folder, key, 'bus.creds')).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(folder, key)).toSorted()).toEqual(['bus.creds', 'ca.pem']);
    }
    expect(statSync(join(folder, 'server', 'server-key.pem')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'server')).join()).not.toMatch(/ca-key|authority/);
  });

  it('are configuration a real server accepts, alone and as one of three', async () => {
    const files = readdirSync(join(folder, 'server')).filter((name) => name.endsWith('.conf'));
    expect(files.toSorted()).toEqual(['nats-2.conf', 'nats-3.conf', 'nats.conf', 'server.conf']);
    for (const file of files) {
      const checked = await run(BINARY, ['-t', '-c', join(folder, 'server', file)]);
      expect(checked.stderr + checked.stdout).toMatch(/is valid/);
    }
  });

  it('make a server that talks to nobody in plain, nor to whoever does not know its authority', async () => {
    const port = await start('server.conf');
    const nc = await asGateway([port]);
    expect(nc.info?.tls_required).toBe(true);
    await nc.close();
    const authenticator = credsAuthenticator(readFileSync(join(folder, 'gateway', 'bus.creds')));
    const servers = `127.0.0.1:${port}`;
    await expect(connect({ servers, authenticator, maxReconnectAttempts: 0, reconnect: false })).rejects.toThrow();
  });

  it('let the health checks of Compose ask, each with its own key', async () => {
    const url = `tls://127.0.0.1:${await start('server.conf')}`;
    const checks = [
      ['agent-pc1', 'ordena.agent.pc1.places', agentInbox('pc1')],
      ['planner', '$SRV.PING.planner', inboxOf('planner')],
    ] as const;
    for (const [role, subject, inboxPrefix] of checks) {
      const keyFile = join(folder, role, 'bus.creds');
      const ask = (): Promise<void> => askHealth({ url, keyFile, role, subject });
      await expect(ask()).rejects.toThrow();
      const nc = await connectBus({ servers: url, name: role, credsFile: keyFile, inboxPrefix });
      nc.subscribe(subject, { callback: (_, message) => void message.respond('{}') });
      await nc.flush();
      await ask();
      await nc.close();
    }
  });

  it('make three nodes that find each other over TLS', async () => {
    const routes = Object.fromEntries(await Promise.all(NODES.map(async (node) => [node, await freePort()] as const)));
    const ports = await Promise.all(NODES.map((node) => start(`${node}.conf`, routes)));
    const nc = await asGateway(ports);
    const stores = async (): Promise<boolean> =>
      nc.request('$JS.API.INFO', '', { timeout: 500 }).then(
        (answer) => !('error' in answer.json<object>()),
        () => false,
      );
    while (!(await stores())) await sleep(100);
    expect(nc.info?.cluster).toBe('ordena');
    await nc.close();
  });

  it('stay when another PC is added', async () => {
    const keyOfGateway = async (): Promise<string> =>
      (await parseCreds(readFileSync(join(folder, 'gateway', 'bus.creds')))).key;
    const kept = ['tls/ca.pem', 'server/server.pem'].map((file) => readFileSync(join(folder, file), 'utf8'));
    const before = await keyOfGateway();
    await writeBusFiles(folder, ['pc1', 'pc2']);
    expect(await keyOfGateway()).toBe(before);
    expect(existsSync(join(folder, 'agent-pc2', 'bus.creds'))).toBe(true);
    expect(['tls/ca.pem', 'server/server.pem'].map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(kept);
  });
});

it.each(['0.0.0.0', '::', '192.168.1.5', 'nats'])('no server is written that listens on %s in plain', async (host) => {
  await expect(configOf(newAuthority(), { host, storeFolder: '/x' })).rejects.toThrow(/needs TLS/);
});
