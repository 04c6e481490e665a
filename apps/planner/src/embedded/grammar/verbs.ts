import type { VerbSense } from '../lexicon/acts.js';
import { OPENINGS, type Opening } from '../lexicon/questions.js';
import { PARTICIPLES_EN, VERBS_EN } from '../lexicon/verbs-en.js';
import { VERBS_ES } from '../lexicon/verbs-es.js';
import { OTHER_PHRASES, OTHER_VERBS } from '../lexicon/verbs-other.js';
import { words, type Cursor } from '../text/cursor.js';
import { beginsFileName } from './names.js';

const byWord = new Map<string, VerbSense>();
for (const sense of [...VERBS_ES, ...VERBS_EN]) {
  for (const word of sense.words) {
    if (!byWord.has(word)) byWord.set(word, sense);
  }
}

/** Pronouns may stand between the words of a verb. */
const LONGEST = 8;
const PARTICIPLES = new Map(PARTICIPLES_EN.flatMap((sense) => sense.words.map((word) => [word, sense] as const)));

const PIECE = /~?[a-z]+(?=[\s,.;:!?()]|$)/y;
const GAP = /\s+/y;
const AFTER_ARTICLE =
  /(?:^|\s)(?:el|la|los|las|una|un|unas|unos|the|a|an|my|mi|mis|tu|esta|este|ese|esa|of|del|de|your|this)\s+$/;
/** This "a" is Spanish, before a verb: "me ayudas a mover". */
const TO_DO =
  /\b(?:ayud[a-z]*|vamos|vas|voy|animas|empieza|empeza)(?:\s+~?me)?\s+a\s+$|\b(?:amable|bondad|amabilidad|gentileza|favor(?:cito)?|paro|catorce|trata|encarga\s*~?te|asegura\s*~?te)\s+de\s+$/;
/** "borré": told, not ordered. With -er verbs the same ending is a voseo order ("mové"). */
const TOLD = /é$/;
const VOSEO = new Set('move mete pone hace trae volve lee deshace devolve rehace coge escoge recoge ve'.split(' '));
/** "… be moved", "I want them deleted": the participle is the order. */
const PASSIVE = /\b(?:be|been|being|get|gets|got|want|wants|wanted|need|needs|like|have|rather|prefer)\b/;

const isTold = ({ text }: Cursor, [first]: readonly Piece[]): boolean =>
  TOLD.test(text.raw.slice(first!.end - first!.word.length, first!.end)) && !VOSEO.has(first!.word);

export interface VerbReading {
  readonly sense: VerbSense;
  readonly pronouns: string[];
}

const BE = words(
  '(?:(?:should|need to|needs to|have to|has to|can|could|must|ought to|to|are to|is to|are supposed to|is supposed to) )?(?:all |both )?(?:be|get)',
);
const STAND = words('in|on|inside|under|within|into');
const MOVE: VerbSense = { act: 'move', puts: true, words: [] };

/** "should be deleted", "need to be in documents". */
const eatPassive = (cursor: Cursor): VerbReading | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(BE)) return undefined;
    if (cursor.look(STAND)) return { sense: MOVE, pronouns: [] };
    return eatWords(cursor, (word) => PARTICIPLES.get(word));
  });

/** "deleted", "moved": no order by itself. */
export const isParticiple = (said: string): boolean => PARTICIPLES.has(said) && !byWord.has(said);

interface Piece {
  readonly word: string;
  readonly end: number;
}

/** The next words, up to as many as the longest verb has; a pronoun between them is a piece of its own. */
const piecesAt = ({ text, at, end }: Cursor): Piece[] => {
  const pieces: Piece[] = [];
  let from = at;
  while (pieces.length < LONGEST) {
    PIECE.lastIndex = from;
    const word = PIECE.exec(text.folded)?.[0];
    if (word === undefined || from + word.length > end) break;
    pieces.push({ word, end: from + word.length });
    GAP.lastIndex = from + word.length;
    const gap = GAP.exec(text.folded)?.[0];
    if (gap === undefined) break;
    from += word.length + gap.length;
  }
  return pieces;
};

/** The longest run of words that has a sense, pronouns between them apart. */
const eatWords = (cursor: Cursor, senseOf: (word: string) => VerbSense | undefined): VerbReading | undefined => {
  const pieces = piecesAt(cursor);
  if (pieces[0]?.word.startsWith('~')) return undefined;
  for (let count = pieces.length; count > 0; count--) {
    const taken = pieces.slice(0, count);
    const said = taken.filter(({ word }) => !word.startsWith('~')).map(({ word }) => word);
    const sense = senseOf(said.join(' '));
    if (!sense || isTold(cursor, taken)) continue;
    cursor.moveTo(taken.at(-1)!.end);
    return { sense, pronouns: taken.map(({ word }) => word).filter((word) => word.startsWith('~')) };
  }
  return undefined;
};

/** The verb where the cursor stands; a word after an article is a noun ("la copia"), not an order. */
const WITH_PRONOUN = words('[a-z]+ ~(?:l[oa]s?|me|les?)');

/** "File the invoices under X": before what is filed. */
const FILE = words('file(?= (?:the|my|these|those|all|them|it|everything|every|any) )');
const FILES: VerbSense = { act: 'move', puts: true, words: [] };

export const eatVerb = (cursor: Cursor): VerbReading | undefined => {
  const isNoun = AFTER_ARTICLE.test(cursor.before) && !TO_DO.test(cursor.before);
  if (isNoun && !cursor.look(WITH_PRONOUN)) return undefined;
  const passive = eatPassive(cursor);
  if (passive) return passive;
  if (cursor.eat(FILE)) return { sense: FILES, pronouns: [] };
  const isPassive = PASSIVE.test(cursor.before);
  return eatWords(cursor, (word) => byWord.get(word) ?? (isPassive ? PARTICIPLES.get(word) : undefined));
};

const ZIP = words('(?:zip|rar)(?= (?:up|all|the|my|every|these|those|them|it|~l[oa]s?)(?: |$))');
const WORD = words('[a-z][a-z-]*');

const PHRASE = words(OTHER_PHRASES);

/** "Pon música": whatever the verb, it is not ours to do; it answers the words. */
export const eatOtherPhrase = (cursor: Cursor): string | undefined =>
  cursor
    .eat(PHRASE)?.[0]
    .replace(/ ?~\w+/g, '')
    .trim();

/** "… and Scan 13.pdf": a capital in the middle of a sentence begins a name. */
const WITHIN = /(?:\b(?:y|e|and)|,)\s+$/;

/** A verb of something that is not ours to do; it answers the word. */
export const eatOtherVerb = (cursor: Cursor): string | undefined => {
  if (AFTER_ARTICLE.test(cursor.before) && !TO_DO.test(cursor.before)) return undefined;
  const word = cursor.look(WORD)?.[0];
  if (WITHIN.test(cursor.before) && beginsFileName(cursor)) return undefined;
  const isOther = word !== undefined && (OTHER_VERBS.has(word) || cursor.look(ZIP) !== undefined);
  return isOther ? cursor.eat(WORD)?.[0] : undefined;
};

const openings = OPENINGS.map((opening) => ({ opening, pattern: words(opening.pattern) }));

/** A way of asking that is a whole phrase ("cuánto ocupan", "put them back"). */
export const eatOpening = (cursor: Cursor): Opening | undefined =>
  openings.find(({ pattern }) => cursor.eat(pattern) !== undefined)?.opening;
