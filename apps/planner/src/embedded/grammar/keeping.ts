import { spaced } from '../text/spaced.js';
import {
  KEEPS,
  KEPT_HAVING,
  KEPT_IN,
  KEPT_LACKING,
  KEPT_NEWEST,
  KEPT_OLDEST,
  KEPT_ONE,
  KEPT_ORIGINAL,
} from '../lexicon/keeping.js';
import { Cursor } from '../text/cursor.js';
import { blanked, type Text } from '../text/text.js';
import type { Clause, Keep } from './clause.js';
import { onlyLoc } from './located.js';
import { readClause } from './read-clause.js';
import type { World } from './world.js';

/*
 * "borra los duplicados de X, quédate con …": which of the same files stays is no order of its own. It is cut out before the
 * sentence is parted into orders; where it is not understood, neither is the order.
 */

const whole = (pattern: string): RegExp => spaced(`^(?:${pattern})$`, 'du');

const SAME = /\b(?:duplica(?:d[oa]s?|tes?)|duplicated|repetid[oa]s?|repeated|identic[oa]s?|identical)\b/;
const KEEPING = spaced(`(?<=[\\s,;.:])${KEEPS}`);

const RULES: readonly (readonly [RegExp, (part: string) => Keep])[] = [
  [whole(KEPT_ONE), () => ({ by: 'any' })],
  [whole(KEPT_ORIGINAL), () => ({ by: 'original' })],
  [whole(KEPT_OLDEST), () => ({ by: 'oldest' })],
  [whole(KEPT_NEWEST), () => ({ by: 'newest' })],
  [whole(KEPT_LACKING), (part) => ({ by: 'lacking', part })],
  [whole(KEPT_HAVING), (part) => ({ by: 'having', part })],
];
const LOCATED = spaced(`^${KEPT_IN}`);

/** Where the words stand, without what is around them. */
const trimmed = ({ folded }: Text, from: number): { from: number; to: number } => {
  const to =
    from + folded.slice(from).replace(/(?:[\s,]+(?:please|por favor|porfa|gracias|thanks))?[\s.!]*$/, '').length;
  return { from, to };
};

const partIn = (text: Text, from: number, match: RegExpExecArray): string => {
  const at = match.indices?.groups?.['part'];
  return at ? text.raw.slice(from + at[0], from + at[1]).replace(/^["'“«‘]|["'”»’]$/g, '') : '';
};

const ruleIn = (text: Text, { from, to }: { from: number; to: number }, world: World): Keep | undefined => {
  const said = text.folded.slice(from, to);
  for (const [pattern, ruleOf] of RULES) {
    const match = pattern.exec(said);
    if (match) return ruleOf(partIn(text, from, match));
  }
  const before = LOCATED.exec(said)?.[0].length;
  return before === undefined ? undefined : locatedIn(readClause(new Cursor(text, from + before, to), world));
};

const locatedIn = (clause: Clause): Keep | undefined => {
  const loc = onlyLoc(clause);
  return loc && { by: 'folder', loc };
};

/** The sentence without its rule of what stays; `keep` is undefined where the rule was not understood. */
export const withoutKeeping = (text: Text, world: World): { rest: Text; keep?: Keep; said: string } | undefined => {
  const same = SAME.exec(text.folded);
  const match = same && KEEPING.exec(text.folded.slice(same.index));
  if (!match) return undefined;
  const at = same.index + match.index;
  const stretch = trimmed(text, at + match[0].length);
  const keep = ruleIn(text, stretch, world);
  const said = text.raw.slice(stretch.from, stretch.to);
  return { rest: blanked(text, [{ from: at, to: stretch.to }]), ...(keep && { keep }), said };
};
