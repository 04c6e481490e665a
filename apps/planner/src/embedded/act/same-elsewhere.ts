import type { Deed } from '../../facts.js';
import type { Clause, Loc, Thing } from '../grammar/clause.js';
import { isFileName } from '../text/file-name.js';
import { foldName } from '../text/fold.js';
import type { Context } from './context.js';

/**
 * "y lo mismo en Proyecto Olmo", "and the same with the Unit 6 folder", after a job whose things a rule chose: the folder
 * that is said is where that rule is to be used again, and never what is to be changed itself.
 */

const SAYS_SAME = /\b(?:tambien|too|as well|lo mismo|lo propio|igual|the same|same thing|likewise)\b/;
const ASKS = /\?\s*$/;

/** A folder it was chosen from, by a rule. */
const isByRule = ({ operation, state, select, from }: Deed): boolean =>
  CARRIES.has(operation) && state === 'committed' && select !== undefined && from !== undefined;
const CARRIES = new Set(['move', 'copy', 'trash']);

const WHERE = new Set(['from', 'in', 'object']);

/** By its capital only where the last one was a folder with a name as well: else it may be a file. */
const isFolder = ({ name, nameKind, ...thing }: Thing, { from = '' }: Deed): boolean => {
  const isPlain = Object.keys(thing.select).every((key) => key === 'kind') && !thing.terms && !thing.pronoun;
  if (name === undefined || !isPlain) return false;
  return nameKind === 'folder' || (from.includes('/') && /^\p{Lu}/u.test(name) && !isFileName(name));
};

const locIn = ({ things, locs }: Clause, deed: Deed): Loc | undefined => {
  const [loc, ...moreLocs] = locs;
  const [thing, ...moreThings] = things;
  if (moreLocs.length > 0 || moreThings.length > 0) return undefined;
  if (thing === undefined) return loc && WHERE.has(loc.role) ? loc.loc : undefined;
  if (loc !== undefined || !isFolder(thing, deed)) return undefined;
  return { ...thing.loc, path: [...(thing.loc?.path ?? []), thing.name!], isFolder: true };
};

/** The other folder; undefined where nothing says that the same is to be done there. */
export const sameElsewhere = (clause: Clause, deed: Deed, { sentence }: Context): Loc | undefined => {
  const isSame = clause.again === true || SAYS_SAME.test(foldName(sentence));
  return isSame && isByRule(deed) && !ASKS.test(sentence) ? locIn(clause, deed) : undefined;
};

/** "lo mismo en documentos y Proyecto Olmo": beside another place a folder is not what is to be changed either. */
export const withoutFolders = (clause: Clause, deed: Deed): Clause => {
  const folder = clause.again && isByRule(deed) ? clause.things.find((thing) => isFolder(thing, deed)) : undefined;
  return folder === undefined ? clause : { ...clause, left: [...clause.left, folder.name!] };
};

/** What went into a folder below the first one goes into such a folder of the other. */
export const targetElsewhere = (from: Loc, deed: Deed): Loc | undefined => {
  if (deed.to === undefined || !deed.to.startsWith(`${deed.from}/`)) return undefined;
  return { ...from, path: [...from.path, ...deed.to.slice(deed.from!.length + 1).split('/')] };
};
