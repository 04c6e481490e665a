import { leafOf } from '#contracts/location-parts';
import { emptyClause, newThing, type Clause } from '../grammar/clause.js';
import { foldText } from '../text/fold.js';
import { spaced } from '../text/spaced.js';
import { eatLocSaid } from './answered.js';
import type { Context } from './context.js';
import { deedOf } from './spoken.js';

/** "and the one in Elm Street?" after a file was read: the file of that name there. */

const AND = '(?:(?:y|and|what about|how about|y que (?:hay|tal|pone|dice)(?: (?:de|con))?)[, ]+)+';
const THE_ONE = '(?:the one|el|la|lo que (?:pone|dice))(?= (?:de|del|en|que|in|of|from|on|that)(?!\\w))|(?=(?:in|en) )';
const BEHIND = spaced(`^\\W*${AND}(?:${THE_ONE}) ?(?:(?:que (?:esta|hay)|that is) )?`);
const BEFORE = spaced(`^\\W*${AND}the (?=.+ one\\W*$)`);

const placeSaid = (sentence: string): string | undefined => {
  const said = sentence.normalize('NFC').replace(/[\s.?!]+$/, '');
  const folded = foldText(said);
  const before = BEFORE.exec(folded)?.[0];
  if (before !== undefined) return said.slice(before.length).replace(/ one$/i, '');
  const behind = BEHIND.exec(folded)?.[0];
  return behind === undefined ? undefined : said.slice(behind.length);
};

export const readThere = (context: Context): Clause | undefined => {
  const deed = deedOf(context);
  const said = deed?.operation === 'read' && deed.from !== undefined ? placeSaid(context.sentence) : undefined;
  const loc = said === undefined ? undefined : eatLocSaid(context, said);
  if (!loc) return undefined;
  const things = [{ ...newThing(), name: leafOf(deed!.from!), nameKind: 'file' as const }];
  return { ...emptyClause(), act: 'read', hasVerb: true, things, locs: [{ role: 'in', loc }] };
};
