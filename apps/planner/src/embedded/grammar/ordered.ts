import { MOODS, NOT_NEEDED } from '../lexicon/complaints.js';
import { MODALS } from '../lexicon/modals.js';
import { POLITENESS } from '../lexicon/politeness.js';
import type { Cursor } from '../text/cursor.js';
import { isParticiple } from './verbs.js';

/*
 * Whether the verb of a change is an order is seen from its form and from what stands before it. "Fueron borrados", "thanks
 * for deleting", "who moved", "I don't want them deleted" name a change and ask for none.
 */

const anywhere = (...patterns: readonly string[]): RegExp =>
  new RegExp(`(?<![\\w~])(?:${patterns.join('|').replaceAll(' ', '\\s+')})(?![\\w~])`);
const everywhere = (...patterns: readonly string[]): RegExp => new RegExp(anywhere(...patterns), 'g');

/** They make an order of the verb after them, or say nothing about it. */
const ORDERING = everywhere(POLITENESS, MOODS, ...MODALS);
/** "I no longer need the pdfs": a reason, unless the participle after it is what is not wanted. */
const REASON = everywhere(NOT_NEEDED);

/** Somewhere before the verb: not wanted, or not allowed. */
const NEGATED = anywhere(
  "no|not|don'?t|dont|never|nunca|jamas|tampoco|nadie|nada|nothing|none|nobody|neither|nor|ni|sin|without|hardly|\\w+n't|cannot",
);
/** What the speaker means to do, and what others want. */
const INTENDED = anywhere(
  "voy a|iba a|estoy por|estaba|suelo|i(?:'m| am|m) (?:going|trying|about) to|i was|i used to|(?:they|he|she|people|everyone|\\w+ also) (?:want|like|wish|ask)s?",
);

/** Right before the verb: what the subject does, or what the change is the reason for. */
const TELLING =
  /(?:^|\s)(?:es|son|fue|fueron|esta|estan|estoy|estaba|estaban|sido|siendo|se|ha|han|he|has|hemos|habia|por|sin|al|tras|con|quien|is|are|was|were|been|being|got|gets?|has|had|i've|we've|they've|am|i'm|im|we|they|he|she|who|people|which|for|from|of|by|without|after|before|about|when|while|(?:have|'ve)(?:\s+(?:just|already|recently|also|now))*)\s+$/;
/** "Do files get deleted?", "who moved …": asked, whatever follows. */
const ASKING =
  /^(?:do(?! (?:an?|the same|it)\b|\s*$)|does|did|is|are|was|were|who|whom|whose|why|when|where|what|how|must|ought|might|shall|should|will|would|quien|quienes|por que|cuando|como)(?![\w'])/;
/** With a question mark a duty is in doubt: "¿hay que borrar …?". */
const DOUBTED =
  /^(?:(?:y|and|pero|but|entonces|so|oye|hey)\s+)*(?:hay que|habria que|tengo que|tenemos que|se pueden?|debo|debemos|toca|es necesario|hace falta|vas? a|van a|have|has|had|i have to|we have to|i need to|we need to)(?!\w)/;

/** "Deleting …" is an order only after words that ask for the doing. */
const GERUND = /^(?!bring(?![a-z]))(?:[a-z]+ing|[a-z]+[ai]e?ndo)(?![a-z])/;
const STARTS =
  /(?:^|\s)(?:mind|help(?: me| us)?(?: with)?|ayud[a-z]*(?: ~?me)?|start|begin|try|ve|vete|vaya|empieza|empeza|empiece|sigue)\s+$/;
/** "Get deleted", "be moved", with no word that says they should; "get them back" is an order. */
const HAPPENS = /^(?:all |both )?(?:be|get) (?!(?:rid|it|them|that|those|everything|back)(?![a-z]))/;
const MAY = /^(?:please\s+)?(?:can|could|may)\s/;
/** "Que se muevan los pdf", "quiero que se borren". */
const WISHED = /^(?:que|§(?:\s*que)?)\s+se\s+$/;

const CUT = /[.,;:!?¿¡—–]/;
const ASKED = /¿[^.;!?]*$/;

const partOf = (before: string): string => before.split(CUT).at(-1)!;

/** "I don't want to | move …": an aim belongs to what is before it, although an order may begin there. */
export const isAimAt = (folded: string, at: number): boolean => /\s(?:to|para)\s+$/.test(folded.slice(0, at));

const leadOf = (folded: string, from: number, at: number): string =>
  partOf(folded.slice(isAimAt(folded, from) ? 0 : from, at)).trimStart();

const isQuestion = (before: string, after: string): boolean => ASKED.test(before) || /^[^.;!?]*\?/.test(after);

/** Whether the verb that was read from `at` to the cursor only names its change. */
export const isTold = ({ text: { folded }, from, at: end }: Cursor, at: number): boolean => {
  const said = folded.slice(at, end).trim();
  const lead = leadOf(folded, from, at);
  if (GERUND.test(said) && !STARTS.test(lead)) return true;
  if (INTENDED.test(`${partOf(folded.slice(0, at))} ${said.split(/\s/)[0]}`)) return true;
  if (DOUBTED.test(lead) && isQuestion(folded.slice(0, at), folded.slice(at))) return true;
  const bare = (isParticiple(said) ? lead : lead.replace(REASON, ' ')).replace(ORDERING, '§').trimStart();
  if (NEGATED.test(bare) || ASKING.test(bare)) return true;
  if (HAPPENS.test(said)) return !MAY.test(lead);
  return TELLING.test(bare) && !WISHED.test(bare);
};
