import type { RequestOf } from '#contracts/operation';
import type { find } from '#contracts/operations/find';
import type { Found } from './gather.js';
import { compareNames } from './name-order.js';

export type Sorting = Pick<RequestOf<typeof find>, 'sort' | 'order'>;

/** Where an entry stands in a sorted list: enough to go on after it on the next page, short enough for a cursor. */
export interface Position {
  /** Bytes or ms; 0 when sorted by name. */
  readonly value: number;
  readonly name: string;
  /** Tells entries of one name in different folders apart. */
  readonly folder: number;
}

/** Largest and newest first unless told otherwise; names from A to Z. */
export const positionCompare = ({ sort = 'name', order }: Sorting): ((a: Position, b: Position) => number) => {
  const isDescending = (order ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc';
  const sign = isDescending ? -1 : 1;
  if (sort === 'name') return (a, b) => sign * (compareNames(a.name, b.name) || a.folder - b.folder);
  return (a, b) => sign * (a.value - b.value) || compareNames(a.name, b.name) || a.folder - b.folder;
};

export const positionOf = ({ name, parts, facts }: Found, sort: Sorting['sort']): Position => ({
  value: (sort === 'size' && facts?.size) || (sort === 'modified' && facts?.mtimeMs) || 0,
  name,
  folder: folderNumber(parts),
});

/** Entries come folder by folder, each folder's with the same list of parts. */
let numbered: { readonly parts: readonly string[]; readonly number: number } | undefined;

const folderNumber = (parts: readonly string[]): number => {
  if (numbered?.parts !== parts) numbered = { parts, number: numberOf(parts) };
  return numbered.number;
};

/** 53-bit FNV-like number of a folder's path; equal paths, equal numbers. */
const numberOf = (parts: readonly string[]): number => {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (const char of parts.join('/')) {
    const code = char.codePointAt(0)!;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
};

export const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' &&
  value !== null &&
  'value' in value &&
  typeof value.value === 'number' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'folder' in value &&
  typeof value.folder === 'number';
