import type { Clause, SaidLoc, Thing } from '../grammar/clause.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { foldersNamed } from './locate.js';

/** "los jpg de Ana y Luis": two folders, unless one is called so. */

const isSource = ({ role }: SaidLoc): boolean => role === 'from' || role === 'in';

/** Without the first of the two, which was read as a folder or as what the things are about. */
const withoutFirst = (clause: Clause, pair: string): Clause => ({
  ...clause,
  things: clause.things
    .filter((thing) => thing.pair !== pair)
    .map((thing): Thing => (begins(pair, thing.topic) ? { ...thing, topic: undefined } : thing)),
  locs: clause.locs.filter(({ loc }) => loc.place !== undefined || !begins(pair, loc.path.join('/'))),
});
const begins = (pair: string, said: string | undefined): boolean =>
  said !== undefined && said !== '' && pair.startsWith(`${said} `);

/** The folder of that whole name, in the place that was said. */
export function* settlePair(context: Context, said: Clause): Job<Clause> {
  const pair = said.things.find((thing) => thing.pair !== undefined)?.pair;
  if (pair === undefined) return said;
  const clause = withoutFirst(said, pair);
  const [around, ...others] = clause.locs.filter(isSource);
  const isPlain = others.length === 0 && (around === undefined || around.loc.path.length === 0);
  const place = around?.loc.place;
  const found = yield* foldersNamed(context, place === undefined ? placesOf(context) : [place], [pair]);
  if (found.length === 0 || !isPlain || clause.things.length === 0) return said;
  const loc = { ...(place !== undefined && { place }), path: [pair], isFolder: true };
  return { ...clause, locs: [...clause.locs.filter((each) => each !== around), { role: 'from', loc }] };
}
