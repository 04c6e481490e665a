import type { Deed } from '../../facts.js';
import { emptyClause, newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { readSentence } from '../grammar/sentence.js';
import { splitEnclitics } from '../text/enclitics.js';
import { readText } from '../text/text.js';
import { worldOf, type Context } from './context.js';
import { isAmong, isKindOnly, partIn, thingsIn } from './correction-parts.js';

/** Some of what was moved belongs elsewhere than the rest of it. */
export interface Apart {
  readonly those: Thing;
  readonly target: Loc;
}

/** "las canciones no, esas ponlas en música": those go on from where the job put them. */
export const apartIn = (rest: string, deed: Deed, context: Context): Apart | undefined => {
  const [those, tail] = partIn(rest);
  if (those === undefined || deed.operation !== 'move') return undefined;
  const put = readSentence(readText(splitEnclitics(tail.replace(/^[\s,;.]+/, ''))), worldOf(context));
  const target = placedIn(put);
  const some = target && someOf(those, deed, context);
  return some && { those: some, target };
};

const placedIn = ([clause = emptyClause(), ...others]: readonly Clause[]): Loc | undefined => {
  const [only, ...locs] = clause.locs;
  const isBare = others.length === 0 && locs.length === 0 && clause.left.length === 0 && !clause.negated;
  const isPut = clause.act === 'move' && clause.things.length > 0 && clause.things.every(({ pronoun }) => pronoun);
  return isBare && isPut && clause.machine === undefined ? only?.loc : undefined;
};

/** One kind, or words that something of the job is called by. */
const someOf = (said: string, deed: Deed, context: Context): Thing | undefined => {
  const [only, ...others] = thingsIn(said, context);
  if (only === undefined || others.length > 0) return undefined;
  const terms = only.terms ?? only.name?.split(/\s+/);
  if (terms === undefined) return isKindOnly(only) ? { ...only, pronoun: 'them' } : undefined;
  return isAmong([terms.join('*')], deed) ? { ...newThing(), terms, plural: true, pronoun: 'them' } : undefined;
};
