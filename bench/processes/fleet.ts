/**
 * Many agents in one process, as far as the bus can tell: each with its own key, connection and endpoints, the service
 * code the real one. Arguments: the server's URL, the file of the authority that signs their credentials, and the machines.
 */
import { CATALOG } from '#contracts/catalog';
import { agentInbox, agentSubject, SERVICE } from '#contracts/subjects';
import { authenticatorIn, connectBus } from '#nats/connection';
import { MicroService } from '#nats/micro-service';
import { openAuthority } from '../../apps/start/src/bus-authority.js';
import { credsOf } from '../../apps/start/src/bus-claims.js';
import { agentRole } from '../../apps/start/src/bus-roles.js';

const [servers = '', authorityFile = '', prefix = '', from = '0', count = '0'] = process.argv.slice(2);
const kept = await openAuthority(authorityFile);
/** As the gateway signs for PCs that enrol: the key of the starter itself is kept nowhere. */
const authority = { ...kept, signers: { ...kept.signers, FLEET: kept.agents } };

const startAgent = async (machine: string): Promise<void> => {
  const name = `agent-${machine}`;
  const nc = await connectBus({
    servers,
    name,
    authenticator: authenticatorIn(Buffer.from(await credsOf(authority, agentRole(machine))).toString()),
    inboxPrefix: agentInbox(machine),
  });
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
