import { spaced } from '../text/spaced.js';
import { READ_ALOUD, READ_FOR, REASONS_BEFORE, REASONS_BEHIND } from '../lexicon/reasons.js';
import { BEGINNINGS, EXCLAIMED, STATEMENTS_BEFORE, STATEMENTS_BEHIND } from '../lexicon/statements.js';
import { BOUNDING, DAY_NAMES, SPECIFYING, TELLING } from '../lexicon/bounds.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { Cursor } from '../text/cursor.js';
import { blanked, MASKED, rawOf, type Text } from '../text/text.js';
import { isAimAt } from './ordered.js';
import { startsOrder, stretchesOf } from './split.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/*
 * What people say about an order and what is no part of it: why ("porque ya no los uso", "so I can find them") and how things
 * stand ("I keep losing my stuff."). A stretch that may bound the order in any way is never taken for an aside.
 */

const BOUNDS = spaced(BOUNDING);
/** A day may be spoken of: "mañana tengo auditoría". */
const EVENT = spaced(
  '\\b(?:tengo|tenemos|hay|viene|vienen|vence|es|son|i have|we have|there is|is|are|comes|coming|need|necesito|interview|meeting|exam|audit|deadline|appointment|flight|entrevista|reunion|examen|junta)\\b',
);
const DAYS = spaced(`\\b(?:tomorrow|manana|${DAY_NAMES}|next|proxim[oa]s?|siempre)\\b`, 'gu');
const REPORTS = spaced('\\b(?:dijo|dice|decia|dijeron|said|says|told me|told us|wrote|escribio|pone|reads)\\W*$');

const HOURS = spaced(
  '\\b(?:a|de|at|by|before|antes de)(?: las)? \\d{1,2}(?::\\d\\d)?(?: ?(?:am|pm|hs?))?(?=\\W|$)',
  'gu',
);

const isBounding = (words: string): boolean =>
  REPORTS.test(words) || BOUNDS.test(EVENT.test(words) ? words.replace(DAYS, '').replace(HOURS, '') : words);

const BEHIND = spaced(`(?<=[\\s,;:(—-])(?:${REASONS_BEHIND.join('|')})(?=[\\s,.;:!?)]|$)`, 'gu');
const BEFORE = spaced(`(?<=^\\W*|[.!?;:]\\s+)(?:${REASONS_BEFORE.join('|')})(?=\\s)`, 'gu');
/** "léeme notas.txt que no tengo las gafas": of one file that is only to be read these words say why, and not which. */
const READ_BECAUSE = spaced(`(?<=^\\W*${READ_ALOUD}\\b[^.;!?]*${MASKED},? )${READ_FOR}(?= )`, 'gu');
const SAID_BEHIND = spaced(`(?<=[,.;:!?(—-]\\s*)(?:${STATEMENTS_BEHIND.join('|')})\\s*(?=[,.;:!?)]|$)`, 'gu');
const SAID_BEFORE = spaced(`^\\W*(?:${STATEMENTS_BEFORE})`);

/** A whole sentence before all else: before a comma or a colon it may say which things are meant. */
const EXCLAMATION = spaced(
  `^\\W*(?:(?:${EXCLAIMED}|${BEGINNINGS})(?:\\s*[,!.]\\s*|\\s+(?:and|y)\\s+))+(?<=[.!]\\s+)(?=[¿¡]*[a-z])`,
);

const TELLS = spaced(TELLING);
/** "Ya instalé todo", «ya no vendemos nada de eso»: by its accent or its person, no order. */
const TOLD_ES = /(?:^|\s)\p{Ll}+(?:é|í|ó|amos|emos|imos)(?=[\s.,;!?]|$)/u;

/** "una carpeta para guardar recibos" says what it is for; "… para meter los pdf de descargas" is an order. */
const PUTTING = /^(?:para\s+(?:que\s+)?|to\s+|for\s+)(?:met|guard|pon|coloc|deposit|almacen|put|store|hold|keep|save)/;
const PLACE = new RegExp(
  `\\b(?:de|del|en|from|in|on)\\s+(?:(?:el|la|los|las|mis?|the|my)\\s+)?(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')})\\b`,
);

const STOP =
  /[.;!?:](?=\s|$)|,?\s+(?:pero|but|excepto|except|menos|salvo)\s|,\s*(?:(?:y|and|asi que|so|entonces)\s+)?/g;

/** Where a reason ends: at the end of its sentence, at "pero", or where an order begins after a comma. */
const endOf = (text: Text, from: number, world: World): number => {
  for (const match of text.folded.slice(from).matchAll(STOP)) {
    const at = from + match.index;
    if (!match[0].startsWith(',') || /pero|but|exce|menos|salvo/.test(match[0])) return at;
    if (startsOrder(new Cursor(text, at + match[0].length), world)) return at;
  }
  return text.folded.length;
};

const reasonsIn = (text: Text, world: World): Stretch[] => {
  const begins = [
    ...[...text.folded.matchAll(BEHIND)].filter(({ index }) => /[a-z]/.test(text.folded.slice(0, index))),
    ...[...text.folded.matchAll(BEFORE)].filter((match) => isBeforeOrder(text, match.index, world)),
  ];
  const read = [...text.folded.matchAll(READ_BECAUSE)].map(({ index }) => ({
    from: index,
    to: endOf(text, index, world),
  }));
  const reasons = begins.map(({ index }) => ({ from: index, to: endOf(text, index, world) }));
  const said = [...text.folded.matchAll(SAID_BEHIND)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return [...reasons, ...said, ...read.filter(({ from, to }) => !PLACE.test(text.folded.slice(from, to)))].filter(
    ({ from, to }) => {
      const words = text.folded.slice(from, to);
      return !isBounding(words) && !(PUTTING.test(words) && PLACE.test(words));
    },
  );
};

const isBeforeOrder = (text: Text, from: number, world: World): boolean => {
  const end = endOf(text, from, world);
  const after = /^[,:;.!]\s*(?:(?:y|and|asi que|so|entonces)\s+)?/.exec(text.folded.slice(end));
  return after !== null && startsOrder(new Cursor(text, end + after[0].length), world);
};

/** The text without reasons. */
export const withoutReasons = (text: Text, world: World): Text => blanked(text, reasonsIn(text, world));

/** The text without statements before an order: for when they were not understood as part of it. */
export const withoutStatements = (full: Text, world: World): Text => {
  const text = blanked(full, [{ from: 0, to: EXCLAMATION.exec(full.folded)?.[0].length ?? 0 }]);
  const stretches = stretchesOf(text, world);
  const said = stretches.filter((stretch, at) => {
    const next = stretches[at + 1];
    return next && !isAimAt(text.folded, next.from) && isStatement(text, stretch, world);
  });
  return blanked(text, said);
};

const SPECIFIES = new RegExp(`\\b(?:${PLACE_WORDS.map(({ words }) => words).join('|')}|${SPECIFYING})\\b`);

const saidBehind = (text: Text, { from, to }: Stretch, world: World): Stretch[] => {
  for (const match of text.folded.slice(from, to).matchAll(/[,.!?;]\s+/g)) {
    const rest = { from: from + match.index + match[0].length, to };
    if (isStatement(text, rest, world) && !SPECIFIES.test(text.folded.slice(rest.from, to))) return [rest];
  }
  return [];
};

/** The text without statements behind an order. */
export const withoutStatementsBehind = (text: Text, world: World): Text =>
  blanked(
    text,
    stretchesOf(text, world).flatMap((stretch) => saidBehind(text, stretch, world)),
  );

const isStatement = (text: Text, { from, to }: Stretch, world: World): boolean => {
  const words = text.folded.slice(from, to);
  return (
    SAID_BEFORE.test(words) &&
    (TELLS.test(words) || TOLD_ES.test(rawOf(text, from, to).toLowerCase())) &&
    !startsOrder(new Cursor(text, from, to), world) &&
    !isBounding(words)
  );
};
