import { Cursor } from '../text/cursor.js';
import { foldText } from '../text/fold.js';
import { blanked, type Text } from '../text/text.js';
import { newThing, type Clause } from './clause.js';
import { readClause } from './read-clause.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/**
 * "cambia la extensión de los jpeg de X a jpg": two endings of one format. Of any other two the new one would only pretend, so
 * such an order is not read here.
 */

const FORMATS = [
  ['jpg', 'jpeg', 'jpe'],
  ['tif', 'tiff'],
  ['htm', 'html'],
  ['mpg', 'mpeg'],
  ['yml', 'yaml'],
  ['mid', 'midi'],
];
const ENDING = `(?:${FORMATS.flat().join('|')})`;
const CHANGES = /\b(?:cambi|renombr|pas|pon|reempla|sustitu|chang|renam|replac|make|turn|switch)\w*/;
const FROM = new RegExp(
  `(?:\\b(?:de|from|con|with|la|las|los|the|extension(?:es)?) +)*(?<![\\w.])\\*?\\.?(?<old>${ENDING})(?![\\w.])`,
);
const TO = new RegExp(` (?:a|por|to|into|with|as) +(?:(?:la )?extension )?\\.?(?<end>${ENDING})(?![\\w.])`);
const EXTENSION = /\b(?:(?:la|las|the|su|their|its) )?(?:extension(?:es|s)?|terminacion(?:es)?)(?: (?:de|of))?\b/;

const spanOf = (match: RegExpExecArray, from: number): Stretch => ({
  from: from + match.index,
  to: from + match.index + match[0].length,
});

const isOneFormat = (old: string, end: string): boolean =>
  old !== end && FORMATS.some((format) => format.includes(old) && format.includes(end));

/** Nothing else may say which ones: what they are called is told by the old ending. */
const isPlain = ({ select, name, terms, pronoun }: Clause['things'][number]): boolean =>
  (name ?? terms ?? pronoun) === undefined && (select.names ?? select.modified ?? select.size) === undefined;

export const readExtensionChange = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const words = foldText(text.raw.slice(stretch.from, stretch.to));
  const old = CHANGES.test(words) ? FROM.exec(words) : null;
  const end = old && TO.exec(words.slice(old.index + old[0].length));
  if (!old || !end || !isOneFormat(old.groups!['old']!, end.groups!['end']!)) return undefined;
  const said = EXTENSION.exec(words);
  const spans = [spanOf(old, stretch.from), spanOf(end, stretch.from + old.index + old[0].length)];
  const rest = blanked(text, [...spans, ...(said ? [spanOf(said, stretch.from)] : [])]);
  const clause = readClause(new Cursor(rest, stretch.from, stretch.to), world, { act: 'rename' });
  if (!clause.things.every(isPlain) || clause.locs.some(({ role }) => role === 'to')) return undefined;
  return {
    ...clause,
    act: 'rename',
    hasVerb: true,
    puts: false,
    newName: `{stem}.${end.groups!['end']!}`,
    things: [{ ...newThing({ kind: 'file', names: [`*.${old.groups!['old']!}`] }), plural: true }],
    locs: clause.locs.map(({ loc }) => ({ role: 'from' as const, loc })),
  };
};
