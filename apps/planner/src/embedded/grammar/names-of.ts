import { isFileName } from '../text/file-name.js';
import { newThing, type Clause } from './clause.js';

/** "los nombres de Actas", "all the file names in Actas": many names, so those of the files in it, and never its own. */
const MANY = /\b(?:nombres|names|todos|todas|todo|all|everything|every)\b/;

export const namesOf = (words: string, clause: Clause): Clause => {
  const [only, ...others] = clause.things;
  const isChanged = (clause.letterCase ?? clause.replace ?? clause.affix) !== undefined && clause.newName === undefined;
  const isFolder = only?.name !== undefined && !isFileName(only.name) && only.nameKind === undefined && !only.terms;
  if (!isChanged || !isFolder || others.length > 0 || clause.locs.length > 0 || !MANY.test(words)) return clause;
  const loc = { ...only.loc, path: [...(only.loc?.path ?? []), only.name!] };
  return { ...clause, things: [{ ...newThing({ kind: 'file' }), plural: true }], locs: [{ role: 'from', loc }] };
};
