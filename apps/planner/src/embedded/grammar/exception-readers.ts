import { CATEGORIES } from '#contracts/selection';
import { without, type Thing } from './clause.js';
import { current } from './current.js';
import { readExcept, type Exclusion } from './exceptions.js';
import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

/** What an exception does to the things it is said of. */

/** "Not the songs, put those in music": those are the songs, or all but them. */
const NOT_THOSE = words('not (?:the|my)');

const exclusion: Reader = (cursor, clause, world) => {
  const isFirst = clause.things.length === 0 && clause.locs.length === 0;
  if (isFirst && clause.act === undefined && cursor.look(NOT_THOSE)) return false;
  const out = readExcept(cursor, world);
  if (!out) return false;
  const thing = current(clause);
  if (isFirst) thing.excepts = true;
  if (out.said) thing.outs = [...(thing.outs ?? []), ...out.said];
  if (out.left !== undefined) clause.left.push(out.left);
  if (out.kind && !takeKindOut(thing, out.kind)) clause.left.push(out.kind);
  takeOut(thing, out);
  return true;
};

/** Of files and folders one kind stays; of files alone nothing would. */
const takeKindOut = ({ select }: Thing, kind: 'file' | 'folder'): boolean => {
  if (select.kind === kind || (kind === 'file' && select.kind !== 'any')) return false;
  if (select.kind === 'any') select.kind = kind === 'file' ? 'folder' : 'file';
  return true;
};

export const takeOut = (thing: Thing, { names, category, size, modified, vague }: Exclusion): void => {
  const { select } = thing;
  if (names) select.exclude = [...(select.exclude ?? []), ...names];
  if (category) select.category = without(select.category ?? CATEGORIES, category);
  if (size) select.size = { ...select.size, ...size };
  if (modified) select.modified = { ...select.modified, ...modified };
  if (vague) thing.vague = vague;
};

export const EXCEPTION_READERS: readonly Reader[] = [exclusion];
