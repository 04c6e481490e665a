import { CATEGORY_WORDS } from '../lexicon/categories.js';
import { BARE_EXTENSIONS, ALL_EXTENSIONS, FAMILIES, globsOf } from '../lexicon/extensions.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { words, type Cursor } from '../text/cursor.js';
import type { Select } from '#contracts/selection';
import type { Top, Vague } from './clause.js';

/** A rank as said: without a number, one or a few. */
export interface Rank extends Omit<Top, 'limit'> {
  readonly limit?: number;
  readonly plural: boolean;
}

/** What the head of a noun phrase says: a kind, a family of files, or a rank. */
export interface Head {
  readonly select: Select;
  /** Only "archivos", "carpetas", "todo": more may be said about it. */
  readonly isKind?: boolean;
  readonly plural: boolean;
  /** "archivos de imágenes": the files of that place, unless another is named. */
  readonly orPlace?: boolean;
}

const NOUN_PREFIX =
  '(?:(?:archivos?|ficheros?|files?|documentos?|hojas?|formatos?|tipo) (?:de (?:tipo )?|en formato |en |tipo |con extension )?)?';
const NOUN_SUFFIX = '(?: (?:files?|documents?|docs|archives|images|photos|pictures|ones))?';

const KINDS: readonly (readonly [RegExp, Select['kind']])[] = [
  [
    words(
      '(?:archivos?|ficheros?|files?) (?:y|and|e|o|or) (?:sub)?(?:carpetas?|folders?|directorios)|(?:carpetas?|folders?|directorios) (?:y|and|o|or) (?:archivos?|files?|ficheros?)',
    ),
    'any',
  ],
  [
    words(
      'anything|any files?|cualquier cosa|cualquier archivo|(?:archivos?|archivitos?|ficheros?|files?)(?: sueltos?| individuales| normales| loose)?|loose files?',
    ),
    'file',
  ],
  [words('(?:sub ?)?(?:carpetas|carpetitas|folders|directorios|directories)'), 'folder'],
  [
    words(
      "(?:absolutamente )?(?:todo|everything|todas? las? cosas?|all (?:the |my |of the )?(?:things|stuff|contents?))(?: (?:lo )?que (?:hay|tengo|este|esta|tenga|haya|encuentres)(?! en|(?: \\S+){1,3} en (?:el|su) (?:nombre|titulo))| (?:that's|that is|there is))?|(?:todo )?lo(?: que (?:hay|tengo|esta|este|tenga|contiene|haya|tiene|encuentres))?(?= (?:que (?:me )?(?:llego|entro|cayo|se)|del?|en|dentro|adentro|que hay|on|ahi|alli)\\b)|(?:todo )?(?:el |su |sus |the |its |all (?:the )?)?(?:contenidos?|contents?)|cosas?|things?|stuff|elementos?|items?|algo|alguna cosa|something|whatever(?:'s| is)|what(?:'s| is)|what(?= (?:(?:i|we) (?:have |just )*(?:download|sav|chang|receiv|edit|modif)\\w*|landed|arrived|ended|turned|showed|came))|the lot|las cosas",
    ),
    'any',
  ],
];

const families = FAMILIES.map((family) => ({
  pattern: words(`${NOUN_PREFIX}(?:${family.words})${NOUN_SUFFIX}`),
  names: family.extensions.split(' ').map((extension) => `*.${extension}`),
}));
const categories = CATEGORY_WORDS.map((entry) => ({
  pattern: words(`(?:(?:archivos?|ficheros?|files?) de )?(?:${entry.words})(?: (?:files?|ones))?`),
  categories: entry.categories,
}));
const byLength = (a: string, b: string): number => b.length - a.length;
const BARE = words(
  `${NOUN_PREFIX}(?:\\.(?<dotted>${[...ALL_EXTENSIONS].sort(byLength).join('|')})|(?<bare>${[...BARE_EXTENSIONS].sort(byLength).join('|')}))(?:'?s|es)?${NOUN_SUFFIX}`,
);
const SCREENSHOTS = words(
  'capturas?(?: de (?:la )?pantalla)?|pantallazos?|screen ?shots?|screen ?grabs?|screen captures?',
);
const SCREENSHOT_NAMES = ['captura*', 'screenshot*', 'screen shot*', 'screen_shot*', 'pantallazo*'];

/** Plural by the head's own ending; "una foto" is one. */
const isPlural = (said: string): boolean =>
  /s$|musica|music|todo|everything|lo|contenido|word|excel|power ?point|pdf|zip|exe|txt/.test(said);

/** The head where the cursor stands, if it belongs to the lexicon. */
export const eatHead = (cursor: Cursor): Head | undefined => {
  const shot = cursor.eat(SCREENSHOTS);
  if (shot) return { select: { names: SCREENSHOT_NAMES }, plural: isPlural(shot[0]) };
  for (const family of families) {
    const match = cursor.eat(family.pattern);
    if (match) return { select: { names: family.names }, plural: isPlural(match[0]) };
  }
  const extension = cursor.eat(BARE);
  if (extension) {
    const name = extension.groups!.dotted ?? extension.groups!.bare!;
    return { select: { names: globsOf(name) }, plural: true };
  }
  for (const entry of categories) {
    const match = cursor.eat(entry.pattern);
    if (match)
      return {
        select: { category: [...entry.categories] },
        plural: isPlural(match[0]),
        ...(/^(?:archivos|files|ficheros) (?:de|of|in) /.test(match[0]) && { orPlace: true }),
      };
  }
  for (const [pattern, kind] of KINDS) {
    const match = cursor.eat(pattern);
    if (match) return { select: { kind }, isKind: true, plural: isPlural(match[0]) };
  }
  return undefined;
};

const SMALL =
  'mas (?:pequen[oa]s?|chic[oa]s?|livian[oa]s?|liger[oa]s?)|(?:que )?menos (?:pesan?|ocupan?)|smallest|lightest|(?:smaller|lighter)(?= (?:one|of))';
const OLDEST = 'mas (?:antigu[oa]s?|viej[oa]s?)|oldest|earliest|(?:older|earlier)(?= (?:one|of))';
const SPOKEN_FEW = '(?:dos|tres|cuatro|cinco|diez|two|three|four|five|six|ten)';
const COUNT = `(?:(?<n>${NUMBER}) )?`;
const sup = (pattern: string): RegExp =>
  words(`(?:(?:los|las|lo|el|la|the|top|my) )*${COUNT}(?:${pattern})(?: (?<after>\\d+|${SPOKEN_FEW})(?= ))?`);

/** "lo último que descargué", "what did I download last?" */
const LAST_THING =
  'lo (?:ultimo|mas reciente|mas nuevo)(?= (?:que|de|en|del) )|the (?:last|latest) (?:thing|one|download)|last(?=[\\s?.!]*$)';
const RANKS: readonly (readonly [RegExp, Omit<Top, 'limit'>])[] = [
  [
    sup(
      'mas (?:grandes?|pesad[oa]s?|voluminos[oa]s?)|(?:que )?mas (?:pesan?|ocupan?|espacio ocupan?)(?: espacio)?|(?:que )(?:pesan?|ocupan?) mas(?: espacio)?|mayor (?:tamano|peso)|de mayor (?:tamano|peso)|biggest|largest|heaviest|(?:bigger|larger|heavier)(?= (?:one|of))|(?:(?:that|which) )?(?:is |are )?(?:taking|takes?|using|uses?) (?:up )?(?:the )?most (?:space|room)',
    ),
    { sort: 'size', order: 'desc' },
  ],
  [sup(SMALL), { sort: 'size', order: 'asc' }],
  [
    sup(
      'mas (?:recientes?|nuev[oa]s?)|newest|latest|(?:newer|later|more recent)(?= (?:one|of))|most recent(?:ly (?:modified|changed|downloaded|created|edited))?|last (?:modified|changed|downloaded|created|edited|saved)|(?:modificad|descargad|cread|guardad|editad|bajad)[oa]s? (?:mas recientemente|por ultim[oa](?: vez)?|mas reciente)|mas recientemente (?:modificad|descargad|cread|guardad|editad)[oa]s?',
    ),
    { sort: 'modified', order: 'desc' },
  ],
  [sup(OLDEST), { sort: 'modified', order: 'asc' }],
  [words(LAST_THING), { sort: 'modified', order: 'desc' }],
];
const LAST_N = words(
  `(?:los|las|the|el|la|my|mis|mi)? ?(?:(?<n>${NUMBER}) )?(?:ultim[oa]s?|last|latest)(?: (?<after>${NUMBER}))?(?= (?:archivos?|ficheros?|documentos?|fotos?|imagenes|imagen|videos?|pdfs?|files?|documents?|photos?|pictures?|things|cosas|capturas?|screenshots?|descargas?|downloads?|words?|excels?|zips?))`,
);

/** A rank where the cursor stands. */
export const eatRank = (cursor: Cursor): Rank | undefined => {
  for (const [pattern, top] of RANKS) {
    const match = cursor.eat(pattern);
    if (match) return { ...top, ...countOf(match) };
  }
  const last = cursor.eat(LAST_N);
  return last && { sort: 'modified', order: 'desc', ...countOf(last) };
};

const PLURAL =
  /\b(?:los|las)\b|grandes|pesad[oa]s|pesan|ocupan|recientes|antigu[oa]s|viej[oa]s|nuev[oa]s|ultim[oa]s|pequen[oa]s|mayores/;

const countOf = (match: RegExpExecArray): { limit?: number; plural: boolean } => {
  const said = match.groups?.n ?? match.groups?.after;
  return { ...(said !== undefined && { limit: numberOf(said) }), plural: PLURAL.test(match[0]) };
};

export const VAGUE: readonly (readonly [RegExp, Vague])[] = [
  [
    words(
      '(?:(?:un|una|a) )?(?:algun[oa]s|un[oa]s(?= [a-z])|unos cuantos|unas cuantas|unos pocos|unas pocas|vari[oa]s|much[oa]s|bastantes|la mayoria de|la mitad de|parte de|monton(?:es)? de|monton de|pila de|some(?: of)?|several|a few(?: of)?|few of|many(?: of)?|most(?: of)?|half(?: of)?|lots of|lot of|bunch of|ton of|load of|loads of|pile of|couple of)',
    ),
    'some',
  ],
  [
    words(
      `(?:(?:the|los|las) )?(?:(?:first|primer[oa]s)(?= ${NUMBER} )|(?<=(?:the|my|los|las|mis) )(?:first|last|primer[oa]s|ultim[oa]s)(?= [a-z]))|(?:every|each|one out of|cada) (?:other|second|third|dos|tres)|casi(?= (?:todo|tod[oa]s|el|la|los|las) )|almost(?= (?:all|every|everything))|nearly(?= (?:all|every|everything))`,
    ),
    'some',
  ],
  [
    words(
      '(?:muy |demasiado |too |very |that are |que sean |que son )?(?:grandes?|pesad[oa]s?|voluminos[oa]s?|big(?:ger)?|larger?|heavy|huge|enormes?|gigantes?)',
    ),
    'big',
  ],
  [
    words('(?:muy |very )?(?:pequen[oa]s?|chic[oa]s?|chiquit[oa]s?|small(?:er)?|tiny|livian[oa]s?|liger[oa]s?)'),
    'small',
  ],
  [words('(?:mas |muy |very |too )?(?:viej[oa]s?|antigu[oa]s?|old(?:er)?|ancient|outdated|obsolet[oa]s?)'), 'old'],
  [words('(?:mas |muy |very )?(?:recientes?|nuev[oa]s|recent(?:ly)?|new(?:er)?)'), 'recent'],
  [words('(?:mas )?(?:importantes?|important|urgentes?|urgent|utiles|useful)'), 'important'],
  [
    words(
      "(?:(?:lo|los|las|the ones|things|stuff) )?(?:inutiles|useless|innecesari[oa]s?|unnecessary|junk|sobrantes?)|(?:(?:lo|los|las|the ones|things|stuff) )?(?:que|that|which) (?:ya )?(?:no (?:me )?(?:sirv(?:en?|an?)|necesito|uso|hacen falta|hace falta)|sobran?|i (?:don'?t|no longer) (?:need|use)(?: anymore)?)",
    ),
    'useless',
  ],
];
