import { newThing, type Clause, type Thing } from './clause.js';

/** The thing being described; modifiers before any head make one. */
export const current = (clause: Clause): Thing => {
  const last = clause.things.at(-1);
  if (last) return last;
  const thing = { ...newThing(), plural: true };
  clause.things.push(thing);
  return thing;
};
