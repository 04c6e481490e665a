import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createUser } from '@nats-io/nkeys';
import { connect, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeperSubject } from '#contracts/subjects';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { newAuthority, openAuthority, type Authority } from './bus-authority.js';
import { credsOf } from './bus-claims.js';
import { openKeeper } from './bus-keeper.js';
import { KEEPER_ROLE } from './bus-roles.js';

jest.setTimeout(30_000);

/** A server that does not answer to a new account: here a plain one, where the test answers in its place. */
describe('the keeper, when the server does not confirm', () => {
  let server: TestServer;
  let nc: NatsConnection;
  let folder: string;
  let authority: Authority;
  let keeper: { close(): Promise<void> };
  /** What the server says to each new account; undefined: nothing. */
  let says: string | undefined;
  let told: string[];

  beforeEach(async () => {
    server = await startNatsServer();
    nc = await connect({ servers: server.url });
    folder = mkdtempSync(join(tmpdir(), 'ordena-keeper-'));
    authority = newAuthority();
    const credsFile = join(folder, 'keeper.creds');
    writeFileSync(credsFile, await credsOf(authority, KEEPER_ROLE));
    [says, told] = [undefined, []];
    nc.subscribe('$SYS.REQ.CLAIMS.UPDATE', { callback: (_, message) => hear(message) });
    await nc.flush();
    keeper = await openKeeper({ url: server.url, credsFile, authority, authorityFile: join(folder, 'authority.json') });
  });
  afterEach(async () => {
    await keeper.close();
    await nc.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const hear = (message: Msg): void => {
    const claims = Buffer.from(message.string().split('.')[1] ?? '', 'base64url').toString();
    told.push(Object.keys((JSON.parse(claims) as { nats: { revocations?: object } }).nats.revocations ?? {}).join());
    if (says !== undefined) message.respond(says);
  };
  const ask = async (verb: 'enrol' | 'revoke' | 'list', body: object): Promise<Record<string, unknown>> =>
    (await nc.request(keeperSubject(verb), JSON.stringify(body), { timeout: 10_000 })).json();
  const codeOf = (reply: Record<string, unknown>): unknown => (reply['error'] as { code: string } | undefined)?.code;
  const enrolled = async (): Promise<unknown> => (await ask('list', {}))['machines'];
  const newKey = (): string => createUser().getPublicKey();

  it('a PC that is being shut out is listed no more, and asking again shuts it out', async () => {
    const publicKey = newKey();
    await ask('enrol', { machine: 'pc2', publicKey, displayName: 'PC' });
    expect(codeOf(await ask('revoke', { machine: 'pc2' }))).toBe('BUS_OFF');
    expect(await enrolled()).toEqual([]);
    says = '{"error":{"description":"jetstream is away"}}';
    expect(codeOf(await ask('revoke', { machine: 'pc2' }))).toBe('INTERNAL');
    says = '{}';
    expect(await ask('revoke', { machine: 'pc2' })).toEqual({ machine: 'pc2', revoked: true });
    expect(told).toEqual([publicKey, publicKey, publicKey]);
    expect(codeOf(await ask('revoke', { machine: 'pc2' }))).toBe('UNKNOWN_MACHINE');
    const kept = await openAuthority(join(folder, 'authority.json'));
    expect([[...kept.enrolled.keys()], [...kept.revoked]]).toEqual([[], [publicKey]]);
  });

  it('a keeper that ended before the server confirmed still knows what to shut out, at the next start', async () => {
    await ask('enrol', { machine: 'pc2', publicKey: newKey(), displayName: 'PC' });
    await ask('revoke', { machine: 'pc2' });
    const kept = await openAuthority(join(folder, 'authority.json'));
    expect([[...kept.enrolled.keys()], kept.revoked.size]).toEqual([['pc2'], 1]);
  });

  it('a new key of a machine counts once the old one is out; until then it is asked for again', async () => {
    const [old, other] = [newKey(), newKey()];
    await ask('enrol', { machine: 'pc2', publicKey: old, displayName: 'PC' });
    expect(codeOf(await ask('enrol', { machine: 'pc2', publicKey: other, displayName: 'PC' }))).toBe('BUS_OFF');
    expect(await enrolled()).toEqual([]);
    says = '{}';
    expect(await ask('enrol', { machine: 'pc2', publicKey: other, displayName: 'PC' })).toMatchObject({
      machine: 'pc2',
    });
    expect(told).toEqual([old, old]);
    expect(await enrolled()).toMatchObject([{ machine: 'pc2', publicKey: other }]);
  });
});
