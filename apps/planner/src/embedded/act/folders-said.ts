import { literal } from '../grammar/patterns.js';
import { foldName } from '../text/fold.js';
import { longNamesIn } from '../text/long-names.js';
import { callOn, lookUp, type FoundEntry } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { partsOf } from './locate.js';
import { LOOKUP } from './spoken.js';

/** Of the machine that cannot be asked nothing is known. */
const isReachable = ({ facts: { machines, defaultMachine } }: Context): boolean =>
  machines.some(({ id, online }) => id === defaultMachine && online);

/** "la carpeta Fin de curso": names with small words in them that folders have, so that they are read as one. */
export function* foldersSaid(context: Context): Job<readonly string[]> {
  const said = longNamesIn(context.sentence);
  if (said.length === 0 || !isReachable(context)) return [];
  const inner = said.flatMap((name) => partsOf([name])?.[0] ?? []);
  const names = [...new Set([...said, ...inner])].map(literal);
  const select = { kind: 'folder', names, depth: 64, ...LOOKUP };
  const results = yield* lookUp(
    context,
    placesOf(context).map((place) => callOn(context, 'find', { in: place, select, limit: 50 })),
  );
  const found = results.flatMap(({ entries }) => (entries as FoundEntry[] | undefined) ?? []);
  return said.filter((name) => found.some((entry) => isCalled(entry, name) || isWithin(entry, name)));
}

const isCalled = ({ name }: FoundEntry, said: string): boolean => foldName(name) === foldName(said);

/** "Planos de Casa Norte": Planos in Casa Norte. */
const isWithin = ({ location }: FoundEntry, said: string): boolean => {
  const parts = partsOf([said]);
  return parts !== undefined && foldName(location).endsWith(foldName(`/${parts[1]}/${parts[0]}`));
};
