import type { Clause, Loc } from '../grammar/clause.js';
import { callOn, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { joined, targetFolder } from './locate.js';
import { ask } from './questions.js';

/** Makes the folders that were named, inside the folder that was said or asked for. */
export function* createFolder(context: Context, clause: Clause): Job<void> {
  const said = newest(clause);
  const around = clause.locs.find(({ loc }) => loc !== said)?.loc;
  const name = said?.path ?? nameAsked(context);
  const inside = said?.place === undefined && around ? yield* targetFolder(context, around, undefined) : undefined;
  const folders: string[] = [];
  for (const leaf of [name.at(-1)!, ...(said?.siblings ?? [])]) {
    const path = [...name.slice(0, -1), leaf];
    folders.push(inside !== undefined ? joined(inside, ...path) : yield* newFolder(context, { ...said, path }));
  }
  yield* planAndCommit(
    context,
    folders.map((folder) => callOn(context, 'create_folder', { folder })),
  );
  context.there = folders[0];
}

/** The folder to be made: the newest named one. */
const newest = ({ locs }: Clause): Loc | undefined => {
  const named = locs.filter(({ loc }) => loc.path.length > 0);
  return (named.findLast(({ loc }) => loc.isNew) ?? named[0])?.loc;
};

/** A new folder inside a folder that is there: "2025 dentro de facturas". */
function* newFolder(context: Context, loc: Loc): Job<string> {
  const parents = loc.path.slice(0, -1);
  if (parents.length === 0) return yield* targetFolder(context, { ...loc, isNew: true }, undefined);
  return joined(
    yield* targetFolder(context, { path: parents, ...(loc.place !== undefined && { place: loc.place }) }, undefined),
    loc.path.at(-1)!,
  );
}

const nameAsked = (context: Context): string[] => {
  const answer = context.fill['name'];
  if (answer !== undefined)
    return answer
      .replace(/[«»"“”.]/g, '')
      .trim()
      .split('/');
  throw ask(context, 'name', { key: 'folderName', options: [] });
};
