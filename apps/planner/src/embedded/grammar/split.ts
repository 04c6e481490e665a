import { Cursor, words } from '../text/cursor.js';
import type { Text } from '../text/text.js';
import { FILLERS, REST_STAYS } from '../lexicon/fillers.js';
import { countedNamesAt } from './folder-forms.js';
import { readExcept } from './exceptions.js';
import { readClause } from './read-clause.js';
import type { World } from './world.js';
import { eatOpening, eatOtherPhrase, eatOtherVerb, eatVerb } from './verbs.js';
import { isVerbWord } from './vocabulary.js';
import type { Clause } from './clause.js';
import type { Stretch } from './stretch.js';

const SEPARATOR =
  /\s*[;.!?:]+\s+(?:(?:y|and|e|pero|but) )?|\s*,\s*(?:(?:y|and|e) )?|\s+(?:y|and|e|&|luego|then)\s+|\s+(?:para|(?<!\bas\s)to)\s+(?=(?:que )?(?:met|guard|pon|put|store|mov)\w*)/g;
const NO = /^\s*(?:no|nop|nope|uy|ay|ups|oops)\s*$/;
const ADVERBS = words(
  'luego(?: de eso)?|despues(?: de eso| de esto)?|then|tambien|also|ahora|now|por ultimo|finally|finalmente|after (?:that|this|which)|afterwards|next|entonces|una vez (?:hecho|creada|creado)(?: eso)?|ya que este|por favor|please|y|and|me|le|no|que|ademas|de paso|a continuacion|seguidamente|solo|solamente|only|just|~l[oa]s?',
);
const THERE = words(
  '(?:(?:a|en|hacia|dentro|adentro)(?: de(?:l)?)? ?)?(?:ahi|alli|alla|(?:en )?(?:esa|la|dicha|la misma|esta)(?: misma| nueva)? carpeta(?: nueva)?|ella|ese folder|dentro|adentro)|inside(?: (?:it|there|that folder))?|in (?:it|there|that folder)',
);
const fillers = FILLERS.map((pattern) => words(pattern));

/** "… y los zip bórralos". */
const TOPIC = /^(?:a )?(?:los|las|lo|el|la|tod[oa]s?)\s[^,;.]*?\s([a-z]+)\s~l[oa]s?(?=[\s,.;!?]|$)/;
const NAMING = words(
  '(?:pon ~?les?|(?:llama|llamar|nombra) ~?l[oa]s?|call it|name it|call them|que se llamen?)(?: .*)?',
);
const WISHED_BACK = words('(?:yo )?l[oa]s? (?:quiero|quisiera|necesito)|i (?:want|need) (?:them|those|it)');
/** "…, que está en documentos" says where; it asks nothing. */
const STAYS = words(REST_STAYS);
const RELATIVE = words('que (?:estan?|tengo|guarde|deje|puse)(?: guardad[oa]s?)? (?:en|dentro) .*');
/** Tidying said in two halves. */
const EACH_PLACED = words(
  '(?:met|pon|guard|coloc|muev|put|move|file|place)[a-z]*(?: ~?\\S+)? (?:cada|each|every)(?: \\S+){0,3}? (?:en|in|into|a|to|donde|where) (?:la suya|su |its |the (?:right|correct|matching|proper)|la que|correspond|it belongs).*',
);

/** "PDFs go in X": an order without a word of ordering. */
const GOES = words('(?:(?:los|las|the|my|mis|all|todos|todas) )*\\S+ (?:go|goes|van) (?:in|into|to|en|a) .*');

const startsTopic = (cursor: Cursor): boolean => {
  if (cursor.look(GOES)) return true;
  const topic = TOPIC.exec(cursor.rest);
  return (topic !== null && isVerbWord(topic[1]!)) || cursor.look(WISHED_BACK) !== undefined;
};

const NO_ORDERS = [EACH_PLACED, NAMING, RELATIVE, STAYS];

/** Whether an order begins where the cursor stands, after adverbs, politeness and "adentro de esa carpeta". */
export const startsOrder = (cursor: Cursor, world: World): boolean => {
  if (NO_ORDERS.some((pattern) => cursor.look(pattern))) return false;
  if (startsTopic(cursor)) return true;
  if (readExcept(new Cursor(cursor.text, cursor.at, cursor.end), world)) return false;
  for (let steps = 0; steps < 8; steps++) {
    if (
      cursor.attempt(() =>
        eatOpening(cursor) || eatOtherPhrase(cursor) || eatVerb(cursor) || eatOtherVerb(cursor) ? true : undefined,
      )
    )
      return true;
    const moved =
      fillers.map((pattern) => cursor.eat(pattern)).find(Boolean) ??
      cursor.eat(ADVERBS) ??
      cursor.eat(THERE) ??
      cursor.eat(/[,.;]/y);
    if (!moved) return false;
  }
  return false;
};

/** "ordena las descargas así: los pdf en X, los jpg en Y" */
const PLACED = words(
  '(?:(?:los|las|lo|the|my|mis|all|todos|todas|de) )*\\.?\\S+(?: \\S+){0,2} (?:en|a|al|in|into|to) .*',
);
const TIDIES =
  /\b(?:orden|organi|clasific|separ|acomod|arregl|repart|distribu|tidy|sort|split|divid|group|arrang)\w*\b/;
const startsList = ({ folded, raw }: Text, at: number, right: number): boolean =>
  folded[at] === ':' &&
  TIDIES.test(folded.slice(0, at)) &&
  new Cursor({ folded, raw, spans: [] }, right).look(PLACED) !== undefined;

/** Whether a stretch is such a list: its verb is that of putting. */
export const isList = ({ folded }: Text, { from }: Stretch): boolean =>
  /:\s*$/.test(folded.slice(0, from)) && TIDIES.test(folded.slice(0, from));

export const stretchesOf = (text: Text, world: World): Stretch[] => {
  const found: Stretch[] = [];
  const names = countedNamesAt(text, { from: 0, to: text.folded.length }) ?? text.folded.length;
  let from = 0;
  for (const match of text.folded.matchAll(SEPARATOR)) {
    const right = match.index + match[0].length;
    const begins = startsOrder(new Cursor(text, right), world) || startsList(text, match.index, right);
    if (match.index <= from || !begins || right >= names) continue;
    if (!/[a-z\ue000-\uf7ff]/.test(text.folded.slice(from, match.index).replace(NO, ''))) continue;
    found.push({ from, to: match.index });
    from = right;
  }
  return [...found, { from, to: text.folded.length }];
};

const JOINT = /\s+(?:y|and|e)\s+|\s*,\s*(?:(?:y|and|e)\s+)?/g;
const goesTo = (clause: Clause): boolean =>
  clause.locs.some(({ role }) => role === 'to' || (role === 'in' && clause.puts));
const isWhole = (clause: Clause): boolean =>
  clause.left.length === 0 &&
  clause.things.length > 0 &&
  !clause.things.some(({ excepts }) => excepts) &&
  goesTo(clause);

/** "mueve las fotos a imágenes y los videos a videos": the second half borrows the verb of the first. */
export const splitGapped = (text: Text, stretch: Stretch, world: World): Clause[] => {
  const like = isList(text, stretch) ? { act: 'move' as const, puts: true } : undefined;
  const whole = readClause(new Cursor(text, stretch.from, stretch.to), world, like);
  const isCarry = whole.act === 'move' || whole.act === 'copy';
  if (!isCarry || whole.locs.filter(({ role }) => role === 'to' || role === 'in').length < 2) return [whole];
  for (const match of text.folded.slice(0, stretch.to).matchAll(JOINT)) {
    if (match.index <= stretch.from) continue;
    const left = readClause(new Cursor(text, stretch.from, match.index), world, like);
    if (!isWhole(left)) continue;
    const rights = splitRest({ text, left, world }, { from: match.index + match[0].length, to: stretch.to });
    if (rights) return [left, ...rights];
  }
  return [whole];
};

/** "in" says where to only after a verb of putting, and where no "to" says it. */
const isSource = ({ puts, locs }: Clause): ((each: Clause['locs'][number]) => boolean) => {
  const isTold = locs.some(({ role }) => role === 'to');
  const isLead = ({ after }: Clause['locs'][number]): boolean => after === 0 && locs.length > 1;
  return (each) =>
    each.role === 'from' || each.role === 'object' || (each.role === 'in' && (!puts || isTold || isLead(each)));
};

/** "… in a folder Pics in documents and the pdfs in another called Papers": beside the first. */
const besideNew = (each: Clause['locs'][number], left: Clause): Clause['locs'][number] => {
  const { loc } = each;
  if (loc.isNew !== true || loc.place !== undefined) return each;
  const isSub = left.locs.some((other) => other.loc.isSub === true && other.loc.place === undefined);
  if (isSub) return { ...each, loc: { ...loc, isSub } };
  const first = left.locs.find((other) => other.loc.isNew === true && other.loc.place !== undefined)?.loc;
  if (!first) return each;
  return { ...each, loc: { ...loc, place: first.place!, path: [...first.path.slice(0, -1), ...loc.path] } };
};

/** The half without a verb is also about the folder of the half before it. */
const borrowed = (right: Clause, left: Clause): Clause => {
  const from = left.locs.filter(isSource(left));
  const isSaid = right.locs.some(isSource(right));
  const sources = from.map((each) => (each.role === 'in' ? { ...each, role: 'from' as const } : each));
  right.locs = right.locs.map((each) => besideNew(each, left));
  return isSaid ? right : { ...right, locs: [...right.locs, ...sources], machine: right.machine ?? left.machine };
};

interface Gap {
  readonly text: Text;
  readonly left: Clause;
  readonly world: World;
}

const readRight = ({ text, left, world }: Gap, from: number, to: number): Clause =>
  borrowed(
    readClause(new Cursor(text, from, to), world, { ...(left.act && { act: left.act }), puts: left.puts }),
    left,
  );

const splitRest = (gap: Gap, { from, to }: Stretch): Clause[] | undefined => {
  const right = readRight(gap, from, to);
  if (right.hasVerb) return undefined;
  if (right.locs.filter(({ role }) => role === 'to' || (role === 'in' && right.puts)).length < 2)
    return isWhole(right) ? [right] : undefined;
  for (const match of gap.text.folded.slice(0, to).matchAll(JOINT)) {
    if (match.index <= from) continue;
    const first = readRight(gap, from, match.index);
    const rest = isWhole(first) ? splitRest(gap, { from: match.index + match[0].length, to }) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
};
