import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { NestFactory } from '@nestjs/core';
import { connect, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { Answers } from './answers.decorator.js';
import { BusClient } from './bus-client.js';
import { connectBus } from './connection.js';
import { NatsServiceStrategy } from './service.strategy.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';
import { currentTraceparent, runWithTrace } from './trace.js';

const shout = {
  name: 'shout',
  words: 'Says it louder.',
  request: z.strictObject({ text: z.string(), waitMs: z.number().optional() }),
  reply: z.strictObject({ text: z.string() }),
};
const refuse = { ...shout, name: 'refuse', words: 'Never does it.' };
const crash = { ...shout, name: 'crash', words: 'Breaks.' };
const lie = { ...shout, name: 'lie', words: 'Answers something else.' };
const flood = { ...shout, name: 'flood', words: 'Answers too much.' };
const trace = { ...shout, name: 'trace', words: 'Tells the trace.' };

@Controller()
class EchoController {
  @Answers(shout)
  async shout(@Payload() request: { text: string; waitMs?: number }): Promise<object> {
    await sleep(request.waitMs ?? 0);
    return { text: request.text.toUpperCase() };
  }

  @Answers(refuse)
  refuse(): never {
    throw new OrdenaError('EXISTS', 'There is already a\nsecond line.', { details: { name: 'a' } });
  }

  @Answers(crash)
  crash(): never {
    throw new TypeError('secret inner workings');
  }

  @Answers(lie)
  lie(): object {
    return { other: 1 };
  }

  @Answers(flood)
  flood(): object {
    return { text: 'x'.repeat(2_000_000) };
  }

  @Answers(trace)
  trace(): object {
    return { text: currentTraceparent() ?? 'none' };
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

const startEcho = async (server: TestServer): Promise<{ app: INestMicroservice; nc: NatsConnection }> => {
  const nc = await connectBus({ servers: server.url, name: 'echo' });
  const strategy = new NatsServiceStrategy({
    nc,
    name: 'echo',
    version: '1.2.3',
    prefix: 'ordena.echo',
    instance: 'pc1',
    metadata: { machine: 'pc1' },
  });
  const app = await NestFactory.createMicroservice(EchoModule, { strategy, logger: false });
  await app.listen();
  return { app, nc };
};

describe('a service on the wire', () => {
  let server: TestServer;
  let app: INestMicroservice;
  let stranger: NatsConnection;

  beforeAll(async () => {
    server = await startNatsServer();
    ({ app } = await startEcho(server));
    stranger = await connect({ servers: server.url });
  });

  afterAll(async () => {
    await stranger.close();
    await app.close();
    await server.close();
  });

  const ask = (subject: string, body = ''): Promise<Msg> => stranger.request(subject, body, { timeout: 5000 });

  it('answers plain JSON with plain JSON', async () => {
    const reply = await ask('ordena.echo.shout', '{"text":"hola"}');
    expect(reply.json()).toEqual({ text: 'HOLA' });
    expect(reply.headers).toBeUndefined();
  });

  it.each([
    ['shout', '{not json', '400', 'BAD_REQUEST'],
    ['shout', '{"text":1}', '400', 'BAD_REQUEST'],
    ['shout', '{"text":"a","extra":true}', '400', 'BAD_REQUEST'],
    ['refuse', '{"text":"a"}', '409', 'EXISTS'],
    ['crash', '{"text":"a"}', '500', 'INTERNAL'],
    ['lie', '{"text":"a"}', '500', 'INTERNAL'],
    ['flood', '{"text":"a"}', '413', 'TOO_LARGE'],
  ])('%s with %s is error %s %s in headers and body', async (...row) => {
    const [endpoint, body, status, code] = row;
    const reply = await ask(`ordena.echo.${endpoint}`, body);
    expect(reply.headers?.get('Nats-Service-Error-Code')).toBe(status);
    expect(reply.headers?.get('Nats-Service-Error')).toMatch(new RegExp(`^${code}: `));
    expect(reply.json<{ error: { code: string } }>().error.code).toBe(code);
    expect(reply.string()).not.toContain('secret inner workings');
  });

  it('tells the truth in its statistics: asynchronous time counted, errors counted, whole nanoseconds', async () => {
    await ask('ordena.echo.shout', '{"text":"a","waitMs":30}');
    const stats = (await ask('$SRV.STATS.echo')).json<{ type: string; endpoints: Record<string, number | string>[] }>();
    expect(stats.type).toBe('io.nats.micro.v1.stats_response');
    const of = (name: string): Record<string, number | string> => stats.endpoints.find((e) => e['name'] === name) ?? {};
    expect(of('shout')['processing_time']).toBeGreaterThanOrEqual(29_000_000);
    expect(Number.isInteger(of('shout')['average_processing_time'])).toBe(true);
    expect(of('refuse')).toMatchObject({
      num_requests: 1,
      num_errors: 1,
      last_error: expect.stringContaining('EXISTS'),
    });
  });

  it('describes itself to discovery, with an instance id that names the machine', async () => {
    const ping = (await ask('$SRV.PING')).json<{ id: string; metadata: object; type: string }>();
    expect(ping).toMatchObject({
      name: 'echo',
      version: '1.2.3',
      metadata: { machine: 'pc1' },
      type: 'io.nats.micro.v1.ping_response',
    });
    expect(ping.id).toMatch(/^pc1-/);
    const info = (await ask(`$SRV.INFO.echo.${ping.id}`)).json<{ endpoints: object[] }>();
    expect(info.endpoints).toContainEqual({
      name: 'shout',
      subject: 'ordena.echo.shout',
      queue_group: 'q',
      metadata: { words: 'Says it louder.' },
    });
  });

  it('gives our client typed errors back, and at once when nobody listens', async () => {
    const bus = new BusClient(stranger);
    const options = { schema: shout.reply };
    await expect(bus.request('ordena.echo.refuse', { text: 'a' }, options)).rejects.toMatchObject({
      code: 'EXISTS',
      details: { name: 'a' },
    });
    const started = Date.now();
    await expect(bus.request('ordena.echo.nobody', {}, { ...options, off: 'MACHINE_OFF' })).rejects.toMatchObject({
      code: 'MACHINE_OFF',
    });
    expect(Date.now() - started).toBeLessThan(2000);
    await expect(
      bus.request('ordena.echo.shout', { text: 'a', waitMs: 400 }, { ...options, timeoutMs: 50 }),
    ).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('says of a request that no message can carry that it is too large', async () => {
    const text = 'x'.repeat(2_000_000);
    await expect(
      new BusClient(stranger).request('ordena.echo.shout', { text }, { schema: shout.reply }),
    ).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('carries the trace of the caller', async () => {
    const parent = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01';
    const reply = await runWithTrace(parent, () =>
      new BusClient(stranger).request('ordena.echo.trace', { text: '' }, { schema: shout.reply }),
    );
    expect(reply.text).toContain('0123456789abcdef0123456789abcdef');
    expect(reply.text).not.toBe(parent);
  });

  it('answers all work in flight when it is told to stop, and nothing after', async () => {
    const second = await startEcho(server);
    await app.close();
    const inFlight = Array.from({ length: 20 }, () => ask('ordena.echo.shout', '{"text":"late","waitMs":300}'));
    await stranger.flush();
    await sleep(50);
    await second.app.close();
    const answers = await Promise.all(inFlight);
    expect(answers.map((answer) => answer.json())).toEqual(Array.from({ length: 20 }, () => ({ text: 'LATE' })));
    await expect(ask('ordena.echo.shout', '{"text":"too late"}')).rejects.toThrow(/responders/);
  });
});

describe('a service whose server is away', () => {
  it('stops in order all the same when it is told to', async () => {
    const server = await startNatsServer();
    const { app, nc } = await startEcho(server);
    await server.close();
    const since = Date.now();
    await app.close();
    expect(nc.isClosed()).toBe(true);
    expect(Date.now() - since).toBeLessThan(10_000);
  }, 20_000);
});
