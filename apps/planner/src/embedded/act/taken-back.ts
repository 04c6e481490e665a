import { emptyClause, type Clause } from '../grammar/clause.js';
import { readSentence } from '../grammar/sentence.js';
import { startsOrder } from '../grammar/split.js';
import { INTERJECTIONS, NO } from '../lexicon/corrections.js';
import { ONE_BEFORE } from '../lexicon/undo.js';
import { Cursor } from '../text/cursor.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldText } from '../text/fold.js';
import { readText } from '../text/text.js';
import { worldOf, type Context } from './context.js';
import { incoherent } from './coherence.js';
import { isPartBack } from './jobs-done.js';
import { mentionsIn } from './spoken.js';

/** Taking back in everyday words: what is said before and behind it is its reason, as long as it asks for nothing else. */

const LEAD = new RegExp(`^\\W*(?:(?:${NO}|${INTERJECTIONS})\\b[\\s,.;:!]*)+`);
const BEFORE_IT = new RegExp(`^\\W*${ONE_BEFORE}[\\s.!]*$`);
const PAUSE = /\s*[,.;:!]+\s+|\s+(?=(?:porque|que|because|since|es que|cos)\s)/g;
/** What follows may say what is not to be taken back. */
const BINDING =
  /\b(?:si|if|cuando|when|menos|excepto|salvo|except|but|pero|solo|only|just|no|not|don'?t|sin|without|y|and|o|or|tambien|also|too|de l[oa]s?|the ones?|decir|mean)\b/;

const isTakingBack = ([clause, ...others]: readonly Clause[]): boolean =>
  clause?.act === 'undo' &&
  others.length === 0 &&
  !clause.negated &&
  !clause.told &&
  clause.left.length === 0 &&
  !incoherent(clause);

const isTalk = (tail: string, context: Context): boolean =>
  !BINDING.test(foldText(tail)) && !startsOrder(new Cursor(readText(splitEnclitics(tail))), worldOf(context));

/** As much as stands before a pause, or the whole of it. */
const headsOf = (sentence: string): string[] => [
  ...[...sentence.matchAll(PAUSE)].map(({ index }) => sentence.slice(0, index)),
  sentence,
];

/** An undo, when that is all the sentence orders. */
export const takenBack = (context: Context): Clause[] | undefined => {
  const said = context.sentence.normalize('NFC');
  const lead = LEAD.exec(foldText(said))?.[0] ?? '';
  const [newest] = mentionsIn(context.facts);
  if (newest?.[0]?.operation === 'undo' && !isPartBack(newest[0]) && BEFORE_IT.test(foldText(said.slice(lead.length))))
    return [{ ...emptyClause(), act: 'undo', hasVerb: true }];
  for (const head of headsOf(said.slice(lead.length))) {
    const clauses = readSentence(readText(splitEnclitics(head)), worldOf(context));
    if (isTakingBack(clauses) && isTalk(said.slice(lead.length + head.length), context)) return clauses;
  }
  return undefined;
};
