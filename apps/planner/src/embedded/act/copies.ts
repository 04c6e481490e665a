import { leafOf, parentOf } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { duplicatesText } from '#contracts/words/answer-text';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { questionText } from '#contracts/words/question-text';
import { callOn, countIn, find, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import { Say, type Call, type Job } from './job.js';
import { extraOf, type Rule, type Same } from './kept.js';
import { sourceFolder } from './locate.js';
import { ask, chooseFolder } from './questions.js';
import { isAllShown, isAsManyShown, searchesShown, shownOnes, type Search } from './same-spoken.js';
import { SAME_MAX, sameSets, type SameSet } from './same-sets.js';
import { locWith } from './source.js';

/** "los duplicados": named like a kind of file, but only their contents tell. */
export const isDuplicates = ({ terms, name, duplicates }: Thing): boolean =>
  duplicates === true ||
  /^(?:archivos |fotos |files |photos )?(?:duplicad[oa]s?|repetid[oa]s?|duplicates?|copias repetidas)$/i.test(
    terms?.join(' ') ?? name ?? '',
  );

/** "las fotos repetidas": of that kind only. */
const kindOf = ({ things }: Clause): { select?: Select } => {
  const { select } = things[0]!;
  return Object.keys(select).length > 0 ? { select: { ...select, depth: 64 } } : {};
};

/** Of each set one copy stays at least. */
export function* trashCopies(context: Context, clause: Clause): Job<void> {
  const [thing, ...others] = clause.things;
  if (!thing || others.length > 0) throw ask(context, 'what', { key: 'what', options: [] });
  const shown = searchesShown(context, clause);
  const searches = shown.length > 0 ? shown : [{ in: yield* saidFolder(context, clause) }];
  const extra: string[] = [];
  let found = 0;
  for (const search of searches) {
    const sets = yield* sameSets(context, isDuplicates(thing) ? { ...search, ...kindOf(clause) } : { ...search });
    found += sets.length;
    extra.push(...(yield* extraIn(context, clause, { search, sets })));
  }
  if (found === 0) throw new Say(noneText(context, searches));
  if (extra.length === 0) throw new Say(questionText('allKept', context.language));
  if (extra.length > SAME_MAX || !isAsManyShown(context, thing, extra.length))
    throw ask(context, 'what', { key: 'what', options: [] });
  yield* planAndCommit(context, yield* trashCalls(context, extra));
}

function* saidFolder(context: Context, clause: Clause): Job<string> {
  const loc = locWith(clause, 'from', 'object', 'in');
  return yield* sourceFolder(context, loc ?? chooseFolder(context, 'from', { key: 'whereFrom' }));
}

const noneText = ({ language }: Context, [only, ...more]: readonly Search[]): string =>
  duplicatesText(
    { sets: [], totals: { sets: 0, files: 0, bytes: 0 } },
    language,
    more.length === 0 ? only?.in : undefined,
  );

interface Looked {
  readonly search: Search;
  readonly sets: readonly SameSet[];
}

/** Those that go: the ones that were told of, else what the rule lets go; of two folders none of the other one. */
function* extraIn(context: Context, clause: Clause, { search, sets }: Looked): Job<readonly string[]> {
  const thing = clause.things[0]!;
  if (!isAllShown(thing) && !isDuplicates(thing)) return yield* shownOnes(context, search, { thing, sets });
  if (search.with !== undefined) {
    if (clause.keep) throw ask(context, 'what', { key: 'what', options: [] });
    return sets.flatMap(({ locations }) => locations);
  }
  const rule = yield* ruleOf(context, clause);
  const same = yield* withDates(context, { where: search.in, sets, rule });
  return same.flatMap((each) => extraOf(each, rule));
}

/** By their names, folder by folder; one by one where the names, whose case does not matter, would take others along. */
export function* trashCalls(context: Context, extra: readonly string[]): Job<Call[]> {
  const calls: Call[] = [];
  for (const folder of new Set(extra.map(parentOf))) {
    const inside = extra.filter((location) => parentOf(location) === folder);
    const select = { kind: 'file' as const, names: inside.map((location) => literal(leafOf(location))) };
    const isExact = (yield* countIn(context, folder, select)) === inside.length;
    calls.push(
      ...(isExact ? [{ from: folder, select }] : inside.map((location) => ({ from: location }))).map((args) =>
        callOn(context, 'trash', args),
      ),
    );
  }
  return calls;
}

/** Nothing said: one of each stays. */
function* ruleOf(context: Context, { keep }: Clause): Job<Rule> {
  if (keep?.by !== 'folder') return keep ?? { by: 'any' };
  return { by: 'folder', folder: yield* sourceFolder(context, keep.loc) };
}

interface Searched {
  readonly where: string;
  readonly sets: readonly SameSet[];
  readonly rule: Rule;
}

/** "la más antigua": only a look tells when each was changed; what it does not tell stays. */
function* withDates(context: Context, { where, sets, rule }: Searched): Job<Same[][]> {
  const isDated = rule.by === 'oldest' || rule.by === 'newest';
  const all = sets.flatMap(({ locations }) => locations);
  const names = [...new Set(all.map((location) => literal(leafOf(location))))];
  if (isDated && names.length > SAME_MAX) throw ask(context, 'what', { key: 'what', options: [] });
  const found = isDated ? yield* find(context, [where], { kind: 'file', names, depth: 64 }) : [];
  const dates = new Map(found.map(({ location, modified }) => [location, modified]));
  return sets.map(({ locations }) =>
    locations.map((location) => ({ location, ...(dates.has(location) && { modified: dates.get(location)! }) })),
  );
}
