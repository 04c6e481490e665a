import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Engine } from './engine.js';
import { within } from './folder.js';
import { identityOf } from './identity.js';
import { decodeName } from './name.js';
import { Place } from './place.js';
import type { PlannedOp } from './planned-op.js';
import { VAULT_NAME } from './protection.js';
import { kindOf, realSys } from './sys.js';
import { caselessSys } from './testing/caseless-sys.js';
import { codeOf } from './testing/code-of.js';
import { commit, Ops } from './testing/ops.js';
import { snapshot } from './testing/snapshot.js';
import { TempFolder } from './testing/temp-folder.js';

/** Rows of the attack list that need a disk, against every operation; those of the grammar are in location.spec.ts. */
describe('attacks', () => {
  let disk: TempFolder;
  let engine: Engine;
  let ops: Ops;
  const place = (): Place => engine.disk.place('desktop');
  const desktop = (...parts: string[]) => ({ place: 'desktop', parts });
  const outside = () => JSON.stringify(snapshot(disk.at('outside')));

  beforeEach(() => {
    disk = new TempFolder({
      desktop: { 'a.txt': 'A', sub: { 'b.txt': 'B' } },
      outside: { 'secret.txt': 'S', box: { x: 'X' } },
    });
    engine = Engine.open(realSys, {
      places: [{ name: 'desktop', words: [], path: disk.at('desktop') }],
      stateFolder: disk.at('state'),
    });
    ops = new Ops(engine);
  });
  afterEach(() => {
    engine.close();
    disk.remove();
  });

  const id = (...parts: string[]): Pick<PlannedOp, 'id' | 'kind' | 'bytes'> => {
    const below = parts[0] === 'a.txt' ? ['a.txt'] : parts;
    const stat = lstatSync(disk.at('desktop', ...below), { bigint: true, throwIfNoEntry: false });
    const shown = stat ?? lstatSync(disk.at('desktop/a.txt'), { bigint: true });
    return { id: identityOf(shown), kind: kindOf(shown) as PlannedOp['kind'], bytes: 0 };
  };

  const codeIn = (draft: Omit<PlannedOp, 'seq'>) => commit(engine, [draft]).entries[0]!.code;
  const text = { text: 'new', mode: 'replace' } as const;

  /** Each operation on the entry at `parts`, and the code of its refusal. */
  const EACH: Readonly<Record<string, (parts: string[]) => string | undefined>> = {
    read: (parts) =>
      codeOf(() => place().walkTo(place().resolve(parts), (folder, leaf) => folder.openFile(leaf).close())),
    list: (parts) => codeOf(() => within(place().openFolder(place().resolve(parts)), (folder) => [...folder.list()])),
    move: (parts) => codeIn({ action: 'move', ...id(...parts), from: desktop(...parts), to: desktop('moved') }),
    copy: (parts) => codeIn({ action: 'copy', ...id(...parts), from: desktop(...parts), to: desktop('copied') }),
    trash: (parts) => codeIn({ action: 'trash', ...id(...parts), from: desktop(...parts) }),
    'move to': (parts) => codeIn({ action: 'move', ...id('a.txt'), from: desktop('a.txt'), to: desktop(...parts) }),
    'create-folder': (parts) => codeIn({ action: 'create-folder', kind: 'folder', bytes: 0, to: desktop(...parts) }),
    create: (parts) =>
      codeIn({ action: 'write', kind: 'file', bytes: 0, to: desktop(...parts), data: { text: 'n', mode: 'create' } }),
    replace: (parts) => codeIn({ action: 'write', ...id(...parts), to: desktop(...parts), data: text }),
  };

  const CHILD = ['link', 'x'];
  it.each(Object.keys(EACH))('15: %s below a link to a folder outside', (name) => {
    symlinkSync(disk.at('outside/box'), disk.at('desktop/link'));
    const before = outside();
    expect(EACH[name]!(CHILD)).toBe('SYMLINK_OUTSIDE');
    expect(EACH[name]!(['link', 'missing'])).toBe('SYMLINK_OUTSIDE');
    expect(outside()).toBe(before);
  });

  it.each([
    ['read', 'SYMLINK_OUTSIDE'],
    ['copy', 'SYMLINK_OUTSIDE'],
    ['list', 'SYMLINK_OUTSIDE'],
    ['move', undefined],
    ['trash', undefined],
    ['move to', 'EXISTS'],
    ['create', 'SYMLINK_OUTSIDE'],
    ['create-folder', 'EXISTS'],
    ['replace', 'SYMLINK_OUTSIDE'],
  ])('14, 16, 19: %s on a link to a file outside', (name, code) => {
    for (const target of ['secret.txt', 'missing']) {
      rmSync(disk.at('desktop/link'), { force: true });
      rmSync(disk.at('desktop/moved'), { force: true });
      symlinkSync(disk.at('outside', target), disk.at('desktop/link'));
      const before = outside();
      expect(EACH[name]!(['link'])).toBe(code);
      expect(outside()).toBe(before);
    }
  });

  it.each(['move', 'copy', 'trash', 'move to', 'create', 'create-folder', 'replace'])(
    '8: %s of the place itself',
    (name) => {
      expect(EACH[name]!([])).toBe('PROTECTED');
    },
  );

  it.each(Object.keys(EACH).filter((name) => name !== 'create-folder'))('10: %s below a file', (name) => {
    expect(['NOT_A_FOLDER', 'STALE']).toContain(EACH[name]!(['a.txt', 'x']));
  });

  it.each(['read', 'copy', 'replace'])('23: %s of a file with a second name outside', (name) => {
    linkSync(disk.at('outside/secret.txt'), disk.at('desktop/hard'));
    expect(EACH[name]!(['hard'])).toBe('HARDLINK');
    expect(readFileSync(disk.at('outside/secret.txt'), 'utf8')).toBe('S');
  });

  it.each(['read', 'copy', 'move', 'trash'])('24: %s of a pipe does not wait for its other end', (name) => {
    execFileSync('mkfifo', [disk.at('desktop/pipe')]);
    expect(EACH[name]!(['pipe'])).toBe('SPECIAL_FILE');
  });

  it('25, 26: another disk inside a place', () => {
    const dev = Place.open(realSys, { name: 'dev', words: [], path: '/dev' });
    expect(codeOf(() => dev.openFolder(['shm']))).toBe('MOUNT');
    expect(codeOf(() => dev.openFolder(['pts']))).toBe('MOUNT');
    dev.close();
  });

  it('22: the place replaced by another folder', () => {
    renameSync(disk.at('desktop'), disk.at('was'));
    mkdirSync(disk.at('desktop'));
    for (const act of [() => EACH['read']!(['a.txt']), () => codeIn({ ...ops_(), to: desktop('x') })])
      expect(act()).toBe('ROOT_CHANGED');
    expect(readdirSync(disk.at('desktop'))).toEqual([]);
  });
  const ops_ = (): Omit<PlannedOp, 'seq'> => ({ action: 'create-folder', kind: 'folder', bytes: 0 });

  it('39: a name that is not text is never taken for its twin', () => {
    const names = [Buffer.of(0xff), Buffer.of(0xfe), Buffer.from('\ufffd')];
    for (const [at, name] of names.entries())
      writeFileSync(Buffer.concat([Buffer.from(disk.at('desktop/')), name]), `${at}`);
    const listed = [...within(place().openRoot(), (root) => [...root.list()])].flat().map(({ name }) => name);
    for (const name of names) expect(listed).toContain(decodeName(name));
    const odd = decodeName(names[0]!);
    const stat = place().walkTo([odd], (folder, leaf) => folder.stat(leaf)!);
    commit(engine, [{ action: 'trash', kind: 'file', bytes: 1, from: desktop(odd), id: identityOf(stat) }]);
    const left = readdirSync(disk.at('desktop'), { encoding: 'buffer' }).map((name) => name.toString('hex'));
    expect(left).not.toContain('ff');
    expect(left).toEqual(expect.arrayContaining(['fe', 'efbfbd']));
  });

  it('46: a folder into itself, also by a link', () => {
    expect(codeIn(ops.move('desktop/sub', 'desktop/sub/sub'))).toBe('INTO_SELF');
    symlinkSync('sub', disk.at('desktop/alias'));
    expect(codeIn(ops.move('desktop/sub', 'desktop/alias/sub'))).toBe('SYMLINK');
  });

  it('49: what changed after the preview: content, inode, kind, gone', () => {
    const changes = [
      () => writeFileSync(disk.at('desktop/a.txt'), 'longer'),
      () => [writeFileSync(disk.at('desktop/t'), 'A'), renameSync(disk.at('desktop/t'), disk.at('desktop/a.txt'))],
      () => [rmSync(disk.at('desktop/a.txt')), mkdirSync(disk.at('desktop/a.txt'))],
      () => rmSync(disk.at('desktop/a.txt'), { recursive: true }),
    ];
    for (const change of changes) {
      const drafts = [
        ops.move('desktop/a.txt', 'desktop/m'),
        ops.copy('desktop/a.txt', 'desktop/c'),
        ops.trash('desktop/a.txt'),
      ];
      change();
      expect(drafts.map(codeIn)).toEqual(['STALE', 'STALE', 'STALE']);
    }
  });

  it('67: the agent’s own folders, and those above them, through a place', () => {
    const whole = Engine.open(realSys, {
      places: [{ name: 'home', words: [], path: disk.path }],
      stateFolder: disk.at('home/own'),
    });
    const home = whole.disk.place('home');
    expect(codeOf(() => home.openFolder(['home', 'own']))).toBe('PROTECTED');
    const within_ = new Ops(whole);
    expect(commit(whole, [within_.trash('home/home')]).entries[0]!.code).toBe('PROTECTED');
    expect(commit(whole, [within_.move('home/home/own', 'home/x')]).entries[0]!.code).toBe('PROTECTED');
    whole.close();
  });

  it('67: the folder of the agent on another disk, in any spelling, before it is used again', () => {
    const stick = new TempFolder({ 'u.txt': 'U' }, '/dev/shm');
    const open = (): Engine => {
      const places = [{ name: 'usb', words: [], path: stick.path }];
      return Engine.open(caselessSys, { places, stateFolder: disk.at('own') });
    };
    const before = open();
    commit(before, [new Ops(before).trash('usb/u.txt')]);
    before.close();
    expect(readdirSync(stick.path)).toEqual([VAULT_NAME]);
    const after = open();
    for (const name of [VAULT_NAME, VAULT_NAME.toUpperCase()]) {
      expect(codeOf(() => after.disk.place('usb').openFolder([name]))).toBe('PROTECTED');
    }
    after.close();
    stick.remove();
  });

  it('19: no refusal names anything outside', () => {
    symlinkSync(disk.at('outside/secret.txt'), disk.at('desktop/link'));
    try {
      place().resolve(['link']);
    } catch (error) {
      expect(JSON.stringify((error as { toBody(): unknown }).toBody())).not.toMatch(/secret|outside\/|\/proc/);
    }
    expect.assertions(1);
  });
});
