import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { Bucket } from './bucket.js';
import { connectBus } from './connection.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';

jest.setTimeout(60_000);

describe('a bucket of last values', () => {
  let server: TestServer;
  let nc: NatsConnection;
  let bucket: Bucket;

  beforeAll(async () => {
    server = await startNatsServer();
    nc = await connectBus({ servers: server.url, name: 'bucket' });
    bucket = await Bucket.open(nc, 'test-bucket');
  });

  afterAll(async () => {
    await nc.close();
    await server.close();
  });

  it('is written by whoever was first, and by whoever knows the latest revision', async () => {
    const first = await bucket.create('a', 'one');
    expect(await bucket.create('a', 'two')).toBeUndefined();
    const second = await bucket.update('a', 'two', first!);
    expect(await bucket.update('a', 'three', first!)).toBeUndefined();
    expect(await bucket.get('a')).toEqual({ value: 'two', revision: second });
    expect(await bucket.delete('a', first)).toBe(false);
    expect(await bucket.delete('a', second)).toBe(true);
    expect(await bucket.get('a')).toBeUndefined();
    expect(await bucket.create('a', 'again')).toBeGreaterThan(second!);
  });

  it('lists the keys of a pattern', async () => {
    for (const key of ['turn.c1.1', 'turn.c1.2', 'turn.c2.1']) await bucket.put(key, key);
    expect((await bucket.keys('turn.c1.>')).toSorted()).toEqual(['turn.c1.1', 'turn.c1.2']);
    expect(await bucket.keys('turn.c9.>')).toEqual([]);
  });

  it('tells every key, and what changes from then on', async () => {
    const kept = await Bucket.open(nc, 'watched');
    await kept.put('x', 'before');
    const told: [string, string | undefined][] = [];
    await kept.watch((key, value) => void told.push([key, value]));
    expect(told).toEqual([['x', 'before']]);
    await kept.put('y', 'after');
    await kept.delete('x');
    while (told.length < 3) await sleep(10);
    expect(told.slice(1)).toEqual([
      ['y', 'after'],
      ['x', undefined],
    ]);
  });
});

/** Stops answering without a word, as a server whose node lost its power does; each of its threads, before this goes on. */
const pause = async ({ pid }: TestServer): Promise<void> => {
  process.kill(pid, 'SIGSTOP');
  const tasks = `/proc/${pid}/task`;
  const isStill = (task: string): boolean => /\) [Tt] /.test(readFileSync(`${tasks}/${task}/stat`, 'utf8'));
  while (!readdirSync(tasks).every(isStill)) await sleep(1);
};
const goOn = (server: TestServer): void => void process.kill(server.pid, 'SIGCONT');

describe('a bucket whose server does not answer', () => {
  let server: TestServer;
  let nc: NatsConnection;
  let bucket: Bucket;

  beforeAll(async () => {
    server = await startNatsServer();
    nc = await connectBus({ servers: server.url, name: 'bucket' });
    bucket = await Bucket.open(nc, 'silent');
  });

  afterAll(async () => {
    goOn(server);
    await nc.close();
    await server.close();
  });

  /** Each is asked again meanwhile, and the store hears all of them at once when it goes on. */
  it('counts a write once, however often it was asked for', async () => {
    const begun = await bucket.create('run', 'held');
    await pause(server);
    const created = bucket.create('other', 'mine');
    const updated = bucket.update('run', 'kept', begun!);
    await sleep(5_000);
    goOn(server);
    expect(await created).toBeGreaterThan(begun!);
    expect(await updated).toBeGreaterThan(begun!);
    expect(await bucket.update('run', 'done', (await updated)!)).toBeGreaterThan((await updated)!);
    expect(await bucket.get('other')).toEqual({ value: 'mine', revision: await created });
  });

  it('says after its patience that the bus is down, and works again after', async () => {
    await pause(server);
    await expect(bucket.get('run')).rejects.toMatchObject({ code: 'BUS_OFF' });
    goOn(server);
    expect(await bucket.get('run')).toMatchObject({ value: 'done' });
  });
});
