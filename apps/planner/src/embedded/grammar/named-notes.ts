import { indexed, type Indexed } from '../text/spaced.js';
import { MASKED, type Text } from '../text/text.js';
import { ADD, AT_END, JOTS, LINE, MAKE, MARK, NOUN, PLACES, unquoted, type WriteReading } from './note-parts.js';

/** A text for a file that is called by its bare name: "agrega «llamar a Juan» a notas", "apunta en pendientes: pagar". */

const OWN = '(?:(?:el|la|los|las|mi|mis|my|the) )?';
const NO_NAME = `(?!(?:un|una|a|an|new|nuev[oa]|nombres?|names?|principio|inicio|final|carpeta|folder|archivos|files|${PLACES})\\b)`;
const NAME = `${OWN}(?:${NOUN}(?: de)? )?(?<name>${NO_NAME}[a-z0-9_-]+(?: (?!en |in |on |que )[a-z0-9_-]+){0,2}?)`;
const PLACE = `(?<place>,? (?:en|de|del|in|on) ${OWN}${PLACES})?`;
const INTO = `(?:${AT_END}|en|al|a|to|in|into|onto)`;
const VERB = `(?:^|[\\s,])(?:${ADD}|${JOTS})(?: ~?me)?`;

const QUOTED_FIRST = indexed(`${VERB}${LINE}?:? (?<text>${MASKED}) ${INTO} ${NAME}${PLACE}[\\s.!]*$`);
const NAME_FIRST = indexed(
  `${VERB}${LINE}? ${INTO} ${NAME}${PLACE}(?:,? (?:que (?:diga|dice)|saying|that says)\\s+|\\s*:\\s*)(?<text>\\S.*)$`,
);

const CALLED = '(?:llamad[oa]|que se llam[ea]|titulad[oa]|called|named)';
const INSIDE =
  '(?:(?:y|and) (?:pon|escrib[ae]|anota|ponga)(?: ~?les?)?(?: (?:dentro|ahi))?|(?:and )?(?:put|write) in it)';
const WHERE = `(?:en|in|on|inside|dentro de) ${OWN}(?:(?:carpeta|folder)(?: de)? )?${PLACES}(?: folder)?`;
/** "write a note in documents called door codes.txt with the text …": where first, then its name. */
const MADE = indexed(
  `(?:^|[\\s,])${MAKE}(?: ~?(?:me))? (?:una?|an?|el|la|the) (?:nuev[oa] |new )?(?:text )?${NOUN}(?: de texto)?(?: nuev[oa])? ` +
    `(?<place>${WHERE}),? ${CALLED} (?<name>[^,:;]+?),?(?: (?:y|and))? (?:${MARK}|${INSIDE})(?:\\s*:\\s*|\\s+)(?<text>\\S.*)$`,
);

const isQuotedText = (text: Text, start: number): boolean => {
  const span = text.spans.find((each) => each.start === start);
  return span?.kind === 'quoted' && !/\.[a-z0-9]{1,5}$|[\\/]/i.test(span.value);
};

const readingOf = (text: Text, match: Indexed, append: boolean): WriteReading => {
  const { groups } = match.indices;
  const [from, to] = groups['name']!;
  const place = groups['place'];
  return {
    text: unquoted(text, ...groups['text']!).value,
    append,
    name: text.raw
      .slice(from, to)
      .trim()
      .replace(/^[«"“]|[»"”]$/g, ''),
    rest: { from: to, to },
    ...(place && { place: { from: place[0], to: place[1] } }),
  };
};

/** A new file that is called something, in a place: the text is all there is behind. */
export const readMade = (text: Text): WriteReading | undefined => {
  const made = MADE.exec(text.folded) as Indexed | null;
  return made ? readingOf(text, made, false) : undefined;
};

export const readNamed = (text: Text): WriteReading | undefined => {
  const quoted = QUOTED_FIRST.exec(text.folded) as Indexed | null;
  if (quoted && isQuotedText(text, quoted.indices.groups['text']![0])) return readingOf(text, quoted, true);
  const named = NAME_FIRST.exec(text.folded) as Indexed | null;
  return named ? readingOf(text, named, true) : undefined;
};
