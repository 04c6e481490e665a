/** One of these folded patterns: a table of words of any length stays readable line by line. */
export const either = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;
