import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { BusClient } from './bus-client.js';
import { MachineDirectory } from './machine-directory.js';
import { MicroService } from './micro-service.js';
import { startNatsServer, type TestServer } from './testing/nats-server.js';

const metadata = { displayName: 'Sala', os: 'linux', containment: 'kernel', places: 'desktop,documents' };

describe('the machine directory', () => {
  let server: TestServer;
  let watcher: NatsConnection;
  let directory: MachineDirectory;

  beforeEach(async () => {
    server = await startNatsServer();
    watcher = await connect({ servers: server.url });
    directory = new MachineDirectory(new BusClient(watcher));
  });

  afterEach(async () => {
    directory.stop();
    await watcher.close();
    await server.close();
  });

  const startAgent = async (machine: string): Promise<NatsConnection> => {
    const nc = await connect({ servers: server.url });
    await new MicroService(nc, { name: 'file-agent', version: '0.1.0', metadata: { ...metadata, machine } }).start([]);
    return nc;
  };

  it('sees what is there, what comes, and within two seconds what went away without a word', async () => {
    const first = await startAgent('pc1');
    directory.start();
    expect(await directory.list()).toMatchObject([
      { machine: 'pc1', displayName: 'Sala', places: ['desktop', 'documents'], online: true },
    ]);
    const second = await startAgent('pc2');
    new BusClient(second).publish('ordena.event.pc2.online', {});
    await sleep(700);
    expect((await directory.list()).map((m) => m.machine)).toEqual(['pc1', 'pc2']);
    await first.close();
    await sleep(2000);
    expect(await directory.find('pc1')).toMatchObject({ online: false });
    expect(await directory.find('pc2')).toMatchObject({ online: true });
    expect(await directory.find('nobody')).toBeUndefined();
    await second.close();
  });

  it('knows within two seconds that the only one there fell silent, also when it took the question with it', async () => {
    const only = await connect({ servers: server.url });
    const pong = { version: '0.1.0', metadata: { ...metadata, machine: 'pc1' } };
    let isSilent = false;
    only.subscribe('$SRV.PING.file-agent', {
      callback: (_, asked) => void (isSilent || asked.respond(JSON.stringify(pong))),
    });
    await only.flush();
    directory.start();
    expect(await directory.list()).toMatchObject([{ machine: 'pc1', online: true }]);
    isSilent = true;
    await sleep(2000);
    expect(await directory.find('pc1')).toMatchObject({ online: false });
    isSilent = false;
    await sleep(2000);
    expect(await directory.find('pc1')).toMatchObject({ online: true });
    await only.close();
  });

  it('ignores what calls itself an agent and has no valid machine name', async () => {
    const bad = await startAgent('*');
    directory.start();
    expect(await directory.list()).toEqual([]);
    await bad.close();
  });
});
