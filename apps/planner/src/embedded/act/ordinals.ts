import { numberOf } from '../lexicon/numbers.js';
import type { Deed } from '../../facts.js';
import { literal } from '../grammar/patterns.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldText } from '../text/fold.js';
import type { Context } from './context.js';
import { ask } from './questions.js';
import { deedOf } from './spoken.js';

/** "borra el segundo", "the last two": some of the names that were just listed, in the order they were shown. */

const NTH: readonly RegExp[] = [
  /^(?:primer[oa]?s?|first)$/,
  /^(?:segund[oa]|second)$/,
  /^(?:tercer[oa]?|third)$/,
  /^(?:cuart[oa]|fourth)$/,
  /^(?:quint[oa]|fifth)$/,
];
const ORDINAL =
  /(?<![\p{L}\d"])(?:el|la|los|las|the) (?:(dos|tres) )?(primer[oa]?s?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|ultim[oa]s?|first|second|third|fourth|fifth|last)(?: (two|three|dos|tres))?(?: ones?)?(?=[\s.!?]*$| (?:says?|dice)[\s.!?]*$|,? (?:a|al|to|into|onto|in|en|on) (?!last)|,? \p{L}+l[oa]s? )/gu;
/** Jobs have an order too, and what is left out is not what is meant. */
const OF_OTHERS =
  /\b(?:undo|revert|deshaz|deshac\w*|revi?ert\w*|redo|rehaz|rehac\w*|restaur\w*|restor\w*|recuper\w*|recover|menos|excepto|salvo|except|but|not|no|sin|without)\b/;

/** Names of one folder, as they were shown. */
type Listed = Deed & { readonly names: string[] };

const listedIn = (context: Context): Listed | undefined => {
  const deed = deedOf(context);
  return deed?.state === 'looked' &&
    deed.operation === 'find' &&
    (deed.select?.depth ?? 1) === 1 &&
    (deed.names ?? []).length > 1
    ? (deed as Listed)
    : undefined;
};

/** Those that were pointed at; undefined when so many were not shown. */
const picked = ({ names, entries }: Listed, nth: string, count: number) => {
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

/** "borra todos menos el primero": a pronoun for all of them, and the ordinal taken out. */
const BUT = /[\s,]+(?:menos|excepto|salvo|except(?: for)?|but(?: not)?)\s+$/;
const ALL =
  /(?<!\p{L})(?:tod[oa]s(?: ell[oa]s| es[oa]s| est[oa]s)?|all(?: of)?(?: (?:them|those|these))?|everything|them|those)$/u;

const pointingAtOthers = (said: string, match: RegExpExecArray): string | undefined => {
  const before = said.slice(0, match.index);
  const but = BUT.exec(foldText(before))?.[0] ?? '';
  const order = before.slice(0, before.length - but.length);
  const all = ALL.exec(foldText(order))?.[0];
  if (but === '' || (all === undefined && !/~l[oa]s$/.test(splitEnclitics(order)))) return undefined;
  const pronoun = PRONOUNS[match[0].startsWith('the ') ? 'en' : 'es'][1];
  const meant = all === undefined ? order : `${order.slice(0, order.length - all.length)}${pronoun}`;
  return `${meant}${said.slice(match.index + match[0].length)}`;
};

/** What an ordinal makes of the request: a pronoun, and which of those listed it means. */
interface Pointed {
  readonly sentence: string;
  readonly names: readonly string[] | undefined;
}

const pointedAt = (deed: Listed, said: string, match: RegExpExecArray): Pointed | undefined => {
  const count = numberOf(match[1] ?? match[3] ?? 'one');
  if (count === 1 && match[2]!.endsWith('s')) return undefined;
  const names = picked(deed, match[2]!, count);
  const others = pointingAtOthers(said, match);
  if (others !== undefined)
    return { sentence: others, names: deed.names.length === deed.entries ? left(deed, names) : undefined };
  const sentence = OF_OTHERS.test(foldText(said)) ? undefined : pointing(said, match, count === 1);
  return sentence === undefined ? undefined : { sentence, names };
};

const left = ({ names }: Listed, out: readonly string[] | undefined): readonly string[] | undefined =>
  out && names.filter((name) => !out.includes(name));

/** The same request, with "it" or "them" for the ordinal and only those listed as what was last spoken of. */
export const withOrdinals = (context: Context): Context => {
  const deed = listedIn(context);
  const said = context.sentence.normalize('NFC');
  const [match, ...others] = [...foldText(said).matchAll(ORDINAL)];
  const pointed = deed && match && others.length === 0 ? pointedAt(deed, said, match) : undefined;
  if (!deed || !pointed) return context;
  const { sentence, names } = pointed;
  if (!names) throw ask(context, 'what', { key: 'whichThem', options: deed.names });
  const select = { kind: 'any' as const, names: names.map(literal) };
  const spoken = [{ ...deed, names: [...names], entries: names.length, select }];
  return { ...context, sentence, machine: deed.machine, spoken };
};
