import { isFileName } from '../text/file-name.js';
import { foldText } from '../text/fold.js';
import { saidOf } from '../text/text.js';
import type { Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';
import { eatFolderWords } from './names.js';
import { isVerbWord } from './vocabulary.js';

/** Folders said without a word for a folder, after the word for where. */

/** "inside Old stuff": a capital begins the name although both are words of the language. */
const OLD_STUFF =
  /^(?:Old|New|Big|Recent|Last|Viej[oa]s?|Nuev[oa]s?|Antigu[oa]s?) \p{Ll}+(?=\s*(?:$|[.,;!?])|\s(?:on|in|en|del?|from|to|into|al?)\s)/u;
/** "to Archive": no order where a folder is said. */
const CAPITAL_VERB = /^\p{Lu}\p{Ll}+(?=\s*(?:$|[.,;!?]))/u;
export const eatOldStuff = (cursor: Cursor): string | undefined => {
  const rest = cursor.at === 0 ? '' : saidOf(cursor.text).slice(cursor.at, cursor.end);
  const verb = CAPITAL_VERB.exec(rest)?.[0];
  const name = OLD_STUFF.exec(rest)?.[0] ?? (verb !== undefined && isVerbWord(foldText(verb)) ? verb : undefined);
  if (name !== undefined) cursor.moveTo(cursor.at + name.length);
  return name;
};

/** "… a la primera, … a la segunda": one of several that were spoken of, and no name. */
const ORDINAL =
  /^(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|ultim[oa]|última|first|second|third|fourth|fifth|last)(?: (?:one|carpeta|folder))?$/;

/** "mete en Escritos el demanda.docx": with the article begins what goes there. */
const BEFORE_FILE = /^(?<folder>\S+(?: \S+)*?) (?:el|la|the|mi|my) \S/;
const eatBeforeFile = (cursor: Cursor): string | undefined => {
  const start = cursor.at;
  const name = nameAhead(cursor);
  const folder = name !== undefined && isFileName(name) ? BEFORE_FILE.exec(name)?.groups!['folder'] : undefined;
  if (folder !== undefined) cursor.moveTo(start + folder.length);
  return folder;
};
const nameAhead = (cursor: Cursor): string | undefined => {
  const start = cursor.at;
  const name = eatFolderWords(cursor, false);
  cursor.moveTo(start);
  return name;
};

export const bareLoc = (cursor: Cursor): Loc | undefined => {
  const name = eatOldStuff(cursor) ?? eatBeforeFile(cursor) ?? eatFolderWords(cursor, false);
  return name === undefined || ORDINAL.test(name) || /\.[a-z0-9]{2,5}$/i.test(name) ? undefined : { path: [name] };
};
