import type { Clause, Thing } from '../grammar/clause.js';
import { readClause } from '../grammar/read-clause.js';
import { Cursor } from '../text/cursor.js';
import { splitEnclitics } from '../text/enclitics.js';
import { readText } from '../text/text.js';
import { worldOf, type Context } from './context.js';

const read = (context: Context, answer: string): Clause | undefined => {
  const clause = readClause(new Cursor(readText(splitEnclitics(answer))), worldOf(context));
  return clause.left.length === 0 ? clause : undefined;
};

const SELECTIVE = ['size', 'modified', 'names', 'category', 'text', 'empty'] as const;

/** A word such as "grandes" gives way to the measure that was asked for. */
const measured = (things: readonly Thing[], answer: Thing): Thing[] =>
  things.map(({ vague, ...thing }) =>
    vague === undefined
      ? thing
      : { ...thing, select: { ...thing.select, ...answer.select, kind: thing.select.kind ?? answer.select.kind } },
  );

const isMeasure = (thing: Thing | undefined): thing is Thing =>
  thing !== undefined && SELECTIVE.some((key) => thing.select[key] !== undefined);

/** "The ones older than 60 days": which ones is what was asked. */
const THE_ONES = /^\W*(?:(?:only|just|solo|all)\s+)*(?:the ones|those|ones)\s+(?:(?:that|which) are\s+)?/i;

/** A clause with the gaps that were asked about filled by the person's answers. */
export const withAnswers = (context: Context, clause: Clause): Clause => {
  const { vague, what } = context.fill;
  let current = clause;
  const measure = vague === undefined ? undefined : read(context, vague.replace(THE_ONES, ''));
  if (measure && isMeasure(measure.things[0]))
    current = { ...current, things: measured(current.things, measure.things[0]) };
  const meant = what === undefined ? undefined : read(context, what);
  if (!meant || meant.things.length === 0) return current;
  const hasPlace = current.locs.some(({ role }) => role !== 'to');
  return { ...current, things: meant.things, locs: hasPlace ? current.locs : [...current.locs, ...meant.locs] };
};
