import { eatTime } from '../time/ranges.js';
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
  if (isTimetable) clause.left.push(said);
  else if (range) current(clause).select.modified = { ...current(clause).select.modified, ...range };
  return range !== undefined;
};

export const readSize: Reader = (cursor, clause) => {
  const size = eatSize(cursor);
  if (size) current(clause).select.size = { ...current(clause).select.size, ...size };
  return size !== undefined;
};
