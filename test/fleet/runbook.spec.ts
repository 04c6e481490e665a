import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createUser } from '@nats-io/nkeys';
import { inboxOf, keeperSubject } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { openKeeper } from '../../apps/start/src/bus-keeper.js';
import { startSystem, type System } from '../testing/system.js';
import { makeHome } from '../testing/tree.js';
import { EXPECTED, FOLLOWED } from './testing/runbook-answers.js';

/** Every command of docs/operations.md, run as written by a real shell with the real `nats` CLI on a real system. */

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'operations.md');
const COMMANDS = [...readFileSync(PAGE, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.split('\n').filter((line) => line !== ''),
);
const HOW_TO_GET_IT = 'The `nats` CLI is missing. Get it: go install github.com/nats-io/natscli/nats@latest';
const run = promisify(execFile);

describe('the runbook', () => {
  let system: System;
  let home: string;
  let config: string;
  let keeper: { close(): Promise<void> };

  beforeAll(async () => {
    await run('nats', ['--version']).catch(() => {
      throw new Error(HOW_TO_GET_IT);
    });
    home = makeHome({ 'Escritorio/factura.pdf': 'una factura', 'Escritorio/notas.txt': 'unas notas' });
    config = mkdtempSync(join(tmpdir(), 'ordena-cli-'));
    system = await startSystem({ homes: { pc1: home } });
    keeper = await openKeeper({ ...system.bus, credsFile: system.bus.keyFiles['keeper']! });
    await letIn('pc9');
  }, 30_000);

  /** As if it had pasted its line and been switched off. */
  const letIn = async (machine: string): Promise<void> => {
    const credsFile = system.bus.keyFiles['gateway']!;
    const nc = await connectBus({ servers: system.bus.url, name: 'test', credsFile, inboxPrefix: inboxOf('gateway') });
    const wish = { machine, publicKey: createUser().getPublicKey(), displayName: 'a PC' };
    await nc.request(keeperSubject('enrol'), JSON.stringify(wish), { timeout: 5_000 });
    await nc.close();
  };

  afterAll(async () => {
    await keeper.close();
    await system.close();
    for (const folder of [home, config]) rmSync(folder, { recursive: true });
  });

  const environment = (): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    HOME: config,
    XDG_CONFIG_HOME: config,
    NATS_URL: system.bus.url,
    OPS_KEY: system.bus.keyFiles['ops'],
    ORDENA_URL: system.base,
    ORDENA_TOKEN: system.token,
    BUS_FOLDER: join(config, 'bus'),
  });

  const outputOf = async (command: string): Promise<string> => {
    const { stdout, stderr } = await run('bash', ['-c', command], { env: environment(), timeout: 15_000 }).catch(
      (failed: { stdout: string; stderr: string }) => failed,
    );
    return stdout + stderr;
  };

  const tidy = async (): Promise<void> => {
    writeFileSync(join(home, 'Escritorio', `${Date.now()}.txt`), 'nuevo');
    const message = 'mueve todos los archivos del escritorio a una carpeta llamada luyd';
    const { body } = await system.ask<{ status: string }>('POST', '/v1/chat', { message });
    expect(body.status).toBe('done');
  };

  /** One of everything that is told: a job, its undo, and a refusal. */
  const live = async (): Promise<void> => {
    await tidy();
    expect((await system.ask<{ status: string }>('POST', '/v1/chat', { message: 'deshaz eso' })).body.status).toBe(
      'done',
    );
    expect((await system.ask('POST', '/v1/machines/pc1/operations/read', { file: 'desktop/none' })).status).toBe(404);
  };

  /** What a command that never ends by itself says, until it has said all we wait for; meanwhile somebody tidies. */
  const followed = async (command: string): Promise<string> => {
    const child = spawn('bash', ['-c', `exec ${command}`], { env: environment() });
    let output = '';
    const saidAll = new Promise<void>((done) => {
      const add = (chunk: Buffer): void => {
        output += chunk.toString();
        if (EXPECTED[command]?.every((expected) => expected.test(output)) === true) done();
      };
      child.stdout.on('data', add);
      child.stderr.on('data', add);
    });
    await outputOf('nats rtt');
    await live();
    await Promise.race([saidAll, sleep(5000, undefined, { ref: false })]);
    child.kill();
    return output;
  };

  it('says what each of its commands answers, and each answer belongs to a command', () => {
    expect(COMMANDS.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it.each(COMMANDS)('%s', async (command) => {
    const output = FOLLOWED.includes(command) ? await followed(command) : await outputOf(command);
    for (const expected of EXPECTED[command] ?? [/^$/]) expect(output).toMatch(expected);
    if (command.includes('ordena.event')) expect(output).not.toMatch(/luyd|factura|\.txt|Escritorio/);
  });

  it('names figures that there are', async () => {
    const figures = await outputOf(Object.keys(EXPECTED).find((command) => command.includes('/metrics'))!);
    const named = [...new Set(readFileSync(PAGE, 'utf8').match(/\bordena_[a-z_]+/g))];
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(figures).toContain(`\n${name}`);
  });

  it('counted the truth: two good answers of `find` and one refusal', async () => {
    const stats = await outputOf('nats micro stats file-agent --json');
    const found = /"name": "find",[\s\S]*?"num_requests": (\d+),[\s\S]*?"num_errors": (\d+),/.exec(stats);
    expect(found?.slice(1, 3).map(Number)).toEqual([expect.any(Number), 1]);
    expect(Number(found?.[1])).toBeGreaterThanOrEqual(2);
  });

  it('was refused nothing but the commit it promises to be refused', () => {
    const log = readFileSync(join(system.folder, 'nats', 'server.log'), 'utf8');
    const violations = log.split('\n').filter((line) => line.includes('Violation'));
    expect(violations.map((line) => /Subject "([^"]*)"/.exec(line)?.[1])).toEqual(['ordena.agent.pc1.commit']);
  });
});
