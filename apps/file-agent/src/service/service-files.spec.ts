import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { TempFolder } from '../disk/testing/temp-folder.js';
import { launchd } from './launchd.js';
import type { Service } from './service.js';
import { settingsText } from './settings-text.js';
import { systemd } from './systemd.js';
import { windowsTask } from './windows-task.js';

const ODD = `/home/José "Pepe" 100% $HOME\\x & <co>'s`;

const serviceIn = (folder: string): Service => ({
  node: `${folder}/bin/node`,
  program: `${folder}/ordena-agent.mjs`,
  settingsFile: `${folder}/service.env`,
  logFile: `${folder}/service.log`,
});

/** The line of a unit, read back as systemd.service(5) says. */
const wordsOfUnit = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) =>
    word!.replaceAll('%%', '%').replaceAll('$$', '$').replace(/\\(.)/g, '$1'),
  );

/** The rules of CommandLineToArgvW. */
const wordsOfWindows = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\+"?)*?)(?<!(?<!\\)(?:\\\\)*\\)"(?: |$)/g)].map(([, word]) =>
    word!
      .replace(/(\\+)"/g, (_, back: string) => `${back.slice(0, back.length / 2)}"`)
      .replace(/(\\+)$/, (back) => back.slice(0, back.length / 2)),
  );

const fromXml = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const folders = fc.oneof(
  fc.constant(ODD),
  fc.string({ minLength: 1 }).filter((text) => !/[\p{C}]/u.test(text)),
);
const expected = (folder: string): string[] => {
  const { node, settingsFile, program } = serviceIn(folder);
  return [node, `--env-file=${settingsFile}`, program, 'run'];
};

describe('service files', () => {
  it('systemd: say the command line exactly, whatever the folder is called', () => {
    fc.assert(
      fc.property(folders, (folder) => {
        const line = /^ExecStart=(.*)$/m.exec(systemd(serviceIn(folder), '/c').text)?.[1] ?? '';
        expect(wordsOfUnit(line)).toEqual(expected(folder));
      }),
    );
  });

  it('launchd: the same', () => {
    fc.assert(
      fc.property(folders, (folder) => {
        const { text } = launchd(serviceIn(folder), { home: '/Users/a', user: 501 });
        const list = /<array>([^]*)<\/array>/.exec(text)?.[1] ?? '';
        const words = [...list.matchAll(/<string>([^]*?)<\/string>/g)].map(([, word]) => fromXml(word!));
        expect(words).toEqual(expected(folder));
      }),
    );
  });

  it('Windows: the same', () => {
    fc.assert(
      fc.property(folders, (folder) => {
        const { text } = windowsTask(serviceIn(folder), 'C:\\state');
        const node = fromXml(/<Command>([^]*)<\/Command>/.exec(text)?.[1] ?? '');
        const args = fromXml(/<Arguments>([^]*)<\/Arguments>/.exec(text)?.[1] ?? '');
        expect([node, ...wordsOfWindows(args)]).toEqual(expected(folder));
      }),
    );
  });

  it('settings come out of Node as they went in', () => {
    const home = new TempFolder();
    const settings = { ORDENA_HOME: ODD, ORDENA_STATE: 'C:\\new\\#1', NATS_URL: 'nats://a:4222,nats://b:4222' };
    writeFileSync(home.at('service.env'), settingsText(settings));
    const show = 'process.stdout.write(JSON.stringify(process.env))';
    const { stdout } = spawnSync(process.execPath, [`--env-file=${home.at('service.env')}`, '-e', show], {
      encoding: 'utf8',
      env: {},
    });
    expect(JSON.parse(stdout)).toMatchObject(settings);
    expect(() => settingsText({ ORDENA_NAME: 'two\nlines' })).toThrow(/ORDENA_NAME/);
    home.remove();
  });

  it('a unit leaves renames between places renames, and starts where user namespaces are shut: it asks for none', () => {
    const { text } = systemd(serviceIn('/x'), '/c');
    expect(text).not.toMatch(/ReadWritePaths|ReadOnlyPaths|InaccessiblePaths|BindPaths|TemporaryFileSystem|Root|Mount/);
    expect(text).not.toMatch(/^(Private|Protect)\w+=/m);
    for (const fence of [
      'NoNewPrivileges=yes',
      'SystemCallFilter=@system-service',
      'MemoryMax=',
      'RestrictNamespaces=',
    ])
      expect(text).toContain(fence);
  });

  it('installed where it runs already, it runs anew: what is there is ended first, and may not be there', () => {
    const installs = [
      launchd(serviceIn('/x'), { home: '/Users/a', user: 501 }).install,
      windowsTask(serviceIn('/x'), 'C:\\state').install,
    ];
    const shown = installs.map((steps) => steps.map(({ run, mayFail }) => `${run[1]}${mayFail === true ? '?' : ''}`));
    expect(shown).toEqual([
      ['bootout?', 'bootstrap'],
      ['/End?', '/Create', '/Run'],
    ]);
  });

  const analyze = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
  const isThere = analyze.status === 0;

  it(`systemd itself reads the unit${isThere ? '' : ': NOT TRIED, there is no systemd-analyze here'}`, () => {
    if (!isThere) return;
    const home = new TempFolder();
    const unit = systemd({ ...serviceIn(home.path), node: process.execPath }, home.path);
    const verify = (text: string): { code: number | null; said: string } => {
      writeFileSync(home.at('ordena-agent.service'), text);
      const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', home.at('ordena-agent.service')], {
        encoding: 'utf8',
      });
      return { code: status, said: stdout + stderr };
    };
    const good = verify(unit.text);
    expect(good.said).not.toMatch(/ordena-agent/);
    expect(good.code).toBe(0);
    expect(verify(unit.text.replace('MemoryMax=', 'MemoryMost=')).said).toMatch(/MemoryMost/); // it can say no
    home.remove();
  }, 30_000);
});
