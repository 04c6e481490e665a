import { globsOf, isKnownExtension } from '../lexicon/extensions.js';
import { words, type Cursor } from '../text/cursor.js';
import { eatBareName, eatMasked } from './names.js';

/** What a name or text pattern phrase adds to a selection. */
export interface PatternReading {
  readonly names?: string[];
  /** "que contengan X": in the name, or in the text as well when only looking. */
  readonly contains?: string;
  readonly text?: string;
  /** The text was said with a verb of saying, which a name may do as well. */
  readonly says?: boolean;
  /** One name as it was said: "llamado X". */
  readonly called?: string;
}

const WHOSE =
  '(?:(?:cuy[oa]s? (?:nombres?|titulos?)|whose (?:names?|titles?|filenames?)|con (?:el )?nombre(?: de archivo)? que|(?:que|which|that) (?:(?:su |el )?(?:nombre|titulo) )?|(?:the )?names? (?:that )?)(?: ?se| ?it)? ?)?';
const STARTS = words(
  `${WHOSE}(?:(?:empie(?:cen|zan|za|ce)|empezad[oa]s?|empezando|comien(?:cen|zan|za|ce)|comenzando|inici(?:en|an|a|e)|iniciad[oa]s?|arran(?:quen|can|ca)) (?:por|con|en)|(?:start|begin)(?:s|ning|ing)? (?:with|in|by)|(?:con|with) (?:el |the )?(?:prefijo|prefix))(?: (?:la palabra|el texto|la letra|las letras|the word|the letters?|the text))?`,
);
const ENDS = words(
  `${WHOSE}(?:(?:termin(?:en|an|a|e|ad[oa]s?|ando)|acab(?:en|an|a|e|ad[oa]s?|ando)|finali(?:cen|zan|za|ce|zad[oa]s?)) (?:en|con|por)|end(?:s|ing)? (?:with|in|on)|(?:con|with) (?:el |the )?(?:sufijo|suffix))(?: (?:la palabra|el texto|the word|la extension|the extension))?`,
);
const EXTENSION = words(
  '(?:(?:que (?:tengan|tienen|sean|son)|con|de|with|that have|having|in|en|of)(?: an?| the| la| una)? )?(?:la )?(?:extension(?:es)?|terminacion|formato|format|tipo de archivo|file type|filetype)(?: de| of)?',
);
export const IN_NAME = words(
  "en (?:el|su|los|sus|tu) (?:nombres?|titulos?)(?: de(?:l)? archivos?)?|in (?:the|their|its|it's)? ?(?:file ?)?(?:names?|titles?)|en el titulo",
);
const IN_TEXT = words(
  'en (?:su |el |sus )?(?:contenido|texto|interior)|(?:dentro|adentro)(?: del (?:texto|archivo|contenido))?|inside(?: (?:them|the file|the text))?|in (?:the|their|its) (?:text|content|contents|body)|por dentro',
);
const HAS = words(
  `(?:(?:cuy[oa]s? (?:nombres?|titulos?)|whose (?:names?|titles?|filenames?)|(?:que|which|that)(?: (?:su |el )?(?:nombre|titulo))?(?: se)?) (?:conten(?:gan|ga|er)|contienen?|teng(?:an|a)|tienen?|incluy(?:an|en|e|a)|llev(?:en|an|e|a)|contains?|includes?|have|has)|conteniendo|containing|including|having|con|with)(?: (?:la palabra|las palabras|el texto|la frase|the words?|the text|the phrase|the string|palabra|word))?`,
);
const SAYS_WORD = /palabra|texto|frase|word|text|phrase|string/;
const MENTIONS = words(
  '(?:(?:que|which|that|donde|where|en los que|en donde|en las que) (?:se )?(?:menciona[n]?|mencione[n]?|hable[n]? (?:de|del|sobre)|habla[n]? (?:de|del|sobre)|trate[n]? (?:de|del|sobre)|diga[n]?|dice[n]?|aparezca[n]?|aparece[n]?|mentions?|talks? about|says?|refers? to|(?:are |is )about|cite[n]?)|mencionando|hablando de|mentioning|talking about|saying|referring to|about)(?: (?:la palabra|el texto|la frase|the words?|the text|the phrase|a|al|el|la|los|las|the))?',
);
const SAYS = /\b(?:dig|dic|says|saying)/;
const NAMED = words(
  '(?:que |which |that )?(?:se )?(?:llam(?:en|an|e|a|ad[oa]s?)|titulad[oa]s?|nombrad[oa]s?)(?: como| igual que)?|called|named|with (?:the )?name|con (?:el )?nombre(?: de)?|de nombre|por nombre',
);
const OR = words('o|or|u|y|and|,');

/** "… that start with IMG go in X": the order, and no part of the value. */
const GO = words('(?:go|goes|van|vayan?)(?= (?:in|into|to|en|a|al) )');
/** "(1)": the brackets are a part of it, or "(11)" would be one of them. */
const eatBracketed = (cursor: Cursor): string | undefined => {
  const found = BRACKETED.exec(cursor.text.raw.slice(Math.max(cursor.at - 1, 0)))?.[0];
  if (found !== undefined) cursor.moveTo(cursor.at - 1 + found.length);
  return found;
};
const BRACKETED = /^\([^()\s]+\)(?=[\s,.;:!?]|$)/;

/** One value of a pattern: a masked name, or one word and what plainly belongs to it. */
export const eatValue = (cursor: Cursor): string | undefined =>
  eatMasked(cursor) ??
  eatBracketed(cursor) ??
  cursor.attempt(() => {
    const start = cursor.at;
    const first = cursor.eat(/[^\s,;:!?¿¡()]+?(?=[.]?(?:[\s,;:!?()]|$))/y);
    if (!first) return undefined;
    const end = start + first[0].length;
    if (!cursor.look(GO)) eatBareName(cursor);
    const value = cursor.text.raw.slice(start, Math.max(end, cursor.at)).replace(/[.\s]+$/, '');
    return value;
  });

const eatValues = (cursor: Cursor): string[] | undefined => {
  const first = eatValue(cursor);
  if (first === undefined) return undefined;
  const more: string[] = [];
  while (cursor.look(OR)) {
    const next = cursor.attempt(() => (cursor.eat(words('o|or|u')) ? eatValue(cursor) : undefined));
    if (next === undefined) break;
    more.push(next);
  }
  return [first, ...more];
};

/** A glob's own signs in a plain name would select more than was said; one character stands for them. */
export const literal = (name: string): string => name.replace(/[*{}]/g, '?');

const extensionsIn = (values: readonly string[]): string[] =>
  values.map((value) => value.replace(/^[*.]+/, '').toLowerCase()).filter((value) => /^[a-z0-9]{1,11}$/.test(value));

const withValues = (
  cursor: Cursor,
  opening: RegExp,
  make: (values: string[], said: string) => PatternReading | undefined,
) =>
  cursor.attempt(() => {
    const match = cursor.eat(opening);
    if (!match) return undefined;
    const values = eatValues(cursor);
    return values && make(values, match[0]);
  });

const ends = (values: string[]): PatternReading => ({
  names: values.flatMap((value) => {
    const extension = value.replace(/^\*?\./, '').toLowerCase();
    return isKnownExtension(extension) && (value.startsWith('.') || extension === 'pdf')
      ? globsOf(extension)
      : [`*${literal(value)}`, `*${literal(value)}.*`];
  }),
});

const has = (cursor: Cursor, values: string[], said: string): PatternReading | undefined => {
  if (cursor.eat(IN_NAME)) return { names: values.map((value) => `*${literal(value)}*`) };
  if (cursor.eat(IN_TEXT) || SAYS_WORD.test(said)) return values.length > 1 ? undefined : { text: values[0] };
  if (/^(?:con|with|tengan?|tienen?|have|has|having|que tengan?|que tienen?|that have|that has)$/.test(said))
    return undefined;
  return values.length > 1 ? nameHas(values) : { contains: values[0] };
};

export const THEIR_NAMES =
  '(?:en (?:el|su|los|sus) (?:nombres?|titulos?)|in (?:the|their|its) (?:file ?)?(?:names?|titles?))';
export const BEARS =
  '(?:dig(?:an?|a)|dijera|decian?|tenian?|dic(?:en?|e)|llev(?:an?|en?|aban?)|teng(?:an?)|tien(?:en?)|pong(?:an?)|pon(?:en?)|incluy(?:an?|en?)|contien(?:en?)|conteng(?:an?)|aparec(?:en?)|says?|have|has|contains?|includes?)(?: (?:la palabra|the word))?';
/** "que en el nombre digan X". */
const NAME_SAYS = words(`(?:(?:que|which|that) )?${THEIR_NAMES} ${BEARS}`);
/** "que digan X en el nombre", "con X en el nombre". */
const SAYS_NAME = words(`(?:(?:que|which|that) )?(?:${BEARS}|con|with)(?= (?:\\S+ ){1,3}${THEIR_NAMES})`);

const nameHas = (values: readonly string[]): PatternReading => ({
  names: values.map((value) => `*${literal(value)}*`),
});

/** A phrase about names or contents where the cursor stands. */
export const eatPattern = (cursor: Cursor): PatternReading | undefined =>
  withValues(cursor, NAME_SAYS, nameHas) ??
  withValues(cursor, SAYS_NAME, (values) => (cursor.eat(IN_NAME) ? nameHas(values) : undefined)) ??
  withValues(cursor, STARTS, (values) => ({ names: values.map((value) => `${literal(value)}*`) })) ??
  withValues(cursor, ENDS, ends) ??
  withValues(cursor, EXTENSION, (values) => ({ names: extensionsIn(values).flatMap(globsOf) })) ??
  withValues(cursor, HAS, (values, said) => has(cursor, values, said)) ??
  withValues(cursor, MENTIONS, (values, said) => {
    cursor.eat(IN_TEXT);
    return { text: values[0], ...(SAYS.test(said) && { says: true }) };
  }) ??
  withValues(cursor, NAMED, (values) =>
    values.length === 1 && !values[0]!.includes('*') ? { called: values[0]! } : { names: values },
  );
