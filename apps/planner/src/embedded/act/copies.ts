import type { Select } from '#contracts/selection';
import { duplicatesText } from '#contracts/words/answer-text';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import { Say, type Job } from './job.js';
import { sourceFolder } from './locate.js';
import { ask, chooseFolder } from './questions.js';
import { locWith } from './source.js';

/** "los duplicados": named like a kind of file, but only their contents tell. */
export const isDuplicates = ({ terms, name, duplicates }: Thing): boolean =>
  duplicates === true ||
  /^(?:archivos |fotos |files |photos )?(?:duplicad[oa]s?|repetid[oa]s?|duplicates?|copias repetidas)$/i.test(
    terms?.join(' ') ?? name ?? '',
  );

const COPIES_MAX = 100;

/** "las fotos repetidas": of that kind only. */
const kindOf = ({ things }: Clause): { select?: Select } => {
  const { names, category } = things[0]!.select;
  return (names ?? category) ? { select: { ...(names && { names }), ...(category && { category }), depth: 64 } } : {};
};

/** Of each set one copy stays, the one with the shortest location; more sets than one page shows are asked about first. */
export function* trashCopies(context: Context, clause: Clause): Job<void> {
  const loc = locWith(clause, 'from', 'object', 'in');
  const where = yield* sourceFolder(context, loc ?? chooseFolder(context, 'from', { key: 'whereFrom' }));
  const [found] = checked(yield [callOn(context, 'duplicates', { in: where, ...kindOf(clause), limit: 50 })], context);
  const sets = (found?.['sets'] as { locations: string[]; copies: number }[] | undefined) ?? [];
  const isWhole =
    found?.['truncated'] === false &&
    found['cut'] === undefined &&
    sets.every(({ locations, copies }) => locations.length === copies);
  const extra = sets.flatMap(({ locations }) =>
    locations.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(1),
  );
  if (extra.length === 0)
    throw new Say(duplicatesText({ sets: [], totals: { sets: 0, files: 0, bytes: 0 } }, context.language, where));
  if (!isWhole || extra.length > COPIES_MAX) throw ask(context, 'what', { key: 'what', options: [] });
  const folders = [...new Set(extra.map((location) => location.split('/').slice(0, -1).join('/')))];
  const inFolder = (folder: string): string[] =>
    extra.filter((location) => location.startsWith(`${folder}/`) && !location.slice(folder.length + 1).includes('/'));
  yield* planAndCommit(
    context,
    folders.map((folder) =>
      callOn(context, 'trash', {
        from: folder,
        select: { kind: 'file', names: inFolder(folder).map((location) => literal(location.split('/').at(-1)!)) },
      }),
    ),
  );
}
