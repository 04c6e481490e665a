/**
 * Many agents in one process, as far as the bus can tell: each with its own key, connection and endpoints, the service
 * code the real one. Arguments: the server's URL, the file of the authority that signs their credentials, and the machines.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { fromSeed } from '@nats-io/nkeys';
import type { Authenticator } from '@nats-io/transport-node';
import { CATALOG } from '#contracts/catalog';
import { agentInbox, agentSubject, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { MicroService } from '#nats/micro-service';
import { openAuthority } from '../../apps/start/src/bus-authority.js';
import { credsOf } from '../../apps/start/src/bus-claims.js';
import { agentRole } from '../../apps/start/src/bus-roles.js';

const [servers = '', authorityFile = '', prefix = '', from = '0', count = '0'] = process.argv.slice(2);
const kept = await openAuthority(authorityFile);
/** As the gateway signs for PCs that enrol: the key of the starter itself is kept nowhere. */
const authority = { ...kept, signers: { ...kept.signers, FLEET: kept.agents } };

const [JWT, SEED] = [/NATS USER JWT-+\s+(\S+)/, /USER NKEY SEED-+\s+(\S+)/];
/** What a PKCS #8 Ed25519 key begins with, before its 32 bytes (RFC 8410). */
const KEY_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signs as the client does, byte for byte, but in native code: in JavaScript it takes 8 ms, which one PC does not notice;
 * a thousand agents in one process would miss the time the server gives them.
 */
const signerFor = (credentials: string): Authenticator => {
  const seed = fromSeed(Buffer.from(SEED.exec(credentials)?.[1] ?? '')) as unknown as { getRawSeed(): Uint8Array };
  const key = createPrivateKey({ key: Buffer.concat([KEY_HEAD, seed.getRawSeed()]), format: 'der', type: 'pkcs8' });
  const jwt = JWT.exec(credentials)?.[1] ?? '';
  return (nonce = '') => ({ jwt, sig: sign(null, Buffer.from(nonce), key).toString('base64url') });
};

const startAgent = async (machine: string): Promise<void> => {
  const name = `agent-${machine}`;
  const nc = await connectBus({
    servers,
    name,
    authenticator: signerFor(Buffer.from(await credsOf(authority, agentRole(machine))).toString()),
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
