import { callOn, checked } from './calls.js';
import type { Context } from './context.js';
import type { Job, Result } from './job.js';
import { ask } from './questions.js';

/** Files of one content: those of the folder asked about, and those of the other one where there are two. */
export interface SameSet {
  readonly size: number;
  readonly copies: number;
  readonly locations: readonly string[];
  readonly with?: readonly string[];
}

/** So many go at most in one order. */
export const SAME_MAX = 100;
/** A result of more is cut before it gets here. */
const PAGE = 20;

interface Page {
  readonly sets: readonly SameSet[];
  readonly truncated: boolean;
  readonly cursor?: string;
}

const isWhole = ({ locations, with: others = [], copies }: SameSet): boolean =>
  locations.length + others.length === copies;

/** What was cut on its way here is not all of the page. */
const pageIn = (found: Result | undefined): Page | undefined => {
  const page = found as (Partial<Page> & Result) | undefined;
  const isAll = page?.['cut'] === undefined && page?.truncated !== undefined && page.sets?.every(isWhole) === true;
  return isAll ? (page as Page) : undefined;
};

/** All sets of a search, page by page. Where one is not told whole, nothing is known of what must stay: it is asked. */
export function* sameSets(context: Context, args: Record<string, unknown>): Job<SameSet[]> {
  const sets: SameSet[] = [];
  for (let cursor: string | undefined; ;) {
    const asked = { ...args, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const [found] = checked(yield [callOn(context, 'duplicates', asked)], context);
    const page = pageIn(found);
    if (!page || sets.length > SAME_MAX) throw ask(context, 'what', { key: 'what', options: [] });
    sets.push(...page.sets);
    if (!page.truncated || page.sets.length === 0) return sets;
    ({ cursor } = page);
  }
}
