import { emptyClause, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { isOnlyDefault, isPlainKind } from './selection.js';

const CARRIES = new Set(['move', 'copy']);
const LOOKS = new Set(['find', 'list', 'select']);

const isThere = ({ role, loc }: Clause['locs'][number]): boolean => loc.there === true && role !== 'from';
const isTarget = (clause: Clause, each: Clause['locs'][number]): boolean =>
  each.role === 'to' ||
  (each.role === 'in' &&
    clause.puts &&
    !clause.locs.some(({ role }) => role === 'to') &&
    each === clause.locs.findLast(({ role }) => role === 'in'));
const targets = (clause: Clause): Clause['locs'] => clause.locs.filter((each) => isTarget(clause, each));
const sources = (clause: Clause): Clause['locs'] =>
  clause.locs.filter((each) => !isTarget(clause, each) && each.loc.there !== true);
const refersBack = (clause: Clause | undefined): clause is Clause =>
  clause !== undefined && clause.things.every(({ pronoun }) => pronoun !== undefined);

/** The folder a "crea una carpeta" clause makes, as a destination. */
const madeBy = (clause: Clause): Loc | undefined => {
  if (clause.act !== 'create' || clause.things.length > 0) return undefined;
  const said = clause.locs.find(({ loc }) => loc.path.length > 0)?.loc;
  if (!said || said.siblings?.length) return undefined;
  const around = clause.locs.find(({ loc }) => loc !== said && loc.place !== undefined)?.loc;
  const isInside = around !== undefined && said.place === undefined;
  return { ...said, isNew: true, ...(isInside && { place: around.place, path: [...around.path, ...said.path] }) };
};

const same = (a: Loc, b: Loc): boolean => a.path.join('/').toLowerCase() === b.path.join('/').toLowerCase();

/** "crea X … y mete ahí Y" is one move to X: a missing destination is made by the move itself. */
const intoMade = (clause: Clause, made: Loc): Clause | undefined => {
  const to = targets(clause);
  const pointsThere = clause.locs.some(isThere) || to.length === 0 || to.some(({ loc }) => same(loc, made));
  if (!CARRIES.has(clause.act ?? '') || !pointsThere) return undefined;
  const from = sources(clause).map((each) => ({
    ...each,
    role: each.role === 'object' ? each.role : ('from' as const),
  }));
  const near = made.place === undefined ? [] : [{ role: 'from' as const, loc: { place: made.place, path: [] } }];
  const isBack = clause.things.some(({ pronoun }) => pronoun !== undefined);
  return { ...clause, locs: [...(from.length > 0 || isBack ? from : near), { role: 'to', loc: made }] };
};

/** "hay varios pdf …, bórralos": all of those. */
const withoutQuantity = (thing: Thing): Thing => (thing.vague === 'some' ? { ...thing, vague: undefined } : thing);

const placesIn = (locs: Clause['locs']): string =>
  locs.map(({ loc }) => [loc.place, ...loc.path].join('/').toLowerCase()).join(' ');

/** "agarra los pdf de descargas y tíralos en documentos": thrown where they are not, so it says where to. */
const apartFrom = (picked: Clause, clause: Clause): Clause => {
  const own = sources(clause);
  const isElsewhere = refersBack(clause) && own.length > 0 && picked.locs.length > 0;
  if (!isElsewhere || placesIn(own) === placesIn(picked.locs)) return clause;
  const isCarried = CARRIES.has(clause.act ?? '') && targets(clause).length === 0;
  if (clause.throws === true) return { ...clause, act: 'move', puts: true };
  return isCarried ? { ...clause, puts: true } : { ...clause, left: [...clause.left, placesIn(own)] };
};

/** "toma los archivos del escritorio … y mételos": the things of a look or a pick are those of the order after it. */
const withThings = (said: Clause, picked: Clause): Clause => {
  const clause = apartFrom(picked, said);
  const isOwn = picked.things.length === 0 || (!refersBack(clause) && !isOnlyDefault(clause));
  const things = isOwn ? clause.things : picked.things.map(withoutQuantity);
  const from =
    sources(clause).length > 0
      ? []
      : picked.locs.map((each) => ({ ...each, role: each.role === 'object' ? each.role : ('from' as const) }));
  const deep =
    picked.act === 'find' && picked.locs.length === 0 ? things.map((thing) => ({ ...thing, deep: true })) : things;
  return {
    ...clause,
    things: deep,
    locs: [...clause.locs, ...from],
    ...(picked.machine && !clause.machine && { machine: picked.machine }),
  };
};

const uses = (later: Clause, picked: Clause): boolean => {
  if (later.act === undefined || LOOKS.has(later.act) || later.act === 'create') return false;
  if (refersBack(later)) return true;
  return sources(later).length === 0 && (isOnlyDefault(later) || isFolderOnly(picked));
};

/** "ve a descargas y …": where the next order is to be done. */
const isFolderOnly = ({ act, by, things, locs }: Clause): boolean =>
  (act === 'list' || act === 'read' || (act === 'organise' && by === undefined)) &&
  (things.length === 0 || (act === 'organise' && things.every(isPlainKind))) &&
  locs.length === 1;

/** A clause that only says which things: the order that uses them comes later. */
const isPick = (clause: Clause, later: readonly Clause[]): boolean => {
  if (clause.left.length > 0 || clause.things.length + clause.locs.length === 0) return false;
  if (LOOKS.has(clause.act ?? '') || isFolderOnly(clause)) return later.some((each) => uses(each, clause));
  return refersBack(later[0]) && isTaken(clause, later[0]);
};

/** "quita los pdf y ponlos en X", "saca los pdf y bórralos": taken only to be put somewhere. */
const isTaken = (clause: Clause, next: Clause): boolean => {
  const isTaking = (clause.act === 'move' || clause.clears === true) && targets(clause).length === 0;
  const isPut = CARRIES.has(next.act ?? '') && targets(next).length > 0;
  return isTaking && (isPut || (next.act === 'trash' && clause.act === 'move'));
};

interface Linking {
  readonly done: Clause[];
  picked?: Clause;
  made?: Loc;
  /** Where the clause that makes the folder stands, until a move makes it needless. */
  madeAt?: number;
}

/** "En la compu X crea … y mueve ahí …": what it is made for is done on that machine too. */
const onMachineOf = ({ machine, machineWords, thisMachine }: Clause = emptyClause(), clause: Clause): Clause =>
  clause.machine !== undefined || clause.thisMachine
    ? clause
    : { ...clause, ...(machine && { machine, machineWords }), ...(thisMachine && { thisMachine }) };

const linkMade = (state: Linking, clause: Clause): Clause => {
  const folded = state.made && intoMade(clause, state.made);
  if (!folded) return clause;
  const [maker] = state.madeAt === undefined ? [] : state.done.splice(state.madeAt, 1);
  state.madeAt = undefined;
  return onMachineOf(maker, folded);
};

/** "haz una copia de X y guárdala en Y": the copy itself goes there. */
const asCopyThere = (last: Clause | undefined, clause: Clause): Clause | undefined =>
  last?.act === 'copy' &&
  targets(last).length === 0 &&
  clause.act === 'move' &&
  clause.things.length > 0 &&
  refersBack(clause) &&
  targets(clause).length > 0
    ? { ...last, locs: [...last.locs, ...targets(clause).map(({ loc }) => ({ role: 'to' as const, loc }))] }
    : undefined;

/** "haz una copia de X y renómbrala a Y": the copy is what gets the name. */
const asCopyCalled = (last: Clause | undefined, clause: Clause): Clause | undefined =>
  last?.act === 'copy' &&
  last.things.length === 1 &&
  last.newName === undefined &&
  clause.act === 'rename' &&
  clause.newName !== undefined &&
  clause.locs.length === 0 &&
  refersBack(clause)
    ? { ...last, newName: clause.newName }
    : undefined;

const TAKES = new Set(['move', 'copy', 'trash', 'organise']);

/** "… y borra los zip": of the folder the order before was about, when no other is named. */
const withSource = (last: Clause | undefined, clause: Clause): Clause => {
  if (!last || !TAKES.has(last.act ?? '') || !TAKES.has(clause.act ?? '') || sources(clause).length > 0) return clause;
  const isPlain = clause.things.length > 0 && clause.things.every((thing) => isMany(thing));
  const from = isPlain && clause.locs.every((each) => isTarget(clause, each)) ? sources(last) : [];
  return { ...clause, locs: [...clause.locs, ...from.map((each) => ({ ...each, role: 'from' as const }))] };
};

const isMany = ({ name, pronoun, loc, topic }: Thing): boolean =>
  name === undefined && pronoun === undefined && loc === undefined && topic === undefined;

/** "copia X y pégalo en Y": to paste is only the second half of it. */
const pasted = (clause: Clause): Clause =>
  clause.act === 'other' && /^(?:peg|past)/.test(clause.otherVerb ?? '') && refersBack(clause)
    ? { ...clause, act: 'move', puts: true }
    : clause;

const withLast = (done: Clause[], said: Clause): void => {
  const clause = done.at(-1)?.act === 'copy' ? pasted(said) : said;
  const copy = asCopyThere(done.at(-1), clause) ?? asCopyCalled(done.at(-1), clause);
  if (copy) done[done.length - 1] = copy;
  else done.push(withSource(done.at(-1), clause));
};

/** Reads clauses together: picks, new folders and pronouns pass what they mean to the orders that use them. */
export const linked = (clauses: readonly Clause[]): Clause[] => {
  const state: Linking = { done: [] };
  for (const [at, clause] of clauses.entries()) {
    const made = madeBy(clause);
    if (made) Object.assign(state, { made, madeAt: state.done.push(clause) - 1 });
    else if (isPick(clause, clauses.slice(at + 1))) state.picked = clause;
    else
      withLast(
        state.done,
        linkMade(state, state.picked && uses(clause, state.picked) ? withThings(clause, state.picked) : clause),
      );
  }
  return state.done;
};
