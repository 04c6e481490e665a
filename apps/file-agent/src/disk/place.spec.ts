import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { linkSync, renameSync, symlinkSync } from 'node:fs';
import { within } from './folder.js';
import { Place } from './place.js';
import { realSys } from './sys.js';
import { codeOf } from './testing/code-of.js';
import { TempFolder } from './testing/temp-folder.js';

describe('a place', () => {
  let disk: TempFolder;
  let place: Place;
  const readText = (parts: string[]): string =>
    place.walkTo(place.resolve(parts), (folder, leaf) =>
      within(folder.openFile(leaf), (file) => {
        const bytes = Buffer.alloc(100);
        return bytes.subarray(0, file.read(bytes, 0)).toString();
      }),
    );
  const readCode = (...parts: string[]) => codeOf(() => readText(parts));
  const walkCode = (...parts: string[]) => codeOf(() => place.walkTo(parts, () => undefined));

  beforeEach(() => {
    disk = new TempFolder({ desktop: { 'a.txt': 'A', sub: { 'b.txt': 'B' } }, outside: { 'secret.txt': 'S' } });
    place = Place.open(realSys, { name: 'desktop', words: [], path: disk.at('desktop') });
  });
  afterEach(() => {
    place.close();
    disk.remove();
  });

  const link = (target: string, ...at: string[]) => symlinkSync(target, disk.at('desktop', ...at));

  it('reads what is inside, also through links inside', () => {
    link('../a.txt', 'sub', 'up');
    link(disk.at('desktop/sub'), 'absolute');
    expect(readText(['a.txt'])).toBe('A');
    expect(readText(['sub', 'up'])).toBe('A');
    expect(readText(['absolute', 'b.txt'])).toBe('B');
    expect(readText(['absolute', 'up'])).toBe('A');
  });

  it('never reads through a link to outside, whether the thing exists or not', () => {
    link('../outside/secret.txt', 'there');
    link('../outside/missing.txt', 'gone');
    link(disk.at('outside'), 'folder');
    link('sub/../../outside', 'sly');
    expect(readCode('there')).toBe('SYMLINK_OUTSIDE');
    expect(readCode('gone')).toBe('SYMLINK_OUTSIDE');
    expect(readCode('folder', 'secret.txt')).toBe('SYMLINK_OUTSIDE');
    expect(readCode('sly', 'secret.txt')).toBe('SYMLINK_OUTSIDE');
    expect(walkCode('folder', 'secret.txt')).toBe('SYMLINK_OUTSIDE');
    expect(walkCode('folder', 'missing.txt')).toBe('SYMLINK_OUTSIDE');
  });

  it('changes nothing through any link', () => {
    link('sub', 'alias');
    expect(walkCode('alias', 'b.txt')).toBe('SYMLINK');
  });

  it('stops at circles and long chains', () => {
    link('loop', 'loop');
    link('a.txt', 'l0');
    for (let at = 1; at <= 40; at++) link(`l${at - 1}`, `l${at}`);
    expect(readCode('loop')).toBe('SYMLINK_LOOP');
    expect(readText(['l39'])).toBe('A');
    expect(readCode('l40')).toBe('SYMLINK_LOOP');
  });

  it('refuses hard links, pipes, folders and mounts with their codes', () => {
    linkSync(disk.at('outside/secret.txt'), disk.at('desktop/hard'));
    execFileSync('mkfifo', [disk.at('desktop/pipe')]);
    expect(readCode('hard')).toBe('HARDLINK');
    expect(readCode('pipe')).toBe('SPECIAL_FILE');
    expect(readCode('sub')).toBe('NOT_A_FILE');
    expect(readCode('a.txt', 'x')).toBe('NOT_A_FOLDER');
    expect(readCode('nothing')).toBe('NOT_FOUND');
    expect(walkCode()).toBe('PROTECTED');
  });

  it('notices that the place itself was replaced', () => {
    renameSync(disk.at('desktop'), disk.at('old'));
    symlinkSync(disk.at('outside'), disk.at('desktop'));
    expect(readCode('secret.txt')).toBe('ROOT_CHANGED');
    expect(walkCode('secret.txt')).toBe('ROOT_CHANGED');
  });
});
