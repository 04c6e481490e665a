import type { Select } from '#contracts/selection';
import { words } from '../text/cursor.js';
import { eatTime } from '../time/ranges.js';
import { newThing, type Clause, type Thing } from './clause.js';
import { current } from './current.js';
import { eatSize } from './sizes.js';
import type { Reader } from './world.js';

/** "borra … el viernes": those of that day, or on that day? A change is not for guessing. And "may" is no month by itself. */
const WHEN =
  /^(?:may|(?:esta noche|tonight)|(?:(?:el|on|this|este|next|a partir del?|starting(?: from| on)?) )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day))$/;
const LOOKS = new Set(['list', 'find', 'count', 'size', 'read', 'history', 'duplicates', 'undo']);

export const readTime: Reader = (cursor, clause, world) => {
  const { at, before } = cursor;
  const range = eatTime(cursor, world.clock);
  const said = cursor.text.folded.slice(at, cursor.at).trim();
  const isTimetable =
    range &&
    !LOOKS.has(clause.act ?? '') &&
    WHEN.test(said) &&
    !/(?:del?|from|of|modified|since|desde)\s+$/.test(before);
  if (range)
    clause.left.push(...(isTimetable || !narrow(meant(clause, before).select, 'modified', range) ? [said] : []));
  return range !== undefined;
};

const OTHERS = /\s(?:y|e|and)\s+(?:l[oa]s|the ones|those)\s*$/;

/** "Los de más de 10 MB y los de más de un año": others of that kind, beside those told before. */
const meant = (clause: Clause, before: string): Thing => {
  const { select, kindSaid } = current(clause);
  const { modified, size, ...kind } = select;
  if (!OTHERS.test(before) || (modified ?? size) === undefined) return current(clause);
  const other = { ...newThing(kind), plural: true, apart: true, ...(kindSaid !== undefined && { kindSaid }) };
  clause.things.push(other);
  return other;
};

/** A bound said a second time is of other things, which were not told apart: it must not move the first. Answers whether it has its use. */
const narrow = <K extends 'modified' | 'size'>(select: Select, key: K, bounds: NonNullable<Select[K]>): boolean => {
  const said = Object.entries(select[key] ?? {});
  const isOther = said.some(
    ([name, value]) =>
      (bounds as Record<string, unknown>)[name] !== undefined && (bounds as Record<string, unknown>)[name] !== value,
  );
  if (!isOther) select[key] = { ...select[key], ...bounds };
  return !isOther;
};

export const readSize: Reader = (cursor, clause) => {
  const { at, before } = cursor;
  const size = eatSize(cursor);
  if (size && !narrow(meant(clause, before).select, 'size', size))
    clause.left.push(cursor.text.folded.slice(at, cursor.at).trim());
  return size !== undefined;
};

const LARGEST =
  'de mayor a menor|(?:largest|biggest|heaviest) first|(?:l[oa]s )?mas (?:grandes|pesad[oa]s) primero|descending';
const SMALLEST =
  'de menor a mayor|(?:smallest|lightest) first|(?:l[oa]s )?mas (?:pequen[oa]s|chic[oa]s) primero|ascending';
const NEWEST = 'newest first|latest first|(?:l[oa]s )?mas (?:recientes|nuev[oa]s) primero';
const OLDEST = 'oldest first|(?:l[oa]s )?mas (?:viej[oa]s|antigu[oa]s) primero';
const SORTED = '(?:(?:sorted|ordered|ranked|ordenad[oa]s?) )?(?:by|por) (?:(?:their|its|su|file) )?';
const ORDERS = [
  [`${SORTED}(?:size|tamano|peso)(?: de archivo)?`, LARGEST, SMALLEST, 'size'],
  [`${SORTED}(?:date|fecha)(?: (?:modified|de modificacion))?`, NEWEST, OLDEST, 'modified'],
].map(([by, desc, asc, sort]) => ({
  sort: sort as 'size' | 'modified',
  pattern: words(`(?:${by})(?:,? (?:(?:${desc})|(?<asc>${asc})))?|${desc}|(?<up>${asc})`),
}));
const LISTED_MAX = 30;

/** "list downloads by size": all of them, in that order, and those below no more than without it. */
export const readOrder: Reader = (cursor, clause) => {
  if (clause.act !== 'list' && clause.act !== 'find') return false;
  for (const { sort, pattern } of ORDERS) {
    const match = cursor.eat(pattern);
    if (!match) continue;
    const order = (match.groups!['asc'] ?? match.groups!['up']) === undefined ? 'desc' : 'asc';
    const thing = current(clause);
    Object.assign(thing, { top: { sort, order, limit: LISTED_MAX } });
    if (clause.locs.length > 0) thing.select = { depth: 1, ...thing.select };
    return true;
  }
  return false;
};
