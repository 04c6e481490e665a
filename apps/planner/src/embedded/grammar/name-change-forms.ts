import type { Clause } from './clause.js';
import {
  ADDING,
  CHANGING,
  END,
  FILES_BY_NAME,
  FINISH,
  NAME,
  NAMES,
  NAMES_NOUN,
  OF_KIND,
  OF_NAMES,
  PLAIN,
  PREPOSITION,
  PUT,
  SAID_WORD,
  START,
  TAKING,
  WORD,
} from './name-change-parts.js';

/** The ways to say what becomes of names: "change X to Y", "with the prefix X", "at the end", "trip 1, trip 2". */

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

export type Groups = (name: string) => string;

export interface Change {
  readonly pattern: RegExp;
  readonly read: (group: Groups) => Partial<Clause>;
  /** Only where something else of the order is about names. */
  readonly cued?: boolean;
  /** It can be about nothing but names, whatever they are of. */
  readonly sure?: boolean;
}

const change = (pattern: string): RegExp => new RegExp(`(?<=^|[\\s,])(?:${pattern})`.replace(/ /g, '\\s+'), 'd');

const replacing = (group: Groups): Partial<Clause> => ({
  replace: { find: spoken(group('find')), with: spoken(group('with')) },
});
const removing = (group: Groups): Partial<Clause> => ({ replace: { find: spoken(group('find')), with: '' } });
const starting = (group: Groups): Partial<Clause> => ({ affix: { text: before(group('text')), where: 'start' } });
const ending = (group: Groups): Partial<Clause> => ({ affix: { text: behind(group('text')), where: 'end' } });

/** A sign by its name: whatever else is said, it is one of the names. */
const SIGN = `(?:(?:los|las|el|un|the|an?) )?(?:${Object.keys(SPOKEN)
  .filter((word) => SPOKEN[word] !== '')
  .join('|')})`;
const NOT_OF_NAMES = `(?!~|(?:el |los |the |su |their |its |all )?(?:\\w+ )?${NAMES_NOUN}\\b)`;

/** "rename everything so it starts with X": what is to be, and not which ones. */
const SO_THAT =
  '(?:so(?: that)?|para que|de (?:modo|forma|manera) que)(?: (?:it|they|the names?|all|each|tod[oa]s|cada un[oa]|los nombres|el nombre))*(?: all| each)?';

const OF_THEM = '(?:them|those|these|it|each|all of them)\\b';

export const CHANGES: readonly Change[] = [
  {
    pattern: change(`${PUT}${WORD}(?<text>${NAME}) (?:como|as) (?:un |a |el |the )?(?:prefijo|prefix)`),
    read: starting,
  },
  { pattern: change(`${PUT}${WORD}(?<text>${NAME}) (?:como|as) (?:un |a |el |the )?(?:sufijo|suffix)`), read: ending },
  {
    pattern: change(`${ADDING} (?<text>[_-][^\\s,]+)(?: (?:al final|at the end))?(?:${OF_NAMES}|${OF_KIND})`),
    read: ending,
  },
  { pattern: change(`${ADDING} (?<text>[^\\s,]+[_-])(?:${OF_NAMES}|${OF_KIND})`), read: starting },
  {
    pattern: change(`${PUT}${WORD}(?<text>${NAME}) (?:in front|at the (?:start|beginning|front))(?= of ${OF_THEM})`),
    read: starting,
    sure: true,
  },
  { pattern: change(`${PUT}${WORD}(?<text>${NAME}) at the end(?= of ${OF_THEM})`), read: ending, sure: true },
  { pattern: change(`append ${WORD}(?<text>${NAME})(?= to )`), read: ending, cued: true },
  {
    pattern: change(
      `${CHANGING} (?<find>${SIGN}) (?:por|con|with|to|for|a) (?<with>${SIGN})(?:${OF_NAMES}|${PREPOSITION})`,
    ),
    read: replacing,
    sure: true,
  },
  {
    pattern: change(
      `${CHANGING} ${WORD}(?<find>${NOT_OF_NAMES}${NAMES}) (?:por|con|with|to|for|a) ${WORD}(?<with>${NAMES})(?:${OF_NAMES}|${PREPOSITION})`,
    ),
    read: replacing,
    cued: true,
  },
  {
    pattern: change(
      `(?:donde (?:diga|dice|ponga|pone)|where it says) (?<find>${NAME}),? (?:pon|ponga|escribe|put|write|que diga|que ponga|it should say)(?: ~les?)? (?<with>${NAME})${END}`,
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
  { pattern: change(`${TAKING} (?!${FILES_BY_NAME})${WORD}(?<find>${NAMES})(?: out)?${OF_NAMES}`), read: removing },
  {
    pattern: change(`${TAKING} ${SAID_WORD}(?<find>${NAME})(?: out)?(?= (?:de|del|a|al|from|of|in) )`),
    read: removing,
  },
  { pattern: change(`${TAKING} (?<find>\\(\\d+\\)|_\\w+)(?: out)?(?= (?:de|del|a|al|from|of|in) )`), read: removing },
  {
    pattern: change(`(?:quitando|eliminando|borrando|sacando|removing|dropping|without) ${WORD}(?<find>${NAME})${END}`),
    read: removing,
    cued: true,
  },
  {
    pattern: change(`${SO_THAT} (?:empiecen?|comiencen?|start|begin)s? (?:por|con|with) (?<text>${NAME})${END}`),
    read: starting,
    sure: true,
  },
  {
    pattern: change(`${SO_THAT} (?:terminen?|acaben?|ends?) (?:en|con|with|in) (?<text>${NAME})${END}`),
    read: ending,
    sure: true,
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
  '(?:(?:que )?se llamen|como|a|to|as|por|con el nombre|(?:de )?nombres?|named|called|llamad[oa]s|de nombre|asi|like this)\\s*:? |:\\s*';
const counting = (group: Groups): Partial<Clause> => ({
  newName: `${group('name').trim()}${group('sep') || (group('first') ? '' : ' ')}{n}`,
});
const WORDS = '[^\\s,:]+(?: [^\\s,:]+){0,2}?';
const COUNTED = '(?<sep>[ _-]?)(?<first>0*1)(?:\\.\\w+)?,?\\s+(?:y |and )?(?:\\k<name>[ _-]?)?0*2\\b';
/** "… etc. a las fotos": what is named comes behind. */
const REST = '[^:;]*?(?:$|(?= (?:a|to) (?:los|las|the|my|mis) ))';
/** "playa 1, playa 2, …", "beach 1, 2, 3", "playa seguido de un número". */
export const NUMBERINGS: readonly Change[] = [
  { pattern: change(`(?:${LEAD})(?<name>${WORDS})${COUNTED}${REST}`), read: counting },
  { pattern: change(`(?<name>[^\\s,:]+)${COUNTED}${REST}`), read: counting },
  { pattern: change(`(?:como|a|to|as|por) (?<name>${NAMES}),? ${NUMBER_WORDS}`), read: counting },
];

/** Places in a name: with a verb of putting, and only where nothing else could be meant by "at the end". */
const PLACED = (place: string): RegExp =>
  change(
    `(?<!(?:que|that|which)\\s)${ADDING} ${WORD}(?<text>(?:la |the |su |its )?${NAMES}) ${place}(?:${OF_NAMES}|${OF_KIND}|${PREPOSITION})`,
  );
export const PLACES: readonly Change[] = [
  { pattern: PLACED(START), read: starting },
  { pattern: PLACED(FINISH), read: ending },
];

/** "que los nombres empiecen por X": wished for, and not which ones. */
export const BEGINNINGS: readonly Change[] = [
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
