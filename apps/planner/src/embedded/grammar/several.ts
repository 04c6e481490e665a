import { isFileName } from '../text/file-name.js';
import { newThing, type Clause, type Thing } from './clause.js';
import { countBefore } from './counted.js';

/** Several things by more than one word: "the consent forms", "both floor plans", "los turnos noviembre". */

const MANY_EN = /(?:^|\s)(?:the|my|our|both|all|these|those|two|three|four|five|six)\s+$/;
const MANY_ES = /(?:^|\s)(?:los|las|mis|ambos|ambas|es[oa]s|est[oa]s|dos|tres|cuatro|cinco|seis)\s+$/;
/** The noun is the last word in English and the first in Spanish; a name such as Williams is none. */
const NOUN_EN = /\s\p{Ll}+[^s\P{Ll}]s$/u;
const NOUN_ES = /^\p{Ll}+s\s/u;

export const arePlural = (name: string, before: string): boolean =>
  name.includes(' ') &&
  !isFileName(name) &&
  ((MANY_EN.test(before) && NOUN_EN.test(name)) || (MANY_ES.test(before) && NOUN_ES.test(name)));

/** A new name or a text is for one file, and so are the words for it. */
export const isCarried = ({ act, newName }: Clause): boolean =>
  newName === undefined && (act === 'move' || act === 'copy' || act === 'trash');

export const severalCalled = ({ count }: Clause, name: string, before: string): Thing => {
  const so = count ?? countBefore(before, name);
  const terms = name.split(/\s+/);
  return { ...newThing(), terms, plural: true, called: name, ...(so !== undefined && { count: so, said: name }) };
};
