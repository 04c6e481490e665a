import type { Clause, Loc, SaidLoc } from './clause.js';

/** Where things go, said in more than one piece: "a documentos, en una carpeta llamada Luz", "una carpeta Luz con los pdf". */

const isPlaceOnly = ({ loc }: SaidLoc): boolean => loc.place !== undefined && loc.path.length === 0;
const isInner = ({ loc }: SaidLoc): boolean =>
  loc.place === undefined && loc.path.length > 0 && loc.isFolder === true && loc.absolute === undefined;
const leadsTo = ({ role, after = 0 }: SaidLoc): boolean => role === 'to' || (role === 'in' && after > 0);

const nested = (outer: Loc, inner: Loc): Loc => ({ ...outer, ...inner, place: outer.place!, path: inner.path });

/** "a documentos, en la carpeta X": one folder, where the second can be in the first. */
export const insideOf = (outer: Loc, inner: Loc): Loc | undefined =>
  isPlaceOnly({ role: 'to', loc: outer }) && isInner({ role: 'in', loc: inner }) ? nested(outer, inner) : undefined;

/** Where the things lie is told elsewhere: by another place, or because they are "them". */
const isTold = ({ things, locs }: Clause, place: SaidLoc): boolean =>
  things.some(({ pronoun }) => pronoun !== undefined) ||
  locs.some((each) => each !== place && (each.role === 'from' || (each.role === 'in' && isPlaceOnly(each))));

/**
 * A place and right after it a folder that is in no other: the folder is in that place. "The files on the desktop in a
 * folder called Luz" tells with the place where the files are.
 */
export const joinTargets = (clause: Clause): void => {
  if (clause.act !== 'move' && clause.act !== 'copy') return;
  const at = clause.locs.findIndex((each, index) => {
    const next = clause.locs[index + 1];
    const isSaid = each.role === 'in' && clause.puts && each.after !== 0 && isTold(clause, each);
    const isTarget = each.role === 'to' || isSaid;
    const isNext = next !== undefined && leadsTo(next) && !(clause.act === 'copy' && next.also);
    return isTarget && isPlaceOnly(each) && isNext && isInner(next);
  });
  if (at < 0) return;
  const loc = nested(clause.locs[at]!.loc, clause.locs[at + 1]!.loc);
  clause.locs.splice(at, 2, { ...clause.locs[at]!, role: 'to', loc });
};

const isMore = ({ role, also }: SaidLoc): boolean => also === true && (role === 'to' || role === 'object');

/** "copia a.pdf al escritorio y a documentos": a copy in each. A move has one end only. */
export const eachTarget = (clause: Clause): Clause[] => {
  const at = clause.locs.findIndex(({ role }) => role === 'to');
  const [first, ...more] = at < 0 ? [] : clause.locs.slice(at);
  if (clause.act !== 'copy' || clause.newName !== undefined || !first || more.length === 0 || !more.every(isMore))
    return [clause];
  const around = clause.locs.slice(0, at);
  return [first, ...more].map(({ loc }) => ({ ...clause, locs: [...around, { role: 'to', loc }] }));
};

/** "las fotos de imágenes … a una carpeta nueva que se llame Luz ahí mismo": made where they are. */
export const madeThere = (clause: Clause): Clause => {
  const [made, there, ...others] = clause.locs.filter(({ role }) => role === 'to');
  const [from, ...more] = clause.locs.filter(({ role }) => role === 'from');
  const isMade = made?.loc.isNew === true && made.loc.place === undefined && made.loc.path.length > 0;
  if (!isMade || there?.loc.there !== true || from?.loc.place === undefined || others.length + more.length > 0)
    return clause;
  const loc = { ...made.loc, place: from.loc.place, path: [...from.loc.path, ...made.loc.path] };
  return {
    ...clause,
    locs: clause.locs.filter((each) => each !== there).map((each) => (each === made ? { ...made, loc } : each)),
  };
};

/** "quiero una carpeta Luz en documentos con los pdf de descargas": made, and filled with them. */
export const fillMade = (clause: Clause): void => {
  const { act, things, locs } = clause;
  if (act !== 'create' || things.length === 0 || things.some(({ name, terms, pronoun }) => name ?? terms ?? pronoun))
    return;
  const made = locs.filter(({ loc }) => loc.isNew === true);
  const around = locs.filter(({ role, after, loc }) => role === 'in' && after === 0 && loc.isNew !== true);
  const from = locs.filter(({ role, after = 0 }) => (role === 'from' || role === 'in') && after > 0);
  if (made.length !== 1 || around.length > 1 || from.length !== 1 || locs.length !== 2 + around.length) return;
  const [only] = made;
  const loc = around[0] === undefined ? only!.loc : nested(around[0].loc, only!.loc);
  if (loc.place === undefined) return;
  Object.assign(clause, {
    act: 'move',
    puts: true,
    locs: [
      { ...from[0]!, role: 'from' },
      { role: 'to', loc },
    ],
  });
};

/** "in pictures …, right there in pictures": one place said twice. */
export const distinct = (locs: readonly SaidLoc[]): SaidLoc[] => {
  const said = locs.filter(({ loc }) => loc.there !== true);
  const keyOf = ({ role, loc }: SaidLoc): string => `${role === 'to'} ${loc.place ?? ''}/${loc.path.join('/')}`;
  const kept = said.length > 0 ? said : locs;
  return kept.filter((each, at) => kept.findIndex((other) => keyOf(other) === keyOf(each)) === at);
};
