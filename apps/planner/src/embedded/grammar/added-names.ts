import { bothNames } from './both-names.js';
import type { Thing } from './clause.js';

/** "los png que empiecen por captura": both must hold. False where no list of patterns says so. */
export const addNames = ({ select }: Thing, names: readonly string[]): boolean => {
  const joined = select.names ? bothNames(select.names, names) : [...names];
  if (joined) select.names = joined;
  return joined !== undefined;
};

/** The same of a pattern, which things said before it may have to fit as well. */
export const addPattern = (thing: Thing, names: readonly string[]): boolean => {
  thing.patterns = [...(thing.patterns ?? []), ...names];
  return addNames(thing, names);
};
