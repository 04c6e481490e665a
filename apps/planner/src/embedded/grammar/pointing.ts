import { numberOf } from '../lexicon/numbers.js';
import { COPIES, ELSEWHERE, FOLDER, IT, ONES, ORIGINALS, SO_MANY, THAT, THEM } from '../lexicon/pointing.js';
import { words, type Cursor } from '../text/cursor.js';
import { newThing, type Clause, type Thing } from './clause.js';
import { eatHead } from './heads.js';
import type { Reader } from './world.js';

/** Readers of what points back at the conversation: "them", "that copy", "both originals", "that folder", "the docx ones". */

type Pointing = Pick<Thing, 'pronoun' | 'of'>;

const POINTERS: readonly (readonly [RegExp, (said: string) => Pointing])[] = [
  [words(COPIES), (said) => ({ pronoun: isMany(said) ? 'them' : 'it', of: 'copies' })],
  [words(ORIGINALS), (said) => ({ pronoun: isMany(said) ? 'them' : 'it', of: 'originals' })],
  [words(FOLDER), () => ({ pronoun: 'it', of: 'folder' })],
  [words(SO_MANY), () => ({ pronoun: 'them' })],
  [words(IT), () => ({ pronoun: 'it' })],
  [words(THEM), () => ({ pronoun: 'them' })],
  [words(THAT), () => ({ pronoun: 'that' })],
];

const isMany = (said: string): boolean => /s$|\bfiles\b|\bones\b|\barchivos\b/.test(said);
const BOTH = /\b(?:both|amb[oa]s)\b/;
const SO_MANY_WORD = /\b(?:dos|two|tres|three|cuatro|four)\b/;
const countSaid = (said: string): number | undefined => {
  const word = BOTH.test(said) ? 'two' : SO_MANY_WORD.exec(said)?.[0];
  return word === undefined ? undefined : numberOf(word);
};

/** Said of what has a head already ("los archivos originales"), only where that names nothing else. */
const canPoint = ({ things }: Clause): boolean =>
  things.length === 0 || (things.length === 1 && isBareKind(things[0]!));
const isBareKind = (thing: Thing): boolean =>
  Object.keys(thing).every((key) => ['select', 'plural', 'said', 'kindSaid'].includes(key)) &&
  Object.keys(thing.select).every((key) => key === 'kind');

const eatPointer = (cursor: Cursor): (Pointing & { said: string }) | undefined => {
  for (const [pattern, pointing] of POINTERS) {
    const said = cursor.eat(pattern)?.[0];
    if (said !== undefined) return { ...pointing(said), said };
  }
  return undefined;
};

const readPointer: Reader = (cursor, clause) => {
  const pointer = cursor.attempt(() => {
    const found = eatPointer(cursor);
    return found?.of !== undefined && !canPoint(clause) ? undefined : found;
  });
  if (!pointer) return false;
  const { said, ...pointing } = pointer;
  const count = countSaid(said);
  if (pointing.of !== undefined) clause.things.length = 0;
  if (clause.things.length === 0)
    clause.things.push({ ...newThing(), ...pointing, ...(count !== undefined && { count }) });
  return true;
};

const THAT_ONE = words('that|this|es[ea]|est[ea]');

/** "that pdf", "ese excel": one, and its kind is known. */
const readPointed: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    if (clause.things.length > 0 || !cursor.eat(THAT_ONE)) return undefined;
    const { at } = cursor;
    const head = eatHead(cursor);
    const said = cursor.text.folded.slice(at, cursor.at).trim();
    if (!head || head.isKind || said.endsWith('s')) return undefined;
    return clause.things.push({ ...newThing(head.select), plural: false, count: 1, said, pointed: true }) > 0;
  }) ?? false;

const SOME = words(ONES);
const ONLY_ONES = words('ones');
/** "just the ones in documents": of what kind is known. */
const ONES_THERE = words('ones(?= (?:in|on|from|at) )');

/** "the one with (1) in the name" */
const ONE_WITH = words('one(?= (?:(?:in|on|from) \\S+ )?(?:with|having|that (?:has|says)) )');
const THE = /\bthe\s+$/;

const ONES_WITH = words('ones (?:with|that|having|whose)');

/** "just the ones in documents" looks again; which "the ones …" are to be changed is asked. */
const readThose = (cursor: Cursor, clause: Clause): boolean => {
  const isPlaced = clause.locs.some(({ role, scene }) => role === 'from' || scene === true);
  if (clause.act === undefined && !(isPlaced && cursor.look(ONES_WITH))) return cursor.eat(ONES_THERE) !== undefined;
  const isOne = THE.test(cursor.before) && cursor.eat(ONE_WITH) !== undefined;
  if (!isOne && !cursor.eat(ONLY_ONES)) return false;
  const thing = { ...newThing(), plural: true, vague: 'some' as const, ones: true, ...(isOne && { count: 1 }) };
  return clause.things.push(thing) > 0;
};

const SOMEWHERE = words(ELSEWHERE);
const readElsewhere: Reader = (cursor, { act }) =>
  (act === 'move' || act === 'copy') && cursor.eat(SOMEWHERE) !== undefined;

const ANOTHER = words('(?:una )?(?:otra|another(?: one)?)(?= (?:que|llamad|called|named|con|for|para))');

/** "dentro de esa hazme otra que se llame X": another folder, its name to come. */
const readAnother: Reader = (cursor, clause) =>
  clause.act === 'create' && !clause.nameless && cursor.eat(ANOTHER) !== undefined && (clause.nameless = true);

/** "the docx ones", "the travis one": of those that were spoken of. */
const readOnes: Reader = (cursor, clause) => {
  const thing = clause.things.at(-1);
  if (!thing) return readThose(cursor, clause);
  if (thing.pronoun || clause.newName !== undefined) return false;
  const said = cursor.eat(SOME)?.[0];
  if (said === undefined) return false;
  if (thing.name !== undefined && !thing.name.includes('.'))
    Object.assign(thing, { terms: thing.name.split(/\s+/), name: undefined });
  return Object.assign(thing, { narrows: true, count: said === 'one' ? 1 : undefined }).narrows;
};

export const POINTING_READERS: readonly Reader[] = [readElsewhere, readAnother, readOnes, readPointed, readPointer];
