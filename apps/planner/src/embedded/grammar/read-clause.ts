import type { Act } from '../lexicon/acts.js';
import { isFileName } from '../text/file-name.js';
import { MOODS } from '../lexicon/complaints.js';
import { REST_STAYS, SMALL_WORDS } from '../lexicon/fillers.js';
import { MODALS } from '../lexicon/modals.js';
import { POLITENESS } from '../lexicon/politeness.js';
import { words, type Cursor } from '../text/cursor.js';
import { readActWords, readDone, readLater, readNeeded, readTouched } from './act-readers.js';
import { withoutApposed } from './apposed-things.js';
import { readDuplicates } from './duplicates.js';
import { readStand } from './standing.js';
import { emptyClause, newThing, type Clause } from './clause.js';
import { eatExtras } from './extras.js';
import { readHolder } from './holders.js';
import { eatMachine } from './machines.js';
import { NAME_READERS, PLACE_READERS, PREPOSITION_READERS } from './place-readers.js';
import { BARE_READERS, MASKED_READERS, TOPIC_READERS } from './name-readers.js';
import { readGoes, readSameNames } from './same-names.js';
import { shareDescriptions } from './shared-descriptions.js';
import { distinct, fillMade, joinTargets } from './targets.js';
import { readMention } from './mention-reader.js';
import { EXCEPTION_READERS } from './exception-readers.js';
import { HEAD_READERS, MODIFIER_READERS } from './thing-readers.js';
import { readOrder } from './measure-readers.js';
import { isTold } from './ordered.js';
import { readAgain, readAnd, readFiller, readContents } from './small-readers.js';
import { readBack } from './take-back.js';
import { eatOpening, eatOtherPhrase, eatOtherVerb, eatVerb } from './verbs.js';
import type { Reader, World } from './world.js';

const politeness = words(POLITENESS);
const modals = MODALS.map((pattern) => words(pattern));
const SMALL = words(SMALL_WORDS);
const MOOD = words(MOODS);
const STAYS = words(REST_STAYS);
const QUANTIFIER = words(
  '(?:absolutamente )?(?:tod[oa]s?|all(?: of)?|cada un[oa] de|cada|every(?: single| one of)?|each|cualquier|cualesquiera|any|tod[oa] tipo de|los|las|the|mis|my|ambos|both)(?: (?:los|las|mis|the|my|of|esos|esas|estos|those|these|tus))*',
);
const NOT = words("no|don'?t|do not|never|nunca|dont");
const take = (cursor: Cursor, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => cursor.eat(pattern) !== undefined);

const readVerb: Reader = (cursor, clause) => {
  if (clause.hasVerb && clause.act !== 'select') return false;
  const wasNegated = cursor.look(NOT) !== undefined;
  const { at } = cursor;
  const reading = cursor.attempt(() => {
    if (wasNegated) cursor.eat(NOT);
    return eatVerb(cursor);
  });
  if (!reading) return false;
  const { act, puts } = reading.sense;
  const pronoun = reading.pronouns.find((each) => /^~l[oa]s?$/.test(each));
  if (pronoun && clause.things.length === 0)
    clause.things.push({ ...newThing(), pronoun: pronoun.endsWith('s') ? 'them' : 'it' });
  Object.assign(clause, {
    act,
    puts: puts === true,
    empties: reading.sense.empties === true,
    throws: reading.sense.throws === true,
    clears: reading.sense.clears === true,
    sends: reading.sense.sends === true,
    beside: reading.sense.beside === true || clause.beside === true,
    receives: reading.pronouns.some((each) => /^~les?$/.test(each)),
    hasVerb: true,
    negated: wasNegated,
    ...(isTold(cursor, at) && { told: true }),
  });
  if (OF_OBJECT.test(cursor.before)) cursor.eat(OF);
  return true;
};

/** Where an order begins, or with a pronoun: elsewhere the word may be a name. */
const readOther: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    if (clause.hasVerb) return undefined;
    const isFirst = clause.things.length === 0 && clause.locs.length === 0;
    const word = eatOtherVerb(cursor);
    if (word === undefined || !(isFirst || cursor.look(PRONOUN))) return undefined;
    return Object.assign(clause, { act: 'other' as const, hasVerb: true, otherVerb: word }).hasVerb;
  }) ?? false;
const PRONOUN = words('~l[oa]s?');

const readOtherPhrase: Reader = (cursor, clause) => {
  const said = clause.hasVerb ? undefined : eatOtherPhrase(cursor);
  if (said !== undefined) Object.assign(clause, { act: 'other', hasVerb: true, otherVerb: said });
  return said !== undefined;
};

/** "haz una copia de X": this "de" brings what is copied, not where it is. */
const OF_OBJECT = /(?:copias?|cop(?:y|ies)|backup|respaldo|seguridad|nombres?|names?|deshaz(?: ~te)?)\s+$/;
const OF = words('del?|of');

const readOpening: Reader = (cursor, clause) => {
  if (clause.hasVerb || clause.things.length > 0 || clause.locs.length > 0) return false;
  const { at } = cursor;
  const opening = eatOpening(cursor);
  if (!opening) return false;
  Object.assign(clause, { act: opening.act, hasVerb: true, ...(isTold(cursor, at) && { told: true }) });
  return true;
};

/** "hay que borrar …": before a verb these words only make it an order. */
const readModal: Reader = (cursor, clause) =>
  !clause.hasVerb &&
  (cursor.attempt(() => {
    let said = 0;
    while (take(cursor, modals) || (said > 0 && cursor.eat(politeness))) said += 1;
    return said > 0 && cursor.ahead(() => eatVerb(cursor)) ? true : undefined;
  }) ??
    false);

const STATES = words(
  '(?:hay|tengo|tenemos|quedaron|quedan|estan|tiene|contiene|guardo|there (?:is|are)|i (?:have|got)|i have got|we have|has|contains|is full of|are full of|esta llen[oa] de|estan llen[oa]s de)(?: (?:got|guardad[oa]s?|tirad[oa]s?|saved|sitting|lying around|acumulad[oa]s|ahi|un monton de|a bunch of))*(?! ~)',
);
const WISHES = words(
  "(?:hace falta|es necesario|conviene|haz|haga|asegura ?~?te de|procura|que sea)? ?que(?= (?:l[oa]s?|tod[oa]s|mis?|el|cada) )|(?:los |las |lo |la )?(?:quiero|quisiera|necesito|me gustaria|quisieramos|queremos)(?: (?:tener|que|ver|~?l[oa]s?))*|(?:can|could|may) (?:i|we) (?:have|get)|there (?:should|must) be|(?:i |we )?(?:'d |would )?(?:want|need|like|love)(?: to have| them| those| it)*",
);

/** "hay varios pdf en descargas": what the next order is about; by itself it is looked at. */
const readState: Reader = (cursor, clause) => {
  if (clause.hasVerb || !cursor.eat(STATES)) return false;
  return Object.assign(clause, { act: 'find', hasVerb: true, states: true }).states;
};

const BACK = /^l[oa]s? |\b(?:them|those|it)\b/;
const readWish: Reader = (cursor, clause) => {
  const match = clause.hasVerb ? undefined : cursor.eat(WISHES);
  if (!match) return false;
  if (BACK.test(match[0]) && clause.things.length === 0) clause.things.push({ ...newThing(), pronoun: 'them' });
  return (clause.wished = true);
};

/** Tried in this order wherever the cursor stands: the more a phrase says, the earlier. */
const READERS: readonly Reader[] = [
  (cursor) => cursor.eat(MOOD) !== undefined,
  (cursor) => cursor.eat(STAYS) !== undefined,
  readOpening,
  readModal,
  readStand,
  readOtherPhrase,
  (cursor) => cursor.eat(politeness) !== undefined,
  readNeeded,
  readActWords,
  readDone,
  readTouched,
  readMention,
  readSameNames,
  readGoes,
  readContents,
  ...EXCEPTION_READERS,
  readOrder,
  eatExtras,
  readLater,
  readBack,
  eatMachine,
  readHolder,
  readAgain,
  ...NAME_READERS,
  ...MODIFIER_READERS,
  ...PREPOSITION_READERS,
  readDuplicates,
  readVerb,
  readOther,
  ...PLACE_READERS,
  ...MASKED_READERS,
  ...HEAD_READERS,
  readWish,
  readFiller,
  readState,
  (cursor) => cursor.eat(QUANTIFIER) !== undefined,
  readAnd,
  ...TOPIC_READERS,
  (cursor) => cursor.eat(SMALL) !== undefined,
  (cursor) => cursor.eat(/[,.;:!?¡¿()'"…-]+/y) !== undefined,
  ...BARE_READERS,
];

/** "quiero los pdf de descargas en documentos": the last place is where they should be. */
const settleWish = (clause: Clause): void => {
  if (!clause.wished || clause.act !== undefined || clause.things.length === 0) return;
  const isBack = clause.things.every(({ pronoun }) => pronoun !== undefined);
  if (clause.locs.length < (isBack ? 1 : 2)) return;
  if (clause.locs.at(-1)!.role !== 'in' && clause.locs.at(-1)!.role !== 'to') return;
  const locs = clause.locs.map((each, at) => (at === clause.locs.length - 1 ? { ...each, role: 'to' as const } : each));
  Object.assign(clause, { act: 'move', hasVerb: true, puts: true, locs });
};

/** "crea el archivo vacío lista.txt": a file without a text. */
const settleFile = (clause: Clause): void => {
  const [only] = clause.things;
  const isFile = clause.things.length === 1 && isFileName(only?.name ?? '');
  if (clause.act !== 'create' || !isFile || clause.locs.some(({ loc }) => loc.isNew)) return;
  Object.assign(clause, { act: 'write', writeText: '', things: [{ ...newThing(), name: only!.name, loc: only!.loc }] });
};

/** "solo los pdf": some of what was spoken of. */
const settleOnly = ({ only, things }: Clause): void => {
  if (only) for (const thing of things) thing.narrows = true;
};

const ONES_OF = new Set<Act | undefined>(['move', 'copy', 'trash', undefined]);
/** "in the folder X the ones with 2023 in the name": which of that folder was said. */
const settleOnes = ({ act, things, locs }: Clause): void => {
  const isPlaced = locs.some(
    ({ role, scene }) => role === 'from' || scene === true || (act === 'trash' && role === 'in'),
  );
  if (!ONES_OF.has(act) || !isPlaced) return;
  for (const thing of things) if (thing.ones && thing.vague === 'some' && thing.select.names) thing.vague = undefined;
};

/** What only the whole clause tells of its act. */
const settle = (clause: Clause): void => {
  shareDescriptions(clause);
  settleOnly(clause);
  settleOnes(clause);
  withoutApposed(clause);
  settleWish(clause);
  joinTargets(clause);
  if (clause.act === 'select' && clause.locs.some(({ role }) => role === 'to'))
    Object.assign(clause, { act: 'move', puts: true });
  if (clause.act === 'trash' && clause.throws && clause.locs.some(({ role }) => role === 'to'))
    Object.assign(clause, { act: 'move', puts: true });
  if ((clause.act === 'create' || clause.act === 'clean') && clause.by)
    Object.assign(clause, { act: 'organise', things: [] });
  if (clause.act === undefined && clause.locs.some(({ loc }) => loc.isNew))
    Object.assign(clause, { act: 'create', hasVerb: true, guessed: true });
  fillMade(clause);
  settleFile(clause);
  if (clause.act === 'organise') clause.locs = distinct(clause.locs);
};

/** Reads one clause; what no reader takes goes into `left`, so that nothing is quietly dropped. */
export const readClause = (cursor: Cursor, world: World, like?: Partial<Clause>): Clause => {
  const clause: Clause = { ...emptyClause(), ...like };
  while (!cursor.done) {
    if (READERS.some((reader) => reader(cursor, clause, world))) continue;
    const word = cursor.eat(/\S+/y);
    if (!word) break;
    clause.left.push(word[0]);
  }
  settle(clause);
  return clause;
};
