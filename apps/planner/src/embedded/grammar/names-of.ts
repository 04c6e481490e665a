import { isFileName } from '../text/file-name.js';
import { newThing, type Clause, type Thing } from './clause.js';

/** "los nombres de Actas", "all the file names in Actas": many names, so those of the files in it, and never its own. */
const MANY = /\b(?:nombres|names|todos|todas|todo|all|everything|every)\b/;

const isChanged = ({ letterCase, replace, affix, newName }: Clause): boolean =>
  newName === undefined && (letterCase ?? replace ?? affix) !== undefined;

/** A name that may be a folder's, and nothing that says otherwise. */
const isFolderName = ({ name, nameKind, terms }: Thing): boolean =>
  name !== undefined && !isFileName(name) && nameKind === undefined && terms === undefined;

export const namesOf = (words: string, clause: Clause): Clause => {
  const [only, ...others] = clause.things;
  const isAlone = others.length + clause.locs.length === 0;
  if (!only || !isAlone || !isChanged(clause) || !isFolderName(only) || !MANY.test(words)) return clause;
  const loc = { ...only.loc, path: [...(only.loc?.path ?? []), only.name!] };
  return { ...clause, things: [{ ...newThing({ kind: 'file' }), plural: true }], locs: [{ role: 'from', loc }] };
};
