import type { Act } from '../lexicon/acts.js';
import { CATEGORY_WORDS } from '../lexicon/categories.js';
import { BARE_EXTENSIONS, FAMILIES } from '../lexicon/extensions.js';
import { SMALL_WORDS } from '../lexicon/fillers.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { VERBS_EN } from '../lexicon/verbs-en.js';
import { VERBS_ES } from '../lexicon/verbs-es.js';
import { OTHER_VERBS } from '../lexicon/verbs-other.js';

const KIND_WORDS =
  'archivos?|archivitos?|ficheros?|files?|carpetas?|carpetitas?|subcarpetas?|folders?|subfolders?|directorios?|directory|directories|' +
  'cosas?|things?|stuff|elementos?|items?|todo|toda|todos|todas|everything|all|cada|every|each|contenido|contents?|nombres?|names?|' +
  'extension(?:es)?|tipos?|types?|meses|months?|anos?|years?|dias?|days?|semanas?|weeks?|fechas?|dates?|tamano|size|peso|' +
  'nuev[oa]s?|new|grandes?|big|large|largest|biggest|pesad[oa]s?|viej[oa]s?|old|older|recientes?|recent|antigu[oa]s?|vaci[oa]s?|empty|' +
  'menos|except|excepto|salvo|but|pero|llamad[oa]s?|called|named|dentro|adentro|inside|into|onto|desde|from|hacia|' +
  'compu|computadora|computador|pc|laptop|notebook|maquina|ordenador|portatil|computer|machine|equipo|ultim[oa]s?|last|pasad[oa]s?|' +
  'anywhere|somewhere|everywhere|whole|entire|copiad[oa]s|movid[oa]s|tengo|tenemos|quedo|quedaron|guarde|puse|deje|mention|mentions|menciona|mencionan|contains?|contienen?|' +
  'no|not|nunca|never|jamas|ni|please|porfa|porfavor|favor|gracias|thanks|pls|plz|thx|apart|aside|instead|solo|solamente|only|diga|digan|dice|dicen|says|say|ahora|now|they|ayer|yesterday|hoy|today|mayores?|menores?|than|over|under|con|sin|without|with|cuando|when|donde|where|como|as|tambien|too|also|ones?|luego|then|despues|after|antes|before';

const singles = (table: readonly { readonly words: readonly string[] }[]): string[] =>
  table.flatMap((sense) => sense.words).filter((word) => !word.includes(' '));

/** "cambia" of "cambia el nombre": it carries pronouns although it is no order by itself. */
const firsts = (table: readonly { readonly words: readonly string[] }[]): string[] =>
  table.flatMap((sense) => sense.words).flatMap((word) => (word.includes(' ') ? [word.split(' ')[0]!] : []));

export const VERB_WORDS: ReadonlySet<string> = new Set([
  ...singles(VERBS_ES),
  ...singles(VERBS_EN),
  ...firsts(VERBS_ES),
  'llama',
  'nombra',
  'reemplaza',
  'sustituye',
  'devuelve',
  'recupera',
  'devolve',
  'regresa',
  'restaura',
  'vuelve',
  'volve',
]);

const PATTERN = new RegExp(
  `^(?:${[
    SMALL_WORDS,
    KIND_WORDS,
    ...PLACE_WORDS.flatMap((entry) => [entry.words, entry.shared ?? '(?!)']),
    ...CATEGORY_WORDS.map((entry) => entry.words),
    ...FAMILIES.map((entry) => entry.words),
    ...BARE_EXTENSIONS.map((extension) => `\\.?${extension}s?`),
  ].join('|')})$`,
);

/** Whether a folded word belongs to the language of file work, so that a bare name does not run over it. */
export const isVocabulary = (word: string): boolean => VERB_WORDS.has(word) || PATTERN.test(word);

export const isVerbWord = (word: string): boolean => VERB_WORDS.has(word) || OTHER_VERBS.has(word);

const ACTS = new Map(
  [...VERBS_ES, ...VERBS_EN].flatMap((sense) => sense.words.map((word) => [word, sense.act] as const)),
);

/** What a verb asks for, by itself. */
export const actOfWord = (word: string): Act | undefined => ACTS.get(word);
