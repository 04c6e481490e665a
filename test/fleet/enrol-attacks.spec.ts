import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createUser } from '@nats-io/nkeys';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinText } from '#contracts/enrolment';
import { agentInbox } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { DeskClient, fetchAuthority } from '../../apps/file-agent/src/enrol/desk-client.js';
import { fingerprintOf, makeAuthority } from '../../apps/start/src/certificates.js';
import { FleetHouse, type OtherPc } from './testing/fleet-house.js';

/** Who has no right to be let in is not; who was let in has no more than one PC; an admission renews itself. */

jest.setTimeout(60_000);
const ADMISSION_S = 9;

describe('a fleet', () => {
  let house: FleetHouse;
  let pc: OtherPc;
  let ca: string;
  let desk: string;

  beforeAll(async () => {
    house = await FleetHouse.open({ ORDENA_ADMISSION_SECONDS: String(ADMISSION_S) });
    desk = `https://127.0.0.1:${house.deskPort}`;
    ca = readFileSync(join(house.state, 'nats', 'ca.pem'), 'utf8');
    pc = house.paste('pc2', (await house.invite('pc2')).command);
    await house.sees('pc2', true);
  });
  afterAll(() => house.close());

  const creds = (): Buffer => readFileSync(join(pc.state, 'enrolment', 'bus.creds'));

  const tryToJoin = async (code: string, change: object = {}): Promise<unknown> => {
    const client = new DeskClient(desk, ca);
    const pair = createUser();
    const said = { code, publicKey: pair.getPublicKey(), challenge: await client.challenge() };
    const signature = Buffer.from(pair.sign(new TextEncoder().encode(joinText(said)))).toString('base64url');
    return client.join({ ...said, signature, displayName: 'x', ...change }).catch((error: unknown) => error);
  };

  it('renews the admission before it ends, twice over, and the PC is still at work', async () => {
    const seen = new Set<string>();
    while (seen.size < 3) {
      seen.add(creds().toString());
      await sleep(200);
    }
    await house.sees('pc2', true);
    let status = 0;
    while (status !== 200) {
      ({ status } = await house.ask('POST', '/v1/machines/pc2/operations/find', { in: 'desktop' }));
      await sleep(100);
    }
  });

  it('answers every bad code with the same words, and does not use up a good one', async () => {
    const { code } = await house.invite('pc3');
    const stale = { challenge: '1.a.b' };
    const foreign = createUser().getPublicKey();
    const answers = [
      await tryToJoin(`pc3_${'A'.repeat(27)}`),
      await tryToJoin(`pc4_${code.slice(4)}`),
      await tryToJoin('no code at all'),
      await tryToJoin(code, stale),
      await tryToJoin(code, { publicKey: foreign }),
      await tryToJoin(code, { signature: 'AAAA' }),
    ];
    const words = new Set(answers.map((error) => `${(error as { code: string }).code}: ${(error as Error).message}`));
    expect([...words]).toEqual([expect.stringMatching(/^UNAUTHORIZED: That code does not work/)]);
    expect(await tryToJoin(code)).toMatchObject({ machine: 'pc3' });
    expect(await tryToJoin(code)).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('shows a PC that is told of another authority nothing, and hears nothing from it', async () => {
    const other = await makeAuthority();
    await expect(fetchAuthority(desk, fingerprintOf(other.certPem))).rejects.toMatchObject({ code: 'BAD_SIGNATURE' });
    expect(await fetchAuthority(desk, fingerprintOf(ca))).toBe(ca);
    await expect(new DeskClient(desk, other.certPem).challenge()).rejects.toMatchObject({ code: 'GATEWAY_OFF' });
    const server = `tls://127.0.0.1:${house.busPort}`;
    const authenticator = credsAuthenticator(creds());
    const caFile = join(house.folder, 'other.pem');
    writeFileSync(caFile, other.certPem);
    await expect(connect({ servers: server, authenticator, tls: { caFile } })).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${house.deskPort}/challenge`)).rejects.toThrow();
  });

  it('does not let a thief of one PC’s credentials beyond that PC', async () => {
    const caFile = join(house.state, 'nats', 'ca.pem');
    const servers = `tls://127.0.0.1:${house.busPort}`;
    const nc = await connect({
      servers,
      authenticator: credsAuthenticator(creds()),
      tls: { caFile },
      inboxPrefix: agentInbox('pc2'),
    });
    const refused: string[] = [];
    void (async () => {
      for await (const status of nc.status()) if (status.type === 'error') refused.push(status.error.message);
    })();
    for (const subject of [
      'ordena.agent.pc1.find',
      'ordena.agent.pc2.commit',
      '$SYS.REQ.CLAIMS.UPDATE',
      'ordena.keeper.enrol',
    ])
      nc.publish(subject, '{}');
    for (const subject of ['ordena.agent.*.find', 'ordena.agent.pc1.find', '_INBOX_gateway.>', '>'])
      nc.subscribe(subject, { callback: () => undefined });
    while (refused.length < 8) await sleep(20);
    await nc.close();
    expect(refused).toHaveLength(8);
  });

  it('is not entered in plain, whatever the client or the server would like', async () => {
    const plain = house.paste(
      'plain',
      `node -e "require('net').connect(${house.busPort}, '127.0.0.1').on('data', (d) => (console.log(String(d)), process.exit(0)))"`,
    );
    await plain.end();
    expect(plain.said).toContain('"tls_required":true');
    const credsFile = join(pc.state, 'enrolment', 'bus.creds');
    const open = await connectBus({
      servers: `tls://127.0.0.1:${house.busPort}`,
      name: 'x',
      credsFile,
      inboxPrefix: agentInbox('pc2'),
    });
    expect(open.info?.tls_required).toBe(true);
    await open.close();
  });
});
