const ENDING = /^\*\.[a-z0-9]{1,11}$/i;
const PART = /^\*[^*]+\*$/;
const BEGINNING = /^[^*]+\*$/;

const areAll = (names: readonly string[], pattern: RegExp): boolean => names.every((name) => pattern.test(name));

/** Each pattern with each ending: `captura*` and `*.png` is `captura*.png`. */
const withEndings = (patterns: readonly string[], endings: readonly string[]): string[] =>
  patterns.flatMap((pattern) => {
    if (pattern.endsWith('.*')) return endings.map((ending) => pattern.slice(0, -2) + ending.slice(1));
    return pattern.endsWith('*') ? endings.map((ending) => pattern + ending.slice(1)) : [];
  });

/** Each pattern with each part before or behind it: `factura*` and `*enero*` is `factura*enero*`. */
const withParts = (patterns: readonly string[], parts: readonly string[]): string[] =>
  patterns.flatMap((pattern) =>
    parts.flatMap((part) => [
      ...(pattern.startsWith('*') ? [part.slice(0, -1) + pattern] : []),
      ...(pattern.endsWith('*') ? [pattern + part.slice(1)] : []),
    ]),
  );

/** Each pattern behind each beginning: `*_factura*` and `2026*` is `2026*_factura*`. */
const withBeginnings = (patterns: readonly string[], beginnings: readonly string[]): string[] =>
  patterns.flatMap((pattern) =>
    pattern.startsWith('*') ? beginnings.map((beginning) => beginning.slice(0, -1) + pattern) : [],
  );

const WAYS = [
  [ENDING, withEndings],
  [PART, withParts],
  [BEGINNING, withBeginnings],
] as const;

/** Names that fit both lists of patterns; undefined when no list of patterns says so. */
export const bothNames = (a: readonly string[], b: readonly string[]): string[] | undefined => {
  for (const [pattern, join] of WAYS) {
    const joined = areAll(a, pattern) ? join(b, a) : areAll(b, pattern) ? join(a, b) : [];
    if (joined.length > 0) return [...new Set(joined)];
  }
  return undefined;
};
