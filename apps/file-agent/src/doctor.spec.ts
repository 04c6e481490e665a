import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { TempFolder } from './disk/testing/temp-folder.js';
import { examine } from './doctor.js';

describe('the doctor', () => {
  let server: TestServer;
  let strict: TestServer | undefined;
  let home: TempFolder;
  let state: TempFolder;

  beforeEach(async () => {
    server = await startNatsServer();
    home = new TempFolder({ Desktop: {}, Documents: {} });
    state = new TempFolder();
  });
  afterEach(async () => {
    await server.close();
    await strict?.close();
    strict = undefined;
    home.remove();
    state.remove();
  });

  const variables = (): NodeJS.ProcessEnv => ({
    NATS_URL: server.url,
    ORDENA_HOME: home.path,
    ORDENA_STATE: state.path,
    ORDENA_MACHINE: 'pc1',
  });
  const configure = (config: unknown): void => writeFileSync(state.at('agent.json'), JSON.stringify(config));
  const told = async (over: NodeJS.ProcessEnv = {}): Promise<{ isWell: boolean; text: string }> => {
    const { isWell, lines } = await examine({ ...variables(), ...over });
    return { isWell, text: lines.join('\n') };
  };

  it('shows what holds when nothing is wrong', async () => {
    configure({
      readOnly: ['documents'],
      quotas: { entriesPerPlan: 7, entriesPerHour: 9 },
      sensitive: { deny: ['nómina*'] },
    });
    const { isWell, text } = await told();
    expect(isWell).toBe(true);
    for (const piece of [
      'pc1',
      home.at('Desktop'),
      '7 entries',
      '9 entries and 42949672960 bytes',
      'nómina*',
      '*.kdbx',
      '30 days',
      server.url,
      'not running',
    ]) {
      expect(text).toContain(piece);
    }
  });

  it.each([
    ['a field it does not know', { quota: {} }, /quota/],
    ['a value that does not fit', { retentionDays: 0 }, /retentionDays/],
    ['a place that is not there', { places: { nas: '/nowhere/at/all' } }, /place nas.*exists/],
    ['a place name that is no name', { places: { 'mi nas': '/tmp' } }, /mi nas/],
  ])('names the cause and the fix of %s', async (_, config, words) => {
    configure(config);
    const { isWell, text } = await told();
    expect(isWell).toBe(false);
    expect(text).toMatch(words);
  });

  it.each([
    ['that expired', { exp: 1_700_000_000 }, /expired on 2023-11-14.*Enrol this PC again/],
    ['made by a later clock', { iat: 4_000_000_000 }, /clock of this PC is behind/],
  ])('tells of credentials %s', async (_, claims, words) => {
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const file = state.at('bus.creds');
    writeFileSync(file, `-----BEGIN NATS USER JWT-----\nabc.${body}.def\n------END NATS USER JWT------\n`);
    const { isWell, text } = await told({ NATS_CREDS: file });
    expect(isWell).toBe(false);
    expect(text).toMatch(words);
    expect((await told({ NATS_CREDS: state.at('none') })).text).toMatch(/✗ credentials/);
  });

  it('tells a server that refuses the credentials from one that is away, and finds one of several', async () => {
    strict = await startNatsServer({ config: 'authorization { users: [{ user: a, password: b }] }' });
    expect((await told({ NATS_URL: strict.url })).text).toMatch(/refuses these credentials/);
    const open = await told({ NATS_URL: `nats://127.0.0.1:9,${server.url}` });
    expect(open).toMatchObject({ isWell: true, text: expect.stringMatching(/obeys +whoever may publish a commit/) });
  }, 15_000);

  it('tells a configuration that is no JSON, a wrong variable and a server that is away', async () => {
    writeFileSync(state.at('agent.json'), '{');
    expect((await told()).text).toMatch(/not valid JSON/);
    expect((await told({ ORDENA_MACHINE: 'Mi PC' })).text).toMatch(/ORDENA_MACHINE/);
    writeFileSync(state.at('agent.json'), '{}');
    expect((await told({ NATS_URL: 'nats://127.0.0.1:9' })).text).toMatch(/nats-server runs there/);
  }, 15_000);
});
