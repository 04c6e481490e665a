import type { Act } from '../lexicon/acts.js';
import { EXCEPTING, HELD, HELD_ASKED, HELD_TAIL, HELD_TOO, SAME_ONES } from '../lexicon/held.js';
import { Cursor } from '../text/cursor.js';
import { spaced } from '../text/spaced.js';
import { blanked, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import { SEES } from './duplicates.js';
import { onlyLoc } from './located.js';
import { readClause } from './read-clause.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/*
 * "borra las fotos de descargas que ya tengo en imágenes": the other folder is where nothing happens, so it is cut out, with
 * the words that lead to it, before the sentence is parted into orders.
 */

const LEADS = [HELD, HELD_TOO].map((pattern) => spaced(`(?<=[\\s,])(?<!\\bdo )${pattern}`));
const ASKED = spaced(`(?<=[\\s,])${HELD_ASKED}`);
const TAIL = spaced(HELD_TAIL);
const SAME = spaced(`^${SAME_ONES}`);
const EXCEPTS = spaced(EXCEPTING);
const QUESTION = /\?|\b(?:que|cual(?:es)?|cuant[oa]s|which|what|how many|whether|if|si)\b/;
const STOP = /[,.;:?!](?=\s|$)| from /;

interface Held {
  readonly lead: Stretch;
  readonly folder: Stretch;
  /** Only in a question: "which of them are already in …?" */
  readonly isAsked: boolean;
}

const heldAt = ({ folded }: Text): Held | undefined => {
  const match = [...LEADS, ASKED].map((lead) => lead.exec(folded)).find((found) => found);
  const isAsked = !LEADS.some((lead) => lead.test(folded));
  if (!match || EXCEPTS.test(folded) || (isAsked && !QUESTION.test(folded))) return undefined;
  const from = match.index + match[0].length;
  const behind = folded.slice(from);
  const said = behind.slice(0, STOP.exec(behind)?.index ?? behind.length);
  const to = from + said.trimEnd().replace(TAIL, '').length;
  const more = from + said.length;
  return {
    lead: { from: match.index, to: more + (SAME.exec(folded.slice(more))?.[0].length ?? 0) },
    folder: { from, to },
    isAsked,
  };
};

/** "en imágenes", "on the laptop": one folder, or another machine. */
const heldIn = (text: Text, { from, to }: Stretch, world: World): Clause['heldIn'] => {
  const clause = readClause(new Cursor(text, from, to), world);
  return clause.machine === undefined ? onlyLoc(clause) : 'elsewhere';
};

const isPlaced = ({ locs, things }: Clause): boolean =>
  locs.some(({ role }) => role !== 'to') || things.some(({ loc }) => loc !== undefined);

const TRASHES = new Set<Act | undefined>(['trash', 'clean']);

const withHeld = (clause: Clause, { isAsked }: Held, heldIn: NonNullable<Clause['heldIn']>): Clause | undefined => {
  if (!isPlaced(clause)) return undefined;
  if (TRASHES.has(clause.act)) return isAsked ? undefined : { ...clause, act: 'trash', heldIn };
  if (!SEES.has(clause.act)) return undefined;
  return { ...clause, act: 'duplicates', hasVerb: true, states: false, heldIn };
};

/** `read`: the orders of what is left of the sentence. Undefined where it is not one order of those that can look so. */
export const readHeld = (text: Text, world: World, read: (rest: Text) => Clause[]): Clause[] | undefined => {
  const held = heldAt(text);
  const other = held && heldIn(text, held.folder, world);
  if (held === undefined || other === undefined) return undefined;
  const [only, ...more] = read(blanked(text, [held.lead]));
  const clause = only && more.length === 0 ? withHeld(only, held, other) : undefined;
  return clause && [clause];
};
