import { issue, refused } from '#contracts/issues';
import { fold } from './fold.js';

/**
 * Name patterns: `*` any run, `?` one character, `{a,b}` either. Brackets are plain characters, since "photo [1].jpg" is
 * a name and must never mean "photo 1.jpg". A backslash makes `*`, `?`, `{`, `}` or a backslash after it plain as well,
 * so that any name can be written as a pattern. Matching takes at most pattern × name steps: no pattern can hang the agent.
 */

const ALTERNATIVES_MAX = 256;
const GROUP = /\{([^{}]*,[^{}]*)\}/;

const ESCAPED = /\\([*?{}\\])/g;
const SPECIAL = '*?{}\\';
/** Stands for an escaped character while a pattern is read: half a surrogate pair, which no name holds. */
const STAND_INS = /[\ud800-\ud804]/g;
const FIRST_STAND_IN = 0xd800;

const hideEscaped = (pattern: string): string =>
  pattern.replace(ESCAPED, (_, char: string) => String.fromCharCode(FIRST_STAND_IN + SPECIAL.indexOf(char)));

const plainChar = (char: string): string => {
  const at = char.charCodeAt(0) - FIRST_STAND_IN;
  return at >= 0 && at < SPECIAL.length ? SPECIAL[at]! : char;
};

export interface Glob {
  /** `foldedName` comes from `fold`. */
  matches(foldedName: string): boolean;
  /** Asked for by its exact name, or as a dot name: then hidden entries are meant too. */
  readonly meansHidden: boolean;
}

/** Answers a pattern with its `{a,b}` groups written out; several groups multiply, so their number is bounded. */
const alternatives = (pattern: string): string[] => {
  let found = [pattern];
  for (;;) {
    const next = found.flatMap(splitFirstGroup);
    if (next.length > ALTERNATIVES_MAX) {
      throw refused('BAD_VALUE', [issue(pattern, 'too-many-ways')]);
    }
    if (next.length === found.length && next.every((text, at) => text === found[at])) return found;
    found = next;
  }
};

const splitFirstGroup = (pattern: string): string[] => {
  const group = GROUP.exec(pattern);
  if (!group) return [pattern];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return group[1]!.split(',').map((choice) => before + choice + after);
};

const characterWidth = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Greedy match that goes back only to the last star: never more than pattern × name steps. */
const wildcardMatch = (pattern: string, name: string): boolean => {
  let p = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (pattern[p] === '?') {
      p++;
      n += characterWidth(name, n);
    } else if (p < pattern.length && plainChar(pattern[p]!) === name[n]) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
};

const plainText = (text: string): string => text.replace(STAND_INS, plainChar);

/** Most names differ from a pattern in what stands before its first wildcard or after its last; that is told at once. */
const wildcardTest = (text: string): ((name: string) => boolean) => {
  const [, start = '', end = ''] = /^([^*?]*).*?([^*?]*)$/s.exec(text)!.map(plainText);
  return (name) => name.startsWith(start) && name.endsWith(end) && wildcardMatch(text, name);
};

export const compileGlob = (pattern: string): Glob => {
  const texts = alternatives(fold(hideEscaped(pattern)));
  const isPlain = texts.every((text) => !/[*?]/.test(text));
  const names = new Set(texts.map(plainText));
  const tests = texts.map(wildcardTest);
  return {
    meansHidden: isPlain || pattern.startsWith('.'),
    matches: (name) => (isPlain ? names.has(name) : tests.some((test) => test(name))),
  };
};
