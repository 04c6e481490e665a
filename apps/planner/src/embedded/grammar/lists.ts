import { Cursor, words } from '../text/cursor.js';
import type { Text } from '../text/text.js';
import type { Clause } from './clause.js';
import type { Stretch } from './stretch.js';

/** "ordena las descargas así: los pdf en X, los jpg en Y": a heading with a verb or a folder, and then what goes where. */

const PLACED = words(
  '(?:(?:los|las|lo|the|my|mis|all|todos|todas|de) )*\\.?\\S+(?: \\S+){0,2} (?:en|a|al|in|into|to|->|→) .*',
);
const TIDIES =
  /\b(?:orden|organi|clasific|separ|acomod|arregl|repart|distribu|tidy|sort|split|divid|group|arrang|clean|limpi)\w*\b/;
const CARRIES = /\b(?:muev|mover|pon|mete|pasa|mand|llev|guard|move|put|send|place|store|copi|copy)\w*\b/;
const COPIES = /\b(?:copi|copy)\w*\b/;
/** "descargas:", "everything in downloads:": only where. */
const WHERE_ONLY =
  /^\W*(?:(?:lo|todo|todos|everything|all|files|archivos|things|cosas|que|hay|en|de|del|in|from|on|la|el|las|mis|my|the|carpeta|folder)\s+)*\S+\s*(?:folder)?\s*$/;

const isHeading = (before: string): boolean => [TIDIES, CARRIES, WHERE_ONLY].some((pattern) => pattern.test(before));

export const startsList = ({ folded, raw }: Text, at: number, right: number): boolean =>
  folded[at] === ':' &&
  isHeading(folded.slice(0, at)) &&
  new Cursor({ folded, raw, spans: [] }, right).look(PLACED) !== undefined;

/** What the parts of a list after a heading are, which has the verb if there is one. */
export const listedLike = ({ folded }: Text, { from }: Stretch): Partial<Clause> | undefined => {
  const before = folded.slice(0, from);
  const heading = /:[\s;]*$/.test(before) ? before.replace(/\s*:[\s;]*$/, '') : undefined;
  if (heading === undefined || !isHeading(heading)) return undefined;
  return { act: COPIES.test(heading) ? 'copy' : 'move', puts: true };
};

const isPlain = ({ select, name, terms, pronoun }: Clause['things'][number]): boolean =>
  (name ?? terms ?? pronoun) === undefined && Object.keys(select).every((key) => key === 'kind');

const ORDERS_NOTHING = new Set<Clause['act']>([undefined, 'move', 'copy', 'clean']);

/** A heading that orders nothing by itself says where the listed things are. */
const asHeading = (clause: Clause): Clause => {
  const isCarry = ORDERS_NOTHING.has(clause.act) && clause.by === undefined;
  const isWhere = clause.locs.length > 0 && clause.locs.every(({ role }) => role !== 'to');
  if (!isCarry || !isWhere || clause.left.length > 0 || !clause.things.every(isPlain)) return clause;
  return { ...clause, act: undefined, hasVerb: false, things: [] };
};

export const beforeList = (text: Text, next: Stretch | undefined, clause: Clause): Clause =>
  next && listedLike(text, next) ? asHeading(clause) : clause;
