import { issue, refused } from '#contracts/issues';
import type { Category, Select } from '#contracts/selection';
import { categoryOf } from './category.js';
import { fold } from './fold.js';
import { compileGlob, type Glob } from './glob.js';
import { isHidden } from './hidden.js';

export type EntryKind = 'file' | 'folder' | 'link' | 'special';

/** What a filter must know of an entry beyond its name; asked for only when the name already fits. */
export interface EntryFacts {
  readonly size: number;
  readonly mtimeMs: number;
}

/** A selection made ready: name tests first, since they cost no system call. */
export interface Filter {
  readonly depth: number;
  readonly text?: string;
  readonly onlyEmpty: boolean;
  /** Whether size or time matter at all. */
  readonly needsFacts: boolean;
  nameFits(name: string, kind: EntryKind): boolean;
  /** Whether the walk looks into a folder of this name. */
  entersFolder(name: string): boolean;
  factsFit(kind: EntryKind, facts: EntryFacts): boolean;
}

/** The depth that stands for all of it, in the contract's words. */
const ALL_BELOW = 64;

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * Instant in ms since 1970. A day without a time is this machine's own day: `from` means its first moment and `to` its
 * last, because "to the 31st" includes the 31st.
 */
const instant = (text: string, edge: 'from' | 'to'): number => {
  const isDay = DAY_ONLY.test(text);
  const at = new Date(isDay ? `${text}T00:00:00` : text);
  if (Number.isNaN(at.getTime())) throw refused('BAD_VALUE', [issue(`modified.${edge}`, 'date')]);
  return isDay && edge === 'to' ? nextDay(at).getTime() - 1 : at.getTime();
};

/** Not plus 24 hours: days on which the clocks change are shorter or longer. */
const nextDay = (day: Date): Date => {
  const next = new Date(day.getTime() + DAY_MS * 1.25);
  next.setHours(0, 0, 0, 0);
  return next;
};

const timeTest = (modified: Select['modified']): ((mtimeMs: number) => boolean) => {
  const from = modified?.from === undefined ? -Infinity : instant(modified.from, 'from');
  const to = modified?.to === undefined ? Infinity : instant(modified.to, 'to');
  if (from > to) throw refused('BAD_VALUE', [issue('modified', 'ends-before')]);
  return (mtimeMs) => Math.floor(mtimeMs) >= from && Math.floor(mtimeMs) <= to;
};

const sizeTest = (range: Select['size']): ((size: number) => boolean) => {
  const min = range?.min ?? 0;
  const max = range?.max ?? Infinity;
  return (size) => size >= min && size <= max;
};

const hiddenTest = (select: Select, names: readonly Glob[]): ((name: string) => boolean) => {
  if (select.hidden === true) return () => true;
  const asking = names.filter((glob) => glob.meansHidden);
  return (name) => !isHidden(name) || asking.some((glob) => glob.matches(fold(name)));
};

/** Names are folded only where a pattern will look at them. */
const globTest = (names: readonly Glob[], excluded: readonly Glob[]): ((name: string) => boolean) => {
  if (names.length === 0 && excluded.length === 0) return () => true;
  return (name) => {
    const folded = fold(name);
    if (names.length > 0 && !names.some((glob) => glob.matches(folded))) return false;
    return !excluded.some((glob) => glob.matches(folded));
  };
};

const categoryTest = (wanted: readonly Category[] | undefined): ((name: string, kind: EntryKind) => boolean) => {
  if (!wanted) return () => true;
  const categories = new Set(wanted);
  return (name, kind) => kind === 'file' && categories.has(categoryOf(name));
};

/** Makes a selection ready; `kind` is files only unless said otherwise. */
export const compileFilter = (select: Select = {}): Filter => {
  const kind = select.kind ?? 'file';
  const names = (select.names ?? []).map(compileGlob);
  const globsFit = globTest(names, (select.exclude ?? []).map(compileGlob));
  const mayShow = hiddenTest(select, names);
  const categoryFits = categoryTest(select.category);
  const timeFits = timeTest(select.modified);
  const sizeFits = sizeTest(select.size);
  return {
    depth: select.depth === ALL_BELOW ? Infinity : (select.depth ?? 1),
    text: select.text,
    onlyEmpty: select.empty === true,
    needsFacts: select.modified !== undefined || select.size !== undefined || select.empty === true,
    entersFolder: (name) => select.hidden === true || !isHidden(name),
    nameFits: (name, entryKind) => {
      if (kind !== 'any' && kind !== entryKind) return false;
      return categoryFits(name, entryKind) && globsFit(name) && mayShow(name);
    },
    factsFit: (entryKind, facts) =>
      timeFits(facts.mtimeMs) && (entryKind === 'file' ? sizeFits(facts.size) : select.size === undefined),
  };
};
