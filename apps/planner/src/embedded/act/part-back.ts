import { leafOf, parentOf } from '#contracts/location-parts';
import type { PlanEntry } from '#contracts/plan';
import { questionText } from '#contracts/words/question-text';
import type { Loc } from '../grammar/clause.js';
import { callOn, planAndCommit, type FoundEntry } from './calls.js';
import type { Context } from './context.js';
import { Say, type Job } from './job.js';
import { entriesIn, jobsIn, type DoneDeed, type DoneJob } from './jobs-done.js';
import { targetFolder } from './locate.js';
import { askedIn, calledSo, fits, isHome, type Asked, type Wanted } from './part-wanted.js';
import { pick } from './pick.js';
import { unclear } from './referents.js';
import { wholeOnly } from './undo.js';

/** "put the invoice back in downloads", after a job that took it away with others: just that one comes back. */

/** What a job took from where it was. */
interface Taken {
  readonly deed: DoneDeed;
  readonly from: string;
  readonly to: string | undefined;
}

interface Listed {
  readonly taken: readonly Taken[];
  /** Else the job took more than is listed, or it is not known any more. */
  readonly isAll: boolean;
}

const TOOK = new Set(['move', 'rename', 'trash']);
const tookAway = (job: DoneJob, { isTrashed }: Asked): boolean =>
  job.every(({ operation }) => (isTrashed ? operation === 'trash' : TOOK.has(operation)));

/** What is known from the names that are kept of a job; where they do not tell, its plan is asked. */
const knownOf = (job: DoneJob, { wanted, home }: Asked): 'all' | 'none' | undefined => {
  const names = job.flatMap(({ names: of = [] }) => of);
  if (names.length === 0 || names.length < entriesIn(job)) return undefined;
  const fitting = names.filter((name) => wanted.some((each) => fits(each, name)));
  if (fitting.length === 0) return 'none';
  const isSure = home === undefined && (names.length === 1 || wanted.every(({ isMany }) => isMany));
  return isSure && fitting.length === names.length ? 'all' : undefined;
};

interface PlanReply {
  readonly entries?: readonly PlanEntry[];
  readonly truncated?: boolean;
}

const on = (context: Context, { machine }: DoneDeed): { machine?: string } =>
  context.machine === undefined ? { machine } : {};

/** What a job took, place by place. */
function* takenBy(context: Context, job: DoneJob): Job<Listed> {
  const replies = (yield job.map((deed) =>
    callOn(context, 'plan', { planId: deed.planId, limit: LISTED_MAX, ...on(context, deed) }),
  )) as readonly PlanReply[];
  const isAll = replies.every(({ entries, truncated }) => entries !== undefined && truncated !== true);
  return { isAll, taken: replies.flatMap(({ entries = [] }, at) => takenIn(job[at]!, entries)) };
}
const LISTED_MAX = 100;

const takenIn = (deed: DoneDeed, entries: readonly PlanEntry[]): Taken[] =>
  entries.flatMap(({ action, from, to }) => (from === undefined || action === 'skip' ? [] : [{ deed, from, to }]));

const entryOf = ({ from }: Taken): FoundEntry => ({
  location: from,
  name: leafOf(from),
  kind: 'file',
  size: 0,
  modified: '',
});

/** Of one thing there is one, or it is asked which. */
const meantOf = (context: Context, wanted: Wanted, found: readonly Taken[]): readonly Taken[] => {
  if (wanted.isMany || found.length < 2) return found;
  const { location } = pick(context, { label: wanted.said, hits: found.map(entryOf), key: 'whichOne' });
  return found.filter(({ from }) => from === location);
};

function* wholeBack(context: Context, job: DoneJob): Job<void> {
  yield* planAndCommit(
    context,
    job.map((deed) => callOn(context, 'undo', { planId: deed.planId, ...on(context, deed) })),
  );
}

function* someBack(context: Context, job: DoneJob, some: readonly Taken[]): Job<void> {
  const parts = job.map((deed) => ({
    deed,
    only: some.filter((taken) => taken.deed === deed).map(({ from }) => from),
  }));
  yield* planAndCommit(
    context,
    parts
      .filter(({ only }) => only.length > 0)
      .map(({ deed, only }) => callOn(context, 'undo', { planId: deed.planId, only, ...on(context, deed) })),
  );
}

/** Somewhere else than where it was: an ordinary move, out of where the job put it. */
function* movedOn(context: Context, some: readonly Taken[], home: Loc): Job<void> {
  if (some.some(({ to }) => to === undefined)) throw unclear(context);
  const to = yield* targetFolder(context, home, undefined);
  yield* planAndCommit(
    context,
    some.map((taken) => callOn(context, 'move', { from: taken.to, to, ...on(context, taken.deed) })),
  );
}

/** Whether the job took what is asked for, and that is on its way back. */
function* isFoundIn(context: Context, job: DoneJob, asked: Asked): Job<boolean> {
  const known = knownOf(job, asked);
  if (known === 'none') return false;
  if (known === 'all') yield* wholeBack(context, job);
  else {
    const listed = yield* takenBy(context, job);
    const found = asked.wanted.map((each) => calledSo(each, listed.taken));
    if (found.every(({ length }) => length === 0)) return false;
    if (!listed.isAll) throw wholeOnly(context, job);
    yield* foundBack(context, job, { asked, found, all: listed.taken });
  }
  return true;
}

interface Found {
  readonly asked: Asked;
  /** One list for each that is wanted. */
  readonly found: readonly (readonly Taken[])[];
  readonly all: readonly Taken[];
}

function* foundBack(context: Context, job: DoneJob, { asked, found, all }: Found): Job<void> {
  const { wanted, home } = asked;
  const missing = wanted.find((_, at) => found[at]!.length === 0);
  if (missing) throw notFound(context, missing);
  const fromHome = found.map((each) => each.filter(({ from }) => home === undefined || isHome(home, parentOf(from))));
  const isElsewhere = fromHome.some(({ length }) => length === 0);
  const meant = wanted.flatMap((each, at) => meantOf(context, each, (isElsewhere ? found : fromHome)[at]!));
  const some = [...new Set(meant)];
  if (isElsewhere) yield* movedOn(context, some, home!);
  else if (some.length === all.length) yield* wholeBack(context, job);
  else yield* someBack(context, job, some);
}

const notFound = ({ language }: Context, { said }: Wanted): Say =>
  new Say(questionText('notFound', language, { name: said }));

/** "I need the tax return, bring it back": what is named is none of several, so "it" is not all of them. */
const isOneOfSeveral = ({ points }: Asked, [newest = []]: readonly DoneJob[]): boolean =>
  points === 'one' && entriesIn(newest) > 1;

/** Whether the sentence asked for a part of a job, and it was seen to. */
export function* partBack(context: Context): Job<boolean> {
  const jobs = jobsIn(context.facts.deeds);
  const asked = context.done === 0 && jobs.length > 0 ? askedIn(context) : undefined;
  if (!asked) return false;
  for (const job of jobs.filter((each) => tookAway(each, asked))) {
    if (yield* isFoundIn(context, job, asked)) return true;
  }
  if (isOneOfSeveral(asked, jobs)) throw notFound(context, asked.wanted[0]!);
  return false;
}
