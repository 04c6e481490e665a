import { callOn, checked } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
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

const isWhole = ({ locations, with: others = [], copies }: SameSet): boolean =>
  locations.length + others.length === copies;

/** All sets of a search, page by page. Where one is not told whole, nothing is known of what must stay: it is asked. */
export function* sameSets(context: Context, args: Record<string, unknown>): Job<SameSet[]> {
  const sets: SameSet[] = [];
  for (let cursor: unknown, more = true; more;) {
    const [found] = checked(
      yield [callOn(context, 'duplicates', { ...args, limit: PAGE, ...(cursor !== undefined && { cursor }) })],
      context,
    );
    const page = (found?.['sets'] as SameSet[] | undefined) ?? [];
    const isKnown = found?.['cut'] === undefined && typeof found?.['truncated'] === 'boolean' && page.every(isWhole);
    sets.push(...page);
    more = found?.['truncated'] === true;
    if (!isKnown || (more && (page.length === 0 || sets.length > SAME_MAX)))
      throw ask(context, 'what', { key: 'what', options: [] });
    cursor = found?.['cursor'];
  }
  return sets;
}
