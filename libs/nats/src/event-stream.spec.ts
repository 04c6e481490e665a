import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { keepEvents } from './event-stream.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';

describe('the kept events', () => {
  let server: TestServer;
  let nc: NatsConnection;

  beforeAll(async () => {
    server = await startNatsServer();
    nc = await connect({ servers: server.url });
  });

  afterAll(async () => {
    await nc.close();
    await server.close();
  });

  it('are what an owner looks up later, within limits, and not the progress of a moment', async () => {
    await keepEvents(nc);
    for (const kind of ['planned', 'progress', 'committed', 'refused'])
      nc.publish(`ordena.event.pc1.${kind}`, `{"kind":"${kind}"}`);
    await nc.flush();
    const { streams } = await jetstreamManager(nc);
    const { config, state } = await streams.info('ordena-events');
    expect(state.messages).toBe(3);
    expect(config).toMatchObject({ max_bytes: 134_217_728, max_msgs: 1_000_000, discard: 'old', storage: 'file' });
    const last = await streams.getMessage('ordena-events', { last_by_subj: 'ordena.event.*.committed' });
    expect(last?.json()).toEqual({ kind: 'committed' });
  });

  it('survive another start, which may bring other limits', async () => {
    await keepEvents(nc);
    const { streams } = await jetstreamManager(nc);
    await streams.update('ordena-events', { max_msgs: 5 });
    await keepEvents(nc);
    const { config, state } = await streams.info('ordena-events');
    expect([config.max_msgs, state.messages]).toEqual([1_000_000, 3]);
  });
});
