import { addPattern } from './added-names.js';
import type { Clause, Thing } from './clause.js';

/**
 * "Las fotos y los videos de la boda", "the pdfs and photos that start with IMG": what is said of the last of several is said
 * of all. Where it may have been said of the last alone, less is done; measures are shared where things become selections.
 */

const isOpen = ({ name, pronoun, rest, top, topic, contains, patterns, terms }: Thing): boolean =>
  [name, pronoun, rest, top, topic, contains, patterns, terms].every((part) => part === undefined);

/** A folder that was said right behind it ends what is said of it. */
const isClosed = ({ locs, things }: Clause, at: number): boolean =>
  locs.some(({ after }) => after === at + 1 && after < things.length);

const share = (thing: Thing, { topic, contains, patterns }: Thing): boolean => {
  if (topic !== undefined) thing.topic = topic;
  if (contains !== undefined) thing.contains = contains;
  return patterns === undefined || addPattern(thing, patterns);
};

/** "las facturas y los contratos de Pérez": whose they are; "de alquiler" says which contracts. */
const ownerIn = ({ terms = [], plural }: Thing): readonly string[] =>
  plural === true && /^\p{Lu}/u.test(terms.at(-1) ?? '') ? terms.slice(1) : [];

const shareOwner = (thing: Thing, last: Thing): void => {
  if (thing.plural === true && thing.terms?.length === 1) thing.terms = [...thing.terms, ...ownerIn(last)];
};

/** Words of names cannot be joined with a pattern: then nothing is done. */
const isUnsharable = ({ terms, contains, patterns }: Thing, last: Thing): boolean =>
  terms !== undefined &&
  contains === undefined &&
  patterns === undefined &&
  (last.contains ?? last.patterns) !== undefined;

export const shareDescriptions = (clause: Clause): void => {
  const last = clause.things.at(-1);
  if (last === undefined || last.apart) return;
  for (const [at, thing] of clause.things.slice(0, -1).entries()) {
    if (isClosed(clause, at)) continue;
    shareOwner(thing, last);
    if (isOpen(thing) ? !share(thing, last) : isUnsharable(thing, last))
      clause.left.push(last.contains ?? last.patterns![0]!);
  }
};
