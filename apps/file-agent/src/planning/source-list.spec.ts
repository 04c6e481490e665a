import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeName } from '../disk/name.js';
import type { SysStat } from '../disk/sys.js';
import { compareNames } from '../selection/name-order.js';
import { SourceList } from './source-list.js';

const DEV = 64_769n;
const KINDS = ['file', 'folder', 'link'] as const;

const bytesOfName = fc
  .uint8Array({ min: 1, max: 255, minLength: 1, maxLength: 255 })
  .map((bytes) => decodeName(Buffer.from(bytes.map((byte) => (byte === 0x2f ? 0x30 : byte)))));
const name = fc.oneof(fc.stringMatching(/^[a-z0-9 ._-]{1,40}$/), bytesOfName);
const entry = fc.record({
  name,
  kind: fc.constantFrom(...KINDS),
  folder: fc.constantFrom('', 'a', 'b/c'),
  ino: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
  size: fc.oneof(
    fc.bigInt({ min: 0n, max: 100n }),
    fc.constantFrom(0xffff_ffffn, 0x1_0000_0000n),
    fc.bigInt({ min: 0n, max: 2n ** 53n }),
  ),
  mtimeNs: fc.bigInt({ min: -(2n ** 40n), max: 2n ** 62n }),
  mode: fc.integer({ min: 0, max: 0o7777 }),
  nlink: fc.constantFrom(1n, 2n),
});
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const statOf = ({ ino, size, mtimeNs, mode, nlink }: Entry): SysStat =>
  ({ dev: DEV, ino, size, mtimeNs, mode: BigInt(mode), nlink }) as SysStat;
const partsOf = ({ folder }: Entry): string[] => folder.split('/').filter(Boolean);
const expected = (one: Entry) => ({
  name: one.name,
  kind: one.kind,
  parts: partsOf(one),
  id: { dev: `${DEV}`, ino: `${one.ino}`, size: `${one.size}`, mtimeNs: `${one.mtimeNs}` },
  bytes: one.kind === 'file' ? Number(one.size) : 0,
  mtimeMs: Number(one.mtimeNs / 1_000_000n),
  mode: one.mode,
  isHardLinked: one.kind === 'file' && one.nlink > 1n,
});
const listOf = (entries: readonly Entry[]): SourceList => {
  const list = new SourceList(DEV);
  for (const one of entries) list.add({ name: one.name, kind: one.kind, parts: partsOf(one) }, statOf(one));
  return list;
};

describe('entries kept in columns', () => {
  it('come back as they were, whatever their names, sizes and inodes', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        expect([...listOf(entries)]).toEqual(entries.map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('are sorted by name, then by folder', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const list = listOf(entries);
        list.sort();
        const keys = [...list].map((source) => [source.name, source.parts.join('/')] as const);
        const sorted = keys.toSorted((a, b) => compareNames(a[0], b[0]) || compareNames(a[1], b[1]));
        expect(keys).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });

  it('go over the ends of their blocks', () => {
    const many = Array.from({ length: 9_000 }, (_, at) => ({
      ...fc.sample(entry, { numRuns: 1, seed: 1 })[0]!,
      name: `${at}`.padStart(250, 'x'),
      size: BigInt(at) << 24n,
    }));
    const list = listOf(many);
    expect(list.length).toBe(many.length);
    for (const at of [0, 4_095, 4_096, 4_177, 4_178, 8_999]) expect(list.at(at)).toEqual(expected(many[at]!));
  });

  it('leave pipes and devices out', () => {
    const list = new SourceList(DEV);
    expect(list.add({ name: 'pipe', kind: 'special', parts: [] }, {} as SysStat)).toBe(false);
    expect(list.length).toBe(0);
  });
});
