import type { Clause, Loc } from '../grammar/clause.js';
import type { Context } from './context.js';
import { isOnlyDefault } from './selection.js';

const CARRIES = new Set(['move', 'copy']);
const LOOKS = new Set(['find', 'list', 'select']);

const pointsThere = (clause: Clause): boolean =>
  clause.locs.some(({ role, loc }) => loc.there === true && role !== 'from');
const targets = (clause: Clause): Clause['locs'] =>
  clause.locs.filter(({ role }) => role === 'to' || (role === 'in' && clause.puts));
const hasFrom = (clause: Clause): boolean =>
  clause.locs.some(({ role, loc }) => role === 'from' || (role === 'in' && !clause.puts && !loc.there));
const refersBack = (clause: Clause): boolean =>
  clause.things.length === 0 || clause.things.every(({ pronoun }) => pronoun !== undefined);

/** The folder a "crea una carpeta" clause makes, as a destination. */
const madeBy = (clause: Clause): Loc | undefined => {
  const said = clause.locs.find(({ loc }) => loc.path.length > 0)?.loc;
  const around = clause.locs.find(({ loc }) => loc.path.length === 0 && loc.place !== undefined)?.loc;
  return (
    said && {
      ...said,
      isNew: true,
      ...(around?.place !== undefined && said.place === undefined && { place: around.place }),
    }
  );
};

const isFolderClause = (clause: Clause): boolean =>
  clause.act === 'create' && madeBy(clause) !== undefined && clause.things.length === 0;

/** "crea X … y mete ahí Y" is one move to X: a missing destination is made by the move itself. */
const intoMade = (clause: Clause, made: Loc): Clause | undefined => {
  const isThere =
    pointsThere(clause) ||
    targets(clause).length === 0 ||
    targets(clause).some(({ loc }) => loc.path.join('/').toLowerCase() === made.path.join('/').toLowerCase());
  if (!CARRIES.has(clause.act ?? '') || !isThere) return undefined;
  const others = clause.locs.filter((each) => !targets([clause][0]!).includes(each) && each.loc.there !== true);
  const from =
    others.length === 0 && made.place !== undefined
      ? [{ role: 'from' as const, loc: { place: made.place, path: [] } }]
      : others.map((each) => ({ ...each, role: 'from' as const }));
  return { ...clause, locs: [...from, { role: 'to', loc: made }] };
};

/** "toma los archivos del escritorio … y mételos": the things of a look or a pick are those of the order after it. */
const withThings = (clause: Clause, picked: Clause): Clause => {
  const isSame = refersBack(clause) || isOnlyDefault(clause);
  const things = isSame && picked.things.length > 0 ? picked.things : clause.things;
  const from = hasFrom(clause)
    ? []
    : picked.locs.filter(({ loc }) => !loc.there).map(({ loc }) => ({ role: 'from' as const, loc }));
  return {
    ...clause,
    things: deepIfFound(things, picked),
    locs: [...clause.locs, ...from],
    machine: clause.machine ?? picked.machine,
  };
};

/** A search looks below; what it found is what the order is about. */
const deepIfFound = (things: Clause['things'], picked: Clause): Clause['things'] =>
  picked.act === 'find' && picked.things === things ? things.map((thing) => ({ ...thing, deep: true })) : things;

/** Reads clauses together: picks, new folders and pronouns pass what they mean to the orders that use them. */
export const linked = (clauses: readonly Clause[], _context: Context): Clause[] => {
  const done: Clause[] = [];
  let picked: Clause | undefined;
  let made: Loc | undefined;
  let madeAt = -1;
  for (const clause of clauses) {
    let current = clause;
    const isChange = current.act !== undefined && !LOOKS.has(current.act);
    if (isFolderClause(current)) {
      made = madeBy(current);
      madeAt = done.push(current) - 1;
      continue;
    }
    if (picked && isChange) current = withThings(current, picked);
    const folded = made && intoMade(withPlace(current), made);
    if (folded) {
      if (madeAt >= 0) done.splice(madeAt, 1);
      madeAt = -1;
      current = folded;
    }
    if (
      LOOKS.has(current.act ?? '') &&
      current.left.length === 0 &&
      clauses.some((later) => later !== clause && usesPicked(later, clauses.indexOf(clause), clauses))
    ) {
      picked = current;
      continue;
    }
    done.push(current);
  }
  return done;
};

const withPlace = (clause: Clause): Clause => clause;

const usesPicked = (later: Clause, at: number, clauses: readonly Clause[]): boolean =>
  clauses.indexOf(later) > at &&
  later.act !== undefined &&
  !LOOKS.has(later.act) &&
  (refersBack(later) || isOnlyDefault(later)) &&
  later.act !== 'create';
