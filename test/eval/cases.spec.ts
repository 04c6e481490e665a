import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from './cases.js';

const good = (id: string, more: object = {}): string =>
  JSON.stringify({
    id,
    lang: 'es',
    family: 'move',
    machines: { pc1: { name: 'PC', files: [{ path: 'downloads/a.pdf', size: 3 }] } },
    turns: ['mueve los pdf de descargas a documentos'],
    expect: { tree: ['documents/a.pdf'] },
    ...more,
  });

describe('a set from anybody', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ordena-set-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (text: string): string[] => {
    const file = join(folder, 'set.jsonl');
    writeFileSync(file, text);
    return readCases(file).map(({ id }) => id);
  };

  it('may have a byte order mark, Windows line ends, empty lines and notes of its own', () => {
    const noted = good('b', { note: 'mine', expect: { unchanged: true, because: 'x' } });
    expect(read(`\uFEFF${good('a')}\r\n\r\n${noted}\r\n`)).toEqual(['a', 'b']);
  });

  it.each([
    ['no JSON', `${good('a')}\n\n{"id": "b",`, /set\.jsonl:3: not JSON: /],
    ['a field missing', `${good('a')}\n{"id":"b"}`, /set\.jsonl:2: lang: /],
    ['an expectation that does not exist', good('a', { expect: { tre: [] } }), /set\.jsonl:1: expect: expects nothing/],
    ['no expectation', good('a', { expect: {} }), /set\.jsonl:1: expect: expects nothing/],
    ['no turn', good('a', { turns: [] }), /set\.jsonl:1: turns: /],
    ['no machine', good('a', { machines: {} }), /set\.jsonl:1: machines: needs a machine/],
    ['a path outside', good('a', { machines: { p: { name: 'P', files: [{ path: 'desktop/../../x' }] } } }), /leave/],
    ['the same id twice', `${good('a')}\n${good('a')}`, /two cases have the id "a"/],
    ['nothing', '\n\n', /there is no case in it/],
  ])('is refused with file and line for %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('is refused when it is not there', () => {
    expect(() => readCases(join(folder, 'none.jsonl'))).toThrow(/none\.jsonl: cannot be read \(ENOENT\)/);
  });
});
