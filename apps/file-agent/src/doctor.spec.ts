import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { TempFolder } from './disk/testing/temp-folder.js';
import { examine } from './doctor.js';

describe('the doctor', () => {
  let server: TestServer;
  let home: TempFolder;
  let state: TempFolder;

  beforeEach(async () => {
    server = await startNatsServer();
    home = new TempFolder({ Desktop: {}, Documents: {} });
    state = new TempFolder();
  });
  afterEach(async () => {
    await server.close();
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
    configure({ readOnly: ['documents'], quotas: { entriesPerPlan: 7 }, sensitive: { deny: ['nómina*'] } });
    const { isWell, text } = await told();
    expect(isWell).toBe(true);
    for (const piece of [
      'pc1',
      home.at('Desktop'),
      '7 entries',
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

  it('tells a configuration that is no JSON, a wrong variable and a server that is away', async () => {
    writeFileSync(state.at('agent.json'), '{');
    expect((await told()).text).toMatch(/not valid JSON/);
    expect((await told({ ORDENA_MACHINE: 'Mi PC' })).text).toMatch(/ORDENA_MACHINE/);
    writeFileSync(state.at('agent.json'), '{}');
    expect((await told({ NATS_URL: 'nats://127.0.0.1:9' })).text).toMatch(/nats-server runs there/);
  }, 15_000);
});
