import type { Entry } from '#contracts/entry';
import { parentOf } from '#contracts/location-parts';
import { rankText } from '#contracts/words/answer-text';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { ranked } from './among.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { deepened, look, subjectOf, type Subject } from './looking.js';
import { LOOKUP } from './spoken.js';

/** "¿cuál es el archivo más grande?", "the two oldest files in documents": the first ones in an order, told by name. */
export function* rank(context: Context, clause: Clause, thing: Thing): Job<string> {
  const { sort, order, limit } = thing.top!;
  const subject = amongShown(context, clause, thing) ?? deepened(yield* subjectOf(context, clause, 'file'));
  const isSpread = subject.parts.length > 1;
  const found = yield* look(context, isSpread ? asLookup(subject) : subject, { sort, order, limit });
  const first = ranked(found.entries, thing.top!);
  if (isSpread && first.length > 0) yield* pointAt(context, first);
  return rankText(first, context.language, context.clock.zone);
}

/** "¿cuánto ocupan mis descargas?", "¿y cuál es el más grande?": of those that were just looked at. */
const amongShown = ({ spoken }: Context, clause: Clause, { select, deep }: Thing): Subject | undefined => {
  const saysMore =
    clause.locs.length > 0 || clause.machine !== undefined || clause.thisMachine === true || deep === true;
  const isBare = clause.things.length === 1 && Object.values(select).every((value) => value === undefined);
  if (saysMore || !isBare || spoken.length === 0) return undefined;
  const parts = spoken.flatMap(({ state, operation, from, select: shown }) =>
    state === 'looked' && operation === 'find' && from !== undefined
      ? [{ in: from, select: { ...shown, kind: kindOf(shown?.kind) } }]
      : [],
  );
  return parts.length === spoken.length ? { parts, shown: undefined } : undefined;
};

const kindOf = (kind: 'file' | 'folder' | 'any' | undefined): 'file' | 'folder' => (kind === 'folder' ? kind : 'file');

/** The first ones of each place are not spoken of, only the first of all. */
const asLookup = ({ parts, ...subject }: Subject): Subject => ({
  ...subject,
  parts: parts.map((part) => ({ ...part, select: { ...part.select, ...LOOKUP } })),
});

/** From now on "it" and "them" are these. */
function* pointAt(context: Context, entries: readonly Entry[]): Job<void> {
  const folders = [...new Set(entries.map(({ location }) => parentOf(location)))];
  const parts = folders.map((folder) => {
    const names = entries.filter(({ location }) => parentOf(location) === folder).map(({ name }) => literal(name));
    return { in: folder, select: { kind: 'any' as const, names } };
  });
  yield* look(context, { parts });
}
