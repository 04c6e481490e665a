import type { Deed } from '../../facts.js';
import { readingIn } from '../act/program.js';
import { spokenIn } from '../act/spoken.js';
import type { Clause } from '../grammar/clause.js';
import { factsFor } from './first-calls.js';

/** How a sentence is read after these deeds; nothing where it was not understood. */
export const readingOf = (sentence: string, deeds: Deed[] = []): readonly Clause[] => {
  const facts = factsFor(sentence, { deeds });
  const { clauses, unclear } = readingIn({
    facts,
    language: facts.language,
    clock: { now: new Date(facts.now), zone: facts.timeZone },
    sentence,
    fill: {},
    done: 0,
    spoken: spokenIn(facts),
    open: [],
    left: [],
    seen: new Map(),
  });
  return unclear === undefined ? clauses : [];
};
