import { parentOf } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { listed } from '#contracts/words/amounts';
import { shownLocation } from '#contracts/words/place-names';
import { choiceText, questionText } from '#contracts/words/question-text';
import { newThing, type Loc, type Thing } from '../grammar/clause.js';
import { isCalled } from '../grammar/called.js';
import { literal } from '../grammar/patterns.js';
import { foldName } from '../text/fold.js';
import { eatAnsweredLoc } from './answered.js';
import { countIn, find, FOUND_MAX, type FoundEntry } from './calls.js';
import { placesOf, type Context } from './context.js';
import { Say, type Job } from './job.js';
import { sourceFolder } from './locate.js';
import { thingsInOtherWords } from './other-words.js';
import { ask, optionOf, saysAll } from './questions.js';
import { deedOf, isFiltered } from './spoken.js';
import { isPlainKind, selectsOf } from './selection.js';

/** Things said without a folder: the folder they lie in, and which of them are meant there. */
export interface Found {
  readonly from: string;
  readonly things: readonly Thing[];
}

const DEEP = 64;
const SHOWN = 3;

/** Said by what they are or what they are called: only then may the folder be found by what is in it. */
const isFindable = (thing: Thing): boolean =>
  thing.name === undefined &&
  !isPlainKind(thing) &&
  !thing.pronoun &&
  !thing.rest &&
  !thing.vague &&
  !thing.top &&
  !thing.excepts;

/**
 * "borra las facturas": those of the folder that was just looked at, else of the only folder that has any; of several it
 * is asked which. What is where it shall go already (`to`) is not meant.
 */
export function* placesFound(context: Context, things: readonly Thing[], to?: Loc): Job<readonly Found[]> {
  if (things.length === 0 || !things.every(isFindable)) return [];
  const looked = yield* amongLooked(context, things);
  if (looked) return [looked];
  const found = yield* heldAs(context, things);
  const folders = found.holding.filter((folder) => !isWithin(folder, to));
  if (folders.length < found.holding.length && folders.length === 0) throw alreadyThere(context, found.holding);
  return (yield* chosen(context, folders)).map((from) => ({ from, things: found.things }));
}

/** The folders that hold such things; where nothing is called so, those that hold what is called so in other words. */
function* heldAs(context: Context, things: readonly Thing[]): Job<{ things: readonly Thing[]; holding: string[] }> {
  const holding = yield* foldersHolding(context, things);
  const others = holding.length > 0 ? [] : thingsInOtherWords(things);
  return others.length > 0 ? { things: others, holding: yield* foldersHolding(context, others) } : { things, holding };
}

/** The folders picked of several: one of those shown, all of them, or another one that was named. */
function* chosen(context: Context, folders: readonly string[]): Job<readonly string[]> {
  if (folders.length < 2) return folders;
  const shown = folders.map((folder) => shownLocation(folder, context.language));
  const answer = context.fill['found'];
  const picked = answer === undefined ? undefined : optionOf(answer, shown);
  if (picked !== undefined) return [folders[shown.indexOf(picked)]!];
  if (saysAll(context, 'found', folders.length)) return folders;
  const named = eatAnsweredLoc(context, 'found');
  if (named) return [yield* sourceFolder(context, named)];
  throw ask(context, 'found', {
    key: 'fromWhich',
    options: [...shown.slice(0, 7), choiceText('allOf', context.language)],
  });
}

const alreadyThere = ({ language }: Context, folders: readonly string[]): Say => {
  const list = listed(folders.map((folder) => shownLocation(folder, language)).slice(0, SHOWN), language);
  return new Say(questionText('alreadyThere', language, { list }));
};

/** Whether a folder is the one things are to go to, or lies in it. */
const isWithin = (folder: string, to: Loc | undefined): boolean => {
  if (to === undefined || to.place === undefined) return to !== undefined && isNamed(folder, to.path);
  const target = foldName([to.place, ...to.path].join('/'));
  return foldName(folder) === target || foldName(folder).startsWith(`${target}/`);
};

const isNamed = (folder: string, path: readonly string[]): boolean =>
  path.length > 0 && foldName(folder).endsWith(`/${foldName(path.join('/'))}`);

function* foldersHolding(context: Context, things: readonly Thing[]): Job<string[]> {
  const folders = new Set<string>();
  const isMeant = (name: string): boolean => things.some((thing) => !areWords(thing) || isCalled(thing, name));
  for (const select of selectsOf(things)) {
    const deep = { kind: 'file' as const, ...select, depth: DEEP };
    const hits = yield* find(context, placesOf(context), deep);
    for (const { location, name } of hits) if (isMeant(name)) folders.add(parentOf(location));
    if (hits.length >= FOUND_MAX) yield* checkAll(context, deep, [...folders]);
  }
  return [...folders];
}

const areWords = ({ terms = [] }: Thing): boolean => terms.length > 1;

/** Of more than are named: those in the folders seen must be all there are, else the folder is asked for. */
function* checkAll(context: Context, select: Select, folders: readonly string[]): Job<void> {
  let all = 0;
  let seen = 0;
  for (const place of placesOf(context)) all += yield* countIn(context, place, select);
  for (const folder of folders) seen += yield* countIn(context, folder, { ...select, depth: 1 });
  if (seen < all) throw ask(context, 'from', { key: 'whereFrom', options: [] });
}

/** "¿qué hay en el escritorio?", "mueve los pdf a …": of those that were just looked at. */
function* amongLooked(context: Context, things: readonly Thing[]): Job<Found | undefined> {
  const deed = deedOf(context);
  if (deed?.state !== 'looked' || deed.operation !== 'find' || deed.from === undefined) return undefined;
  const depth = deed.select?.depth;
  const deep = depth === undefined ? things : things.map((thing) => ({ ...thing, deep: true }));
  const hits: FoundEntry[] = [];
  for (const select of selectsOf(things))
    hits.push(
      ...(yield* find(context, [deed.from], { kind: 'file', ...select, ...(depth !== undefined && { depth }) })),
    );
  if (hits.length === 0) return undefined;
  return isFiltered(deed.select) ? amongShown(context, hits) : { from: deed.from, things: deep };
}

/** After a search only what it found can be meant; where that cannot be told by name, it is asked. */
const amongShown = (context: Context, hits: readonly FoundEntry[]): Found => {
  const { names = [], entries } = deedOf(context)!;
  const shown = hits.filter(({ name }) => names.includes(name));
  const [from, ...others] = new Set(shown.map(({ location }) => parentOf(location)));
  if (names.length !== entries || from === undefined || others.length > 0)
    throw ask(context, 'them', { key: 'whichThem', options: [] });
  const select = { kind: 'any' as const, names: shown.map(({ name }) => literal(name)) };
  return { from, things: [{ ...newThing(select), plural: true }] };
};
