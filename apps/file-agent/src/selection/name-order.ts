/** The order of names. As file managers sort: "foto 2" before "foto 10", accents and case only as a last resort. */

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const FIRST = 0x20;
const LAST = 0x7e;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const PLAIN = /^[ -~]*$/;
/** The collator reads longer runs of digits as several numbers. */
const LONG_NUMBER = /\d{200}/;

/** What the collator thinks of each printable ASCII character, asked once: equal ranks are letters that differ in case. */
const RANKS = ((): Uint8Array => {
  const chars = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String.fromCharCode(FIRST + at));
  const sorted = chars.toSorted(collator.compare);
  const ranks = new Uint8Array(LAST + 1);
  sorted.forEach((char, at) => {
    const before = sorted[at - 1];
    const isSame = before !== undefined && collator.compare(before, char) === 0;
    ranks[char.charCodeAt(0)] = isSame ? ranks[before.charCodeAt(0)]! : at + 1;
  });
  return ranks;
})();

const isDigit = (code: number): boolean => code >= DIGIT_0 && code <= DIGIT_9;

/** Where the digits of a number start that count, and where they end. */
const skipZeros = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === DIGIT_0) at++;
  return at;
};

const endOfNumber = (text: string, from: number): number => {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
};

const compareNumbers = (a: string, b: string): number => a.length - b.length || byCodeUnit(a, b);
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The collator's answer for two names of printable ASCII, an order of magnitude faster. */
const comparePlain = (a: string, b: string): number => {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const codeA = a.charCodeAt(i);
    const codeB = b.charCodeAt(j);
    if (isDigit(codeA) && isDigit(codeB)) {
      const startA = skipZeros(a, i);
      const startB = skipZeros(b, j);
      i = endOfNumber(a, startA);
      j = endOfNumber(b, startB);
      const numbers = compareNumbers(a.slice(startA, i), b.slice(startB, j));
      if (numbers !== 0) return numbers;
    } else {
      const ranks = RANKS[codeA]! - RANKS[codeB]!;
      if (ranks !== 0) return ranks;
      i++;
      j++;
    }
  }
  return a.length - i - (b.length - j);
};

const isPlain = (name: string): boolean => PLAIN.test(name) && !LONG_NUMBER.test(name);

/** Only the sign of the answer means something. */
export const compareAlike = (a: string, b: string): number =>
  isPlain(a) && isPlain(b) ? comparePlain(a, b) : collator.compare(a, b);

/** A total order: only equal names are equal. */
export const compareNames = (a: string, b: string): number => compareAlike(a, b) || byCodeUnit(a, b);
