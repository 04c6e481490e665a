import { callsOf, crashed, crashedForGood, crashedTwice, failed } from './crash-points.js';
import { errorAt, fullFrom } from './faulty-sys.js';
import { progress } from './progress.js';
import { every, plansOf, type PlanShape } from './small-plans.js';
import type { Verdict } from './verdict.js';

/** How much of a sweep to run: each n-th plan, and in it each n-th call. 1 and 1 is all. */
export interface Share {
  readonly plans: number;
  readonly calls: number;
  readonly offset?: number;
}

interface Case {
  readonly shape: PlanShape;
  readonly at: number;
}

/** Every call position of every plan in the share. */
const casesOf = function* (shapes: readonly PlanShape[], { plans, calls, offset = 0 }: Share): Generator<Case> {
  for (const [number, shape] of every(plans, shapes, offset).entries()) {
    const positions = Array.from({ length: callsOf(shape) }, (_, at) => at + 1);
    for (const at of every(calls, positions, number)) yield { shape, at };
  }
};

interface Sweep {
  readonly promise: string;
  readonly what: string;
  readonly cases: Iterable<Case>;
  readonly ordeal: (one: Case) => string | undefined;
}

const sweep = ({ promise, what, cases, ordeal }: Sweep): Verdict => {
  const violations: string[] = [];
  let count = 0;
  for (const one of cases) {
    count += 1;
    const wrong = ordeal(one);
    if (wrong) violations.push(`${one.shape.join('+')} at ${one.at}: ${wrong}`);
    progress({ what, done: count, violations: violations.length });
  }
  return { promise, what, cases: count, violations };
};

const controlOf = (shapes: readonly PlanShape[], share: Share): Verdict['control'] => {
  const left = sweep({
    promise: '',
    what: 'no recovery (control)',
    cases: casesOf(shapes, share),
    ordeal: ({ shape, at }) => crashedForGood(shape, at),
  });
  return { what: 'no recovery', cases: left.cases, violations: left.violations.length };
};

/** Which of the moments of death are tried. */
const momentsOf = ({ plans, calls }: Share): string => {
  const moments = calls === 1 ? 'each change' : `one change in ${calls}`;
  return plans === 1 ? `${moments}, all plans` : `${moments}, one plan in ${plans},`;
};

/** P4: death before each changing call of all plans of so many changes. The control is the same without recovery. */
export const crashSweep = (length: number, share: Share): Verdict => ({
  ...sweep({
    promise: 'P4',
    what: `death before ${momentsOf(share)} of ${length}`,
    cases: casesOf(plansOf(length), share),
    ordeal: ({ shape, at }) => crashed(shape, at),
  }),
  control: controlOf(plansOf(1), { plans: 1, calls: Math.min(Math.max(share.calls, 3), 7) }),
});

const twice = ({ shape, at }: Case, step: number): { cases: number; wrong: string[] } => {
  const wrong: string[] = [];
  for (let again = 1; ; again += step) {
    const result = crashedTwice(shape, at, again);
    if (result.wrong) wrong.push(`${shape.join('+')} at ${at}, again at ${again}: ${result.wrong}`);
    progress({ what: `death during recovery of ${shape.join('+')}`, done: again, violations: wrong.length });
    if (result.lived) return { cases: (again - 1) / step + 1, wrong };
  }
};

/** P4: death again before each change that recovery makes. */
export const doubleCrashSweep = (share: Share): Verdict => {
  const runs = [...casesOf(plansOf(1), share)].map((one) => twice(one, share.calls > 2 ? 2 : 1));
  return {
    promise: 'P4',
    what: 'death during recovery',
    cases: runs.reduce((sum, { cases }) => sum + cases, 0),
    violations: runs.flatMap(({ wrong }) => wrong),
  };
};

const ERRORS = ['EIO', 'EACCES', 'EBUSY', 'EMFILE'];

/** P6: each changing call fails once with each of these errors. */
export const errorSweeps = (share: Share): Verdict[] =>
  ERRORS.map((code, number) =>
    sweep({
      promise: 'P6',
      what: `${code} at each change`,
      cases: casesOf(plansOf(1), { ...share, offset: number }),
      ordeal: ({ shape, at }) => failed(shape, errorAt(at, code)),
    }),
  );

/** P6: from each changing call on the disk is full. */
export const fullDiskSweep = (share: Share): Verdict =>
  sweep({
    promise: 'P6',
    what: 'disk full from each change on',
    cases: casesOf(plansOf(1), share),
    ordeal: ({ shape, at }) => failed(shape, fullFrom(at)),
  });
