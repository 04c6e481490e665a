/**
 * Many agents in one process, as far as the bus can tell: each with its own key, connection and endpoints, the service
 * code the real one. Arguments: the server's URL, the folder of the keys, and the machines.
 */
import { join } from 'node:path';
import { CATALOG } from '#contracts/catalog';
import { agentSubject, inboxOf, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { MicroService } from '#nats/micro-service';

const [servers = '', keys = '', prefix = '', from = '0', count = '0'] = process.argv.slice(2);

const startAgent = async (machine: string): Promise<void> => {
  const name = `agent-${machine}`;
  const nc = await connectBus({ servers, name, credsFile: join(keys, `${name}.nk`), inboxPrefix: inboxOf(name) });
  const metadata = {
    machine,
    displayName: machine,
    os: 'linux',
    version: '1.0.0',
    places: 'desktop',
    containment: 'kernel',
  };
  const service = new MicroService(nc, { name: SERVICE.agent, version: '1.0.0', metadata, instance: machine });
  const endpoints = Object.keys(CATALOG).map((operation) => ({
    name: operation,
    subject: agentSubject(machine, operation),
    handle: async () => ({}),
  }));
  await service.start(endpoints);
};

for (let at = Number(from); at < Number(from) + Number(count); at++) await startAgent(`${prefix}${at}`);
process.stdout.write('{"ready":true}\n');
