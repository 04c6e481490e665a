import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import type { RequestOf } from '#contracts/operation';
import type { undo } from '#contracts/operations/undo';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { refusal } from '../disk/refusal.js';
import type { UndoStep } from '../disk/undo.js';
import { Draft } from '../planning/draft.js';
import { Part } from '../planning/part.js';

/**
 * Plans putting back what a plan did, or the part of it that was at some places. What somebody changed since is left alone,
 * and the plan says so. A part is no `undoOf`: the job is not thereby undone, and the rest of it can still be.
 */
export function* answerUndo(desk: Desk, { planId: asked, only }: RequestOf<typeof undo>): Generator<void, Plan> {
  if (only && asked === undefined) throw refused('BAD_VALUE', [issue('only', 'needs', ['planId'])]);
  const planId = asked ?? desk.engine.history.newestUndoable();
  if (planId === undefined) throw refusal('NOTHING_TO_UNDO');
  const done = desk.engine.history.receipt(planId);
  if (done === undefined) throw neverDone(desk, planId);
  const part = only && new Part(desk.reach, only);
  const draft = new Draft(desk, { operation: 'undo', from: done.to, to: done.from, ...(!part && { undoOf: planId }) });
  try {
    yield* reversed(desk.engine.undo(planId, part?.isMeant), new Reversal(draft, part));
    part?.refuseUnlessFound();
    return draft.finish('Everything of that was changed or moved since, so nothing is left to undo.');
  } catch (error) {
    draft.abandon();
    throw error;
  } finally {
    part?.close();
  }
}

function* reversed(steps: Generator<UndoStep>, reversal: Reversal): Generator<void, void> {
  let count = 0;
  for (const step of steps) {
    reversal.take(step);
    if (++count % 256 === 0) yield;
  }
}

/** A plan that is known here and was not carried out changed nothing; of any other nothing is known: UNKNOWN_PLAN. */
const neverDone = (desk: Desk, planId: string): OrdenaError => {
  const isRejected = desk.plans.load(planId).state === 'discarded';
  const why = isRejected ? 'That plan was rejected' : 'That plan was not carried out';
  return new OrdenaError('NOTHING_TO_UNDO', `${why}: it changed nothing, so there is nothing to undo.`);
};

class Reversal {
  private previous: number | undefined;

  constructor(
    private readonly draft: Draft,
    private readonly part: Part | undefined,
  ) {}

  take(step: UndoStep): void {
    const isReady = step.state === 'ready' && (!step.needsPrevious || this.previous !== undefined);
    this.previous = isReady ? this.add(step) : this.leave(step);
  }

  private add({ op, needsPrevious }: UndoStep): number {
    this.part?.prepare(op, this.draft);
    return this.draft.add({ ...op, ...(needsPrevious && { after: this.previous }) });
  }

  private leave({ op }: UndoStep): undefined {
    if (op.onTheWay) return;
    this.draft.need('changed-since');
    this.draft.skip({ kind: op.kind, from: op.from ?? op.to!, ...(op.to && { to: op.to }) });
  }
}
