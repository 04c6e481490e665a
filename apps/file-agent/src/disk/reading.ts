import { type Answer, type Errand, Errands, type Files } from './errand.js';
import type { Folder } from './folder.js';

/** Somebody else who reads: a second thread. */
export interface Helper {
  /** Undefined: it has enough to do, or is not there. */
  take(errand: Errand, folder: Folder, files: Files): Ticket | undefined;
  /** Looks whether answers came; with `patiently`, waits a moment for one. */
  look(patiently: boolean): void;
  forget(ticket: Ticket): void;
}

/** What a helper was given. `isLost`: it will never be answered, so it is to be done here. */
export interface Ticket {
  answers?: readonly Answer[];
  isLost: boolean;
}

interface Task {
  readonly folder: Folder;
  readonly files: Files;
  readonly onAnswers: (answers: readonly Answer[]) => void;
  ticket?: Ticket;
  answers?: readonly Answer[];
}

/** So many folders are open at most for files that a helper reads. */
const OPEN_MAX = 16;
/** How many files are read in one go, by us or by the helper. */
export const HANDFUL = 64;

/**
 * Reads files here and, where there is a helper, there as well, and answers in the order in which it was asked. Every
 * file is opened below a folder that is open: a helper is given that folder, never a path from a place.
 */
export class Reading {
  private readonly tasks: Task[] = [];
  private readonly own: Errands;

  constructor(
    private readonly errand: Errand,
    private readonly helper?: Helper,
  ) {
    this.own = new Errands(errand);
  }

  /** At most a handful of files of one folder; `onAnswers` is called some time before `finish` ends. */
  *ask(folder: Folder, files: Files, onAnswers: Task['onAnswers']): Generator<void, void> {
    const task: Task = { folder: folder.share(), files, onAnswers };
    this.tasks.push(task);
    this.helper?.look(false);
    task.ticket = this.helper?.take(this.errand, folder, files);
    if (!task.ticket) task.answers = yield* this.own.run(folder, files);
    this.settle();
    while (this.tasks.length >= OPEN_MAX) yield* this.wait();
  }

  *finish(): Generator<void, void> {
    while (this.tasks.length > 0) yield* this.wait();
  }

  close(): void {
    for (const { ticket, folder } of this.tasks) {
      if (ticket) this.helper?.forget(ticket);
      folder.close();
    }
    this.tasks.length = 0;
  }

  private *wait(): Generator<void, void> {
    const first = this.tasks[0]!;
    if (first.ticket?.isLost === true) first.answers = yield* this.own.run(first.folder, first.files);
    else this.helper?.look(true);
    this.settle();
    yield;
  }

  private settle(): void {
    for (;;) {
      const [first] = this.tasks;
      const answers = first?.answers ?? first?.ticket?.answers;
      if (!first || !answers) return;
      this.tasks.shift();
      first.onAnswers(answers);
      first.folder.close();
    }
  }
}
