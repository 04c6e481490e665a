import { PLACE_WORDS } from '../lexicon/places.js';
import { MASKED, rawOf, type Text } from '../text/text.js';

/** Sentences that carry a text to be written: the text is cut out, what is left says which file and where. */
export interface WriteReading {
  readonly text: string;
  readonly append: boolean;
  /** Offsets of what is left to be read. */
  readonly rest: { readonly from: number; readonly to: number };
  /** Offsets of a place said after the text. */
  readonly place?: { readonly from: number; readonly to: number };
}

const NOUN = '(?:archivo|fichero|nota|documento|file|note|text file|document|txt|archivo de texto)';
const ADD = '(?:agrega|agregar|agregues|anade|anadir|anadas|append|add|suma|incluye)';
const WRITE =
  '(?:escribe|escribi|escribir|escribas|anota|anotar|apunta|apuntar|write|note down|jot down|jot|type|redacta|guarda|guardar|pon|poner|put|save)';
const MARK =
  '(?:que (?:diga|ponga|tenga escrito|contenga(?: el texto)?|tenga (?:el|como) texto|incluya el texto)|con (?:el |la )?(?:siguiente )?(?:texto|contenido|mensaje|frase|linea)|diciendo|escrito|saying|that says|which says|with (?:the )?(?:following )?(?:text|content|contents|message|words|line)|containing(?: the text)?|that contains(?: the text)?|that reads|reading)';

const spaced = (pattern: string): RegExp => new RegExp(pattern.replace(/ /g, '\\s+'), 'd');

const MARKED = spaced(`^(?<rest>.*(?:\\b${NOUN}\\b|${MASKED}).*?)[\\s,]+${MARK}(?:\\s*:\\s*|\\s+)(?<text>.+)$`);
const MAKES =
  /\b(?:crea|crear|crees|haz|hace|hacer|hazme|guarda|guardar|save|escrib\w*|anot\w*|apunt\w*|create|make|write|new|nuevo|agreg\w*|anad\w*|append|add|genera|redacta|prepara|arma)\b/;
const INTO = spaced(
  `(?:^|[\\s,])(?:(?<add>${ADD})|${WRITE})(?: ~?me)?(?:(?: al final)?(?: (?:una|la|esta|the|a|this) (?:linea|frase|line|nota|note)(?: que (?:diga|dice)| (?:that says|saying))?| el texto| the text| la palabra| the word)?:?) (?<text>${MASKED}|[^\\ue000-\\uf7ff]+?) (?<rest>(?:en|al final de|(?:at|to|onto) the end of|al|a|to|in|into|on|dentro de) (?:(?:el|la|un|una|mi|the|a|my|end of|final de(?:l)?) )*(?:nuevo |new )?(?:${NOUN} )?(?:llamad[oa] |called |named |de texto )?(?<file>${MASKED}).*)$`,
);

/** "agrega a notas.txt: comprar pan", "anota en notas.txt comprar pan". */
const WHERE = `(?:,? (?:(?:que|which|that) (?:esta|is) )?(?:en|de|del|in|on|from|dentro de|inside) (?:(?:el|la|los|las|mis?|my|the) )?(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')}),?)?`;
const NEW_FILE = `(?:(?: (?:un|una|a))?(?: (?:nuevo|nueva|new))?(?: ${NOUN})(?: (?:nuevo|nueva|new))?${WHERE},?(?: (?:llamad[oa]|called|named|que se llame))? )`;
const ONTO = spaced(
  `(?:^|[\\s,])(?:${ADD}|${WRITE})(?: ~?me)? (?<rest>(?:al final de|(?:at|to|onto) the end of|en|al|a|to|in|into|on|dentro de)(?:(?: (?:el|la|mi|the|my))?(?: ${NOUN})? |${NEW_FILE})(?<file>${MASKED})${WHERE}),?(?: (?:la|una|esta|este|el|the|a|this)?(?: ?(?:linea|frase|texto|nota|line|text|note))?(?: (?:que (?:diga|dice)|saying|that says))?)?\\s*(?::\\s*|\\s+)(?<text>(?!en |in |on |from |de |del )[^\\s].*)$`,
);

type Indexed = RegExpExecArray & { indices: { groups: Record<string, [number, number]> } };

const unquoted = (text: Text, start: number, end: number): { value: string; end: number } => {
  const span = text.spans.find((each) => each.kind === 'quoted' && each.start === start);
  return span ? { value: span.value, end: span.end } : { value: rawOf(text, start, end).replace(/^[:\s]+/, ''), end };
};

const isTextFile = (text: Text, start: number): boolean =>
  /\.(?:txt|md|csv|log|html?|json)$/i.test(text.spans.find((span) => span.start === start)?.value ?? '');

const PLACE = new RegExp(
  `\\b(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')})\\b`,
);
const PLACE_AFTER = new RegExp(
  `\\s(?:en|in|on|to) (?:(?:el|la|los|las|mi|mis|the|my) )?(?:carpeta (?:de )?)?(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')})[\\s.!]*$`,
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

/** "crea un archivo notas.txt que diga …", "anota … en notas.txt". */
export const readWriteForm = (text: Text): WriteReading | undefined =>
  readMarked(text) ?? readOnto(text) ?? readInto(text);
