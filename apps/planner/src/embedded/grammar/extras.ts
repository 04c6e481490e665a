import { words, type Cursor } from '../text/cursor.js';
import { MASKED } from '../text/text.js';
import type { By, Clause } from './clause.js';
import { eatIntroducedName } from './names.js';
import { stopsName } from './stops.js';

const BY_WORDS: readonly (readonly [string, readonly By[]])[] = [
  ['ano y (?:por )?mes|year and month|mes y (?:por )?ano|month and year|anos y meses|fecha', ['year', 'month']],
  ['dates?|fechas?(?: de .*)?', ['year', 'month']],
  ['meses|mes|months?', ['month']],
  ['anos?|years?', ['year']],
  ['dias?|days?', ['day']],
  ['extension(?:es)?|extensions?|formatos?|formats?', ['extension']],
  [
    '(?:(?:su|el|the|its|their) )?(?:tipos?|clases?|categorias?|kinds?|types?|categor(?:y|ies))(?: de (?:archivos?|documentos?|fichero)| of files?)?|file ?types?',
    ['type'],
  ],
];
const OPEN =
  '(?:by (?:sorting|putting|grouping|organi[sz]ing|moving)(?: (?:the |all |all the )?(?:files|everything|them|things|it|stuff))? )?(?:(?:en|in|into|a|to) )?(?:(?:una |a )?(?:sub)?(?:carpetas?|folders?) )?(?:separad[oa]s? |distint[oa]s? |diferentes |different |separate )?(?:por|segun|by|according to|based on|de acuerdo (?:a|con)|en funcion de|per|for each|para cada|por cada|dependiendo de(?:l)?)(?: (?:el|la|su|sus|the|its|their|cada|each|file))*';
const EACH =
  '(?:(?:en|in|into) )?(?:una |a )?(?:sub)?(?:carpetas?|folders?) (?:por|para|per|for|by)(?: cada| each| every)?';
const OWN = (noun: string): string =>
  `(?:(?:y )?(?:cada|each) (?:${noun}) (?:en|a|in|into|to) (?:su|una|its|a)(?: propi[oa]| own| misma)? (?:carpeta|folder|lugar))`;

const by = BY_WORDS.map(([noun, keys]) => ({
  keys,
  pattern: words(
    `(?:(?:${EACH}|${OPEN}) (?:(?:el|la|su|the|its) )?(?:${noun})(?: de (?:modificacion|creacion|archivo)| modified)?)|${OWN(noun)}`,
  ),
}));

const PERIODIC: readonly (readonly [RegExp, readonly By[]])[] = [
  ['mensual(?:es)?', 'monthly', 'month'],
  ['anual(?:es)?', 'yearly|annual', 'year'],
  ['diari[oa]s?', 'daily', 'day'],
].map(([es, en, key]) => [
  words(`(?:(?:en|in|into|a|to) )?(?:una |a )?(?:(?:sub)?carpetas? (?:${es})|(?:${en}) (?:sub)?folders?)`),
  [key as By],
]);

const EACH_KIND = words(
  'cada (?:uno )?(?:(?:tipo|clase|categoria)(?: de (?:archivos?|documentos?|ficheros?))?)|each (?:file )?(?:type|kind)(?: of files?)?',
);
const OWN_FOLDERS = words(
  '(?:en|a|in|into|to) (?:sus?|una|its|their|separate|own|a|different)?(?: (?:propi[oa]s?|own|misma|separate|diferente|different))? ?(?:sub)?(?:carpetas?|folders?)(?: (?:separadas?|propias?|distintas?|diferentes?|correspondientes?))?|(?:y |and )?(?:met|pon|guard|coloc|muev|put|move|file|place)[a-z]*(?: ~?\\S+)? (?:cada|each|every|todo|everything)(?: \\S+){0,3}? (?:en|in|into|a|to|donde|where) (?:la suya|su (?:sitio|lugar|carpeta)|its (?:own )?(?:folder|place)|the (?:right|correct|matching|proper) (?:one|folder)|la que (?:le )?correspond[ea]|correspond[ea]|it belongs)',
);

const CONFLICTS: readonly (readonly [RegExp, NonNullable<Clause['conflict']>])[] = [
  [
    words(
      "(?:sin (?:sobr?e?escribir|reemplazar|pisar|machacar)(?: nada| ninguno)?|without (?:overwriting|replacing)(?: anything)?|(?:pero )?no (?:sobr?e?escribas|reemplaces|pises)(?: nada)?|don'?t overwrite(?: anything)?|keep both|conserva ambos|manten ambos)",
    ),
    'number',
  ],
  [
    words(
      '(?:(?:y )?(?:si|if) (?:ya )?(?:existen?|estan?|they|it|hay repetidos|se repiten|already)(?: (?:already )?exists?| alguno| are there)?,? )?(?:(?:salta|omite|ignora|saltate|skip)(?: (?:~?l[oa]s?|them|it|those|los que ya (?:existan|esten|existen)|existing(?: ones| files)?|the ones that exist|duplicates))|skipping (?:existing|duplicates))',
    ),
    'skip',
  ],
  [
    words(
      '(?:(?:y )?(?:si|if) (?:ya )?(?:existen?|estan?|they|it|already)(?: (?:already )?exists?)?,? )?(?:(?:reemplaza|sobr?e?escribe|pisa|replace|overwrite|reemplazando|sobr?e?escribiendo|replacing|overwriting)(?: (?:~?l[oa]s?|them|it|those|los que ya (?:existan|esten|existen)|los existentes|existing(?: ones| files)?|if needed|whatever is there|lo que haya)))',
    ),
    'trash-existing',
  ],
];

const CASES: readonly (readonly [RegExp, NonNullable<Clause['letterCase']>])[] = [
  [
    words(
      '(?:(?:a|en|to|in|into|con|all|todo en|with) )?(?:letras? )?(?:minusculas?|lower ?case(?: letters)?|small letters)',
    ),
    'lower',
  ],
  [
    words(
      '(?:(?:a|en|to|in|into|con|all|todo en|with) )?(?:letras? )?(?:mayusculas?|upper ?case(?: letters)?|capital letters|all caps|caps)',
    ),
    'upper',
  ],
  [
    words(
      '(?:(?:a|en|to|in|into|con) )?(?:title ?case|tipo titulo|formato (?:de )?titulo|mayuscula inicial|capitalizad[oa]s?|la primera letra en mayuscula)',
    ),
    'title',
  ],
];

const NEW_NAME = words(
  "(?:(?:y |and )?(?:pon ~les?|llama ~l[oa]s?|nombra ~l[oa]s?|(?:call|name) (?:it|them))|por|como|as|to|a|al|into|->|=>|con (?:el )?nombre(?: de)?|with the name|para que se llamen?|so (?:that )?(?:it's|it is|they're|they are) called|a que se llame|que se llame|y que se llame|se llame|a llamarse|llamado|nuevo nombre)",
);
const NAME_WORDS = words(
  '(?:(?:en|in|de|of|from|a|to) )?(?:(?:todos|all) )?(?:(?:el|su|sus|los|the|their|its) )?(?:nuevos? |new )?(?:nombres?|names?)(?: (?:de|del|of|a|al|to)(?: (?:los|las|the))?)?',
);
const NUMBERED = words(
  '(?:con (?:numeros|numeracion)(?: consecutiv[oa]s?| correlativ[oa]s?)?|numerad[oa]s?|numerand[oa]~?(?:l[oa]s)?|en orden|numbered|with numbers|con un numero|in order|sequentially|consecutivamente|consecutiv[oa]s?|correlativ[oa]s?|del? 1 (?:al?|en) (?:\\d+|adelante)|from 1(?: to \\d+| on| onwards| up)?|1, ?2, ?3(?:,? ?(?:\\.\\.\\.|…|etc\\.?))?|y (?:un|el) numero|and a number|followed by a number|seguid[oa]s? de(?: un)? numero)',
);

const OBJECT_MARK = words('a|al|to|de|del|of');
const OBJECT_FILE = words(
  `(?:a|al|to|de|del|of) (?:(?:el|la|the|mi|my) )?(?:(?:archivo|file|carpeta|folder|documento|foto) )?(?:${MASKED}|\\S+(?= .*(?:a|to|por|como|as)\\b))`,
);

const eatNewName = (cursor: Cursor, clause: Clause): boolean =>
  cursor.attempt(() => {
    const opening = cursor.eat(NEW_NAME);
    if (!opening) return undefined;
    const isObjectMark =
      /^(?:a|al|to)$/.test(opening[0]) &&
      clause.things.length === 0 &&
      clause.locs.length === 0 &&
      /\s(?:a|por|como|to|as)\s/.test(cursor.rest);
    if (isObjectMark) return undefined;
    cursor.eat(words('(?:el nombre|the name)(?: de| of)?'));
    const name = eatIntroducedName(cursor, stopsName);
    if (name === undefined) return undefined;
    clause.newName = name.replace(/\s+(?:numerad[oa]s?|numbered)$/i, '');
    return true;
  }) ?? false;

const readBy = (cursor: Cursor, clause: Clause): boolean => {
  const order =
    by.find(({ pattern }) => cursor.eat(pattern) !== undefined) ??
    PERIODIC.filter(([pattern]) => cursor.eat(pattern) !== undefined).map(([, keys]) => ({ keys }))[0];
  const keys: readonly By[] | undefined = order?.keys ?? (cursor.eat(EACH_KIND) ? ['type'] : undefined);
  if (keys) clause.by = [...new Set([...(clause.by ?? []), ...keys])];
  return keys !== undefined || (clause.by !== undefined && cursor.eat(OWN_FOLDERS) !== undefined);
};

const readConflict = (cursor: Cursor, clause: Clause): boolean => {
  const conflict = CONFLICTS.find(([pattern]) => cursor.eat(pattern) !== undefined);
  if (conflict) clause.conflict = conflict[1];
  return conflict !== undefined;
};

const isUntouched = ({ things, locs, newName }: Clause): boolean =>
  things.length === 0 && locs.length === 0 && newName === undefined;

const readRenaming = (cursor: Cursor, clause: Clause): boolean => {
  if (isUntouched(clause) && cursor.look(OBJECT_FILE)) return cursor.eat(OBJECT_MARK) !== undefined;
  const letters = CASES.find(([pattern]) => cursor.eat(pattern) !== undefined);
  if (letters) clause.letterCase = letters[1];
  if (letters) return true;
  if (cursor.eat(NUMBERED)) return (clause.numbered = true);
  const isSaid = clause.replace !== undefined || clause.affix !== undefined || clause.newName !== undefined;
  return (!isSaid && eatNewName(cursor, clause)) || cursor.eat(NAME_WORDS) !== undefined;
};

/** "en la misma carpeta": a copy stays beside its original. */
const BESIDE = words(
  '(?:(?:y )?(?:en|dentro de) )?(?:la misma carpeta|el mismo (?:sitio|lugar|folder)|ahi mismo)|(?:in|into) the same (?:folder|place|directory)|(?:right )?(?:next to|beside|alongside) (?:it|the original)|al lado(?: del original)?|junto al original',
);
const CARRIED_NAME = words(
  '(?:(?:y|and|pero|,) )?(?:(?:llama|llame|nombra|pon|ponga) ~(?:l[oa]|le)(?: (?:de nombre|el nombre|por nombre))?|que se llame|(?:call|name) it|con (?:el )?(?:nuevo )?nombre(?: de)?|with the (?:new )?name(?: of)?|under the name(?: of)?)',
);
/** "… as carta.txt", "una copia de notas.txt llamada carta.txt": after what is carried has its own name. */
const AS_FILE = words(`(?:as|como|llamad[oa]|called|named)(?= ${MASKED})`);

const readCarriedName = (cursor: Cursor, clause: Clause): boolean =>
  cursor.attempt(() => {
    const isNamed = clause.things.some(({ name, terms, pronoun }) => name ?? terms ?? pronoun);
    if (!isNamed || clause.newName !== undefined) return undefined;
    if (!cursor.eat(CARRIED_NAME) && !cursor.eat(AS_FILE)) return undefined;
    cursor.eat(/:\s*/y);
    const name = eatIntroducedName(cursor, stopsName);
    if (name === undefined) return undefined;
    clause.newName = name;
    return true;
  }) ?? false;

const readCarrying = (cursor: Cursor, clause: Clause): boolean => {
  const isBeside = clause.act === 'copy' && clause.things.length > 0 && cursor.eat(BESIDE) !== undefined;
  if (isBeside) clause.beside = true;
  return isBeside || readCarriedName(cursor, clause);
};

/** What belongs to one act only: how to tidy, what to do on conflicts, the new name, its letters and numbers. */
export const eatExtras = (cursor: Cursor, clause: Clause): boolean =>
  readBy(cursor, clause) ||
  readConflict(cursor, clause) ||
  (clause.act === 'rename' && readRenaming(cursor, clause)) ||
  ((clause.act === 'copy' || clause.act === 'move') && readCarrying(cursor, clause));
