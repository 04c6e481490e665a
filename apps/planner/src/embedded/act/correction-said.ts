import type { Deed } from '../../facts.js';
import { emptyClause, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { readExcept } from '../grammar/exceptions.js';
import { readSentence } from '../grammar/sentence.js';
import { takeOut } from '../grammar/exception-readers.js';
import { ONLY, PUT_THEM } from '../lexicon/corrections.js';
import { Cursor } from '../text/cursor.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldName, foldText } from '../text/fold.js';
import { readText } from '../text/text.js';
import { eatLocSaid } from './answered.js';
import { worldOf, type Context } from './context.js';
import { isAmong, kindsIn, partIn } from './correction-parts.js';
import { locOf } from './ellipsis.js';
import { nameSaid, partSaid } from './name-said.js';
import { apartIn, type Apart } from './put-apart.js';
import { isAnew, isCorrecting, isPreferred, saidIn, type Said } from './said-anew.js';

/** What a correction says that the job just done should have been. */
export interface Correction {
  /** Another destination. */
  readonly target?: Loc;
  /** Other things. */
  readonly things?: readonly Thing[];
  /** Fewer of the same things. */
  readonly fewer?: Thing;
  /** Some of them, which should be elsewhere. */
  readonly apart?: Apart;
  /** Another name. */
  readonly name?: string;
  /** Other words in the name that was given. */
  readonly part?: { readonly find: string; readonly with: string };
}

const PUT = new RegExp(`^(?:${PUT_THEM})\\s+`);
const TOWARDS = /^(?:a|al|to|into|onto|hacia)\b/;
const INSIDE = /^(?:en|in|on|inside|dentro de)\b/;
const SOME = new RegExp(`^(?:${ONLY})\\s+(?=(?:el|la|los|las|the)\\b)`);

/** A place as destination: after "a", "to", "put them in", bare where the words name anew, after "in" where it is preferred. */
const targetIn = (said: Said, context: Context): Loc | undefined => {
  const put = PUT.exec(foldText(said.rest))?.[0] ?? '';
  const where = said.rest.slice(put.length).replace(OTHER_FOLDER, '').replace(NOT_THERE, '');
  const isWhere = TOWARDS.test(foldText(where)) || (isPlacing(said, put) && INSIDE.test(foldText(where)));
  if (!isWhere && !isAnew(said)) return undefined;
  const loc = eatLocSaid(context, where);
  return loc && loc.siblings === undefined && isSureTarget(loc, where, isWhere) ? loc : undefined;
};

/** After these words "in" says where to. */
const isPlacing = (said: Said, put: string): boolean => put !== '' || isPreferred(said) || isAnew(said);

/** A place in words that lead to it or alone; a folder where it is said as one, or by its capital. */
const isSureTarget = ({ place, isFolder }: Loc, where: string, isWhere: boolean): boolean =>
  place === undefined ? isFolder === true || A_NAME.test(where) : isWhere || !/\s/.test(where);

/** "a la otra carpeta, a Obra": which one comes behind it. */
const OTHER_FOLDER = /^(?:a|en|to|in) (?:la|el|the) (?:otra|otro|other)(?: (?:carpeta|folder|one))?,\s*/i;
/** "in documents, not on the desktop": where it is not to be is where it is. */
const NOT_THERE = /,? (?:and )?(?:not|y no|no) (?:in|on|to|into|en|a|al) [^,;]+$/i;
/** A folder nobody knows is one only by its capital: "a Obra Belgrano". */
const A_NAME = /^(?:a|en|to|into|in)\s+(?:la |el |the )?\p{Lu}[^,;:]*$/u;

/** The things of the job with what was taken out of them; undefined where that was not all understood. */
const withoutThose = (rest: string, deed: Deed, context: Context): Thing | undefined => {
  const cursor = new Cursor(readText(`menos ${rest}`));
  const out = readExcept(cursor, worldOf(context));
  if (!out || !cursor.done || deed.select === undefined) return undefined;
  if (out.left !== undefined || out.kind || out.vague || out.size || out.modified) return undefined;
  if (out.said && !isAmong(out.said, deed)) return undefined;
  const thing: Thing = { select: { ...deed.select }, plural: true, ...(out.said && { outs: out.said }) };
  takeOut(thing, out);
  return thing;
};

/** "…, put that back in downloads": what becomes of those that were taken out. */
const isPuttingBack = (tail: string, deed: Deed, context: Context): boolean => {
  const words = tail.replace(/^[\s,;.]+|[\s.!]+$/g, '');
  if (words === '') return true;
  const [clause = emptyClause(), ...others] = readSentence(readText(splitEnclitics(words)), worldOf(context));
  const isBare = others.length === 0 && clause.left.length === 0 && clause.things.every(({ pronoun }) => pronoun);
  return isBare && (clause.act === 'undo' || (clause.act === 'move' && goesHome(clause, deed, context)));
};

const goesHome = ({ locs }: Clause, { from }: Deed, context: Context): boolean => {
  const home = from === undefined ? undefined : locOf(from, context);
  const [only, ...others] = locs;
  return (
    home !== undefined &&
    others.length === 0 &&
    only?.loc.place === home.place &&
    foldName(only?.loc.path.join('/') ?? '') === foldName(home.path.join('/'))
  );
};

const fewerIn = (said: Said, deed: Deed, context: Context): Thing | undefined => {
  const only = SOME.exec(foldText(said.rest))?.[0];
  if (only !== undefined) return onlyThose(kindsIn(said.rest.slice(only.length), context), deed);
  const [those, tail] = partIn(said.rest);
  return those !== undefined && isPuttingBack(tail, deed, context) ? withoutThose(those, deed, context) : undefined;
};

/** Of the job's own things only these; where the job named others, it is not known which of them fit. */
const onlyThose = ([only, ...others]: readonly Thing[], { select }: Deed): Thing | undefined =>
  only && others.length === 0 && select && select.names === undefined && select.category === undefined
    ? { select: { ...select, ...only.select }, plural: true }
    : undefined;

const NAMES = new Set(['rename', 'create-folder']);

/** What a sentence puts right about a job; undefined when it puts nothing right. */
export const correctionSaid = (deed: Deed, context: Context): Correction | undefined => {
  const said = saidIn(context.sentence);
  if (NAMES.has(deed.operation)) return isCorrecting(said) ? renamedAs(said, deed, context) : undefined;
  const fewer = fewerIn(said, deed, context);
  if (fewer) return { fewer };
  const apart = apartIn(said.rest, deed, context);
  if (apart) return { apart };
  if (!isCorrecting(said)) return undefined;
  const target = deed.operation === 'trash' ? undefined : targetIn(said, context);
  if (target) return { target };
  const things = deed.select === undefined || !isAnew(said) ? [] : kindsIn(said.rest, context);
  return things.length > 0 ? { things } : undefined;
};

/** What was named is to be called otherwise, or a folder that was made is to be elsewhere. */
const renamedAs = (said: Said, deed: Deed, context: Context): Correction | undefined => {
  const target = deed.operation === 'create-folder' ? targetIn(said, context) : undefined;
  if (target) return { target };
  const part = deed.operation === 'rename' ? partSaid(said, deed) : undefined;
  if (part) return { part };
  const name = nameSaid(said, deed, context);
  return name === undefined ? undefined : { name };
};
