import { MASKED, type Text } from '../text/text.js';
import {
  ADD,
  AT_END,
  JOTS,
  LINE,
  NOUN,
  PLACES,
  spaced,
  unquoted,
  type Indexed,
  type WriteReading,
} from './note-parts.js';

/** A text for a file that is called by its bare name: "agrega «llamar a Juan» a notas", "apunta en pendientes: pagar". */

const OWN = '(?:(?:el|la|los|las|mi|mis|my|the) )?';
const NO_NAME = `(?!(?:un|una|a|an|new|nuev[oa]|nombres?|names?|principio|inicio|final|carpeta|folder|archivos|files|${PLACES})\\b)`;
const NAME = `${OWN}(?:${NOUN}(?: de)? )?(?<name>${NO_NAME}[a-z0-9_-]+(?: (?!en |in |on |que )[a-z0-9_-]+){0,2}?)`;
const PLACE = `(?<place>,? (?:en|de|del|in|on) ${OWN}${PLACES})?`;
const INTO = `(?:${AT_END}|en|al|a|to|in|into|onto)`;
const VERB = `(?:^|[\\s,])(?:${ADD}|${JOTS})(?: ~?me)?`;

const QUOTED_FIRST = spaced(`${VERB}${LINE}?:? (?<text>${MASKED}) ${INTO} ${NAME}${PLACE}[\\s.!]*$`);
const NAME_FIRST = spaced(
  `${VERB}${LINE}? ${INTO} ${NAME}${PLACE}(?:,? (?:que (?:diga|dice)|saying|that says)\\s+|\\s*:\\s*)(?<text>\\S.*)$`,
);

const isQuotedText = (text: Text, start: number): boolean => {
  const span = text.spans.find((each) => each.start === start);
  return span?.kind === 'quoted' && !/\.[a-z0-9]{1,5}$|[\\/]/i.test(span.value);
};

const readingOf = (text: Text, match: Indexed): WriteReading => {
  const { groups } = match.indices;
  const [from, to] = groups['name']!;
  const place = groups['place'];
  return {
    text: unquoted(text, ...groups['text']!).value,
    append: true,
    name: text.raw.slice(from, to).trim(),
    rest: { from: to, to },
    ...(place && { place: { from: place[0], to: place[1] } }),
  };
};

export const readNamed = (text: Text): WriteReading | undefined => {
  const quoted = QUOTED_FIRST.exec(text.folded) as Indexed | null;
  if (quoted && isQuotedText(text, quoted.indices.groups['text']![0])) return readingOf(text, quoted);
  const named = NAME_FIRST.exec(text.folded) as Indexed | null;
  return named ? readingOf(text, named) : undefined;
};
