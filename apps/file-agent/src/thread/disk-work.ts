import { setTimeout as sleep } from 'node:timers/promises';
import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { ANSWERS } from '../operations/answers.js';
import { type CommitRequest, carryOut, checkedPlan, yesIn } from '../operations/commit.js';
import { purgeOld } from '../retention.js';
import type { Question } from './messages.js';
import { OneAtATime, runInTurns, type Work } from './turns.js';

/** A commit that takes longer answers "running" and goes on; its end is told by an event. */
const RUNNING_AFTER_MS = 2_000;

/** All questions of the disk thread. Reads and plans share its time; commits go one after another beside them. */
export class DiskWork {
  private readonly commits = new OneAtATime();
  private readonly reads = new Set<Promise<unknown>>();
  private isStopping = false;

  constructor(private readonly desk: Desk) {}

  async answer(operation: Question, request: unknown): Promise<object> {
    if (operation === 'commit') return this.commit(request as CommitRequest);
    if (operation === 'purge') return this.commits.run(() => runInTurns(purgeOld(this.desk), () => this.isStopping));
    const work = ANSWERS[operation](this.desk, request as never);
    return isWork(work) ? this.track(this.read(work)) : work;
  }

  /** A commit may go on long after it was answered with "running". */
  get isBusy(): boolean {
    return this.reads.size > 0 || this.commits.isBusy;
  }

  /** Ends reads at their next page and a commit at its next safe point, then lets go of the disk. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.commits.idle();
    await Promise.allSettled(this.reads);
    this.desk.openWalks.close();
    this.desk.engine.close();
  }

  private async read(work: Work<object>): Promise<object> {
    return runInTurns(stoppable(work), () => this.isStopping);
  }

  private async track(read: Promise<object>): Promise<object> {
    this.reads.add(read);
    try {
      return await read;
    } finally {
      this.reads.delete(read);
    }
  }

  /** What is wrong with the yes is said at once; a repeated one gets the receipt, or how far it is. */
  private async commit(request: CommitRequest): Promise<Receipt> {
    const { desk } = this;
    const { planId } = request;
    const known = desk.receiptOf(planId);
    if (known) return known;
    const plan = checkedPlan(desk, request);
    const running = desk.running.start(plan, yesIn(request));
    const ended = this.commits.run(() => runInTurns(carryOut(desk, request, plan), () => this.isStopping));
    const settled = ended.finally(() => desk.running.end(planId));
    const first = await Promise.race([settled, sleep(RUNNING_AFTER_MS, undefined, { ref: false })]);
    if (first) return first;
    settled.catch((error: unknown) => this.tellFailure(planId, error));
    return running();
  }

  private tellFailure(planId: string, error: unknown): void {
    const code = error instanceof OrdenaError ? error.code : 'INTERNAL';
    this.desk.tell({ kind: 'refused', operation: 'commit', planId, code });
  }
}

const isWork = (answer: object): answer is Work<object> => Symbol.iterator in answer && 'next' in answer;

/** Looking at a disk can end anywhere; its own `finally` clauses close what is open. */
function* stoppable(work: Work<object>): Work<object> {
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      const shouldStop = yield;
      if (shouldStop) throw new OrdenaError('CANCELLED', 'This PC is shutting down; ask again when it is back.');
    }
  } finally {
    work.return({});
  }
}
