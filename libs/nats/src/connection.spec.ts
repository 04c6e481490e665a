import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectBus } from './connection.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';

jest.setTimeout(60_000);

const BACK_WITHIN_S = 5;
const HOUR_S = 3_600;

describe('a connection', () => {
  const servers: TestServer[] = [];
  let nc: NatsConnection;

  const start = async (port?: number): Promise<TestServer> => {
    const server = await startNatsServer({ jetStream: false, port });
    servers.push(server);
    return server;
  };

  const end = async (server: TestServer): Promise<void> => {
    process.kill(server.pid, 'SIGCONT');
    await server.close();
  };

  afterEach(async () => {
    jest.useRealTimers();
    await nc.close();
    for (const server of servers.splice(0)) await end(server);
  });

  /** The clock of this process is ours; the sockets and the servers go on in their own time. */
  const pass = async (seconds: number, until = (): boolean => false, secondMs = 2): Promise<number> => {
    for (let second = 0; second < seconds; second += 1) {
      if (until()) return second;
      jest.advanceTimersByTime(1_000);
      await sleep(secondMs);
    }
    return seconds;
  };

  /** How often it came and went. */
  const events = (): string[] => {
    const seen: string[] = [];
    const listen = async (): Promise<void> => {
      for await (const { type } of nc.status()) seen.push(type);
    };
    void listen();
    return seen;
  };

  /** A knock of a fake second is a real handshake: the clock stands still until it is answered. */
  const settled = async (isSettled: () => boolean): Promise<void> => {
    while (!isSettled()) await sleep(2);
  };

  const isHeard = async (): Promise<boolean> => {
    let heard = false;
    nc.subscribe('hello', { max: 1, callback: () => void (heard = true) });
    nc.publish('hello');
    await nc.flush();
    return heard;
  };

  it('whose server was away for an hour is back in five seconds, and knocked without haste meanwhile', async () => {
    const server = await start();
    jest.useFakeTimers();
    nc = await connectBus({ servers: server.url, name: 'patient' });
    const seen = events();
    await end(servers.pop()!);
    await pass(HOUR_S);
    const knocks = seen.filter((type) => type === 'reconnecting').length;
    expect(knocks).toBeGreaterThan(HOUR_S / 10);
    expect(knocks).toBeLessThan(HOUR_S);
    expect(nc.isClosed()).toBe(false);
    await start(server.port);
    const before = seen.length;
    expect(await pass(2 * BACK_WITHIN_S, () => seen.length > before)).toBeLessThan(BACK_WITHIN_S);
    await settled(() => seen.includes('reconnect'));
    expect(await isHeard()).toBe(true);
  });

  it('whose server falls silent goes to another one within a minute', async () => {
    const both = [await start(), await start()];
    jest.useFakeTimers();
    nc = await connectBus({ servers: both.map(({ url }) => url), name: 'patient' });
    const seen = events();
    const silent = both.find(({ port }) => nc.getServer().endsWith(`:${port}`))!;
    process.kill(silent.pid, 'SIGSTOP');
    expect(await pass(120, () => seen.includes('reconnect'), 50)).toBeLessThan(60);
    expect(nc.getServer()).not.toContain(`:${silent.port}`);
    expect(await isHeard()).toBe(true);
  });
});
