const ENDING = /^\*\.[a-z0-9]{1,11}$/i;

/** Each pattern with each ending: `captura*` and `*.png` is `captura*.png`. */
const withEndings = (patterns: readonly string[], endings: readonly string[]): string[] => [
  ...new Set(
    patterns.flatMap((pattern) => {
      if (pattern.endsWith('.*')) return endings.map((ending) => pattern.slice(0, -2) + ending.slice(1));
      return pattern.endsWith('*') ? endings.map((ending) => pattern + ending.slice(1)) : [];
    }),
  ),
];

/** Names that fit both lists of patterns; undefined when no list of patterns says so. */
export const bothNames = (a: readonly string[], b: readonly string[]): string[] | undefined => {
  const all = (names: readonly string[]): boolean => names.every((name) => ENDING.test(name));
  const joined = all(a) ? withEndings(b, a) : all(b) ? withEndings(a, b) : [];
  return joined.length > 0 ? joined : undefined;
};
