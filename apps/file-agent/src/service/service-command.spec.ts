import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TempFolder } from '../disk/testing/temp-folder.js';

const BUNDLE = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'agent', 'ordena-agent.mjs');

/** A supervisor that writes down what it is asked, in place of the real one: that one would change this PC. */
const RECORDER = `#!/bin/sh
echo "$@" >> "$RECORD"
[ "$REFUSES" = "" ] || { echo "$REFUSES" >&2; exit 1; }
case "$*" in *status*) echo "Active: active (running)";; esac
`;

/** The bundle, as people run it. The supervisors of other systems are other programs; their files are tested as text. */
describe('the agent as a service, on a throw-away home of Linux', () => {
  let home: TempFolder;

  beforeEach(() => {
    home = new TempFolder({ Desktop: {} });
    mkdirSync(home.at('bin'));
    writeFileSync(home.at('bin', 'systemctl'), RECORDER, { mode: 0o755 });
  });
  afterEach(() => home.remove());

  const agent = (verb: string, over: NodeJS.ProcessEnv = {}): { code: number | null; said: string } => {
    const env = {
      PATH: `${home.at('bin')}:/bin:/usr/bin`,
      HOME: home.path,
      RECORD: home.at('asked'),
      NATS_URL: 'nats://bus.example:4222',
      ORDENA_MACHINE: 'pc1',
      ...over,
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, verb], { encoding: 'utf8', env });
    return { code: status, said: stdout + stderr };
  };
  const unit = (): string => home.at('.config', 'systemd', 'user', 'ordena-agent.service');
  const asked = (): string[] => readFileSync(home.at('asked'), 'utf8').trim().split('\n');

  it('is installed, looked at, stopped, started and taken away again', () => {
    expect(agent('status')).toMatchObject({ code: 1, said: expect.stringMatching(/Not installed.*install/) });
    expect(agent('start')).toMatchObject({ code: 1, said: expect.stringMatching(/NOT_FOUND.*not installed/) });
    expect(agent('install')).toMatchObject({ code: 0, said: expect.stringContaining(unit()) });
    const settings = /--env-file=([^"]+)"/.exec(readFileSync(unit(), 'utf8'))?.[1] ?? '';
    expect(readFileSync(settings, 'utf8')).toBe("NATS_URL='nats://bus.example:4222'\nORDENA_MACHINE='pc1'\n");
    expect(statSync(settings).mode & 0o777).toBe(0o600);
    expect(agent('install').code).toBe(0);
    expect(agent('status')).toMatchObject({ code: 0, said: expect.stringContaining('active (running)') });
    expect([agent('stop').code, agent('start').code]).toEqual([0, 0]);
    expect(agent('uninstall').code).toBe(0);
    expect(existsSync(unit())).toBe(false);
    const about = asked().map((line) => line.replace('--user ', '').split(' ')[0]);
    const install = 'daemon-reload,enable,reset-failed,restart';
    expect(about.join()).toBe(`${install},${install},status,stop,reset-failed,start,disable`);
  }, 60_000);

  it('says what the supervisor refused, or that there is none, and what to do', () => {
    const refused = agent('install', { REFUSES: 'Failed to connect to bus: No medium found' });
    expect(refused).toMatchObject({
      code: 1,
      said: expect.stringMatching(/FAILED.*No medium found.*by hand with `run`/),
    });
    const absent = agent('install', { PATH: '/nowhere' });
    expect(absent).toMatchObject({ code: 1, said: expect.stringMatching(/systemctl is not there/) });
  }, 30_000);

  it('refuses settings that could not work, before anything is written', () => {
    expect(agent('install', { ORDENA_MACHINE: 'Mi PC' })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/BAD_CONFIG.*ORDENA_MACHINE/),
    });
    expect(existsSync(unit())).toBe(false);
  }, 30_000);
});
