import { indexed, type Indexed } from '../text/spaced.js';
import { either } from '../lexicon/either.js';
import type { Text } from '../text/text.js';
import { emptyClause, newThing, type Clause } from './clause.js';
import { ADD, JOTS, LINE, unquoted } from './note-parts.js';

/** What is added to the text file that was just spoken of: "añádele azúcar", "add 3 blackbirds to it", "… al final: «x»". */

const BEGIN = '^[\\s,]*(?:(?:y|and|now|ahora|please|por favor|tambien|also)[\\s,]+)*';
const VERB = `(?:${ADD}|${JOTS})`;
const END = either('al final(?: de (?:la nota|ella|el))?', '(?:at|to) the (?:end|bottom)(?: of it)?');
const TO_IT = either(
  `(?:to|in|on|into|onto) (?:it|(?:that|the) (?:note|list|file))|${END}|(?:in )?there|ahi`,
  '(?:a|en) (?:la|esa) (?:nota|lista)|al archivo',
);
const SAYS = '(?: que (?:diga|ponga)| saying| that says)?:?';
const FORMS: readonly RegExp[] = [
  indexed(
    `${BEGIN}(?:${VERB}|pon) ~le(?: (?:tambien|ademas|${END}))*(?:${LINE}${SAYS})?(?:\\s*[,:])? (?<text>\\S.*?)[\\s.!]*$`,
  ),
  indexed(`${BEGIN}${VERB} ${TO_IT}(?:${LINE}${SAYS})?\\s*:\\s*(?<text>\\S.*?)[\\s.!]*$`),
  indexed(`${BEGIN}${VERB} (?:${END}|tambien|also|ahi)(?:${LINE}${SAYS})?:? (?<text>\\S.*?)[\\s.!]*$`),
  indexed(`${BEGIN}${VERB}(?:${LINE}${SAYS})?:? (?<text>\\S.*?)(?: too| also)? ${TO_IT}[\\s.!]*$`),
];

/** What is about names and folders, about other things, or goes on with another order is no text of a note. */
const NO_TEXT =
  /\b(?:prefij|sufij|prefix|suffix|nombres?\b|names?\b|carpeta|folder|principio|inicio|beginning|front\b|fecha|date\b|extension)|^(?:it|them|those|these|~|(?:l[oa]s?|el|mis?|the|my|a|al|en|de|del|to|in|into|from)\s)|\s~l[oa]s?\b|[\ue000-\uf7ff].*\s(?:a|to|al|en|in)\s/;
const ONLY_LINE = new RegExp(`^${LINE.trim().replace('(?: ', '(?:')}$`.replace(/ /g, '\\s+'));

const clauseOf = (writeText: string | undefined): Clause => ({
  ...emptyClause(),
  act: 'write',
  hasVerb: true,
  append: true,
  things: [{ ...newThing(), pronoun: 'it' }],
  ...(writeText !== undefined && { writeText }),
});

const namesFile = (text: Text, [from, to]: [number, number]): boolean =>
  text.spans.some(({ kind, start }) => kind !== 'quoted' && start >= from && start < to);

/** The order to add a text to "it"; without the text it is asked for. */
export const readBackNote = (text: Text): Clause | undefined => {
  const match = FORMS.map((form) => form.exec(text.folded) as Indexed | null).find((found) => found !== null);
  if (!match) return undefined;
  const at = match.indices.groups['text']!;
  const said = text.folded.slice(...at);
  if (NO_TEXT.test(said) || namesFile(text, at)) return undefined;
  return clauseOf(ONLY_LINE.test(said) ? undefined : unquoted(text, ...at).value);
};
