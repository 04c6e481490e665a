import type { Deed } from '../../facts.js';
import { CALL_FOLDER, CALL_IT, CLOSING, INTERJECTIONS, NO, PREFERRED } from '../lexicon/corrections.js';
import { IN_NAMES } from '../lexicon/in-names.js';
import { foldText } from '../text/fold.js';
import type { Context } from './context.js';
import { isMadeHere } from './folders-made.js';
import { ask } from './questions.js';

/** "call it X instead", "mejor llámalo X", "no, que se llame X": the one thing that was just spoken of gets that name. */

const OPENING = new RegExp(
  `^\\W*(?:(?:${NO}|${INTERJECTIONS}|${PREFERRED})\\b[\\s,.:;!]*)*(?:(?<folder>${CALL_FOLDER})|${CALL_IT})\\s*:?\\s+`,
);
/** A whole name: nothing that says where, or which part of a name changes. */
const NAME = new RegExp(
  `^(?!(?:a|al|en|de|del|in|on|to|into|from|for|para|not?|with|con|off|up|out|back|again)(?:\\s|$))(?!.*\\b(?:${IN_NAMES})\\b)[^,;:!?]{1,80}$`,
);
/** "ponle de nombre X a la copia": something else gets the name. */
const TO_ANOTHER = /\bpon[^]*\s(?:al|a (?:la|el|los|las|mi|mis|es[ea]|est[ea]|[^\s]+\.[a-z0-9]{1,5})\b)/;
const QUOTES = /^["«“']|["»”']$/g;

const GONE = new Set(['trash', 'undo']);

const isOne = ({ state, entries, operation }: Deed): boolean =>
  entries === 1 && (state === 'committed' || state === 'looked') && !GONE.has(operation);

/** Whether a folder was made for it: then "it" may be either. */
const isIntoNew = ({ operation, to }: Deed, { facts }: Context): boolean =>
  (operation === 'move' || operation === 'copy') && to !== undefined && isMadeHere(to, facts);

export interface Named {
  readonly name: string;
  readonly of?: 'folder';
}

/** The name that is given, and to what; undefined where none is, or where several things could be meant. */
export const calledAnew = (context: Context): Named | undefined => {
  const [deed, ...others] = context.spoken;
  const said = context.sentence.normalize('NFC');
  const opening = OPENING.exec(foldText(said));
  if (deed === undefined || others.length > 0 || !opening) return undefined;
  const rest = said.slice(opening[0].length);
  const name = rest.slice(0, rest.length - CLOSING.exec(foldText(rest))![0].length).replace(QUOTES, '');
  if (!NAME.test(foldText(name)) || TO_ANOTHER.test(foldText(said))) return undefined;
  if (opening.groups?.['folder'] !== undefined) return { name, of: 'folder' };
  if (isOne(deed) && isIntoNew(deed, context)) throw ask(context, 'them', { key: 'whichThem', options: [] });
  return isOne(deed) ? { name } : undefined;
};
