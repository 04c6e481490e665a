import { OrdenaError } from '#contracts/errors';
import { errnoOf } from './errno.js';
import type { Folder } from './folder.js';
import { FileHasher } from './hash-file.js';
import { TextSearch } from './text-search.js';

/** What is to be found out about files by reading them; plain data, since a second thread may be sent for it. */
export type Errand =
  { readonly kind: 'holds'; readonly text: string } | { readonly kind: 'first' | 'whole'; readonly hardlinks: boolean };

/** Files of one folder. */
export interface Files {
  readonly names: readonly string[];
  /** Only where the errand needs them. */
  readonly sizes?: readonly number[];
}

/** Of one file: whether it holds the words, or its hash. Undefined: it could not be read, or is another one by now. */
export type Answer = boolean | string | undefined;

type Read = (folder: Folder, name: string, size: number) => Generator<void, Answer> | Answer;

const readFor = (errand: Errand): Read => {
  if (errand.kind === 'holds') {
    const search = new TextSearch(errand.text);
    return (folder, name) => search.isIn(folder, name);
  }
  const hasher = new FileHasher(errand);
  if (errand.kind === 'whole') return (folder, name) => hasher.whole(folder, name);
  return (folder, name, size) => hasher.first(folder, name, size);
};

/** After so many files the others get their turn; inside large files it comes sooner. */
const TURN = 8;

/** Goes on an errand, file by file. */
export class Errands {
  private readonly readOne: Read;

  constructor(errand: Errand) {
    this.readOne = readFor(errand);
  }

  *run(folder: Folder, { names, sizes }: Files): Generator<void, Answer[]> {
    const answers: Answer[] = [];
    for (const [at, name] of names.entries()) {
      const read = this.begin(folder, name, sizes?.[at] ?? 0);
      answers.push(typeof read === 'object' ? yield* goingOn(read) : read);
      if (at % TURN === TURN - 1) yield;
    }
    return answers;
  }

  private begin(folder: Folder, name: string, size: number): ReturnType<Read> {
    try {
      return this.readOne(folder, name, size);
    } catch (error) {
      return unreadable(error);
    }
  }
}

function* goingOn(read: Generator<void, Answer>): Generator<void, Answer> {
  try {
    return yield* read;
  } catch (error) {
    return unreadable(error);
  }
}

const unreadable = (error: unknown): undefined => {
  if (error instanceof OrdenaError || errnoOf(error) !== undefined) return undefined;
  throw error;
};
