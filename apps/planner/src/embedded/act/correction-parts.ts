import type { Deed } from '../../facts.js';
import type { Thing } from '../grammar/clause.js';
import { readClause } from '../grammar/read-clause.js';
import { BUT } from '../lexicon/corrections.js';
import { Cursor } from '../text/cursor.js';
import { foldName, foldText } from '../text/fold.js';
import { readText } from '../text/text.js';
import { worldOf, type Context } from './context.js';

/** Parts of the job just done, as a correction speaks of them: "not the exe", "los png", "la de Toby". */

const OUT = new RegExp(`^(?:${BUT})\\s+(?:a\\s+)?`);
/** "el instalador no, …", "those not". */
const NOT_THOSE = /^((?:el|la|los|las|the)\s[^,;.]+?)\s+(?:no|not)(?=\s*(?:[,;.]|$))/;

const notThose = (rest: string): readonly [string | undefined, string] => {
  const match = NOT_THOSE.exec(foldText(rest));
  return match ? [rest.slice(0, match[1]!.length), rest.slice(match[0].length)] : [undefined, ''];
};

const splitAt = (text: string, separator: RegExp): readonly [string, string] => {
  const match = separator.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, ''];
};

/** What is said not to be of it, and what is said behind that. */
export const partIn = (rest: string): readonly [string | undefined, string] => {
  const without = OUT.exec(foldText(rest))?.[0];
  return without === undefined ? notThose(rest) : splitAt(rest.slice(without.length), /\s*[,;.]\s+/);
};

export const isKindOnly = ({ select, ...thing }: Thing): boolean =>
  (select.names ?? select.category) !== undefined &&
  Object.keys(thing).every(
    (key) => ['plural', 'said', 'count', 'kindSaid', 'orPlace'].includes(key) || thing[key as never] === undefined,
  );

const THOSE = /^(?:los|las|the)\b/;
/** Things by kind alone. */
export const kindsIn = (rest: string, context: Context): Thing[] => {
  const things = THOSE.test(foldText(rest)) ? thingsIn(rest, context) : [];
  return things.every(isKindOnly) ? things : [];
};

/** Words that say things and no more: nothing of them is left unread. */
export const thingsIn = (said: string, context: Context): Thing[] => {
  const { act, left, locs, machine, things } = readClause(new Cursor(readText(said)), worldOf(context));
  return act === undefined && left.length === 0 && locs.length === 0 && !machine ? things : [];
};

/** Words nobody introduced are names only if something of the job is called so. */
export const isAmong = (globs: readonly string[], { names = [] }: Deed): boolean => {
  const words = globs.map((glob) => foldName(glob).split('*').filter(Boolean));
  return names.some((name) => words.some((parts) => parts.every((part) => foldName(name).includes(part))));
};
