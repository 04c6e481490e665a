import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../apps/start/src/child.js';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';

const BUNDLE = join(import.meta.dirname, '..', '..', 'dist', 'agent');
const BYTES_MAX = 1_000_000;

/** What `npm run build` puts into dist/agent, copied to where nothing else of ours is, as on another PC. */
describe('the bundle of the agent', () => {
  let folder: string;
  let server: TestServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ordena-bundle-'));
    cpSync(BUNDLE, join(folder, 'agent'), { recursive: true });
    mkdirSync(join(folder, 'home', 'Desktop'), { recursive: true });
    writeFileSync(join(folder, 'home', 'Desktop', 'a.txt'), 'hola');
    mkdirSync(join(folder, 'home', 'Desktop', 'm'));
    for (let at = 0; at < 2_000; at++) writeFileSync(join(folder, 'home', 'Desktop', 'm', `${at}`), 'adiós');
    server = await startNatsServer();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const programs = (): string[] => readdirSync(BUNDLE).filter((name) => name.endsWith('.mjs'));

  it('is small, and brings no framework, no model client and no HTTP server to people', () => {
    const texts = programs().map((name) => readFileSync(join(BUNDLE, name), 'utf8'));
    expect(programs()).toEqual(expect.arrayContaining(['disk-worker.mjs', 'second-reader-worker.mjs']));
    const bytes = programs().reduce((sum, name) => sum + statSync(join(BUNDLE, name)).size, 0);
    expect(bytes).toBeLessThan(BYTES_MAX);
    for (const foreign of ['@nestjs', 'openai', 'swagger', 'class-validator', 'fastify', 'reflect-metadata'])
      expect([foreign, texts.some((text) => text.includes(foreign))]).toEqual([foreign, false]);
  });

  it('its doctor tells a place that may not be read, and one that may not be changed', () => {
    const home = join(folder, 'home');
    for (const [name, mode] of [
      ['shut', 0o000],
      ['looked-at', 0o555],
    ] as const) {
      mkdirSync(join(home, name));
      chmodSync(join(home, name), mode);
    }
    mkdirSync(join(folder, 'owned'));
    const places = { shut: join(home, 'shut'), fixed: join(home, 'looked-at') };
    writeFileSync(join(folder, 'owned', 'agent.json'), JSON.stringify({ places }));
    chmodSync(folder, 0o755);
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}; // nothing is forbidden to root
    const { stdout } = spawnSync(process.execPath, [join(folder, 'agent', 'ordena-agent.mjs'), 'doctor'], {
      encoding: 'utf8',
      env: { ORDENA_HOME: home, ORDENA_STATE: join(folder, 'owned'), NATS_URL: 'nats://127.0.0.1:9' },
      ...somebody,
    });
    expect(stdout).toMatch(/✗ place shut .*DENIED: this account may not read/);
    expect(stdout).toMatch(/✗ place fixed .*may look into it and not change it/);
  }, 30_000);

  it('needs Node and nothing else: starts, answers from its disk thread, ends with 0', async () => {
    const { child, ready } = await startApp({
      name: 'agent',
      script: join(folder, 'agent', 'ordena-agent.mjs'),
      logFile: join(folder, 'agent.log'),
      env: {
        PATH: process.env['PATH'],
        NATS_URL: server.url,
        ORDENA_MACHINE: 'pc1',
        ORDENA_HOME: join(folder, 'home'),
        ORDENA_STATE: join(folder, 'state'),
      },
    });
    expect(ready).toMatchObject({ machine: 'pc1', places: { desktop: join(folder, 'home', 'Desktop') } });
    const nc = await connect({ servers: server.url });
    const found = await nc.request('ordena.agent.pc1.find', '{"in":"desktop"}', { timeout: 10_000 });
    expect(found.json()).toMatchObject({ totals: { files: 1 } });
    const plan = await nc.request('ordena.agent.pc1.move', '{"from":"desktop","select":{},"to":"desktop/x"}', {
      timeout: 10_000,
    });
    expect(plan.json()).toMatchObject({ operation: 'move', summary: { entries: 1 } });
    const threads = (): number => readdirSync(`/proc/${child.pid}/task`).length;
    const before = threads();
    const words = () => nc.request('ordena.agent.pc1.find', '{"in":"desktop/m","select":{"text":"Adiós"},"limit":0}');
    for (let turn = 0; turn < 10 && threads() === before; turn++)
      expect((await words()).json()).toMatchObject({ totals: { files: 2_000 } });
    expect(threads()).toBeGreaterThan(before); // the second reader is there
    expect((await words()).json()).toMatchObject({ totals: { files: 2_000 } });
    await nc.close();
    await child.stop(10_000);
    expect(readFileSync(join(folder, 'agent.log'), 'utf8')).toBe('');
  }, 30_000);
});
