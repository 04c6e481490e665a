import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import type { ReplyOf } from '#contracts/operation';
import type { duplicates } from '#contracts/operations/duplicates';
import type { find } from '#contracts/operations/find';
import type { places } from '#contracts/operations/places';
import type { read } from '#contracts/operations/read';
import { TestDesk } from '../testing/test-desk.js';

let test: TestDesk;
const finds = (request: object): ReplyOf<typeof find> => test.ask('find', request);
const reads = (request: object): ReplyOf<typeof read> => test.ask('read', request);
const names = (request: object): string[] => finds(request).entries.map(({ name }) => name);

beforeEach(() => {
  test = new TestDesk({
    tree: {
      Desktop: {
        'b.txt': 'Hay un CAMIÓN',
        'a.txt': 'nada',
        'foto 10.jpg': '0123456789',
        'foto 9.jpg': '01234',
        '.oculto': '',
        'Thumbs.db': '',
        trabajo: { 'c.pdf': '%PDF-', hondo: { 'd.txt': 'un camion' } },
        vacía: {},
      },
    },
  });
});
afterEach(() => test.close());

describe('places', () => {
  it('tells where, how free, how strong the containment is', () => {
    const reply = test.ask<ReplyOf<typeof places>>('places', {});
    expect(reply).toMatchObject({
      machine: 'pc1',
      readOnly: false,
      containment: process.platform === 'linux' ? 'kernel' : 'detect',
    });
    expect(reply.places.map(({ name, path }) => [name, path])).toContainEqual(['desktop', test.home.at('Desktop')]);
    expect(reply.places.every(({ freeBytes }) => freeBytes > 0)).toBe(true);
  });
});

describe('find', () => {
  it('lists files directly inside, by name as people sort', () => {
    expect(names({ in: 'desktop' })).toEqual(['a.txt', 'b.txt', 'foto 9.jpg', 'foto 10.jpg']);
  });

  it('counts all that is selected, whatever the page', () => {
    const reply = finds({ in: 'desktop', select: { kind: 'any', depth: 64 }, limit: 0 });
    expect(reply).toMatchObject({
      entries: [],
      truncated: false,
      totals: { entries: 9, files: 6, folders: 3, bytes: 47 },
    });
  });

  it('pages without losing or repeating anything, in every order', () => {
    for (const sort of ['name', 'size', 'modified']) {
      const question = { in: 'desktop', select: { kind: 'any', depth: 64 }, sort, limit: 2 };
      const seen: string[] = [];
      let reply = finds(question);
      for (;;) {
        seen.push(...reply.entries.map(({ location }) => location));
        expect(reply.totals.entries).toBe(9);
        if (!reply.truncated) break;
        reply = finds({ ...question, cursor: reply.cursor });
      }
      expect(new Set(seen).size).toBe(9);
      expect(seen).toHaveLength(9);
    }
  });

  it('pages from memory and from a walk of its own are the same', () => {
    const question = { in: 'desktop', select: { kind: 'any', depth: 64 }, sort: 'size', limit: 3 };
    const { cursor } = finds(question);
    const remembered = finds({ ...question, cursor });
    test.laterMs = 60_000;
    expect(finds({ ...question, cursor })).toEqual(remembered);
  });

  it('sorts the largest and the newest first', () => {
    utimesSync(test.home.at('Desktop', 'a.txt'), 2_000_000_000, 2_000_000_000);
    expect(names({ in: 'desktop', sort: 'size', limit: 1 })).toEqual(['b.txt']);
    expect(names({ in: 'desktop', sort: 'modified', limit: 1 })).toEqual(['a.txt']);
    expect(names({ in: 'desktop', sort: 'size', order: 'asc', limit: 1 })).toEqual(['a.txt']);
  });

  it('finds text whatever its case and accents, and only in text', () => {
    writeFileSync(test.home.at('Desktop', 'u16.txt'), Buffer.from('\ufeffel camión', 'utf16le'));
    writeFileSync(test.home.at('Desktop', 'l1.txt'), Buffer.from('el cami\xf3n', 'latin1'));
    writeFileSync(test.home.at('Desktop', 'bin.dat'), Buffer.concat([Buffer.from('camion'), Buffer.alloc(9)]));
    const found = names({ in: 'desktop', select: { text: 'Camión', depth: 64 } });
    expect(found.sort()).toEqual(['b.txt', 'd.txt', 'l1.txt', 'u16.txt']);
  });

  it('finds text that lies across two pieces of a large file', () => {
    writeFileSync(test.home.at('Desktop', 'large.txt'), `${'x'.repeat(1024 * 1024 - 3)}aguja${'y'.repeat(2_000_000)}`);
    expect(names({ in: 'desktop', select: { text: 'AGUJA' } })).toEqual(['large.txt']);
  });

  it('never leaves through a link, and says what it could not look into', () => {
    symlinkSync('/etc', test.home.at('Desktop', 'etc'));
    mkdirSync(test.home.at('Desktop', '.ssh'));
    const all = finds({ in: 'desktop', select: { kind: 'any', depth: 64, hidden: true } });
    expect(all.entries.filter(({ location }) => location.startsWith('desktop/etc'))).toMatchObject([{ kind: 'link' }]);
    expect(all.left).toEqual(['desktop/.ssh']);
    expect(test.codeOf('find', { in: 'desktop/etc' })).toBe('SYMLINK_OUTSIDE');
    expect(test.codeOf('find', { in: 'desktop/.ssh' })).toBe('SENSITIVE');
  });

  it('a file named itself answers just that', () => {
    expect(finds({ in: 'escritorio/a.txt' })).toMatchObject({
      in: 'desktop/a.txt',
      totals: { entries: 1, files: 1, bytes: 4 },
    });
    expect(test.codeOf('find', { in: 'desktop/a.txt/' })).toBe('NOT_A_FOLDER');
  });

  it('empty files and folders', () => {
    expect(names({ in: 'desktop', select: { kind: 'folder', empty: true } })).toEqual(['vacía']);
    expect(names({ in: 'desktop', select: { empty: true, hidden: true } })).toEqual(['.oculto', 'Thumbs.db']);
  });
});

describe('read', () => {
  const put = (name: string, bytes: Buffer | string): string => {
    writeFileSync(test.home.at('Desktop', name), bytes);
    return `desktop/${name}`;
  };

  it('reads on from where it stopped, whatever the pieces, and never cuts a character', () => {
    const text = 'mañana 😀 será otro día\n'.repeat(5);
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ] as const) {
      const file = put('t.txt', bytes);
      for (const length of [1, 2, 3, 7, 50]) {
        let whole = '';
        for (let offset = 0, more = true; more;) {
          const piece = reads({ file, offset, length });
          expect(piece.encoding).toBe(encoding);
          expect(piece.length).toBeGreaterThan(0);
          whole += piece.text;
          offset = piece.offset + piece.length;
          more = piece.more;
        }
        expect(whole.replace('\ufeff', '')).toBe(text);
      }
    }
  });

  it('bytes are bytes', () => {
    const file = put('b.bin', Buffer.from([0, 1, 2, 255]));
    expect(reads({ file, as: 'bytes', offset: 1, length: 2 })).toMatchObject({
      bytes: 'AQI=',
      length: 2,
      more: true,
      encoding: 'base64',
    });
    expect(test.codeOf('read', { file })).toBe('NOT_TEXT');
    expect(reads({ file, as: 'bytes', offset: 99 })).toMatchObject({ length: 0, more: false });
  });

  it('a reply of half a megabyte of line breaks still fits the bus', () => {
    const file = put('n.txt', '\n'.repeat(524_288));
    const reply = reads({ file, length: 524_288 });
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(1_000_000);
    expect(reply.more).toBe(true);
  });

  it('refuses at once what is no plain file of ours', () => {
    execFileSync('mkfifo', [test.home.at('Desktop', 'tubo')]);
    writeFileSync(test.home.at('fuera'), 'x');
    linkSync(test.home.at('fuera'), test.home.at('Desktop', 'doble'));
    put('.env', 'SECRET=1');
    symlinkSync('.env', test.home.at('Desktop', 'inocente'));
    symlinkSync('a.txt', test.home.at('Desktop', 'atajo'));
    expect(test.codeOf('read', { file: 'desktop/tubo' })).toBe('SPECIAL_FILE'); // opened, it would wait for ever
    expect(test.codeOf('read', { file: 'desktop/doble' })).toBe('HARDLINK');
    expect(test.codeOf('read', { file: 'desktop/.env' })).toBe('SENSITIVE');
    expect(test.codeOf('read', { file: 'desktop/inocente' })).toBe('SENSITIVE');
    expect(test.codeOf('read', { file: 'desktop/trabajo' })).toBe('NOT_A_FILE');
    expect(test.codeOf('read', { file: 'desktop' })).toBe('NOT_A_FILE');
    expect(reads({ file: 'desktop/atajo' })).toMatchObject({ text: 'nada', file: 'desktop/atajo' });
  });

  it('a terabyte with nothing in it is answered like any other file', () => {
    put('huge', '');
    truncateSync(test.home.at('Desktop', 'huge'), 1024 ** 4);
    expect(reads({ file: 'desktop/huge', as: 'bytes', offset: 1024 ** 4 - 4, length: 64 })).toMatchObject({
      length: 4,
      more: false,
    });
  });
});

describe('duplicates', () => {
  it('finds the same content and nothing else, the largest waste first', () => {
    const big = 'x'.repeat(10_000);
    writeFileSync(test.home.at('Desktop', 'g1'), big);
    writeFileSync(test.home.at('Desktop', 'trabajo', 'g2'), big);
    writeFileSync(test.home.at('Desktop', 'g3'), `${big.slice(1)}y`);
    for (const name of ['k1', 'k2', 'k3']) writeFileSync(test.home.at('Desktop', name), 'abc');
    const reply = test.ask<ReplyOf<typeof duplicates>>('duplicates', { in: 'desktop' });
    expect(reply.sets.map(({ size, copies, locations }) => [size, copies, locations.toSorted()])).toEqual([
      [10_000, 2, ['desktop/g1', 'desktop/trabajo/g2']],
      [3, 3, ['desktop/k1', 'desktop/k2', 'desktop/k3']],
    ]);
    expect(reply.totals).toEqual({ sets: 2, files: 3, bytes: 10_006 });
    const page = test.ask<ReplyOf<typeof duplicates>>('duplicates', { in: 'desktop', limit: 1 });
    expect(page).toMatchObject({ truncated: true, sets: [{ size: 10_000 }], totals: { sets: 2 } });
    const next = test.ask<ReplyOf<typeof duplicates>>('duplicates', { in: 'desktop', limit: 1, cursor: page.cursor });
    expect(next).toMatchObject({ truncated: false, sets: [{ size: 3 }] });
  });

  it('files that cannot be read take no part', () => {
    for (const name of ['k1', 'k2']) writeFileSync(test.home.at('Desktop', name), 'abc');
    linkSync(test.home.at('Desktop', 'k1'), test.home.at('fuera'));
    chmodSync(test.home.at('Desktop', 'k2'), 0o000);
    expect(test.ask<ReplyOf<typeof duplicates>>('duplicates', { in: 'desktop' }).sets).toEqual([]);
  });
});
