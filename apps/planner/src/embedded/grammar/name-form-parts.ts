import { FILLERS } from '../lexicon/fillers.js';
import { IN_NAMES } from '../lexicon/in-names.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { Cursor, words } from '../text/cursor.js';
import { spaced } from '../text/spaced.js';
import { MASKED, isWholeSpan, type Text } from '../text/text.js';
import type { Stretch } from './stretch.js';

/** What the whole-sentence ways to give a name are made of; folded patterns, a space is any run of spaces. */

export const NAME = `(?:${MASKED}|[^\\s,;:!?\\ue000-\\uf8ff]+)`;
/** "escritura Benítez.pdf": the last word of a name may be one that looks like a file. */
export const NAMES = `(?:${MASKED}|[^,;:!?\\ue000-\\uf8ff]+?(?: ${MASKED})?)`;
/** What is put on a file and is no name of it. */
export const NOT_NAMES =
  '(?:(?:una? |el |la |a )?(?:contrasena|clave|password|candado|llave|etiqueta|color|fondo|musica|icono|permisos?|acceso|atencion|marca|sello|fecha|titulo|prefijo|sufijo|tag|label|de nombre|el nombre|por nombre|como nombre)|(?:un |otro |nuevo )*nombre(?: nuevo| distinto| mejor)?(?= al? ))\\b';
export const PLACE = `(?:${PLACE_WORDS.flatMap(({ words: said, shared }) => [said, shared ?? '(?!)']).join('|')})`;

const THE = '(?:el|la|the|my|mi)';
const KIND =
  '(?:archivo|documento|fichero|foto|imagen|video|nota|file|document|photo|picture|image|note|pdf|word|excel)';
const WORDS = '(?:[^\\s,;:!?\\ue000-\\uf8ff]+ ){0,4}?';
/** "scan.pdf", "el archivo acta reunion 3.docx": several words only behind an article or a kind, where no order begins. */
export const A_FILE = `(?:(?:(?:${THE} )?${KIND} |${THE} )${WORDS})?${MASKED}`;
export const A_FOLDER = `(?:${THE} )?(?:(?:sub)?(?:carpeta|folder) [^,;:]+?|[^,;:]+? (?:sub)?folder)`;
/** "ponle …", "le pongas …". */
export const PUT = '(?:(?:pon|pone|poner|ponga|pongas) ~les?|les? (?:pones?|pongas?|pon))';
export const THAT_ONE = '(?:es[ea]|est[ea]|that|this) [^\\s,;:]+';
export const COPY = '(?:the|that|this|la|esa|esta) (?:new |nueva )?(?:copy|copia)(?: nueva)?';

const WISH =
  '(?<wish>[^,.]*?\\b(?:que|want|like|to|you|porfa|favor|please|puedes|podrias|quiero|necesito|could|can)\\b,? ?)??';
const spacedOut = (pattern: string): string => pattern.replace(/ \?/g, '\\s*').replace(/ /g, '\\s+');
export const alone = (pattern: string): RegExp => new RegExp(`^\\W*${spacedOut(pattern)}[\\s.!?]*$`, 'd');
export const form = (pattern: string): RegExp =>
  new RegExp(`^[\\s¿¡]*(?:(?:y|e|and|ahora|now),?\\s+)*${WISH}${spacedOut(pattern)}[\\s.!?]*$`, 'd');

const ASKING = [...FILLERS.map((filler) => words(filler)), words('que|to|me|you|y|and|want|like'), /[\s,.;:!¡¿-]+/y];

/** Words before a form that only ask for it: "no quiero que …" asks for nothing. */
export const onlyAsks = (text: Text, { from, to }: Stretch): boolean => {
  const cursor = new Cursor(text, from, to);
  while (!cursor.done && ASKING.some((pattern) => cursor.eat(pattern)));
  return cursor.done;
};

/** "igual que notas.txt", "a.pdf and b.pdf" are no names. */
const COMPARES = /^(?:igual|como|lo mismo|(?:the |el )?(?:same|mismo)|like|as|after)\b/;
/** "PB_ delante" is a part of names, and where in them. */
const IN_THEM = spaced(`\\s(?:${IN_NAMES})\\b`);
const JOINS = /\b(?:y|and|e|o|or|no|not|que|that|which|como|like|igual|same)\b/;

/** Whether a stretch is a name: what was masked is the whole of it, or a file name that ends it. */
export const sayName = (text: Text, { from, to }: Stretch): boolean => {
  if (isWholeSpan(text, from, to)) return true;
  const said = text.folded.slice(from, to);
  if (COMPARES.test(said) || IN_THEM.test(said)) return false;
  const spans = text.spans.filter(({ start }) => start >= from && start < to);
  return spans.every(({ kind }) => kind === 'file' && !JOINS.test(said));
};
