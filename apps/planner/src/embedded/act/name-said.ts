import type { Deed } from '../../facts.js';
import { startsOrder } from '../grammar/split.js';
import { SURELY_ANEW } from '../lexicon/corrections.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { Cursor } from '../text/cursor.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldText } from '../text/fold.js';
import { wordsOfName } from '../text/name-words.js';
import { readText } from '../text/text.js';
import { worldOf, type Context } from './context.js';
import { isAnew, isPreferred, type Said } from './said-anew.js';

/** What a name that was just given should have been: another one, or other words in it. */

const NAMED = /^(?!.*\b(?:not|no|instead of|rather than|en (?:vez|lugar) de)\b)[^,;:!?]{1,80}$/i;
/** "april not march", "bathroom instead of kitchen": a part of the name. */
const PART =
  /^(?<with>[^,;:!?]{1,60}?)(?:,? (?:and )?not|,? (?:y )?no| instead of| rather than| en (?:vez|lugar) de) (?<find>[^,;:!?]{1,60})$/i;

/** The part that is wrong as it stands in the name that was given; undefined where it does not stand there. */
export const partSaid = (said: Said, { to = '' }: Deed): { find: string; with: string } | undefined => {
  const parts = isAnew(said) ? PART.exec(said.rest)?.groups : undefined;
  const at = parts ? foldText(to).indexOf(foldText(parts['find']!)) : -1;
  return at < 0 ? undefined : { find: to.slice(at, at + parts!['find']!.length), with: parts!['with']! };
};

const wordsOf = (name: string): string[] => wordsOfName(name).filter((word) => word.length > 2);

const isLike = (name: string, { to = '', names = [] }: Deed): boolean => {
  const words = new Set([to, ...names].flatMap(wordsOf));
  return wordsOf(name).some((word) => words.has(word));
};

/** It points at something, or says where or what to do, and is no name by itself. */
const NO_NAME = new RegExp(
  `^(?:el|la|los|las|lo|the|it|that|this|es[aeo]|as[ií]|so|as)\\b|\\b(?:a|al|en|in|on|to|into|from|inside|dentro|${PLACE_WORDS.map(({ words }) => words).join('|')})\\b`,
);

/** "no, mejor acta comunidad", "acta comunidad, mejor": no word says that it is a name, so it must be much like the one it has. */
const isPlainName = ({ rest }: Said, deed: Deed, context: Context): boolean =>
  deed.operation === 'rename' &&
  isLike(rest, { ...deed, names: [] }) &&
  !NO_NAME.test(foldText(rest)) &&
  !startsOrder(new Cursor(readText(splitEnclitics(rest))), worldOf(context));

/** "sorry, it should be lease 2024"; after a mere "it was" only what is much like the name it has. */
export const nameSaid = (said: Said, deed: Deed, context: Context): string | undefined => {
  if (!NAMED.test(said.rest)) return undefined;
  const isSure = isAnew(said)
    ? SURELY_ANEW.test(said.opening) || isLike(said.rest, { ...deed, to: undefined })
    : isPreferred(said) && isPlainName(said, deed, context);
  return isSure ? said.rest.replace(/^["«“]|["»”]$/g, '') : undefined;
};
