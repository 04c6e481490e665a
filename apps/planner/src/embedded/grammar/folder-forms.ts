import { indexed, type Indexed } from '../text/spaced.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { blanked, type Text } from '../text/text.js';
import { Cursor } from '../text/cursor.js';
import { emptyClause, type Clause } from './clause.js';
import { namesIn, PLAIN_NAME } from './folder-names.js';
import { foldersInside } from './folders-inside.js';
import { foldersFor } from './folders-for.js';
import { readClause } from './read-clause.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/** Folders to be made whose names come last: "crea tres carpetas en documentos: Enero, Febrero y Marzo". */

const FORM = indexed(
  '^(?<rest>[^:]*\\b(?:carpet(?:as?|itas?)|(?:sub)?folders?|directorios?|director(?:y|ies))\\b[^:]*?)\\s*(?::|,? (?:(?:y |and )?que )?(?:se )?llam(?:ad[oa]s?|en|e|aran|ara)|,? (?:called|named|with the names?)|(?:,? (?:y|and)|[,.;]) (?:pon ~?les?(?: de nombre| el nombre(?: de)?| por nombre)?|ponle(?: de nombre)?|(?:llama|llamar|nombra) ~?l[oa]s?|(?:call|name) (?:it|them)(?! off\\b)|que se llamen?|con (?:los |el )?nombres?(?: de)?))\\s*:?\\s*(?<names>[^:]+)$',
);
const MAKES =
  /\b(?:cre\w*|haz|hac\w*|hag\w*|arm\w*|gener\w*|nuev[oa]s?|necesit\w*|quier\w*|quisiera|abr\w*|agreg\w*|anad\w*|create|make|new|need|want|add|set up|build|mkdir)\b/;
/** "make two folders, Open and Closed": as many names as were counted. */
const COUNTED = indexed(
  `^(?<rest>.*\\b(?<counted>(?<n>${NUMBER}) (?:new |nuevas )?(?:sub\\s*)?(?:folders|carpetas|carpetitas)(?: nuevas)?)(?: (?:in|en|on|inside|dentro de) [^,:;.]+)?)\\s*[,:]\\s*(?<names>[^:;.?!]+)[.!\\s]*$`,
);
const SO_MANY = new RegExp(`^(?:${NUMBER})$`);
/** The rest must say where, how many, and nothing else. */
const placeIn = (text: Text, { from, to }: Stretch, world: World): Clause['locs'] | undefined => {
  const clause = readClause(new Cursor(text, from, to), world, { act: 'create' });
  const isBare = clause.things.every(({ select, name = '' }) =>
    name === '' ? select.kind === 'folder' : SO_MANY.test(name),
  );
  const isPlain = clause.locs.every(({ loc }) => loc.isNew !== true);
  return clause.left.length === 0 && isBare && isPlain && clause.locs.length < 2 ? clause.locs : undefined;
};

/** "una carpeta con dos subcarpetas": of those that were counted it is none. */
const ONE_MORE =
  /\b(?:una|an?|otra|another)\s+(?:(?:new|nueva)\s+)?(?:carpeta|carpetita|folder|directorio|directory)\b/;

interface Named {
  readonly match: Indexed;
  readonly names: string[] | undefined;
  /** The text in which the rest is to be read. */
  readonly text: Text;
}

/** The names of so many folders, where what stands there is just as many names. "En Casa dos carpetas": how many is no part of where. */
const countedIn = (text: Text, { from, to }: Stretch): Named | undefined => {
  const match = COUNTED.exec(text.folded.slice(from, to)) as Indexed | null;
  if (!match || !MAKES.test(match.groups!['rest']!) || ONE_MORE.test(match.groups!['rest']!)) return undefined;
  const { names: at, counted } = match.indices.groups;
  const names = namesIn(new Cursor(text, from + at![0], from + at![1]));
  const isSo = names?.length === numberOf(match.groups!['n']!) && names.every((name) => PLAIN_NAME.test(name));
  if (!isSo) return undefined;
  return { match, names, text: blanked(text, [{ from: from + counted![0], to: from + counted![1] }]) };
};

/** Where such names begin: no order does, whatever they are called. */
export const countedNamesAt = (text: Text, stretch: Stretch): number | undefined => {
  const found = countedIn(text, stretch);
  return found && stretch.from + found.match.indices.groups['names']![0];
};

const formIn = (text: Text, { from, to }: Stretch): Named | undefined => {
  const match = FORM.exec(text.folded.slice(from, to)) as Indexed | null;
  if (!match || !MAKES.test(match.groups!['rest']!)) return undefined;
  const [first, last] = match.indices.groups['names']!;
  return { match, names: namesIn(new Cursor(text, from + first, from + last)), text };
};

const clauseOf = (locs: Clause['locs'], [first, ...siblings]: readonly string[]): Clause => ({
  ...emptyClause(),
  act: 'create',
  hasVerb: true,
  locs: [...locs, { role: 'to', loc: { path: [first!], isFolder: true, isNew: true, siblings } }],
});

export const readFolderForm = (text: Text, stretch: Stretch, world: World): Clause | undefined =>
  readNamed(text, stretch, world) ??
  readInside(text, stretch, world) ??
  readFoldersFor(text, stretch, world) ??
  readAnotherFolder(text, stretch, world);

const readNamed = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const found = countedIn(text, stretch) ?? formIn(text, stretch);
  if (!found?.names) return undefined;
  const [start, end] = found.match.indices.groups['rest']!;
  const locs = placeIn(found.text, { from: stretch.from + start, to: stretch.from + end }, world);
  return locs && clauseOf(locs, found.names);
};

const readFoldersFor = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const found = foldersFor(text, stretch);
  const [before] = found?.around ?? [];
  if (!found || !before || !MAKES.test(text.folded.slice(before.from, before.to))) return undefined;
  const locs = found.around.map((part) => placeIn(text, part, world));
  const said = locs.flatMap((each) => each ?? []);
  const isPlain = said.every(({ role }) => role === 'in') && said.length < 2 && !locs.includes(undefined);
  return isPlain ? clauseOf(said, found.names) : undefined;
};

/** "dentro de esa, otra que se llame X": after a folder that was just made. */
const ANOTHER = indexed(
  '^(?<rest>.*?)\\b(?:otra|another(?: one)?|(?<=\\b(?:dentro|adentro|ahi|alli|esa|ella|inside|in (?:it|there|that(?: one)?)),? )(?:una|one))\\b(?<more>.*?)\\s(?:que se llam(?:e|ara|a)|llamad[oa]|called|named)\\s+(?<names>[^:]+)$',
);
const A_FOLDER = /\b(?:carpet(?:a|ita)|folder|directorio|directory)\b/;

/** "en la carpeta Casa crea otra que se llame Norte": right behind the word for making. */
const MAKING = /\b(?:cre\w+|haz|hag\w+|hac\w+|make|create|add|necesito|quiero|i need)(?:\s+~?me)?\s*$/;
const isInFolder = (said: string): boolean => MAKING.test(said) && A_FOLDER.test(said);

const isAfterFolder = (before: string, { madeFolder }: World): boolean =>
  before.trim() === '' ? madeFolder === true : MAKES.test(before) && A_FOLDER.test(before);

const readAnotherFolder = (text: Text, { from, to }: Stretch, world: World): Clause | undefined => {
  const match = ANOTHER.exec(text.folded.slice(from, to)) as Indexed | null;
  const isAfter = isAfterFolder(text.folded.slice(0, from), world);
  if (!match || !(isAfter || isInFolder(match.groups!['rest']!))) return undefined;
  const within = (group: string): Stretch => {
    const [start, end] = match.indices.groups[group]!;
    return { from: from + start, to: from + end };
  };
  const names = namesIn(new Cursor(text, within('names').from, within('names').to));
  const [rest, more] = [placeIn(text, within('rest'), world), placeIn(text, within('more'), world)];
  return names && rest && more && rest.length + more.length < 2 ? clauseOf([...rest, ...more], names) : undefined;
};

/** Where the names of more folders begin, should an order for them begin here. */
export const insideNamesAt = (text: Text, stretch: Stretch, world: World): number | undefined =>
  isAfterFolder(text.folded.slice(0, stretch.from), world) ? foldersInside(text, stretch)?.at : undefined;

const THERE: Clause['locs'] = [{ role: 'in', loc: { path: [], there: true } }];

const readInside = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const found = isAfterFolder(text.folded.slice(0, stretch.from), world) ? foldersInside(text, stretch) : undefined;
  return found && clauseOf(THERE, found.names);
};
