import { placeOf } from '../lexicon/places.js';
import { words, type Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';
import { bareLoc, eatOldStuff } from './bare-locs.js';
import { eatBareName, eatFolderWords, eatIntroducedName, eatMasked } from './names.js';
import { eatBetweenCommas, eatCapitalName, eatLateName } from './late-names.js';
import { eatFolderNames } from './folder-names.js';
import { DETS, eatPlace, FOLDER_AFTER, type LocWorld } from './places.js';
import { stopsName } from './stops.js';
import { eatRestOfTarget } from './target-names.js';
import { eatThere } from './there.js';

const NEW = words(
  'nuev[oa]s?|new|brand new|vaci[oa]|empty|propi[oa]|otr[oa]|another|aparte|separate|sola|single|sol[ao]|misma|same|sub',
);
const FOLDER = words('(?:sub ?)?(?:carpetas?|carpetitas?|folders?|directorios?|directory|directories)');
const CALLED = words(
  '(?:que )?(?:se )?(?:llam(?:ad[oa]s?|a|e|ada|emos|aras)|nombrad[oa]s?|de nombre|con (?:el )?nombre(?: de)?|que (?:se )?llame|titulad[oa]|denominad[oa]|que diga)|called|named|with (?:the )?name(?: of)?|(?:that|which) is called|titled|by the name of|nombre',
);
const OF = words(
  "de|del|of|in|en|dentro del?|adentro del?|inside(?: of)?|within|on|from|que (?:esta|hay|tengo)(?: en| dentro de)|que se encuentra en|(?:that(?: is|'s)?|which is) (?:in|on|inside)|under",
);

/** "la carpeta X, que está en Y": one folder, and where it is. */
const LIES_IN = /,\s*(?:que\s+(?:esta|se encuentra)|which\s+is|that\s+is)\s+(?:en|in|on|dentro\s+de)(?=\s)/y;

/** "la carpeta Planos que está en Nave Sur": what it is in needs no word for a folder. */
const THAT_LIES = /^(?:que|that|which|,)/;

/** Splits `documentos/2025/facturas`; the first part may be a place in either language. */
export const locOfPath = (path: string, world: LocWorld): Loc => {
  if (/^(?:[A-Za-z]:[\\/]|[\\/]|~)/.test(path)) return { path: [], absolute: path };
  const parts = path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  const place = parts[0] === undefined ? undefined : placeOf(parts[0], world.places);
  return place ? { place, path: parts.slice(1), isFolder: true } : { path: parts, isFolder: true };
};

const inside = (outer: Loc, inner: Loc, isIn: boolean): Loc => ({
  ...outer,
  path: [...outer.path, ...inner.path],
  isFolder: true,
  ...(inner.isNew && { isNew: true }),
  ...(inner.isAny && { isAny: true }),
  ...(inner.siblings && { siblings: inner.siblings }),
  ...(isIn && { aroundIn: true }),
});

const WITHIN = words('dentro del?|adentro del?|inside(?: of)?|within');

/** "… que está en documentos dentro de Clientes": the place, and which folder in it. */
const eatFurther = (cursor: Cursor, outer: Loc, world: LocWorld): Loc =>
  cursor.attempt(() => {
    if (outer.place === undefined || outer.path.length > 0) return undefined;
    cursor.eat(/,\s*/y);
    const inner = cursor.eat(WITHIN) ? eatLoc(cursor, world, { bare: true }) : undefined;
    return inner && inner.place === undefined && !inner.there ? inside(outer, inner, false) : undefined;
  }) ?? outer;

interface Around {
  readonly world: LocWorld;
  /** What something is taken from is there already, and in no folder that is to be made. */
  readonly isSource: boolean;
}

/** "… de documentos", "… en el escritorio": the location around the one just read. */
const eatOuter = (cursor: Cursor, inner: Loc, { world, isSource }: Around): Loc =>
  cursor.attempt(() => {
    const around = cursor.eat(LIES_IN) ?? cursor.eat(OF);
    if (!around) return undefined;
    const isThat = THAT_LIES.test(around[0]);
    const said = eatLoc(cursor, world, { bare: isThat });
    const outer = isThat && said ? eatFurther(cursor, said, world) : said;
    if (outer?.isNew === true && isSource) return undefined;
    return outer && (inner.place === undefined || outer.place === undefined)
      ? inside(outer, inner, !/^(?:del?|of|from)$|^,/.test(around[0]))
      : undefined;
  }) ?? inner;

const eatMaskedLoc = (cursor: Cursor, world: LocWorld): Loc | undefined => {
  const start = cursor.at;
  const value = eatMasked(cursor);
  if (value === undefined) return undefined;
  const kind = cursor.text.spans.find((span) => span.start === start)?.kind;
  if (kind === 'glob' || kind === 'file') return undefined;
  return kind === 'path' || /[\\/]/.test(value)
    ? locOfPath(value, world)
    : locOfPath(value.replace(/[\\/]/g, ''), world);
};

/** "(la) carpeta (nueva) (llamada) X", and the place when the folder's name is one ("la carpeta de descargas"). */
const eatFolder = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined => {
  const isIndefinite = isAnyFolder(cursor.before, world);
  const isDefinite = DEFINITE.test(cursor.before);
  const another = eatAnother(cursor, isIndefinite);
  if (another !== undefined) return named(another, true);
  const wasNew = cursor.eat(NEW) !== undefined || isIndefinite;
  const word = cursor.eat(FOLDER);
  if (!word) return undefined;
  const isNew = (!isCapitalAt(cursor) && cursor.eat(NEW) !== undefined) || wasNew;
  if (!isCapitalAt(cursor)) cursor.eat(WHOLE);
  cursor.eat(/:\s*/y);
  if (options.making && word[0].endsWith('s')) return eatNamesCalled(cursor);
  if (cursor.eat(CALLED)) return named(eatIntroducedName(cursor, stopsName), isNew || !isDefinite);
  return isNew ? eatNewFolder(cursor, world, options) : eatOldFolder(cursor, world, options);
};

/** "la carpeta entera": a folder goes as a whole. */
const WHOLE = words('(?:complet|enter)(?:a|ita)(?= )');

/** "… y los png en otra que se llame X", "into one called X": one more folder. */
const ONE = words(
  '(?:otra|una|one|another(?: one)?)(?= (?:que se llam|llamad|called|named|with the name|con el nombre))',
);

const eatAnother = (cursor: Cursor, isIndefinite: boolean): string | undefined =>
  cursor.attempt(() => {
    if (!isIndefinite && !cursor.eat(ONE)) return undefined;
    return cursor.eat(CALLED) ? eatIntroducedName(cursor, stopsName) : undefined;
  });

const eatOldFolder = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined => {
  const place = options.making ? undefined : cursor.attempt(() => eatFolderPlace(cursor, world));
  if (place) return { place, path: [], isFolder: true };
  cursor.eat(words('de|of'));
  const masked = cursor.attempt(() => eatMaskedLoc(cursor, world));
  if (masked) return { ...masked, isFolder: true };
  const name = eatFolderName(cursor, options);
  return named(name === undefined || !options.target ? name : name + eatRestOfTarget(cursor), false);
};

const eatNewFolder = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined => {
  const late = eatLateName(cursor, CALLED, (at) => eatLoc(at, world, { bare: false }));
  if (late) return late;
  cursor.eat(words('de|of'));
  const masked = cursor.attempt(() => eatMaskedLoc(cursor, world));
  if (masked) return { ...masked, isFolder: true, isNew: true };
  const name = eatFolderName(cursor, options) ?? eatBetweenCommas(cursor);
  return named(name, true);
};

/** "una carpeta Nuevos": a name. */
const isCapitalAt = (cursor: Cursor): boolean => /^\p{Lu}/u.test(cursor.text.raw.slice(cursor.at));

/** "una carpeta Fotos" is not the place for photos. */
const DEFINITE = /\b(?:la|the|esa|esta|that|this)\s+$/;
const INDEFINITE = /\b(?:una|otra|another)\s+$/;
const A_FOLDER = /\ba\s+$/;
const isAnyFolder = (before: string, { isEnglish }: LocWorld): boolean =>
  INDEFINITE.test(before) || (isEnglish === true && A_FOLDER.test(before));

const eatNamesCalled = (cursor: Cursor): Loc | undefined => {
  cursor.eat(CALLED);
  return eatFolderNames(cursor);
};

const eatFolderName = (cursor: Cursor, { making }: LocOptions): string | undefined => {
  if (making) return stopsName(cursor) ? undefined : eatIntroducedName(cursor, stopsName);
  return eatOldStuff(cursor) ?? eatFolderWords(cursor, !stopsName(cursor) && !cursor.look(NOT_A_NAME));
};

/** What may follow "carpeta" without being its name. */
const NOT_A_NAME = words(
  'de|del|of|en|in|on|que|that|which|a|al|to|y|and|con|with|mas|vaci[oa]s?|empty|se|para|por|por favor|porfa|please|with|menos|excepto|except|nueva|donde|where|tengo|hay|there|ahi|ya|called|llamada|from|desde|dentro|inside|into',
);

const eatFolderPlace = (cursor: Cursor, world: LocWorld): string | undefined => {
  cursor.eat(words('de|del|of'));
  cursor.eat(DETS);
  const wasCapital = isCapitalAt(cursor);
  const place = eatPlace(cursor, world, true);
  return wasCapital && isCapitalAt(cursor) ? undefined : place;
};

const named = (name: string | undefined, isNew: boolean): Loc | undefined =>
  name === undefined
    ? undefined
    : { path: name.split(/[\\/]+/).filter(Boolean), isFolder: true, ...(isNew && { isNew }) };

/** "i need three folders": how many, no name. */
const SO_MANY = /(?:^|\s)(?:two|three|four|five|six)$/i;

/** English order: "the (new) invoices folder". */
const eatNameBeforeFolder = (cursor: Cursor): Loc | undefined =>
  cursor.attempt(() => {
    const isNew = cursor.eat(NEW) !== undefined;
    const name = eatMasked(cursor) ?? eatCapitalName(cursor) ?? eatBareName(cursor, true);
    if (name === undefined || SO_MANY.test(name) || !cursor.eat(FOLDER_AFTER)) return undefined;
    return named(name, isNew);
  });

export interface LocOptions {
  /** A bare unknown name may be a location here ("a facturas"). */
  readonly bare: boolean;
  /** The folder is being made: any words are its name. */
  readonly making?: boolean;
  /** Something is taken from there. */
  readonly isSource?: boolean;
  /** Where things go: words behind its name tell nothing of the things. */
  readonly target?: boolean;
}

/** "de la carpeta de descargas a la de documentos" */
const THE_ONE_OF = words('(?:la|el) de(?= )|the one (?:in|for|of)');

const ITS_FOLDER = words('(?:new )?\\S+ (?:sub ?)?folder');

const eatCore = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined => {
  const there = eatThere(cursor);
  if (there) return there;
  cursor.eat(THE_ONE_OF);
  const det = cursor.eat(DETS)?.[0] ?? '';
  const isNamed = /\b(?:an?|another)\b/.test(det) && cursor.look(ITS_FOLDER) !== undefined;
  const place = isNamed ? undefined : eatPlace(cursor, world, true);
  if (place) {
    cursor.eat(FOLDER_AFTER);
    return { place, path: [], isFolder: true };
  }
  const { at } = cursor;
  const folder =
    cursor.attempt(() => eatFolder(cursor, world, options)) ?? cursor.attempt(() => eatNameBeforeFolder(cursor));
  if (folder) return asSaid(folder, det, cursor.text.folded.slice(at, cursor.at));
  return (
    cursor.attempt(() => eatMaskedLoc(cursor, world)) ??
    (options.bare ? cursor.attempt(() => bareLoc(cursor)) : undefined)
  );
};

const SUB = /(?:^|\s)sub ?(?:carpet|folder|director)/;
const ANY = /\b(?:an?|un[oa]?|otr[oa]|another)\b/;

/** Which folder, by the words around its name. */
const asSaid = (folder: Loc, det: string, said: string): Loc => ({
  ...folder,
  ...(ANY.test(det) && { isAny: true }),
  ...(SUB.test(said) && { isSub: true }),
});

/** A location where the cursor stands, with everything that is said to be around it. */
export const eatLoc = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined =>
  cursor.attempt(() => {
    const core = eatCore(cursor, world, options);
    if (!core || core.place !== undefined || core.absolute !== undefined || core.there) return core;
    return eatOuter(cursor, core, { world, isSource: options.isSource === true });
  });
