import { ask } from './questions.js';
import type { Context } from './context.js';
import type { Deed } from '../../facts.js';
import { folderPut } from './folders-made.js';
import { homeOf } from './spoken.js';

/** Where "ahí", "that folder" points: this sentence first, then what the conversation last did or looked at. */
export const thereOf = (context: Context): string => {
  const there = context.there ?? placeOf(context);
  if (there === undefined || there.includes('{')) throw ask(context, 'what', { key: 'whichThem', options: [] });
  return there;
};

/**
 * A folder that was made here and put elsewhere since, the folder all of it went to, else the one all of it was in. A name
 * that was given is no place.
 */
const placeOf = ({ spoken, facts }: Context): string | undefined => {
  const places = spoken.map(
    (deed) => folderPut(deed, facts) ?? (deed.operation === 'rename' ? homeOf(deed) : wentTo(deed)),
  );
  return places.every((place) => place === places[0]) ? places[0] : undefined;
};

const wentTo = ({ operation, from, to }: Deed): string | undefined => to ?? (operation === 'read' ? undefined : from);
