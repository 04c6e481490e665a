/**
 * Many agents in one process, as far as the bus can tell: each with its own key, connection and endpoints, the service
 * code the real one. Arguments: the server's URL, the file that says where each key is, and the machines.
 */
import { readFileSync } from 'node:fs';
import { CATALOG } from '#contracts/catalog';
import { agentInbox, agentSubject, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { MicroService } from '#nats/micro-service';

const [servers = '', keys = '', prefix = '', from = '0', count = '0'] = process.argv.slice(2);
const keyFiles = JSON.parse(readFileSync(keys, 'utf8')) as Record<string, string>;

const startAgent = async (machine: string): Promise<void> => {
  const name = `agent-${machine}`;
  const nc = await connectBus({ servers, name, credsFile: keyFiles[name], inboxPrefix: agentInbox(machine) });
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
