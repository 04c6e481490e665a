import { blanked, MASKED, rawOf, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import type { Stretch } from './split.js';

/**
 * What becomes of names, wherever in the order it is said: "change X to Y", "with the prefix X", "at the end". What is left of
 * the order says which names are meant, and is read like any noun phrase.
 */

const NAME = `(?:${MASKED}|[^\\s,;:!?\\ue000-\\uf8ff]+)`;
const NAMES = `(?:${MASKED}|[^,;:!?\\ue000-\\uf8ff]+?)`;
const WORD = '(?:(?:la palabra|el texto|the word|the words|the text|lo de) )?';
const OF_NAMES =
  '(?: (?:de|del|en|al?|from|in|of|to|for)(?: (?:el|los|la|las|cada|todos|todos los|sus?|the|each|every|all|all the|their|its))* (?:nombres?|names?|file ?names?|titulos?)(?: (?:de|of) (?:archivos?|ficheros?|files?)(?! (?:de|in|en|of|on)\\b))?)';
const END = '(?=[\\s,.;:!?]|$)';
const PREPOSITION = '(?= (?:en|de|del|in|of|on|from|to|a|al|for|para|los|las|the|dentro)\\b|\\s*[,.;!?]|\\s*$)';
const PLAIN = '(?:to|a|al|en|de|in|on|the|with|los|las|for|para|all)\\b';
const PUT =
  '(?:(?:y |and |by )?(?:agreg|anad|pon|sum|met|insert|antep|coloc|add|put|append|prepend|insert|attach)\\w*(?: ~?(?:les?|me|them|it))? )?(?:(?:el|un|the|a) )?';
const START =
  '(?:delante|antes|adelante|(?:al|en el|at the|to the) (?:principio|inicio|comienzo|beginning|start|front)|in front|before)';
const FINISH = '(?:detras|despues|(?:al|en el|at the|to the) (?:final|fin|end)|after|behind)';
const SPOKEN: Readonly<Record<string, string>> = { nada: '', nothing: '' };
for (const [sign, words] of [
  [' ', 'espacio,espacios,space,spaces'],
  ['-', 'guion,guiones,dash,dashes,hyphen,hyphens'],
  ['_', 'guion bajo,guiones bajos,underscore,underscores'],
  ['.', 'punto,puntos,dot,dots'],
] as const)
  for (const word of words.split(',')) Object.assign(SPOKEN, { [word]: sign });

const spoken = (said: string): string =>
  SPOKEN[
    said
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/^(?:los|las|el|un|the|an?) /, '')
  ] ?? said;
const DATE = /^(?:(?:la |the |su |its )?(?:fecha|date)(?: (?:de (?:hoy|modificacion)|of modification))?)$/i;
const DATED = '{yyyy}-{mm}-{dd}';
const before = (said: string): string => (DATE.test(said) ? `${DATED} ` : said);
const behind = (said: string): string => (DATE.test(said) ? ` ${DATED}` : said);

type Groups = (name: string) => string;

interface Change {
  readonly pattern: RegExp;
  readonly read: (group: Groups) => Partial<Clause>;
  /** Only where something else of the order is about names. */
  readonly cued?: boolean;
}

const change = (pattern: string): RegExp => new RegExp(`(?<=^|[\\s,])(?:${pattern})`.replace(/ /g, '\\s+'), 'd');

const replacing = (group: Groups): Partial<Clause> => ({
  replace: { find: spoken(group('find')), with: spoken(group('with')) },
});
const starting = (group: Groups): Partial<Clause> => ({ affix: { text: before(group('text')), where: 'start' } });
const ending = (group: Groups): Partial<Clause> => ({ affix: { text: behind(group('text')), where: 'end' } });

const CHANGES: readonly Change[] = [
  {
    pattern: change(`${PUT}${WORD}(?<text>${NAME}) (?:como|as) (?:un |a |el |the )?(?:prefijo|prefix)`),
    read: starting,
  },
  { pattern: change(`${PUT}${WORD}(?<text>${NAME}) (?:como|as) (?:un |a |el |the )?(?:sufijo|suffix)`), read: ending },
  { pattern: change(`append ${WORD}(?<text>${NAME})(?= to )`), read: ending, cued: true },
  {
    pattern: change(
      `(?:cambi|reempla[zc]|sustitu|replac|chang|swap|substitut)\\w*(?: ~?(?:les?|me))? ${WORD}(?<find>(?!~|(?:el |los |the |su |their |its |all )?(?:\\w+ )?(?:nombres?|names?)\\b)${NAMES}) (?:por|con|with|to|for|a) ${WORD}(?<with>${NAMES})(?:${OF_NAMES}|${PREPOSITION})`,
    ),
    read: replacing,
    cued: true,
  },
  {
    pattern: change(
      `(?:donde (?:diga|dice|ponga|pone)|where it says) (?<find>${NAME}),? (?:pon|ponga|escribe|put|write)(?: ~les?)? (?<with>${NAME})${END}`,
    ),
    read: replacing,
    cued: true,
  },
  {
    pattern: change(
      `(?:pon|usa|us(?:e|ing)\\b|put|say|dig|should say)\\w*(?: ~les?)? (?<with>${NAME}(?: bajos?)?) (?:en vez|en lugar|instead) (?:de|of) (?:los |las |the )?(?<find>${NAME})${END}`,
    ),
    read: replacing,
  },
  {
    pattern: change(
      `(?:(?:con|with) )?(?<with>${NAME}(?: bajos?)?) (?:en vez|en lugar|instead) (?:de|of) (?:los |las |the )?(?<find>${NAME})${END}`,
    ),
    read: replacing,
    cued: true,
  },
  {
    pattern: change(
      `(?:quit|elimin|borr|sac|remov|delet|strip|drop|tak|get rid of)\\w*(?: ~?(?:les?|me))? ${WORD}(?<find>${NAMES})(?: out)?${OF_NAMES}`,
    ),
    read: (group) => ({ replace: { find: spoken(group('find')), with: '' } }),
  },
  {
    pattern: change(`(?:quitando|eliminando|borrando|sacando|removing|dropping|without) ${WORD}(?<find>${NAME})${END}`),
    read: (group) => ({ replace: { find: spoken(group('find')), with: '' } }),
    cued: true,
  },
  {
    pattern: change(
      `${PUT}(?:(?:con|with|using|usando) (?:el |the |un |a )?)?(?:prefijo|prefix) ${WORD}(?<text>(?!${PLAIN})${NAME})${END}`,
    ),
    read: starting,
  },
  {
    pattern: change(
      `${PUT}(?:(?:con|with|using|usando) (?:el |the |un |a )?)?(?:sufijo|suffix) ${WORD}(?<text>(?!${PLAIN})${NAME})${END}`,
    ),
    read: ending,
  },
  {
    pattern: change(`(?:antepon|anteponle|anteponer|prepend)(?: ~les?)? ${WORD}(?<text>${NAME})${END}`),
    read: starting,
  },
];

const NUMBER_WORDS =
  '(?:(?:seguid[oa]s? de|mas|y|plus|and|followed by|con|with)(?: (?:un|el|a|the|su))? (?:numero|number)s?(?: (?:consecutivo|correlativo|al final))?)';
const LEAD =
  '(?:(?:(?:que )?se llamen|como|a|to|as|por|con el nombre|named|called|llamad[oa]s|de nombre|asi|like this)\\s*:? |:\\s*)?';
const counting = (group: Groups): Partial<Clause> => ({
  newName: `${group('name').trim()}${group('sep') || (group('first') ? '' : ' ')}{n}`,
});
/** "playa 1, playa 2, …", "beach 1, 2, 3", "playa seguido de un número". */
const NUMBERINGS: readonly Change[] = [
  {
    pattern: change(
      `${LEAD}(?<name>[^\\s,:]+(?: [^\\s,:]+){0,2}?)(?<sep>[ _-]?)(?<first>0*1)(?:\\.\\w+)?,?\\s+(?:y |and )?(?:\\k<name>[ _-]?)?0*2\\b.*$`,
    ),
    read: counting,
  },
  { pattern: change(`(?:como|a|to|as|por) (?<name>${NAMES}),? ${NUMBER_WORDS}`), read: counting },
];

/** Places in a name: with a verb of putting, and only where nothing else could be meant by "at the end". */
const PLACED = (place: string): RegExp =>
  change(
    `(?<!(?:que|that|which)\\s)(?:(?:y |and |by )?(?:agreg|anad|pon|sum|insert|coloc|llev|add|put|append|have)\\w*)(?: ~?(?:les?|me))? ${WORD}(?<text>(?:la |the |su |its )?${NAMES}) ${place}(?:${OF_NAMES}|(?: (?:de|of)(?= (?:(?:los|las|el|la|the|my|mis|all) |todos |each )*(?:pdfs?|jpgs?|pngs?|fotos|photos|images|imagenes|archivos|files|ficheros|documentos|documents|videos|excels?|words?|it|them|\\ue000)))|${PREPOSITION})`,
  );
const PLACES: readonly Change[] = [
  { pattern: PLACED(START), read: starting },
  { pattern: PLACED(FINISH), read: ending },
];

const WISHED =
  /^\W*que\b|\b(?:(?:quiero|quisiera|necesito|haz) que|want|like|need|should|deben|deberian|tienen que|have to|must)\b/;
/** "que los nombres empiecen por X": wished for, and not which ones. */
const BEGINNINGS: readonly Change[] = [
  {
    pattern: change(
      `(?<!(?:que|that|which)\\s)(?:empiecen|empiece|comiencen|comience|(?:to )?(?:start|begin)) (?:por|con|with) (?<text>${NAME})${END}`,
    ),
    read: starting,
  },
  {
    pattern: change(
      `(?<!(?:que|that|which)\\s)(?:terminen|termine|acaben|(?:to )?end) (?:en|con|with|in) (?<text>${NAME})${END}`,
    ),
    read: ending,
  },
];

const NAMING = /\b(?:nombres?|names?|file ?names?|titulos?|renombr\w*|renam\w*|rebautiz\w*)\b/;
const OBJECT =
  /\b(?:archivos?|files?|ficheros?|pdfs?|jpgs?|pngs?|fotos?|photos?|imagenes|images|documentos?|documents?|videos?|words?|excels?|carpetas?|folders?)\b|[\ue000-\uf8ff]/;
/** "cambia IMG por Foto en los archivos": what is in files is not changed, so it is about their names. */
const IN_FILES =
  /\b(?:en|in|de|of|for|para|a)\s+(?:(?:todos|tod[oa]s|all|los|las|the|of)\s+)*(?:archivos|files|ficheros)\b/;

export interface NameChange {
  readonly change: Partial<Clause>;
  /** The text without the change. */
  readonly rest: Text;
}

const isMeant = ({ cued }: Change, rest: string): boolean =>
  (OBJECT.test(rest) || rest.endsWith(' nombres ')) && (cued !== true || NAMING.test(rest) || IN_FILES.test(rest));

const matched = (text: Text, { from, to }: Stretch, each: Change): NameChange | undefined => {
  const match = each.pattern.exec(text.folded.slice(from, to)) as (RegExpExecArray & Indices) | null;
  if (!match) return undefined;
  const rest = blanked(text, [{ from: from + match.index, to: from + match.index + match[0].length }]);
  const said = match[0].replace(/(?:nombre|name|titulo)/, ' ') === match[0] ? '' : ' nombres ';
  if (!isMeant(each, `${rest.folded.slice(from, to)}${said}`)) return undefined;
  const group: Groups = (name) => {
    const found = match.indices.groups[name];
    return found === undefined ? '' : wordsOf(text, from + found[0], from + found[1]);
  };
  const found = each.read(group);
  return found.replace?.find === '' ? undefined : { change: found, rest };
};

/** A sign between a name and its number is no word to be trimmed. */
const wordsOf = (text: Text, from: number, to: number): string =>
  to - from === 1 && /[ _-]/.test(text.raw[from]!) ? text.raw[from]! : rawOf(text, from, to);

interface Indices {
  readonly indices: { readonly groups: Record<string, [number, number]> };
}

export const readNameChange = (text: Text, stretch: Stretch): NameChange | undefined => {
  const words = text.folded.slice(stretch.from, stretch.to);
  const isWished = WISHED.test(words);
  for (const each of [...NUMBERINGS, ...CHANGES, ...PLACES, ...(isWished ? BEGINNINGS : [])]) {
    const found = matched(text, stretch, each);
    if (found) return found;
  }
  return undefined;
};
