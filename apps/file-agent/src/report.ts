import { OrdenaError } from '#contracts/errors';

/** What the doctor found: lines for a person, and whether all is well. */
export interface Findings {
  readonly lines: string[];
  readonly isWell: boolean;
}

export class Report implements Findings {
  readonly lines: string[] = [];
  isWell = true;

  fact(what: string, words: string): void {
    this.lines.push(`${what.padEnd(18)} ${words}`);
  }

  problem(what: string, words: string): void {
    this.isWell = false;
    this.fact(`✗ ${what}`, words);
  }

  /** An error of ours says the cause and the next step itself. */
  tryTo<T>(what: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      this.problem(what, sentenceOf(error));
      return undefined;
    }
  }
}

export const sentenceOf = (error: unknown): string =>
  error instanceof OrdenaError ? `${error.code}: ${error.message}` : String(error);
