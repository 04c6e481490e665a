import { Cursor } from '../text/cursor.js';
import { isFileName } from '../text/file-name.js';
import type { Text } from '../text/text.js';
import type { Clause, Thing } from './clause.js';
import { JOINT } from './gapped.js';
import { readClause } from './read-clause.js';
import { readNames } from './read-names.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/** "rename a.pdf to x.pdf and b.pdf to y.pdf": several things, each with its new name, and one verb. */

/** Nothing else is worth reading twice. */
const NAMING = /\b(?:renam|renombr|rebautiz|nombre|names?\b|llam|call)/;
/** "… y el de b.pdf a y.pdf". */
const ITS_NAME = /^(?:(?:el|that|the one) (?:de|of) )/;

/** What is surely a thing of its own: a part of a new name is neither a file nor a folder. */
const isThing = ({ name, nameKind, pronoun }: Thing): boolean =>
  pronoun === undefined && name !== undefined && (isFileName(name) || nameKind === 'folder');

const isNamed = ({ act, newName, things, left, negated }: Clause): boolean =>
  act === 'rename' &&
  !negated &&
  newName !== undefined &&
  left.length === 0 &&
  things.length === 1 &&
  isThing(things[0]!);

const isPlaced = ({ locs, things }: Clause): boolean =>
  locs.length > 0 || things.some(({ loc }) => loc !== undefined && (loc.place !== undefined || loc.path.length > 0));

/** Where it is, when only the first one says so. */
const beside = (right: Clause, { locs, machine }: Clause): Clause => ({
  ...right,
  shares: true,
  ...(!isPlaced(right) && { locs }),
  ...(machine && !right.machine && { machine }),
});

const asSource = (clause: Clause): Clause => ({
  ...clause,
  locs: clause.locs.map(({ loc }) => ({ role: 'from', loc })),
});

interface Reading {
  readonly world: World;
  readonly like?: Partial<Clause>;
}

/** The first has the verb; the others borrow it where they have none. */
const readPart = (text: Text, stretch: Stretch, { world, like }: Reading): Clause => {
  const skipped = like ? (ITS_NAME.exec(text.folded.slice(stretch.from, stretch.to))?.[0].length ?? 0) : 0;
  const part = { from: stretch.from + skipped, to: stretch.to };
  return asSource(readNames(text, part, world) ?? readClause(new Cursor(text, part.from, part.to), world, like));
};

type Read = (stretch: Stretch) => Clause;

const splitAt = (text: Text, { from, to }: Stretch, readers: readonly [Read, Read]): Clause[] | undefined => {
  const [first, second] = readers;
  for (const match of text.folded.slice(0, to).matchAll(JOINT)) {
    if (match.index <= from) continue;
    const left = first({ from, to: match.index });
    if (!isNamed(left)) continue;
    const rest = { from: match.index + match[0].length, to };
    const right = second(rest);
    const rights = splitAt(text, rest, [second, second]) ?? (isNamed(right) ? [right] : undefined);
    if (rights) return [left, ...rights.map((each) => beside(each, left))];
  }
  return undefined;
};

const BORROWED: Partial<Clause> = { act: 'rename', hasVerb: true };

export const readPairedNames = (text: Text, stretch: Stretch, world: World): Clause[] | undefined =>
  NAMING.test(text.folded.slice(stretch.from, stretch.to))
    ? splitAt(text, stretch, [
        (part) => readPart(text, part, { world }),
        (part) => readPart(text, part, { world, like: BORROWED }),
      ])
    : undefined;
