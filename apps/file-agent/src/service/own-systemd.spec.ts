import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { TempFolder } from '../disk/testing/temp-folder.js';
import { noSystemd, OwnSystemd } from './testing/own-systemd.js';

jest.setTimeout(60_000);
const BUNDLE = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'agent', 'ordena-agent.mjs');
const why = noSystemd();
const onSystemd = why === undefined ? describe : describe.skip;

onSystemd(`the agent under a real systemd${why === undefined ? '' : `: NOT TRIED, ${why}`}`, () => {
  let server: TestServer;
  let nc: NatsConnection;
  let home: TempFolder;
  let systemd: OwnSystemd;

  beforeAll(async () => {
    server = await startNatsServer();
    nc = await connect({ servers: server.url });
    home = new TempFolder({ Desktop: { 'a.txt': 'hola' } });
    systemd = await OwnSystemd.start(home.path);
  });
  afterAll(async () => {
    await systemd.close();
    await nc.close();
    await server.close();
    home.remove();
  });

  const agent = (verb: string, name = 'uno') =>
    systemd.run(process.execPath, [BUNDLE, verb], {
      NATS_URL: server.url,
      ORDENA_MACHINE: 'pc1',
      ORDENA_NAME: name,
      ORDENA_STATE: home.at('state'),
    });
  const property = (name: string): string =>
    systemd.run('systemctl', ['--user', 'show', '--value', '-p', name, 'ordena-agent']).said.trim();
  const ask = async (subject: string, body = {}): Promise<Record<string, unknown> | undefined> =>
    (await nc.request(subject, JSON.stringify(body), { timeout: 5_000 }).catch(() => undefined))?.json();
  const isCalled = async (): Promise<unknown> =>
    ((await ask('$SRV.INFO.file-agent'))?.['metadata'] as { displayName: string } | undefined)?.displayName;
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await sleep(50);
  };

  it('is started by `install`, and works behind its fences', async () => {
    expect(agent('install')).toMatchObject({ code: 0 });
    await until(async () => (await isCalled()) === 'uno');
    const plan = await ask('ordena.agent.pc1.move', { from: 'desktop', select: {}, to: 'desktop/x' });
    const { planId, hash, machine } = plan as Record<string, string>;
    const approval = {
      planId,
      hash,
      machine,
      by: 'a person',
      yes: 'given',
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    };
    expect(await ask('ordena.agent.pc1.commit', { planId, approval })).toMatchObject({ done: 1, failed: 0 });
    expect(existsSync(home.at('Desktop', 'x', 'a.txt'))).toBe(true);
  });

  it('installed once more while it runs, it runs by the new settings', async () => {
    const before = property('MainPID');
    expect(agent('install', 'dos')).toMatchObject({ code: 0 });
    await until(async () => (await isCalled()) === 'dos');
    expect(property('MainPID')).not.toBe(before);
    expect(agent('status')).toMatchObject({ code: 0, said: expect.stringContaining('active (running)') });
  });

  it('comes back by itself when it is killed, and not when it was stopped', async () => {
    const before = property('MainPID');
    systemd.run('systemctl', ['--user', 'kill', '-s', 'KILL', 'ordena-agent']);
    await until(async () => !['0', before].includes(property('MainPID')));
    expect(agent('stop').code).toBe(0);
    expect([property('ActiveState'), property('Result')]).toEqual(['inactive', 'success']);
  });

  it('that was given up after too many failures starts again when it is told to', async () => {
    for (let time = 0; time < 12; time++) systemd.run('systemctl', ['--user', 'restart', 'ordena-agent']);
    expect(property('Result')).toBe('start-limit-hit');
    expect(agent('start').code).toBe(0);
    await until(async () => (await isCalled()) === 'dos');
    expect(agent('uninstall').code).toBe(0);
    expect(property('ActiveState')).toBe('inactive');
  });
});
