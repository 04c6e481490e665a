import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import { watchChild } from '../../apps/start/src/child.js';
import { startSystem, type System } from '../testing/system.js';
import { makeHome } from '../testing/tree.js';

const BACK_WITHIN_MS = 5000;

describe('a nats-server that is killed and started again', () => {
  let system: System;
  let homes: Record<string, string>;

  beforeAll(async () => {
    homes = { pc1: makeHome({ 'Escritorio/a.txt': 'a', 'Escritorio/b.txt': 'b' }), pc2: makeHome({}) };
    system = await startSystem({ homes });
  }, 30_000);

  afterAll(async () => {
    await system.close();
    for (const home of Object.values(homes)) rmSync(home, { recursive: true });
  });

  const killServer = async (): Promise<void> => {
    const server = system.children.get('nats-server')!;
    process.kill(server.pid, 'SIGKILL');
    await server.gone;
  };

  /** Same configuration, same port, same store. */
  const startServer = (): void => {
    const args = ['-c', join(system.folder, 'nats', 'server.conf'), '-p', new URL(system.bus.url).port];
    const binary = process.env['NATS_SERVER_BIN'] ?? 'nats-server';
    system.children.set('nats-server', watchChild('nats-server', spawn(binary, args, { stdio: 'ignore' })));
  };

  const isReady = async (): Promise<boolean> => (await system.ask('GET', '/health/ready')).status === 200;

  const online = async (): Promise<string[]> => {
    const { body } = await system.ask<{ machines: { machine: string; online: boolean }[] }>('GET', '/v1/machines');
    return body.machines.filter((one) => one.online).map(({ machine }) => machine);
  };

  const msUntil = async (isSo: () => Promise<boolean>): Promise<number> => {
    const start = Date.now();
    while (!(await isSo()) && Date.now() - start < 2 * BACK_WITHIN_MS) await sleep(50);
    return Date.now() - start;
  };

  it('finds every process again within five seconds, and the plan that waited is carried out once', async () => {
    const message = 'mueve todos los archivos del escritorio a una carpeta llamada luyd';
    const asked = await system.ask<ChatReply>('POST', '/v1/chat', { message, machine: 'pc1', mode: 'ask' });
    expect(asked.body.status).toBe('needs_approval');
    const approve = `/v1/plans/${asked.body.plans[0]!.planId}/approve`;

    await killServer();
    expect(await msUntil(async () => !(await isReady()))).toBeLessThan(BACK_WITHIN_MS);
    startServer();
    const everybody = async (): Promise<boolean> => (await isReady()) && (await online()).join() === 'pc1,pc2';
    expect(await msUntil(everybody)).toBeLessThan(BACK_WITHIN_MS);

    const approved = await system.ask<ChatReply>('POST', approve, {});
    expect(approved.body.receipts).toMatchObject([{ operation: 'move', done: 2, failed: 0 }]);
    await system.ask('POST', approve, {});
    expect(readdirSync(join(homes['pc1']!, 'Escritorio', 'luyd')).toSorted()).toEqual(['a.txt', 'b.txt']);
    expect(existsSync(join(homes['pc1']!, 'Escritorio', 'a.txt'))).toBe(false);
  }, 30_000);
});
