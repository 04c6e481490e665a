import { literal } from '../grammar/patterns.js';
import { bothNames } from '../grammar/both-names.js';
import type { Thing } from '../grammar/clause.js';
import { countIn } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';

/** "mueve los que digan factura": those whose names say so, else those whose texts do. */
export function* settleSays(context: Context, things: readonly Thing[], from: string): Job<void> {
  for (const thing of things) {
    if (thing.says === undefined) continue;
    const { text: _, ...select } = thing.select;
    const glob = [`*${literal(thing.says)}*`];
    const names = select.names ? (bothNames(select.names, glob) ?? glob) : glob;
    const named = { ...select, names };
    if ((yield* countIn(context, from, { ...named, ...(thing.deep && { depth: 64 }) })) > 0) thing.select = named;
  }
}
