import { newThing, emptyClause, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { readClause } from '../grammar/read-clause.js';
import { Cursor } from '../text/cursor.js';
import { foldText } from '../text/fold.js';
import { readText } from '../text/text.js';
import type { Deed } from '../../facts.js';
import { eatAnsweredLoc } from './answered.js';
import { worldOf, type Context } from './context.js';
import { locOf } from './ellipsis.js';
import { ask } from './questions.js';

/**
 * "no, mejor a documentos", "sorry, I meant the pngs": the job just done, as it should have been. What lies at the wrong
 * place is moved on from there; the wrong things are put back before the right ones are taken.
 */

/** A "no" that runs on ("no a documentos") denies instead. */
const OPENING =
  /^\W*(?:(?:no(?=\s*[,.;:]|\s+(?:mejor|wait|espera|perdon))|nop|nope|ay|uy|oops|ups|wait|espera|perdona?|sorry|lo siento|disculpa|mejor|actually|en realidad|bueno|mas bien|my (?:mistake|bad)|me equivoque(?: de (?:carpeta|lugar|sitio))?|i (?:was wrong|made a mistake)|qui(?:se|ero) decir|queria decir|digo|i mean(?:t)?|eran?|they were|it was|make (?:it|that)|rather)\b[\s,.:;]*)*/;
const CLOSING = /[\s,]*(?:\b(?:instead|mejor|rather|por favor|please)\b)?[\s.!]*$/;
const CORRECTS =
  /\b(?:no|nop|nope|mejor|mas bien|perdona?|sorry|equivoque|mistake|wrong|meant?|decir|digo|instead|rather)\b/;
const NAMES_ANEW = /\b(?:meant?|decir|digo|eran?|they were|it was)\b[\s,.:;]*$/;
const TOWARDS = /^(?:a|al|to|into|onto|hacia)\b/;
const THOSE = /^(?:los|las|the)\b/;

interface Said {
  /** What should have been, as it was said. */
  readonly rest: string;
  readonly namesAnew: boolean;
}

const correctionSaid = (sentence: string): Said | undefined => {
  const said = sentence.normalize('NFC');
  const folded = foldText(said);
  const opening = OPENING.exec(folded)![0];
  const closing = CLOSING.exec(folded.slice(opening.length))![0];
  if (!CORRECTS.test(opening) && !CORRECTS.test(closing)) return undefined;
  const rest = said.slice(opening.length, said.length - closing.length);
  return { rest, namesAnew: NAMES_ANEW.test(opening) };
};

const REPEATED = new Set(['move', 'copy', 'trash']);

type Done = Deed & { readonly from: string; readonly planId: string };

const doneLast = ({ deed }: Context): Done | undefined => {
  const isKnown =
    deed?.state === 'committed' && REPEATED.has(deed.operation) && deed.planId !== undefined && deed.from !== undefined;
  return isKnown ? (deed as Done) : undefined;
};

const orderOf = (act: Clause['act'], more: Partial<Clause>): Clause => ({
  ...emptyClause(),
  act: act!,
  hasVerb: true,
  ...more,
});

/** A place as destination: after "a", "to", or bare where the words name anew. */
const targetIn = ({ rest, namesAnew }: Said, context: Context): Loc | undefined => {
  if (!TOWARDS.test(foldText(rest)) && (!namesAnew || /\s/.test(rest))) return undefined;
  const loc = eatAnsweredLoc({ ...context, fill: { corrected: rest } }, 'corrected');
  return loc?.place !== undefined && loc.siblings === undefined ? loc : undefined;
};

const isKindOnly = ({ select, ...thing }: Thing): boolean =>
  (select.names ?? select.category) !== undefined &&
  Object.keys(thing).every((key) => ['plural', 'said', 'orPlace'].includes(key) || thing[key as never] === undefined);

/** The right things, by kind alone: nothing of them is left unread. */
const thingsIn = ({ rest, namesAnew }: Said, context: Context): Thing[] => {
  if (!namesAnew || !THOSE.test(foldText(rest))) return [];
  const clause = readClause(new Cursor(readText(rest)), worldOf(context));
  const isAll = clause.act === undefined && clause.left.length === 0 && clause.locs.length === 0 && !clause.machine;
  return isAll && clause.things.every(isKindOnly) ? clause.things : [];
};

const movedOn = ({ machine }: Done, loc: Loc): Clause[] => [
  orderOf('move', {
    machine: [machine],
    puts: true,
    things: [{ ...newThing(), pronoun: 'them' }],
    locs: [{ role: 'to', loc }],
  }),
];

/** `again`: planned only when the wrong things are back. */
const doneAnew = (deed: Done, things: Thing[], context: Context): Clause[] => {
  const from = { role: 'from' as const, loc: locOf(deed.from, context) };
  const to =
    deed.to === undefined || deed.operation === 'trash' ? [] : [{ role: 'to' as const, loc: locOf(deed.to, context) }];
  const act = deed.operation as 'move' | 'copy' | 'trash';
  const machine = [deed.machine];
  return [
    orderOf('undo', { machine }),
    orderOf(act, { machine, puts: act !== 'trash', things, locs: [from, ...to], again: true }),
  ];
};

const hasParts = ({ run }: Done, context: Context): boolean =>
  run !== undefined && context.facts.deeds.filter((deed) => deed.run === run && deed.state === 'committed').length > 1;

const asItShouldBe = (said: Said, deed: Done, context: Context): Clause[] | undefined => {
  const loc = deed.operation === 'trash' ? undefined : targetIn(said, context);
  if (loc) return movedOn(deed, loc);
  const things = deed.select === undefined ? [] : thingsIn(said, context);
  return things.length > 0 ? doneAnew(deed, things, context) : undefined;
};

/** What a correction of the last job orders; undefined when the sentence is none. A job of several parts is asked about. */
export const correctionOf = (context: Context): Clause[] | undefined => {
  const deed = doneLast(context);
  const said = deed && correctionSaid(context.sentence);
  if (!said || deed.to?.includes('{')) return undefined;
  const clauses = asItShouldBe(said, deed, context);
  if (clauses && hasParts(deed, context)) throw ask(context, 'them', { key: 'whichThem', options: [] });
  return clauses;
};
