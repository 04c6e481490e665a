import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { openStream } from '../../apps/gateway/src/testing/stream.js';
import { startSystem, type System } from '../testing/system.js';
import { makeHome } from '../testing/tree.js';

jest.setTimeout(60_000);

const CANARY = 'canary-7f3a9c51-never-in-a-log';

/** The gateway as a process: what it prints, what it never prints, how it stops. */
describe('the process of the gateway', () => {
  let home: string;
  let system: System;
  let taken: Server;

  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    home = makeHome({ 'Escritorio/a.txt': 'a' });
    system = await startSystem({ homes: { pc1: home }, env: { PORT: String(port), LOG_LEVEL: 'debug' } });
  });

  afterAll(async () => {
    await system.close();
    taken.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('takes another port when the one asked for is taken', async () => {
    expect(new URL(system.base).port).not.toBe(String((taken.address() as AddressInfo).port));
    expect((await fetch(`${system.base}/health`)).status).toBe(200);
  });

  it.each(['approve', 'reject', 'undo'])(
    'checks the body of %s as its document says, and leaves the plan open',
    async (verb) => {
      const made = await system.ask('POST', '/v1/machines/pc1/operations/create-folder', { folder: `desktop/${verb}` });
      const at = `/v1/plans/${String(made.body['planId'])}`;
      const bodies = [{ hsah: '0' }, { hash: 5 }, { reason: 5 }, { conversationId: 5 }, [], [1], 5, 'yes', false, null];
      const answers = await Promise.all(bodies.map((body) => system.ask('POST', `${at}/${verb}`, body)));
      expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(bodies.map(() => [400, 'BAD_REQUEST']));
      expect((await system.ask('GET', at)).body).toMatchObject({ state: 'open' });
    },
  );

  it('keeps every secret out of the logs of every process and out of its state', async () => {
    const made = await system.ask('POST', '/v1/keys', { name: 'canary', scopes: ['read'] });
    const key = String(made.body['key']);
    const tries = [
      fetch(`${system.base}/?token=${CANARY}`),
      fetch(`${system.base}/v1/machines`, { headers: { authorization: `Bearer ${CANARY}` } }),
      fetch(`${system.base}/v1/machines`, { headers: { authorization: `Bearer ${key}` } }),
      fetch(`${system.base}/v1/machines`, { headers: { cookie: `ordena=${CANARY}` } }),
      system.ask('POST', `/chat?token=${CANARY}`, { message: `lee a.txt ${CANARY}` }),
      system.ask('POST', '/v1/chat', { message: 'x', [CANARY]: 1 }),
    ];
    await Promise.all(tries);
    const texts = textsBelow(system.folder, (path) => !path.startsWith(join(system.folder, 'nats')));
    const leaks = (secret: string): string[] =>
      texts.filter(({ text }) => text.includes(secret)).map(({ path }) => path);
    expect(texts.length).toBeGreaterThan(3);
    expect({ token: leaks(system.token), key: leaks(key), canary: leaks(CANARY) }).toEqual({
      token: [],
      key: [],
      canary: [],
    });
  });

  it('on SIGTERM ends open streams with a word, and is gone', async () => {
    const stream = await openStream(`${system.base}/v1/chat`, {
      method: 'POST',
      token: system.token,
      body: { message: '¿qué hay en el escritorio?' },
    });
    await stream.some(1);
    await system.children.get('gateway')?.stop(10_000);
    expect((await stream.all()).at(-1)?.event).toMatch(/reply|bye/);
    await expect(fetch(`${system.base}/health`)).rejects.toThrow();
  });
});

const textsBelow = (folder: string, wanted: (path: string) => boolean): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => wanted(path) && statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, 'latin1') }));
