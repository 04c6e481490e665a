import { ask } from './questions.js';
import type { Context } from './context.js';
import type { Mention } from './spoken.js';

/** Where "ahí", "that folder" points: this sentence first, then what the conversation last did or looked at. */
export const thereOf = (context: Context): string => {
  const there = context.there ?? placeOf(context.spoken);
  if (there === undefined || there.includes('{')) throw ask(context, 'what', { key: 'whichThem', options: [] });
  return there;
};

/** The folder all of it went to, else the one all of it was in. */
const placeOf = (spoken: Mention): string | undefined => {
  const places = spoken.map(({ operation, from, to }) => to ?? (operation === 'read' ? undefined : from));
  return places.every((place) => place === places[0]) ? places[0] : undefined;
};
