import { isWholeSpan, rawOf, type Text } from './text.js';
import type { Span } from './protect.js';

/** After a word: a space, punctuation, or the end. */
export const END = '(?=[\\s,.;:!?¿¡()]|$)';

/**
 * A folded pattern that stands as whole words. A space in it matches any run of spaces. After a group, ` ?` is a space that
 * may be missing only where no word has begun; within a word ("screen ?shot") it may just be missing.
 */
export const words = (pattern: string): RegExp => {
  const spaced = pattern
    .replace(/(?<=[)\]?]) \?/g, '(?:\\s+|(?<![a-z]))')
    .replace(/ \?/g, '\\s*')
    .replace(/ /g, '\\s+');
  return new RegExp(`(?:${spaced})${END}`, 'y');
};

/** Reads a stretch of a sentence from left to right. Patterns are tried where it stands; a match moves it on. */
export class Cursor {
  /** The folded text up to the end of the stretch: nothing beyond it can be seen. */
  private readonly folded: string;
  /** Where the stretch begins. */
  readonly from: number;

  constructor(
    readonly text: Text,
    public at = 0,
    readonly end = text.folded.length,
  ) {
    this.folded = text.folded.slice(0, end);
    this.from = at;
    this.skip();
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  private skip(): void {
    while (this.at < this.end && /[\s¿¡()]/.test(this.folded[this.at]!)) this.at++;
  }

  /** Matches here without moving. */
  look(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.folded);
    return match && match[0].length > 0 ? match : undefined;
  }

  eat(pattern: RegExp): RegExpExecArray | undefined {
    const match = this.look(pattern);
    if (match) this.moveTo(this.at + match[0].length);
    return match;
  }

  moveTo(at: number): void {
    this.at = at;
    this.skip();
  }

  /** Tries a reading; where it answers undefined, the cursor is back where it was. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.at;
    const found = read();
    if (found === undefined) this.at = start;
    return found;
  }

  /** Whether a reading would succeed here; the cursor stays. */
  ahead(read: () => unknown): boolean {
    const start = this.at;
    const found = read();
    this.at = start;
    return found !== undefined && found !== false;
  }

  raw(start: number, end: number): string {
    return rawOf(this.text, start, end);
  }

  span(start: number, end: number): Span | undefined {
    return isWholeSpan(this.text, start, end);
  }

  /** The folded text still to be read. */
  get rest(): string {
    return this.folded.slice(this.at);
  }

  get before(): string {
    return this.folded.slice(0, this.at);
  }
}
