import { leafOf } from '#contracts/location-parts';
import { isCalled } from '../grammar/called.js';
import { newThing, type Loc } from '../grammar/clause.js';
import { DONE_TO_IT, SAID_OF_FILES } from '../lexicon/part-back.js';
import { isNameOf } from '../text/file-name.js';
import { foldName } from '../text/fold.js';
import { partSaid, type PartSaid } from '../text/part-back.js';
import { eatLocSaid } from './answered.js';
import type { Context } from './context.js';

/** What is to come back of a job, in the words it was asked for with. */

export interface Wanted {
  readonly said: string;
  readonly words: readonly string[];
  readonly isMany: boolean;
}

export interface Asked extends Pick<PartSaid, 'isTrashed' | 'points'> {
  readonly wanted: readonly Wanted[];
  /** The folder that it is to go back to, where one was said. */
  readonly home: Loc | undefined;
}

const AND = /\s+(?:y|e|and)\s+/i;
const SEVERAL = /^(?:l[oa]s|mis)\s|(?<!\.\w*)[^s]s$/i;
const BEFORE_NAME = /^(?:el|la|los|las|the|my|mi|mis)\s+(?:de\s+)?|["«»“”]/gi;

/** Undefined where nothing but "the file" was said. */
const wantedIn = ({ what }: PartSaid): Wanted[] | undefined => {
  const all = what.replace(DONE_TO_IT, '').split(AND).map(wantedOf);
  return all.every(({ words }) => words.length > 0) ? all : undefined;
};

const wantedOf = (said: string): Wanted => ({
  said: said.trim().replace(BEFORE_NAME, ''),
  words: said.split(/\s+/).filter((word) => !SAID_OF_FILES.has(foldName(word))),
  isMany: SEVERAL.test(foldName(said)),
});

/** What a sentence asks back of a job; undefined where it asks for nothing of the kind, or for more. */
export const askedIn = (context: Context): Asked | undefined => {
  const said = partSaid(context.sentence);
  const wanted = said && wantedIn(said);
  if (!wanted) return undefined;
  if (said.home === undefined) return { ...said, wanted, home: undefined };
  const home = eatLocSaid(context, said.home);
  return home && { ...said, wanted, home };
};

export const fits = ({ words }: Wanted, name: string): boolean => isCalled({ ...newThing(), terms: [...words] }, name);

/** Those that are called so; where one is called exactly so, it is that. */
export const calledSo = <T extends { readonly from: string }>(wanted: Wanted, taken: readonly T[]): readonly T[] => {
  const exact = taken.filter(({ from }) => isNameOf(leafOf(from), wanted.said));
  return exact.length > 0 ? exact : taken.filter(({ from }) => fits(wanted, leafOf(from)));
};

/** Whether a folder is the one that was said: the place alone is only that. */
export const isHome = ({ place, path, ...loc }: Loc, folder: string): boolean => {
  if (loc.there || loc.absolute !== undefined || loc.isNew) return false;
  const [top, ...below] = folder.split('/').map(foldName);
  const isInPlace = place === undefined || top === foldName(place);
  if (path.length === 0) return isInPlace && below.length === 0;
  return isInPlace && foldName(`/${below.join('/')}`).endsWith(foldName(`/${path.join('/')}`));
};
