import type { ErrorBody } from '#contracts/errors';

/** One tool call, as a model would make it. */
export interface Call {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export type Result = Readonly<Record<string, unknown>> & { readonly error?: ErrorBody };

/**
 * The work on one sentence, written as if tools answered at once. It is replayed from the start on every request with the
 * answers so far, so no state is kept between requests.
 */
export type Job<T> = Generator<readonly Call[], T, readonly Result[]>;

/** What the embedded planner says next: tool calls, or its last words. */
export type Reply = { readonly calls: readonly Call[] } | { readonly content: string };

/** Ends a job with words for the person. */
export class Say extends Error {
  override readonly name = 'Say';
}

/** Ends a job with a question. `key` names the gap that the answer fills next turn. */
export class Ask extends Error {
  override readonly name = 'Ask';

  constructor(
    readonly key: string,
    readonly question: string,
    readonly options: readonly string[] = [],
  ) {
    super(question);
  }
}

/** A round that was already played: the calls made and what they answered. */
export interface Round {
  readonly calls: readonly Call[];
  readonly results: readonly Result[];
}

const isSame = (a: readonly Call[], b: readonly Call[]): boolean =>
  a.length === b.length && a.every((call, at) => call.name === b[at]!.name);

/** Plays the job over the rounds so far. A job that no longer asks what it asked before stops: it must not guess. */
export const play = (job: Job<string>, rounds: readonly Round[]): Reply => {
  let step = job.next();
  for (const round of rounds) {
    if (step.done) break;
    if (!isSame(step.value, round.calls)) return { content: '' };
    step = job.next(round.results);
  }
  return step.done ? { content: step.value } : { calls: step.value };
};
