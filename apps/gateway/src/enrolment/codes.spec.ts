import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, createUser } from '@nats-io/nkeys';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { joinText, KeeperEnrolSchema, type DeskFile } from '#contracts/enrolment';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { readEnv as readAgentEnv } from '../../../file-agent/src/env.js';
import { House } from '../testing/house.js';
import { Admissions, proves } from './admissions.js';
import { Challenges } from './challenges.js';
import { Codes } from './codes.js';

const MINUTE_MS = 60_000;

describe('a code', () => {
  let server: TestServer;
  let nc: NatsConnection;
  let codes: Codes;
  let now = Date.now();

  beforeAll(async () => {
    server = await startNatsServer();
    nc = await connect({ servers: server.url });
    codes = await Codes.open(nc, () => now);
  });
  afterAll(async () => {
    await nc.close();
    await server.close();
  });

  it('lets its machine in once, and not a second time', async () => {
    const { code } = await codes.create('pc2');
    expect(await codes.take(code)).toMatchObject({ machine: 'pc2' });
    expect(await codes.take(code)).toBeUndefined();
  });

  it('that let nobody in is given back: good until its own end, and not over a newer one', async () => {
    const { code } = await codes.create('pc2');
    expect(await (await codes.take(code))?.giveBack()).toBe(true);
    const again = await codes.take(code);
    expect(again).toMatchObject({ machine: 'pc2' });
    const { code: newer } = await codes.create('pc2');
    expect(await again?.giveBack()).toBe(false);
    expect(await codes.take(code)).toBeUndefined();
    const last = await codes.take(newer);
    expect(await last?.giveBack()).toBe(true);
    now += 15 * MINUTE_MS + 1;
    expect(await codes.take(newer)).toBeUndefined();
  });

  it('lets one in when many come with it at the same moment', async () => {
    const { code } = await codes.create('pc2');
    const taken = await Promise.all(Array.from({ length: 8 }, () => codes.take(code)));
    expect(taken.filter((one) => one?.machine === 'pc2')).toHaveLength(1);
  });

  it('is worthless after 15 minutes, after a newer one, for another machine, and when it is forgotten', async () => {
    const { code: old } = await codes.create('pc2');
    now += 15 * MINUTE_MS + 1;
    expect(await codes.take(old)).toBeUndefined();
    const { code: first } = await codes.create('pc2');
    const { code: second } = await codes.create('pc2');
    expect(await codes.take(first)).toBeUndefined();
    await codes.create('pc3');
    expect(await codes.take(second.replace('pc2_', 'pc3_'))).toBeUndefined();
    await codes.forget('pc2');
    expect(await codes.take(second)).toBeUndefined();
  });

  it.each([
    '',
    'pc2',
    'pc2_',
    `*_${'A'.repeat(27)}`,
    `>_${'A'.repeat(27)}`,
    `pc9_${'A'.repeat(27)}`,
    `hb_${'A'.repeat(27)}`,
  ])('refuses «%s» without a word', async (code) => expect(await codes.take(code)).toBeUndefined());
});

describe('a challenge', () => {
  it('is good for two minutes of the desk’s own clock, and only as it was made', () => {
    let now = 1_000_000;
    const desk = new Challenges('key', () => now);
    const challenge = desk.make();
    expect(desk.isFresh(challenge)).toBe(true);
    expect(new Challenges('other', () => now).isFresh(challenge)).toBe(false);
    expect(desk.isFresh(challenge.replace('1000000', '1000001'))).toBe(false);
    expect(['', '.', '..', 'a.b.c'].some((made) => desk.isFresh(made))).toBe(false);
    now += 2 * MINUTE_MS + 1;
    expect(desk.isFresh(challenge)).toBe(false);
    now = 999_999;
    expect(desk.isFresh(challenge)).toBe(false);
  });
});

describe('a proof', () => {
  it('holds for its own code, key and challenge, and for nothing else', () => {
    const pair = createUser();
    const said = { code: 'pc2_x', publicKey: pair.getPublicKey(), challenge: 'c' };
    const signature = Buffer.from(pair.sign(new TextEncoder().encode(joinText(said)))).toString('base64url');
    const join = { ...said, signature, displayName: 'PC' };
    expect(proves(join)).toBe(true);
    for (const other of [
      { code: 'pc3_x' },
      { challenge: 'd' },
      { publicKey: createUser().getPublicKey() },
      { signature: '' },
    ])
      expect(proves({ ...join, ...other })).toBe(false);
  });
});

const NAMES = [
  '*',
  '>',
  'hb',
  'enrolments',
  'PC2',
  'Pc2',
  'p.c',
  'p c',
  '',
  '-pc',
  'pc_2',
  'ñ',
  'a'.repeat(33),
  '../x',
  '{{name()}}',
];

describe('a machine cannot be called', () => {
  let house: House;
  const desk = { signer: new TextDecoder().decode(createAccount().getSeed()), account: createAccount().getPublicKey() };

  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it.each(NAMES)('«%s», at any entry', async (machine) => {
    expect((await house.ask('POST', '/v1/machines/enrolments', { body: { machine } })).status).toBe(400);
    const inPath = await house.ask('DELETE', `/v1/machines/${encodeURIComponent(machine)}`);
    // Without a name it is the list's address, and the word of a door is that door's: nobody deletes either.
    expect(['', 'enrolments'].includes(machine) ? [405] : [400, 404]).toContain(inPath.status);
    const admissions = new Admissions(
      { ...desk, lastsSeconds: 60, servers: ['tls://x'] } as unknown as DeskFile,
      undefined,
    );
    await expect(admissions.sign(machine, createUser().getPublicKey())).rejects.toThrow();
    const wish = { machine, publicKey: createUser().getPublicKey(), displayName: 'x' };
    expect(KeeperEnrolSchema.safeParse(wish).success).toBe(false);
    if (machine !== '') expect(() => readAgentEnv({ ORDENA_MACHINE: machine })).toThrow('ORDENA_MACHINE');
  });
});
