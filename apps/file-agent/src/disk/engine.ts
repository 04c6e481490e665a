import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import { type CommitAsk, type Progress, commitPlan } from './commit.js';
import { Disk, type DiskOptions } from './disk.js';
import { coded, coding } from './errno.js';
import { History } from './history.js';
import { Journal } from './journal.js';
import { lockState } from './lock.js';
import { receiptOf } from './plan-log.js';
import { isOlder, purgeTrash } from './purge.js';
import { recover } from './recovery.js';
import { refusal } from './refusal.js';
import type { StateFolder } from './state-folder.js';
import type { Steps, Stop } from './steps.js';
import type { Sys } from './sys.js';
import { Unasked } from './unasked.js';
import { type IsMeant, type UndoStep, undoSteps } from './undo.js';

/** What a purge removed: things in the trash, plans in the history. */
export interface Purged {
  readonly things: number;
  readonly plans: number;
}

/**
 * The one writer of this PC. Opening it takes the lock, checks the journal and brings interrupted plans to an end.
 * All calls are synchronous: it lives in the disk thread.
 */
export class Engine {
  readonly history: History;
  readonly unasked: Unasked;
  private running: string | undefined;
  /** An entry could not be brought to an end (a failing disk): recovery must come first. */
  private unsettled = false;

  private constructor(
    readonly disk: Disk,
    readonly journal: Journal,
    private readonly letGo: () => void,
  ) {
    this.history = new History(journal);
    this.unasked = new Unasked(journal);
  }

  /** Throws MACHINE_TAKEN while another agent runs on the same state folder. */
  static open(sys: Sys, options: DiskOptions): Engine {
    const disk = new Disk(sys, options);
    const letGo = lockState(disk.state);
    const folder: StateFolder = disk.state.sub('journal');
    const journal = Journal.open(folder, options.journal);
    const engine = new Engine(disk, journal, letGo);
    engine.recoverOrWait();
    return engine;
  }

  /** Where recovery is not possible now (a disk is missing), reading goes on and the next change tries again. */
  private recoverOrWait(): void {
    try {
      this.recover();
    } catch (error) {
      if (!(coded(error) instanceof OrdenaError)) throw error;
      this.unsettled = true;
    }
  }

  private recover(): void {
    if (!this.journal.isGood) return;
    const open = this.journal.unfinished();
    recover(this.disk, this.journal);
    for (const planId of open) this.history.note(planId);
    this.unsettled = false;
  }

  /**
   * Carries out a plan; yields its progress between chunks and nothing in between; answered `true` it stops after what
   * it began. A repeated one answers its stored receipt and does nothing. Throws BUSY while another plan runs, JOURNAL_DAMAGED, JOURNAL_READONLY.
   */
  *commit(ask: CommitAsk): Generator<Progress | undefined, Receipt, Stop> {
    const { planId } = ask.meta;
    const known = receiptOf(this.journal, planId);
    if (known) return known;
    this.journal.refuseUnlessGood();
    if (this.running !== undefined) throw refusal('BUSY');
    coding(undefined, () => this.unsettled && this.recover());
    this.running = planId;
    let ended = false;
    try {
      const receipt = yield* commitPlan(this.disk, this.journal, ask);
      this.history.note(planId);
      ended = true;
      return receipt;
    } finally {
      this.running = undefined;
      this.unsettled = !ended;
    }
  }

  /** The reverse of a committed plan, or of a part of it, entry by entry. Throws UNKNOWN_PLAN, NOTHING_TO_UNDO. */
  undo(planId: string, isMeant?: IsMeant): Generator<UndoStep> {
    const receipt = this.history.receipt(planId);
    if (!receipt) throw refusal('UNKNOWN_PLAN');
    if (!receipt.undoable) throw refusal('NOTHING_TO_UNDO');
    return undoSteps(this, planId, isMeant);
  }

  /** Whether something is there that ended before that day. */
  hasOlder(before: Date): boolean {
    const [oldest] = this.journal.planIds();
    return this.journal.isGood && oldest !== undefined && isOlder(this.journal, oldest, before);
  }

  /**
   * Removes for good what plans that ended before `before` put into the trash, then forgets those plans, file by file of
   * the journal. The only call that destroys anything: by the owner's own setting on this PC, never for a request.
   */
  *purge(before: Date): Steps<Purged> {
    this.journal.refuseUnlessGood();
    if (this.running !== undefined) throw refusal('BUSY');
    this.running = 'purge';
    try {
      const things = yield* purgeTrash(this.disk, this.journal, before);
      const isToldToStop = yield;
      const plans = isToldToStop ? [] : this.journal.forget((planId) => isOlder(this.journal, planId, before));
      for (const planId of plans) this.history.forget(planId);
      return { things, plans: plans.length };
    } catch (error) {
      throw coded(error);
    } finally {
      this.running = undefined;
    }
  }

  close(): void {
    this.journal.close();
    this.letGo();
    this.disk.close();
  }
}
