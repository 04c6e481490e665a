import { literally } from '../text/spaced.js';
import { either } from '../lexicon/either.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { words, type Cursor } from '../text/cursor.js';

/** Places by the words for them: downloads, the desktop, and those their owners named. */

export interface LocWorld {
  /** Names of places the machines share, for those with a name of their own. */
  readonly places: readonly string[];
  /** In English "a" is an article, in Spanish it says where to. */
  readonly isEnglish?: boolean;
  /** After the word for a place the name of one tells on which of them it is. */
  readonly machines?: readonly { readonly id: string; readonly name: string }[];
}

const DET =
  '(?:el|la|los|las|mi|mis|tu|tus|su|sus|un|una|the|teh|hte|my|your|a|an|this|that|esta|este|esa|ese|nuestr[oa]s?|our|mism[oa]|otr[oa]|another|whole|entire|one(?= (?:single |new )?(?:folder|directory)\\b))';
export const DETS = words(`${DET}(?: ${DET})*`);
export const FOLDER_AFTER = words('(?:sub ?)?(?:folders?|directory|directories)');

const strict = PLACE_WORDS.map((entry) => ({ place: entry.place, pattern: words(entry.words) }));
const loose = PLACE_WORDS.map((entry) => ({
  place: entry.place,
  pattern: words(entry.shared ? `${entry.words}|${entry.shared}` : entry.words),
}));

const customPlace = (cursor: Cursor, world: LocWorld): string | undefined =>
  world.places.find((place) => cursor.eat(words(escapeFolded(place))) !== undefined);

const escapeFolded = (name: string): string =>
  literally(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).replace(/[-_ ]+/g, '[-_ ]');

/** A shared word with a description after it ("fotos de la boda") is about files, not the place. */
export const eatPlace = (cursor: Cursor, world: LocWorld, allowShared: boolean): string | undefined =>
  strict.find((entry) => cursor.eat(entry.pattern) !== undefined)?.place ??
  (allowShared ? eatShared(cursor, world) : undefined) ??
  customPlace(cursor, world);

const MACHINE = '(?:pc|compu|computadora|computador|maquina|laptop|portatil|ordenador|equipo|computer)\\b';
const OF_MACHINE = `(?:(?:la|el|mi|es[ae]|est[ae]|the|this|that) )?(?:mism[ao] |same )?${MACHINE}`;
const DESCRIBED = words(
  `(?:de|of)(?! ${OF_MACHINE})|del(?! (?:mismo )?${MACHINE})|from|que(?! se llam)|that|which|con(?! (?:los|las|el|la|tod[oa]s) )|with(?! (?:the|my|all) )|mas|mayores|over|older|larger|bigger|llamad[oa]s|named|called`,
);
/** "in the photos in downloads": files, since they are in a place. */
const HELD = words(
  `(?:in|on|en|inside) (?:(?:the|my|mis|el|la|las|los) )*(?:${PLACE_WORDS.map((entry) => entry.words).join('|')})`,
);

/** "los excel de documentos que empiecen por …": after a kind of files the word is the place. */
const KINDS_HELD = either(
  'archivos|ficheros|files|fotos|photos|videos|images?|imagenes|pictures|documentos|documents|docs|spreadsheets|folders?',
  'carpetas?(?:\\s+nueva)?|cosas|things|everything|todo|lo|all|capturas|screenshots|presentaciones|planillas',
  'words?|excels?|\\.?(?:pdf|zip|jpg|png|txt|docx?|xlsx?|pptx?|mp[34]|csv|exe|rar)s?',
);
const HOLDER = new RegExp(
  `\\b(?:${KINDS_HELD}|(?<=\\b(?:the|my|los|las|mis)\\s+)[a-z]+s)\\s+(?:(?:que\\s+)?(?:hay|estan|tengo)\\s+|that\\s+are\\s+)?(?:de|en|in|from|inside|dentro\\s+de)\\s+(?:(?:mis|my|los|the)\\s+)?$`,
);
const ITS_TOPIC = words('\\S+ (?:de|del|of|from)');

const isDescribed = (cursor: Cursor, place: string): boolean =>
  cursor.look(DESCRIBED) !== undefined || (place !== 'documents' && cursor.look(HELD) !== undefined);

/** "la carpeta videos que pesen …": what weighs is in it. */
const FOLDER_BEFORE = /\b(?:carpeta|folder|directorio)\s+(?:de\s+)?$/;
const WHICH = words('que(?! (?:se llam|dig|dic))|that|which');

const isOnMachine = (cursor: Cursor, { machines = [] }: LocWorld): boolean =>
  machines.some(({ name }) => cursor.look(words(`(?:del?|of|on|en) (?:(?:la|el|the) )?${escapeFolded(name)}`)));

const eatShared = (cursor: Cursor, world: LocWorld): string | undefined =>
  cursor.attempt(() => {
    const isAround = HOLDER.test(cursor.before) && !cursor.look(ITS_TOPIC);
    const isFolder = FOLDER_BEFORE.test(cursor.before);
    const place = loose.find((entry) => cursor.eat(entry.pattern) !== undefined)?.place;
    return place !== undefined &&
      (isAround || (isFolder && cursor.look(WHICH)) || isOnMachine(cursor, world) || !isDescribed(cursor, place))
      ? place
      : undefined;
  });

const OWN_SHARED = words('(?:mis?|my|toda mi|todos mis|all my) (?!(?:\\S+ )?(?:de|del|en|of|in|from)\\b)');
const SAID_FOLDER = words(
  '(?:(?:el|la|the|mi|my) )?(?:carpeta|folder|directorio)(?: (?:de(?: la[s]?| los)?|of))?(?= )',
);
/** "check documents and its subfolders": after a verb of looking, without an article. */
const BARE_SHARED = words('(?:documents|documentos|pictures|imagenes)(?= (?:and its|y sus|for|por) |[\\s.?!]*$)');
const IS_FILES = words('mis documentos (?:de|del|en)|my documents (?:from|in|on)');

/** A place named without a preposition. Words that also mean kinds of files count only when they cannot mean files. */
export const eatSaidPlace = (cursor: Cursor, world: LocWorld, isAboutPlaces: boolean): string | undefined =>
  cursor.attempt(() => {
    if (cursor.look(IS_FILES)) return undefined;
    const isFolder = cursor.eat(SAID_FOLDER) !== undefined;
    const isOwn = isAboutPlaces && (cursor.look(OWN_SHARED) ?? cursor.look(BARE_SHARED)) !== undefined;
    const strictly = eatPlace(cursor, world, false);
    if (strictly) return strictly;
    cursor.eat(DETS);
    const place = eatPlace(cursor, world, isFolder || isOwn);
    if (place) cursor.eat(FOLDER_AFTER);
    return place;
  });
