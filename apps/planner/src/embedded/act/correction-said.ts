import type { Deed } from '../../facts.js';
import { emptyClause, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { readExcept } from '../grammar/exceptions.js';
import { readClause } from '../grammar/read-clause.js';
import { readSentence } from '../grammar/sentence.js';
import { takeOut } from '../grammar/exception-readers.js';
import { BUT, ONLY, PUT_THEM } from '../lexicon/corrections.js';
import { Cursor } from '../text/cursor.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldName, foldText } from '../text/fold.js';
import { readText } from '../text/text.js';
import { eatAnsweredLoc } from './answered.js';
import { worldOf, type Context } from './context.js';
import { locOf } from './ellipsis.js';
import { nameSaid, partSaid } from './name-said.js';
import { isAnew, isCorrecting, isPreferred, saidIn, type Said } from './said-anew.js';

/** What a correction says that the job just done should have been. */
export interface Correction {
  /** Another destination. */
  readonly target?: Loc;
  /** Other things. */
  readonly things?: readonly Thing[];
  /** Fewer of the same things. */
  readonly fewer?: Thing;
  /** Another name. */
  readonly name?: string;
  /** Other words in the name that was given. */
  readonly part?: { readonly find: string; readonly with: string };
}

const PUT = new RegExp(`^(?:${PUT_THEM})\\s+`);
const TOWARDS = /^(?:a|al|to|into|onto|hacia)\b/;
const INSIDE = /^(?:en|in|on|inside|dentro de)\b/;
const THOSE = /^(?:los|las|the)\b/;
const SOME = new RegExp(`^(?:${ONLY})\\s+(?=(?:el|la|los|las|the)\\b)`);
const OUT = new RegExp(`^(?:${BUT})\\s+(?:a\\s+)?`);
/** "el instalador no, …", "those not". */
const NOT_THOSE = /^((?:el|la|los|las|the)\s[^,;.]+?)\s+(?:no|not)(?=\s*(?:[,;.]|$))/;

/** A place as destination: after "a", "to", "put them in", bare where the words name anew, after "in" where it is preferred. */
const targetIn = (said: Said, context: Context): Loc | undefined => {
  const put = PUT.exec(foldText(said.rest))?.[0] ?? '';
  const where = said.rest.slice(put.length).replace(OTHER_FOLDER, '').replace(NOT_THERE, '');
  const isWhere = TOWARDS.test(foldText(where)) || (isPlacing(said, put) && INSIDE.test(foldText(where)));
  if (!isWhere && !isAnew(said)) return undefined;
  const loc = eatAnsweredLoc({ ...context, fill: { corrected: where } }, 'corrected');
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

const isKindOnly = ({ select, ...thing }: Thing): boolean =>
  (select.names ?? select.category) !== undefined &&
  Object.keys(thing).every(
    (key) => ['plural', 'said', 'count', 'kindSaid', 'orPlace'].includes(key) || thing[key as never] === undefined,
  );

/** Things by kind alone: nothing of them is left unread. */
const kindsIn = (rest: string, context: Context): Thing[] => {
  if (!THOSE.test(foldText(rest))) return [];
  const clause = readClause(new Cursor(readText(rest)), worldOf(context));
  const isAll = clause.act === undefined && clause.left.length === 0 && clause.locs.length === 0 && !clause.machine;
  return isAll && clause.things.every(isKindOnly) ? clause.things : [];
};

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

/** Words nobody introduced are names only if something of the job is called so. */
const isAmong = (globs: readonly string[], { names = [] }: Deed): boolean => {
  const words = globs.map((glob) => foldName(glob).split('*').filter(Boolean));
  return names.some((name) => words.some((parts) => parts.every((part) => foldName(name).includes(part))));
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
  const folded = foldText(said.rest);
  const only = SOME.exec(folded)?.[0];
  if (only !== undefined) return onlyThose(kindsIn(said.rest.slice(only.length), context), deed);
  const without = OUT.exec(folded)?.[0];
  const [those, tail] =
    without === undefined ? notThose(said.rest) : splitAt(said.rest.slice(without.length), /\s*[,;.]\s+/);
  return those !== undefined && isPuttingBack(tail, deed, context) ? withoutThose(those, deed, context) : undefined;
};

const notThose = (rest: string): readonly [string | undefined, string] => {
  const match = NOT_THOSE.exec(foldText(rest));
  return match ? [rest.slice(0, match[1]!.length), rest.slice(match[0].length)] : [undefined, ''];
};

const splitAt = (text: string, separator: RegExp): readonly [string, string] => {
  const match = separator.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, ''];
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
