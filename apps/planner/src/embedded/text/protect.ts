import { isVocabulary } from '../grammar/vocabulary.js';
import { isKnownExtension } from '../lexicon/extensions.js';
import { foldText } from './fold.js';
import { literally } from './spaced.js';

/** A stretch of the sentence that is a name and never words: quoted, a path, a pattern, or a file name. */
export interface Span {
  readonly kind: 'quoted' | 'path' | 'glob' | 'file';
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const QUOTED = /"([^"]+)"|“([^”]+)”|«([^»]+)»|‘([^’]+)’|`([^`]+)`|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/gu;
const RUN = /[^\s,;:!?¿¡"“”«»]+(?::[\\/][^\s,;!?¿¡"“”«»]*)?(?:\?[^\s,;:!¿¡]+)?/g;
const TRAILING = /[.)\]]+$/;
const DATE = /^\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?$/;
const EITHER = /^(y\/o|and\/or|n\/a|\d+\/\d+|mb\/s|es\/en|he\/she|o\/a|a\/o|archivos\/carpetas|files\/folders)$/i;
const PATH = /^(~[\\/]|[A-Za-z]:[\\/]|[\\/](?=[^\s\\/]))|[^\s\\/][\\/][^\s\\/]|[^\s\\/][\\/]$/;
const FILE = /^[^\s*?/\\]*[^\s*?/\\.]\.([A-Za-z0-9]{1,11})$/;

/** Brackets may belong to a name ("foto(1).jpg"); only unbalanced closing ones at the end are punctuation. */
const trimEnd = (run: string): string => {
  const bare = run.replace(/\.+$/, '');
  return /[)\]]$/.test(bare) && !/[([]/.test(bare) ? bare.replace(TRAILING, '') : bare;
};

const kindOf = (run: string): Span['kind'] | undefined => {
  if (run.includes('*')) return 'glob';
  if (/\?\S/.test(run)) return 'glob';
  if (PATH.test(run) && !DATE.test(run) && !EITHER.test(run)) return 'path';
  const extension = FILE.exec(run)?.[1];
  return extension && isKnownExtension(extension) ? 'file' : undefined;
};

const NAMED = /[\\/]\p{Lu}[^\\/]*$/u;
const CAPITALS = /^(?: (?:\p{Lu}[\p{L}\p{N}_-]*|\d+|(?:de|del|la|of|the|and|y)(?= \p{Lu}))(?![\w./\\]))+/u;
const LAST_WORD = /^ (?:(?:de|del|la|las|el|los|the|of|my|mi) ){0,2}(\p{Ll}+)(?=\s*(?:[.?!,;]|$))/u;
/** Words of the language that people end a name with. */
const ENDS_NAMES =
  /^(?:ones|viej[oa]s?|nuev[oa]s?|old|new|days?|dias?|photos|fotos|pictures|files|archivos|documentos|mes|month|week|semana|years?)$/;

const NO_NAMES = /^(?:lowercase|uppercase|minusculas?|mayusculas?|urgente|urgent|rapidito|mate|love|tmrw|nomas|plis)$/;
const isLastWord = (word: string, path: string): boolean =>
  ENDS_NAMES.test(word) ||
  (!isVocabulary(foldText(word)) && !NO_NAMES.test(foldText(word))) ||
  /(?:^|[\\/ ])To$/u.test(path);

/** "pictures/Site visit to …": a word nobody knows goes on the name where another phrase follows. */
const MIDDLE_WORD = /^ (\p{Ll}+)(?= (?:to|into|in|on|from|a|al|en|de|del|para|and|y|with|con) )/u;
/** "to pictures/Site visit to Leeds": where the path says where to, a second "to" is a part of it. */
const LED = /(?:^|\s)(?:to|into|al?)\s+(?:(?:the|la|el|my|mi|folder|carpeta)\s+)*$/i;
const LED_WORDS = /^(?: (?:to|for|with|a|para|con) \p{Lu}[\p{L}\d]*)+(?=\s*(?:[.?!,;]|$))/u;

/** "documents/Year 9", "pictures/Open day": a name that begins with a capital goes on after a space. */
const restOfPath = (before: string, path: string, after: string): string => {
  if (!NAMED.test(path)) return '';
  const capitals = CAPITALS.exec(after)?.[0] ?? '';
  const next = after.slice(capitals.length);
  const middle = MIDDLE_WORD.exec(next);
  if (middle && isLastWord(middle[1]!, path)) {
    const words = capitals + middle[0];
    return words + (LED.test(before) ? (LED_WORDS.exec(after.slice(words.length))?.[0] ?? '') : '');
  }
  const last = LAST_WORD.exec(next);
  return last && isLastWord(last[1]!, path + capitals) ? capitals + last[0] : capitals;
};

/** "in Site Photos/Plot 7": after the word for where, words with capitals begin the path. */
const BEGUN = /(?:^|\s)(?:in|into|to|from|inside|en|a|de|desde)\s+(?<words>(?:\p{Lu}[\p{L}\p{N}]*\s)+)$/u;
const startOfPath = (before: string, path: string): string => {
  const words = /^\p{Lu}/u.test(path) ? (BEGUN.exec(before)?.groups!['words'] ?? '') : '';
  return words
    .trim()
    .split(' ')
    .some((word) => isVocabulary(foldText(word)))
    ? ''
    : words;
};

const quotedSpans = (raw: string): Span[] =>
  Array.from(raw.matchAll(QUOTED), (match) => ({
    kind: 'quoted' as const,
    start: match.index,
    end: match.index + match[0].length,
    value: match.slice(1).find((group) => group !== undefined)!,
  }));

const runSpans = (raw: string, taken: readonly Span[]): Span[] =>
  Array.from(raw.matchAll(RUN)).flatMap((match) => {
    const skip = /^[(]+(?=[^)]*$)/.exec(match[0])?.[0].length ?? 0;
    const value = trimEnd(match[0].slice(skip));
    const start = match.index + skip;
    const kind = kindOf(value);
    const isFree = !taken.some((span) => start < span.end && start + value.length > span.start);
    if (!kind || !isFree) return [];
    const rest = kind === 'path' ? restOfPath(raw.slice(0, start), value, raw.slice(start + value.length)) : '';
    const before = kind === 'path' ? startOfPath(raw.slice(0, start), value) : '';
    const whole = before + value + rest;
    return [{ kind, start: start - before.length, end: start + value.length + rest.length, value: whole }];
  });

const CAPITAL = '\\p{Lu}[\\p{L}\\p{N}]*';
const PAIR = `${CAPITAL}(?: (?:(?:de|del|la|of) )?${CAPITAL}){0,3} (?:y|e|and|&) (?<second>${CAPITAL})(?: ${CAPITAL}){0,2}`;
const OWN = '(?:the|my|la|mi|de|del|en|el|this|that|esa|esta|una|otra|an?|another|nueva|new)';
const CALLED = '(?:(?:nueva )?(?:llamada|que se llame|called|named) )?';
/** "la carpeta Boda Marta y Jon", "the Tom and Ana folder": one folder was said, so the two are one name. */
const PAIRS = [
  new RegExp(`(?<=\\b${OWN} (?:sub)?(?:carpeta|folder) ${CALLED})${PAIR}(?![\\p{L}\\p{N}._\\\\/-])`, 'gu'),
  new RegExp(`(?<=\\b(?:the|my) )${PAIR}(?= folder\\b)`, 'gu'),
];

const pairSpans = (raw: string, taken: readonly Span[]): Span[] =>
  PAIRS.flatMap((pattern) => Array.from(raw.matchAll(pattern)))
    .filter((match) => !isVocabulary(foldText(match.groups!['second']!)))
    .map(({ 0: value, index }) => ({ kind: 'quoted' as const, start: index, end: index + value.length, value }))
    .filter((span) => isFree(span, taken));

const isFree = ({ start, end }: Span, taken: readonly Span[]): boolean =>
  !taken.some((span) => start < span.end && end > span.start);

const nameSpans = (raw: string, names: readonly string[], taken: readonly Span[]): Span[] =>
  names
    .flatMap((name) =>
      Array.from(raw.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${literally(name)}(?![\\p{L}\\p{N}])`, 'gu'))),
    )
    .map(({ 0: value, index }) => ({ kind: 'quoted' as const, start: index, end: index + value.length, value }))
    .filter((span, at, spans) => isFree(span, taken) && isFree(span, spans.slice(0, at)));

/** `names`: known ones, the longest first. */
export const protect = (raw: string, names: readonly string[] = []): Span[] => {
  const said = quotedSpans(raw);
  const named = [...said, ...nameSpans(raw, names, said)];
  const quoted = [...named, ...pairSpans(raw, named)];
  return [...quoted, ...runSpans(raw, quoted)].sort((a, b) => a.start - b.start);
};
