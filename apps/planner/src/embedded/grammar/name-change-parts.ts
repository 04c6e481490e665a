import { either } from '../lexicon/either.js';
import { BARE_EXTENSIONS } from '../lexicon/extensions.js';
import { MASKED } from '../text/text.js';
import { BEARS, THEIR_NAMES } from './patterns.js';

/** What the ways to speak of new names are made of; folded patterns, a space is any run of spaces. */

export const NAME = `(?:${MASKED}|[^\\s,;:!?\\ue000-\\uf8ff]+)`;
export const NAMES = `(?:${MASKED}|[^,;:!?\\ue000-\\uf8ff]+?)`;
/** Before the text that is meant: "la palabra factura", "the (1)". */
export const WORD = '(?:(?:la palabra|las palabras|el texto|the words?|the text|lo de|el(?= \\()|the(?= \\()) )?';
export const SAID_WORD = '(?:la palabra|las palabras|el texto|lo de|the words?|the text|el(?= \\()|the(?= \\()) ';

const ALL_THE = '(?: (?:el|los|la|las|cada|todos|todos los|sus?|the|each|every|all|all the|their|its))*';
export const NAMES_NOUN = '(?:nombres?|names?|file ?names?|titulos?)';
const OF_FILES = '(?: (?:de|of) (?:archivos?|ficheros?|files?)(?! (?:de|in|en|of|on)\\b))?';
/** "de los nombres", "in the file names"; and before "the pdf names", which are read as the things. */
export const OF_NAMES = either(
  ` (?:de|del|en|al?|from|in|of|to|for)${ALL_THE} ${NAMES_NOUN}${OF_FILES}`,
  ` (?:from|in|of|to|for)(?= (?:the |all |all the |my )?\\w+ ${NAMES_NOUN}\\b)`,
);
export const END = '(?=[\\s,.;:!?]|$)';
export const PREPOSITION = either(
  '(?= (?:en|de|del|in|of|on|from|to|a|al|for|para|los|las|the|dentro)\\b)',
  '(?=\\s*[,.;!?]|\\s*$)',
);
export const PLAIN = '(?:to|a|al|en|de|in|on|the|with|los|las|for|para|all)\\b';

const PRONOUN = '(?: ~?(?:les?|me|them|it))?';
const PUTTING = 'agreg|anad|pon|sum|met|insert|antep|coloc|add|put|append|prepend|insert|attach';
export const PUT = `(?:(?:y |and |by )?(?:${PUTTING})\\w*${PRONOUN} )?(?:(?:el|un|the|a) )?`;
export const CHANGING = `(?:cambi|reempla[zc]|sustitu|replac|chang|swap|substitut)\\w*${PRONOUN}`;
export const TAKING = `(?:quit|elimin|borr|sac|remov|delet|strip|drop|tak|get rid of)\\w*${PRONOUN}`;
export const ADDING = `(?:(?:y |and |by )?(?:agreg|anad|pon|sum|insert|coloc|llev|add|put|append|have)\\w*)${PRONOUN}`;

export const START = either(
  'delante|antes|adelante|in front|before',
  '(?:al|en el|at the|to the) (?:principio|inicio|comienzo|beginning|start|front)',
);
export const FINISH = either('detras|despues|after|behind|(?:al|en el|at the|to the) (?:final|fin|end)');

/** "los dwg", "the cr2s": by their ending. */
export const ENDINGS = `(?:${BARE_EXTENSIONS.join('|')})s?\\b`;
const KINDS = either(
  ENDINGS,
  'pdfs?|jpgs?|pngs?|fotos?|photos?|images?|imagenes|pictures?|archivos?|files?|ficheros?|documentos?|documents?|docx?',
  'videos?|excels?|words?|capturas?|screenshots?|canciones|songs?|facturas?|invoices?|it|them|\\ue000',
);
/** "… to the pdfs": before what the names are of. */
export const OF_KIND = ` (?:de|of|a|al|to|en|in)(?= (?:(?:los|las|el|la|the|my|mis|all|todos|each|cada) )*${KINDS})`;

const THOSE = '(?:(?:all|every|any|tod[oa]s|the|those|these|los|las|el|la|mis|my|cualquier) )*';
const UNNAMED = '(?=(?:de|del|in|on|en|que|that|which|with|con) )';
/** "borra los que tienen (1) en el nombre": which files they are, and not what is taken out of their names. */
export const FILES_BY_NAME =
  `${THOSE}(?:(?:everything|anything|ones?|${KINDS}) |${UNNAMED})(?:[^\\s,;]+ )*?(?:con|sin|with|without|having|${BEARS}) ` +
  `(?!(?:los|las|mis|my|the(?! words?)) )(?:[^\\s,;]+ ){1,3}?${THEIR_NAMES}\\b`;
