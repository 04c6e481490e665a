import { either } from '../lexicon/either.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import type { Text } from '../text/text.js';
import { rawOf } from '../text/text.js';

/** What sentences that carry a text to be written are made of; folded patterns, a space is any run of spaces. */

export const NOUN = '(?:archivo|fichero|nota|documento|file|note|text file|document|txt|archivo de texto|lista|list)';
export const ADD = '(?:agrega|agregar|agregue|agregues|anade|anadir|anada|anadas|append|add|suma|sume|incluye|incluya)';
const JOT =
  'escribe|escribi|escribir|escriba|escribas|anota|anotar|anote|apunta|apuntar|apunte|write|note down|jot down|jot|type|redacta';
export const JOTS = `(?:${JOT})`;
export const MAKE = either(
  'crea|crear|crees|cree|haz|hace|hacer|hazme|haceme|create|make|redacta|prepara|guarda|save|add|agrega|anade',
  JOTS,
);
export const WRITE = `(?:${JOT}|guarda|guardar|pon|poner|put|save)`;

export const MARK = either(
  '(?:con|with)(?=\\s*:)|con (?:el |la )?(?:siguiente )?(?:texto|contenido|mensaje|frase|linea)|diciendo|escrito|saying',
  'que (?:diga|ponga|tenga escrito|contenga(?: el texto)?|tenga (?:el|como) texto|incluya el texto)|that says|which says',
  'with (?:the )?(?:following )?(?:text|content|contents|message|words|line)|that reads|reading',
  'containing(?: the text)?|that contains(?: the text)?',
);
/** "una línea que diga", "the line". */
export const LINE =
  '(?: (?:una?|a|la|the|otra|another|esta|this) (?:linea|frase|line|nota|note|renglon|entrada|entry))';
export const AT_END = '(?:al final del?|(?:at|to|onto) the end of)';
export const PLACES = `(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')})`;
const THAT_IS = '(?:(?:que|which|that) (?:esta|is) )?';
export const WHERE =
  `(?:,? ${THAT_IS}(?:en|de|del|in|on|from|dentro de|inside) ` + `(?:(?:el|la|los|las|mis?|my|the) )?${PLACES},?)?`;

/** A text as it is to be written: what was quoted, or the words as they were typed. */
export const unquoted = (text: Text, start: number, end: number): { value: string; end: number } => {
  const span = text.spans.find((each) => each.kind === 'quoted' && each.start === start);
  return span ? { value: span.value, end: span.end } : { value: rawOf(text, start, end).replace(/^[:\s]+/, ''), end };
};

/** Sentences that carry a text to be written: the text is cut out, what is left says which file and where. */
export interface WriteReading {
  readonly text: string;
  readonly append: boolean;
  /** The file by its bare name: "a notas". */
  readonly name?: string;
  /** Offsets of what is left to be read. */
  readonly rest: { readonly from: number; readonly to: number };
  /** Offsets of a place said after the text. */
  readonly place?: { readonly from: number; readonly to: number };
}
