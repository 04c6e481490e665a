import { placeOf } from '../lexicon/places.js';
import { words, type Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';
import { eatBareName, eatFolderWords, eatIntroducedName, eatMasked } from './names.js';
import { eatBetweenCommas, eatCapitalName, eatLateName } from './late-names.js';
import { eatFolderNames } from './folder-names.js';
import { DETS, eatPlace, FOLDER_AFTER, type LocWorld } from './places.js';
import { foldText } from '../text/fold.js';
import { saidOf } from '../text/text.js';
import { stopsName } from './stops.js';
import { eatThere } from './there.js';
import { isVerbWord } from './vocabulary.js';

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

/** "… de documentos", "… en el escritorio": the location around the one just read. */
const eatOuter = (cursor: Cursor, inner: Loc, world: LocWorld): Loc =>
  cursor.attempt(() => {
    const around = cursor.eat(LIES_IN) ?? cursor.eat(OF);
    if (!around) return undefined;
    const outer = eatLoc(cursor, world, { bare: false });
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
  cursor.eat(/:\s*/y);
  if (options.making && word[0].endsWith('s')) return eatNamesCalled(cursor);
  if (cursor.eat(CALLED)) return named(eatIntroducedName(cursor, stopsName), isNew || !isDefinite);
  return isNew ? eatNewFolder(cursor, world, options) : eatOldFolder(cursor, world, options);
};

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
  return masked ? { ...masked, isFolder: true } : named(eatFolderName(cursor, options), false);
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

/** "inside Old stuff": a capital begins the name although both are words of the language. */
const OLD_STUFF =
  /^(?:Old|New|Big|Recent|Last|Viej[oa]s?|Nuev[oa]s?|Antigu[oa]s?) \p{Ll}+(?=\s*(?:$|[.,;!?])|\s(?:on|in|en|del?|from|to|into|al?)\s)/u;
/** "to Archive": no order where a folder is said. */
const CAPITAL_VERB = /^\p{Lu}\p{Ll}+(?=\s*(?:$|[.,;!?]))/u;
const eatOldStuff = (cursor: Cursor): string | undefined => {
  const rest = cursor.at === 0 ? '' : saidOf(cursor.text).slice(cursor.at, cursor.end);
  const verb = CAPITAL_VERB.exec(rest)?.[0];
  const name = OLD_STUFF.exec(rest)?.[0] ?? (verb !== undefined && isVerbWord(foldText(verb)) ? verb : undefined);
  if (name !== undefined) cursor.moveTo(cursor.at + name.length);
  return name;
};

/** "… a la primera, … a la segunda": one of several that were spoken of, and no name. */
const ORDINAL =
  /^(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|ultim[oa]|última|first|second|third|fourth|fifth|last)(?: (?:one|carpeta|folder))?$/;

const bareLoc = (cursor: Cursor): Loc | undefined => {
  const name = eatOldStuff(cursor) ?? eatFolderWords(cursor, false);
  return name === undefined || ORDINAL.test(name) || /\.[a-z0-9]{2,5}$/i.test(name) ? undefined : { path: [name] };
};

/** A location where the cursor stands, with everything that is said to be around it. */
export const eatLoc = (cursor: Cursor, world: LocWorld, options: LocOptions): Loc | undefined =>
  cursor.attempt(() => {
    const core = eatCore(cursor, world, options);
    if (!core || core.place !== undefined || core.absolute !== undefined || core.there) return core;
    return eatOuter(cursor, core, world);
  });
