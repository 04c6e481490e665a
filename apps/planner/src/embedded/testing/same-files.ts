import type { Deed } from '../../facts.js';
import type { Call, Round } from '../act/job.js';
import { answer } from '../answer.js';
import { factsFor, foundBy } from './first-calls.js';

/** A set of the same files, as a look for them answers. */
export interface Same {
  readonly size: number;
  readonly copies: number;
  readonly locations: readonly string[];
  readonly with?: readonly string[];
}

interface World {
  readonly sets: readonly Same[];
  /** So many sets a page has at most. */
  readonly page?: number;
  readonly deeds?: Deed[];
}

interface Played {
  readonly looks: readonly Call[];
  /** The first change or question, or the last words. */
  readonly end: readonly Call[] | string;
}

const pageOf = ({ args }: Call, { sets, page = 20 }: World) => {
  const at = Number(args['cursor'] ?? 0);
  const truncated = at + page < sets.length;
  const files = sets.reduce((sum, { locations, with: other }) => sum + locations.length - (other ? 0 : 1), 0);
  return {
    ok: true,
    sets: sets.slice(at, at + page),
    totals: { sets: sets.length, files, bytes: 10 },
    truncated,
    ...(truncated && { cursor: String(at + page) }),
  };
};

/** What the planner does with these same files until its first change, question or last words. */
export const playedWith = (world: World, sentence: string): Played => {
  const there = world.sets.flatMap(({ locations, with: others = [] }) => [...locations, ...others]);
  const rounds: Round[] = [];
  const facts = factsFor(sentence, { deeds: world.deeds ?? [] });
  for (;;) {
    const reply = answer({ facts, sentence, rounds, stream: false });
    const looks = rounds.flatMap(({ calls }) => calls).filter(({ name }) => name === 'duplicates');
    if ('content' in reply) return { looks, end: reply.content };
    if (!reply.calls.every(({ name }) => name === 'duplicates' || name === 'find')) return { looks, end: reply.calls };
    const results = reply.calls.map((call) => (call.name === 'find' ? foundBy(call, there) : pageOf(call, world)));
    rounds.push({ calls: reply.calls, results });
  }
};

/** What goes to the trash, by its location; words or a question as they are. */
export const goneOf = ({ end }: Played): string | readonly string[] => {
  if (typeof end === 'string') return end;
  if (end.some(({ name }) => name !== 'trash')) return end.map(({ name }) => name);
  return end.flatMap(({ args }) => {
    const names = (args['select'] as { names?: string[] } | undefined)?.names;
    return names?.map((name) => `${String(args['from'])}/${name}`) ?? [String(args['from'])];
  });
};
