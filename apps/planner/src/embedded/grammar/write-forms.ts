import { indexed, type Indexed } from '../text/spaced.js';
import { either } from '../lexicon/either.js';
import { MASKED, type Text } from '../text/text.js';
import { readMade, readNamed } from './named-notes.js';
import { ADD, AT_END, LINE, MARK, NOUN, PLACES, unquoted, WHERE, WRITE, type WriteReading } from './note-parts.js';

const MARKED = indexed(`^(?<rest>.*(?:\\b${NOUN}\\b|${MASKED}).*?)[\\s,]+${MARK}(?:\\s*:\\s*|\\s+)(?<text>.+)$`);
const MAKING = either(
  'dej[ae]\\w*(?=[^:]*\\buna (?:nota|lista)\\b)|(?:leave|start)(?=[^:]*\\ba (?:new )?(?:note|list)\\b)|crea|crear|crees|cree|haz|hace|hacer|hazme',
  'guarda|guardar|save|escrib\\w*|anot\\w*|apunt\\w*|create|make|write|new|nuevo|agreg\\w*|anad\\w*|append|add|genera',
  'redacta|prepara|arma|(?:quiero|necesito|i want|i need)(?=[^:]*\\b(?:una nota|a note)\\b)',
);
const MAKES = new RegExp(`\\b${MAKING}\\b`);
const SAID = '(?: (?:que (?:diga|dice)|that says|saying))?';
const THE_FILE = `(?:(?:el|la|un|una|mi|the|a|my|end of|final del?) )*(?:nuevo |new )?(?:${NOUN} )?(?:llamad[oa] |called |named |de texto )?`;
const INTO = indexed(
  `(?:^|[\\s,])(?:(?<add>${ADD})|${WRITE})(?: ~?me)?(?:(?: al final)?(?:${LINE}${SAID}| el texto| the text| la palabra| the word)?:?) ` +
    `(?<text>${MASKED}|[^\\ue000-\\uf7ff]+?) (?<rest>(?:en|${AT_END}|al|a|to|in|into|on|dentro de) ${THE_FILE}(?<file>${MASKED}).*)$`,
);

/** "agrega a notas.txt: comprar pan", "anota en notas.txt comprar pan". */
const NEW_FILE = `(?:(?: (?:un|una|a))?(?: (?:nuevo|nueva|new))?(?: ${NOUN})(?: (?:nuevo|nueva|new))?${WHERE},?(?: (?:llamad[oa]|called|named|que se llame))? )`;
const A_LINE = `(?: (?:la|una|esta|este|el|the|a|this)?(?: ?(?:linea|frase|texto|nota|line|text|note))?${SAID})?`;
const ONTO = indexed(
  `(?:^|[\\s,])(?:${ADD}|${WRITE})(?: ~?me)?${LINE}? (?<rest>(?:${AT_END}|en|al|a|to|in|into|on|dentro de)` +
    `(?:(?: (?:el|la|mi|the|my))?(?: ${NOUN})? |${NEW_FILE})(?<file>${MASKED})${WHERE}),?${A_LINE}` +
    `\\s*(?::\\s*|\\s+)(?<text>(?!en |in |on |from |de |del )[^\\s].*)$`,
);

const isTextFile = (text: Text, start: number): boolean =>
  /\.(?:txt|md|csv|log|html?|json)$/i.test(text.spans.find((span) => span.start === start)?.value ?? '');

const PLACE = new RegExp(`\\b${PLACES}\\b`);
const PLACE_AFTER = new RegExp(
  `\\s(?:en|in|on|to) (?:(?:el|la|los|las|mi|mis|the|my) )?(?:carpeta (?:de )?)?${PLACES}[\\s.!]*$`,
);

/** "… que diga comprar leche en el escritorio": where to, when no place was said before. */
const placeAfter = (text: Text, start: number, stop: number): WriteReading['place'] => {
  const match = PLACE_AFTER.exec(text.folded.slice(start, stop));
  return match && match.index > 0 ? { from: start + match.index, to: stop } : undefined;
};

const readMarked = (text: Text): WriteReading | undefined => {
  const match = MARKED.exec(text.folded) as Indexed | null;
  if (!match || !MAKES.test(match.groups!['rest']!)) return undefined;
  const [start, stop] = match.indices.groups['text']!;
  const [from, to] = match.indices.groups['rest']!;
  const place = PLACE.test(text.folded.slice(from, to)) ? undefined : placeAfter(text, start, stop);
  const { value, end } = unquoted(text, start, place?.from ?? stop);
  const after = text.folded.slice(end, place?.from).replace(/[\s.]/g, '');
  if (after !== '') return undefined;
  return {
    ...(place && { place }),
    text: value,
    append: new RegExp(`\\b${ADD}\\b`).test(match.groups!['rest']!),
    rest: { from, to },
  };
};

const readInto = (text: Text): WriteReading | undefined => {
  const match = INTO.exec(text.folded) as Indexed | null;
  if (!match) return undefined;
  const groups = match.indices.groups;
  if (!isTextFile(text, groups['file']![0])) return undefined;
  const isFileText = text.spans.some((span) => span.kind !== 'quoted' && span.start === groups['text']![0]);
  if (isFileText) return undefined;
  const [from, to] = groups['rest']!;
  const adds = match.groups!['add'] !== undefined || /anota|apunta|jot|note down/.test(match[0]);
  return { text: unquoted(text, ...groups['text']!).value, append: adds, rest: { from, to } };
};

const readOnto = (text: Text): WriteReading | undefined => {
  const match = ONTO.exec(text.folded) as Indexed | null;
  if (!match) return undefined;
  const { groups } = match.indices;
  if (!isTextFile(text, groups['file']![0])) return undefined;
  const [from, to] = groups['rest']!;
  return { text: unquoted(text, ...groups['text']!).value, append: true, rest: { from, to } };
};

/** "crea un archivo notas.txt que diga …", "anota … en notas.txt", "agrega «llamar» a notas". */
export const readWriteForm = (text: Text): WriteReading | undefined =>
  readMade(text) ?? readMarked(text) ?? readOnto(text) ?? readInto(text) ?? readNamed(text);
