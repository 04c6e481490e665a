import { foldName } from '../text/fold.js';
import { isFileName } from '../text/file-name.js';
import { newThing, type Clause, type Thing } from './clause.js';
import { NOUN } from './note-parts.js';

/** Which file a text goes into, as the words around the text say it. */

/** "a documentos/lista.txt": the last of a path is the file. */
const ofPath = (clause: Clause): Clause => {
  const [only] = clause.locs;
  const name = only?.loc.path.at(-1);
  if (clause.things.length > 0 || clause.locs.length !== 1 || !isFileName(name ?? '')) return clause;
  const loc = { ...only!.loc, path: only!.loc.path.slice(0, -1) };
  return { ...clause, things: [{ ...newThing(), name: name!, loc }], locs: [] };
};

const WHAT_IT_IS = new RegExp(`^${NOUN}$`);
const isNoun = ({ name }: Thing): boolean => name !== undefined && WHAT_IT_IS.test(foldName(name));
const isNamed = ({ name }: Thing): boolean => name !== undefined;

/** "una nota en el escritorio, pendientes.txt, que diga …": what it is, and then its name; of two names it has neither. */
const ofName = (clause: Clause): Clause => {
  const things = clause.things.filter(isNamed);
  const names = things.filter((thing) => !isNoun(thing));
  if (things.length < 2 || names.length === 0) return clause;
  const [file, ...others] = names;
  return { ...clause, things: [file!], left: [...clause.left, ...others.map(({ name }) => name!)] };
};

export const withFile = (clause: Clause): Clause => ofName(ofPath(clause));
