import { isFileName } from '../text/file-name.js';
import { leafOf, parentOf } from '#contracts/location-parts';
import { foldName } from '../text/fold.js';
import { wordsOfName } from '../text/name-words.js';
import { nearPlace } from '../text/typos.js';
import type { Loc, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { permuted } from '../grammar/stems.js';
import { questionText } from '#contracts/words/question-text';
import { ask, chooseFolder, chooseLocation, saysAll } from './questions.js';
import { placesOf, type Context } from './context.js';
import { LOOKUP, lookedInto } from './spoken.js';
import { callOn, find, heard, lookUp, type FoundEntry } from './calls.js';
import { Say, type Job } from './job.js';
import { itEntry } from './among.js';
import { pick, type Picking } from './pick.js';
import { thereOf } from './there.js';

export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');

const endsWith = (location: string, path: readonly string[]): boolean => {
  const wanted = path.map(foldName);
  const parts = location.split('/').map(foldName);
  return wanted.every((part, at) => parts[parts.length - wanted.length + at] === part);
};

const depthOf = (location: string): number => location.split('/').length;

/** Folders whose path ends with these names, anywhere below the given places; nearest first. */
export function* foldersNamed(context: Context, places: readonly string[], path: readonly string[]): Job<string[]> {
  const leaf = path.at(-1) ?? '';
  const select = { kind: 'folder', names: [literal(leaf)], depth: 64, ...LOOKUP };
  const asked = yield* lookUp(
    context,
    places.map((place) => callOn(context, 'find', { in: place, select, limit: 50 })),
  );
  const results = heard(asked, context);
  const entries = results.flatMap((result) => (result['entries'] as FoundEntry[] | undefined) ?? []);
  const fitting = entries.map(({ location }) => location).filter((location) => endsWith(location, path));
  return [...new Set(fitting)].sort((a, b) => depthOf(a) - depthOf(b));
}

const OF = /\s(?:del?|of)(?:\s(?:el|la|los|las|the|mi|my))?\s/i;

/** "la carpeta Planos de Casa Norte", where nothing is called so: Planos, and what is around it. */
export const partsOf = ([name, ...more]: readonly string[]): readonly [string, string] | undefined => {
  const joint = more.length === 0 ? OF.exec(name ?? '') : null;
  return joint ? [name!.slice(0, joint.index), name!.slice(joint.index + joint[0].length)] : undefined;
};

function* foldersWithin(context: Context, places: readonly string[], path: readonly string[]): Job<string[]> {
  const parts = partsOf(path);
  return parts ? yield* foldersNamed(context, places, [parts[1], parts[0]]) : [];
}

/** The folder meant: the one exactly there, else the only one of that name below; several are asked about. */
function* existing(context: Context, loc: Loc, near?: string): Job<string | undefined> {
  const places = loc.place ? [loc.place] : placesOf(context);
  const named = yield* foldersNamed(context, places, loc.path);
  const found = named.length > 0 ? named : yield* foldersWithin(context, places, loc.path);
  const base = loc.place ?? near;
  const exact =
    base === undefined
      ? undefined
      : found.find(
          (location) =>
            depthOf(location) === depthOf(base) + loc.path.length &&
            foldName(location).startsWith(`${foldName(base)}/`),
        );
  if (exact !== undefined) return exact;
  if (found.length <= 1) return found[0];
  const shallowest = found.filter((location) => depthOf(location) === depthOf(found[0]!));
  if (loc.place && shallowest.length === 1) return shallowest[0];
  return chooseLocation(context, `folder:${loc.path.join('/')}`, { key: 'whichOne', options: found });
}

/** A folder that must be there. */
export function* sourceFolder(context: Context, loc: Loc): Job<string> {
  if (loc.there) return thereOf(context);
  if (loc.absolute !== undefined) return loc.absolute;
  if (loc.place !== undefined && loc.path.length === 0) return loc.place;
  const found = (yield* existing(context, loc)) ?? slipped(loc);
  if (found !== undefined) return found;
  throw new Say(questionText('folderNotFound', context.language, { name: joined(loc.place ?? '', ...loc.path) }));
}

/** "descagras": there is no such folder, and one slip away is a place. */
export const slipped = (loc: Loc): string | undefined =>
  loc.place === undefined && loc.path.length === 1 ? nearPlace(loc.path[0]!) : undefined;

/** "a la carpeta Clientes de Luis": there is no such folder, and the one that was begun with may be meant. */
function* foldersLike(context: Context, loc: Loc): Job<string[]> {
  const parts = loc.isFolder ? partsOf(loc.path) : undefined;
  return parts ? yield* foldersNamed(context, loc.place ? [loc.place] : placesOf(context), [parts[0]]) : [];
}

/** A folder to put things in: one that is there, else the one to be made, beside what goes into it. */
export function* targetFolder(context: Context, loc: Loc, near: string | undefined): Job<string> {
  if (loc.there) return thereOf(context);
  if (loc.absolute !== undefined) return loc.absolute;
  if (loc.place !== undefined && loc.path.length === 0) return loc.place;
  if (loc.isNew || (loc.isSub && loc.isAny)) return yield* newIn(context, loc, near);
  const found = yield* existing(context, loc, near);
  if (found !== undefined) return found;
  const likely = yield* foldersLike(context, loc);
  if (likely.length > 0) {
    const name = loc.path.join('/');
    return chooseLocation(context, `folder:${name}`, { key: 'didYouMean', options: likely, fill: { name } });
  }
  const place = slipped(loc);
  if (place !== undefined && loc.isFolder !== true) return place;
  return joined(...(yield* madeUnder(context, loc, near)));
}

/** A subfolder is made in the folder of what goes into it, any other in the place. */
const baseOf = ({ isSub }: Loc, near: string | undefined): string | undefined => (isSub ? near : near?.split('/')[0]);

/** A folder to be made; "en una carpeta" asks for its name. */
function* newIn(context: Context, loc: Loc, near: string | undefined): Job<string> {
  if (loc.path.length > 0)
    return joined(loc.place ?? baseOf(loc, near) ?? (yield* placeAsked(context, loc)), ...loc.path);
  const name = context.fill['name']?.replace(/[«»"“”.]/g, '').trim();
  if (!name) throw ask(context, 'name', { key: 'folderName', options: [] });
  return yield* newIn(context, { ...loc, path: name.split('/') }, near);
}

/** A missing folder keeps the real names of those of its parents that are there. */
function* madeUnder(context: Context, loc: Loc, near: string | undefined): Job<string[]> {
  const base = loc.place ?? baseOf(loc, near) ?? (yield* placeAsked(context, loc));
  if (loc.path.length < 2) return [base, ...loc.path];
  const parent = yield* existing(context, { place: base, path: loc.path.slice(0, -1) });
  return parent === undefined ? [base, ...loc.path] : [parent, loc.path.at(-1)!];
}

function* placeAsked(context: Context, loc: Loc): Job<string> {
  const name = loc.path.join('/');
  return yield* targetFolder(
    context,
    chooseFolder(context, `place:${name}`, { key: 'whereMake', fill: { name } }),
    undefined,
  );
}

const namesFor = (thing: Thing): string[] => {
  if (thing.terms) return permuted(thing.terms);
  const name = thing.name!;
  if (thing.alsoName !== undefined) return [literal(name), literal(thing.alsoName)];
  return isFileName(name) || thing.nameKind === 'folder' ? [literal(name)] : [literal(name), `${literal(name)}.*`];
};

/** "presupuesto" is "presupuesto 2026.xlsx": each word said begins one of the name. */
const beginsWords = (name: string, label: string): boolean => {
  const parts = wordsOfName(name);
  const said = foldName(label).split(/\s+/);
  return said.every((word) => word.length > 3 && parts.some((part) => part.startsWith(word)));
};

const labelOf = ({ name, terms }: Thing): string => name ?? terms!.join(' ');

/** The one entry a name means: exactly one hit, or a question. `from` narrows where it is looked for. */
export function* oneEntry(context: Context, thing: Thing, from: string | undefined): Job<FoundEntry> {
  const hits = yield* entriesCalled(context, thing, from);
  return hits.length === 1 ? hits[0]! : pick(context, { label: labelOf(thing), hits, key: 'whichOne' });
}

/** The same, or all there are when "both" was the answer to that question. */
export function* entriesCalled(context: Context, thing: Thing, from: string | undefined): Job<readonly FoundEntry[]> {
  if (thing.pronoun) return [yield* itEntry(context, thing)];
  if ((thing.name ?? thing.terms) === undefined) throw ask(context, 'what', { key: 'what', options: [] });
  const label = labelOf(thing);
  const at = thing.loc ? yield* locOrPlace(context, thing.loc) : from;
  const places = at === undefined ? placesOf(context) : [at];
  const kind = thing.nameKind ?? 'any';
  const entries = yield* find(context, places, { kind, names: namesFor(thing), depth: 64 });
  const direct = entries.filter(({ location }) => places.some((place) => location === `${place}/${leafOf(location)}`));
  const near = at === undefined ? nearest(context, entries) : [];
  const hits = [near, direct].find(({ length }) => length === 1) ?? entries;
  if (hits.length === 1) return hits;
  if (hits.length > 1) return picked(context, { label, hits, key: 'whichOne' });
  return closest(
    context,
    label,
    yield* find(context, places, { kind, names: permuted(label.split(/\s+/)), depth: 64 }),
  );
}

/**
 * "¿qué hay en Meridian?", "renombra el presupuesto": the one in the folder that was just looked into, or the folder that was
 * just made, if there is one.
 */
const nearest = (context: Context, entries: FoundEntry[]): FoundEntry[] => {
  const folder = lookedInto(context);
  return entries.filter(({ location }) => parentOf(location) === folder || wasMade(context, location));
};

const wasMade = ({ spoken }: Context, location: string): boolean =>
  spoken.some(({ operation, state, to }) => operation === 'create-folder' && state === 'committed' && to === location);

const picked = (context: Context, picking: Picking): readonly FoundEntry[] =>
  saysAll(context, `entry:${picking.label}`, picking.hits.length) ? picking.hits : [pick(context, picking)];

const closest = (context: Context, label: string, close: readonly FoundEntry[]): readonly FoundEntry[] => {
  const [only] = close;
  if (!only) throw new Say(questionText('notFound', context.language, { name: label }));
  const isMeant = close.length === 1 && beginsWords(only.name, label) && context.fill[`entry:${label}`] === undefined;
  return isMeant ? close : picked(context, { label, hits: close, key: 'didYouMean' });
};

function* locOrPlace(context: Context, loc: Loc): Job<string | undefined> {
  return loc.place === undefined && loc.path.length === 0 && !loc.there && !loc.absolute
    ? undefined
    : yield* sourceFolder(context, loc);
}
