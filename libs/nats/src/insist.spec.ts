import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { BusClient } from './bus-client.js';
import { MicroService } from './micro-service.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';

const schema = z.object({ times: z.number() });
const patient = { schema, timeoutMs: 4000, repeatMs: 100 };

describe('a question that is asked again while nobody answers', () => {
  let server: TestServer;
  let here: NatsConnection;
  let there: NatsConnection;

  beforeEach(async () => {
    server = await startNatsServer({ jetStream: false });
    [here, there] = [await connect({ servers: server.url }), await connect({ servers: server.url })];
  });

  afterEach(async () => {
    await here.close();
    await there.close();
    await server.close();
  });

  it('is answered though the first went down on the way; asked once it is not', async () => {
    let heard = 0;
    there.subscribe('lossy', {
      callback: (_, message) => void (++heard % 2 === 0 && message.respond(JSON.stringify({ times: heard }))),
    });
    await there.flush();
    const bus = new BusClient(here);
    await expect(bus.request('lossy', {}, patient)).resolves.toEqual({ times: 2 });
    const once = { schema, timeoutMs: 300 };
    await expect(bus.request('lossy', {}, once)).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('is worked on once, by whoever is still at it', async () => {
    let [times, heard] = [0, 0];
    const asked = new Promise<void>((done) => {
      there.subscribe('slow', { callback: () => void (++heard === 3 && done()) });
    });
    const work = async (): Promise<object> => {
      times++;
      await asked;
      return { times };
    };
    const service = new MicroService(there, { name: 'slow', version: '1.0.0' });
    await service.start([{ name: 'slow', subject: 'slow', handle: work }]);
    await expect(new BusClient(here).request('slow', {}, patient)).resolves.toEqual({ times: 1 });
  });

  it('fails long before its patience ends when whoever heard it has gone and does not come back', async () => {
    const gone = there.subscribe('leaving', { callback: () => gone.unsubscribe() });
    await there.flush();
    const asked = { schema, timeoutMs: 60_000, repeatMs: 100, off: 'MACHINE_OFF' } as const;
    await expect(new BusClient(here).request('leaving', {}, asked)).rejects.toMatchObject({ code: 'MACHINE_OFF' });
  });

  it('is answered by whoever comes back in time', async () => {
    const gone = there.subscribe('back', { callback: () => gone.unsubscribe() });
    await there.flush();
    const answer = new BusClient(here).request('back', {}, { ...patient, repeatMs: 300 });
    setTimeout(() => {
      there.subscribe('back', { callback: (_, message) => void message.respond(JSON.stringify({ times: 1 })) });
    }, 500);
    await expect(answer).resolves.toEqual({ times: 1 });
  });

  it('fails at once when nobody listens', async () => {
    await expect(new BusClient(here).request('nobody', {}, { ...patient, off: 'MACHINE_OFF' })).rejects.toMatchObject({
      code: 'MACHINE_OFF',
    });
  });
});
