import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAccount, createUser } from '@nats-io/nkeys';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { joinText, type DeskFile, type Join } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { gatewayIn } from '#contracts/signed-yes';
import { keeperSubject } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { tagsIn } from '#nats/signature';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { errorHeaders, errorPayload } from '#nats/wire-error';
import { Challenges } from './challenges.js';
import { Codes } from './codes.js';
import { Enrolments } from './enrolments.js';

describe('a PC that joins while the keeper cannot let it in', () => {
  let server: TestServer;
  let nc: NatsConnection;
  let codes: Codes;
  let enrolments: Enrolments;
  const GATEWAY = createUser().getPublicKey();
  const desk = {
    signer: new TextDecoder().decode(createAccount().getSeed()),
    account: createAccount().getPublicKey(),
    lastsSeconds: 60,
    servers: ['tls://127.0.0.1:4222'],
  } as unknown as DeskFile;

  beforeEach(async () => {
    server = await startNatsServer();
    nc = await connect({ servers: server.url });
    codes = await Codes.open(nc);
    const challenges = new Challenges('key');
    enrolments = new Enrolments({ desk, codes, challenges, bus: new BusClient(nc), gatewayKey: GATEWAY });
  });
  afterEach(async () => {
    await nc.close();
    await server.close();
  });

  const joinWith = (code: string): Join => {
    const pair = createUser();
    const said = { code, publicKey: pair.getPublicKey(), challenge: enrolments.challenge() };
    const signature = Buffer.from(pair.sign(new TextEncoder().encode(joinText(said)))).toString('base64url');
    return { ...said, signature, displayName: 'PC' };
  };

  /** Refuses the first time, lets in after that. */
  const keep = (): void => {
    let asked = 0;
    nc.subscribe(keeperSubject('enrol'), {
      callback: (_, message) => {
        const failed = new OrdenaError('BUS_OFF', 'NATS did not confirm.');
        if (asked++ === 0) message.respond(errorPayload(failed), { headers: errorHeaders(failed) });
        else message.respond(JSON.stringify({ ...message.json<object>(), enrolledAt: new Date().toISOString() }));
      },
    });
  };

  it('is told so, and that its code is still good; and it is, once', async () => {
    keep();
    const { code } = await codes.create('pc2');
    await expect(enrolments.join(joinWith(code))).rejects.toMatchObject({
      code: 'BUS_OFF',
      message: 'NATS did not confirm. The code was not used up: paste the same line again.',
    });
    const admission = await enrolments.join(joinWith(code));
    expect(admission).toMatchObject({ machine: 'pc2' });
    expect(gatewayIn(tagsIn(admission.jwt))).toBe(GATEWAY);
    await expect(enrolments.join(joinWith(code))).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is told to ask for a new one where the code was replaced meanwhile', async () => {
    const { code } = await codes.create('pc2');
    nc.subscribe(keeperSubject('enrol'), {
      callback: (_, message) => {
        const failed = new OrdenaError('BUS_OFF', 'NATS did not confirm.');
        void codes.create('pc2').then(() => message.respond(errorPayload(failed), { headers: errorHeaders(failed) }));
      },
    });
    await expect(enrolments.join(joinWith(code))).rejects.toMatchObject({
      message: expect.stringMatching(/new one\.$/),
    });
  });

  it('is told that nobody keeps the list, and keeps its code, where no keeper runs', async () => {
    const { code } = await codes.create('pc2');
    await expect(enrolments.join(joinWith(code))).rejects.toMatchObject({ code: 'FLEET_OFF' });
    keep();
    await expect(enrolments.join(joinWith(code))).rejects.toMatchObject({ code: 'BUS_OFF' });
  });
});
