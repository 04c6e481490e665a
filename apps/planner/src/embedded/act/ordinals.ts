import type { Deed } from '../../facts.js';
import { literal } from '../grammar/patterns.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldText } from '../text/fold.js';
import type { Context } from './context.js';
import { ask } from './questions.js';

/** "borra el segundo", "the last two": some of the names that were just listed, in the order they were shown. */

const NTH: readonly RegExp[] = [
  /^(?:primer[oa]?s?|first)$/,
  /^(?:segund[oa]|second)$/,
  /^(?:tercer[oa]?|third)$/,
  /^(?:cuart[oa]|fourth)$/,
  /^(?:quint[oa]|fifth)$/,
];
const COUNTS: Readonly<Record<string, number>> = { dos: 2, two: 2, tres: 3, three: 3 };
const ORDINAL =
  /(?<![\p{L}\d"])(?:el|la|los|las|the) (?:(dos|tres) )?(primer[oa]?s?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|ultim[oa]s?|first|second|third|fourth|fifth|last)(?: (two|three|dos|tres))?(?: ones?)?(?=[\s.!?]*$|,? (?:a|al|to|into|onto|in|en|on) (?!last)|,? \p{L}+l[oa]s? )/gu;
/** Jobs have an order too, and what is left out is not what is meant. */
const OF_OTHERS =
  /\b(?:undo|revert|deshaz|deshac\w*|revi?ert\w*|redo|rehaz|rehac\w*|restaur\w*|restor\w*|recuper\w*|recover|menos|excepto|salvo|except|but|not|no|sin|without)\b/;

/** Names of one folder, as they were shown. */
const listedIn = ({ deed }: Context): (Deed & { readonly names: string[] }) | undefined =>
  deed?.state === 'looked' &&
  deed.operation === 'find' &&
  (deed.select?.depth ?? 1) === 1 &&
  (deed.names ?? []).length > 1
    ? (deed as Deed & { readonly names: string[] })
    : undefined;

/** Those that were pointed at; undefined when so many were not shown. */
const picked = ({ names, entries }: Deed & { readonly names: string[] }, nth: string, count: number) => {
  const isLast = /^(?:ultim|last)/.test(nth);
  if (isLast && names.length !== entries) return undefined;
  const at = isLast ? names.length - count : NTH.findIndex((pattern) => pattern.test(nth));
  const those = at < 0 ? [] : names.slice(at, at + count);
  return those.length === count ? those : undefined;
};

const PRONOUNS = { es: ['eso', 'esos'], en: ['it', 'them'] } as const;

/** The sentence with a pronoun for the ordinal; at its beginning the verb must carry one ("el primero pásalo a …"). */
const pointing = (said: string, match: RegExpExecArray, isOne: boolean): string | undefined => {
  const before = said.slice(0, match.index);
  const after = said.slice(match.index + match[0].length);
  const pronoun = PRONOUNS[match[0].startsWith('the ') ? 'en' : 'es'][isOne ? 0 : 1];
  if (/\p{L}/u.test(before)) return `${before}${pronoun}${after}`;
  const order = after.replace(/^[\s,]+/, '');
  return /^\S+ ~l[oa]s?\b/.test(splitEnclitics(order)) ? order : undefined;
};

/** The same request, with "it" or "them" for the ordinal and only those listed as what was last spoken of. */
export const withOrdinals = (context: Context): Context => {
  const deed = listedIn(context);
  const said = context.sentence.normalize('NFC');
  const folded = foldText(said);
  const [match, ...others] = [...folded.matchAll(ORDINAL)];
  if (!deed || !match || others.length > 0 || OF_OTHERS.test(folded)) return context;
  const count = COUNTS[match[1] ?? match[3] ?? ''] ?? 1;
  if (count === 1 && match[2]!.endsWith('s')) return context;
  const sentence = pointing(said, match, count === 1);
  if (sentence === undefined) return context;
  const names = picked(deed, match[2]!, count);
  if (!names) throw ask(context, 'what', { key: 'whichThem', options: deed.names });
  const select = { kind: 'any' as const, names: names.map(literal) };
  return { ...context, sentence, machine: deed.machine, deed: { ...deed, names, entries: names.length, select } };
};
