import { leafOf, parentOf } from '#contracts/location-parts';
import type { Deed } from '../../facts.js';
import type { Act } from '../lexicon/acts.js';
import { foldName } from '../text/fold.js';
import { newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { locOfPath } from '../grammar/locations.js';
import { ownPlaces, type Context } from './context.js';
import { putLike, renamedLike } from './renamed-like.js';
import { sameElsewhere, targetElsewhere, withoutFolders } from './same-elsewhere.js';
import type { Mention } from './spoken.js';

const ACTS: Readonly<Record<string, Act>> = { move: 'move', copy: 'copy', trash: 'trash', find: 'list' };

export const locOf = (location: string, context: Context): Loc =>
  locOfPath(location, { places: ownPlaces(context.facts) });

/** A count or a measure showed no names, so the same is wanted again, but for "the oldest", who is to be shown. */
const actOf = (deed: Deed, { things }: Clause): Act | undefined => {
  if (deed.state === 'looked' && things.some(({ top }) => top)) return ACTS[deed.operation];
  if (deed.operation === 'find' && (deed.names ?? []).length === 0 && (deed.entries ?? 0) > 0) return 'count';
  return ACTS[deed.operation];
};

const thingOf = (deed: Deed): Thing => ({ ...newThing({ ...deed.select, depth: undefined }), plural: true });

const withoutUndefined = (thing: Thing): Thing => ({
  ...thing,
  select: JSON.parse(JSON.stringify(thing.select)) as Thing['select'],
});

/** "¿y ayer?": the same things of another time or size. */
const measuredLike = (thing: Thing, deed: Deed): Thing => {
  const isMeasure = Object.keys(thing.select).every((key) => key === 'modified' || key === 'size');
  const isBare =
    thing.name === undefined && !thing.terms && !thing.top && !thing.pronoun && !thing.vague && !thing.rest;
  return isMeasure && isBare ? { ...thing, select: { ...thingAgain(deed).select, ...thing.select } } : thing;
};

/** What one entry was done with is named; what a rule chose is chosen again. */
const thingAgain = (deed: Deed): Thing =>
  isOne(deed) ? { ...newThing(), name: leafOf(deed.from!) } : withoutUndefined(thingOf(deed));
const isOne = ({ state, select, from }: Deed): boolean =>
  state === 'committed' && select === undefined && from !== undefined;

/** A change is repeated for other things only when the words say so; asked about by name, nothing is repeated. */
const ADDS =
  /^\W*(?:(?:lovely|great|perfecto|genial|ok(?:ay)?|vale|bueno|gracias|thanks|thank you)\b[\s,.!]*)*(?:y|e|and|also|plus|ahora|now|tambien|ademas|lo mismo|igual|same|do the same|haz lo mismo)\b|\b(?:tambien|too|as well|lo mismo|the same)\b/;
const ASKS = /\?\s*$/;
const saysMore = (things: readonly Thing[], { sentence }: Context): boolean =>
  ADDS.test(foldName(sentence)) &&
  things.every(({ pronoun }) => pronoun === undefined) &&
  (!ASKS.test(sentence) || things.every(({ name, terms }) => name === undefined && !terms));

const isBare = (clause: Clause): boolean =>
  clause.act === undefined &&
  clause.left.length === 0 &&
  (clause.things.length > 0 || clause.locs.length > 0 || clause.machine !== undefined);

type Locs = Clause['locs'];

const locsIn = (clause: Clause, roles: readonly string[]): Locs =>
  clause.locs.filter(({ role }) => roles.includes(role));
const asSources = (locs: Locs): Locs => locs.map(({ loc }) => ({ role: 'from', loc }));

/** "the rest of downloads in documents", "the rest in documents": where they are is known, so "in" says where to. */
const withTarget = (clause: Clause, { operation }: Deed): Clause => {
  const isCarried = operation === 'move' || operation === 'copy';
  const hasSource = locsIn(clause, ['from', 'object']).length > 0 || clause.things.some(({ rest }) => rest);
  if (!isCarried || !hasSource || locsIn(clause, ['to']).length > 0) return clause;
  const at = clause.locs.findLastIndex(({ role }) => role === 'in');
  return { ...clause, locs: clause.locs.map((each, index) => (index === at ? { ...each, role: 'to' } : each)) };
};

/** "y los jpg de ahí también": where things were taken from, for they went where more shall go. */
const isThere = ({ role, loc }: Locs[number], { to, state }: Deed): boolean =>
  loc.there === true && role === 'from' && to !== undefined && state === 'committed';

const sourcesOf = (clause: Clause, deed: Deed, context: Context): Locs => {
  const roles = deed.state === 'looked' ? ['from', 'in', 'to', 'object'] : ['from', 'in', 'object'];
  const said = locsIn(clause, roles).filter((each) => !isThere(each, deed));
  if (said.length === 0 && deed.from === undefined) return [];
  const first = firstOf(deed, context);
  const from = isOne(first) ? parentOf(first.from!) : first.from!;
  return asSources(said.length > 0 ? said : [{ role: 'from', loc: locOf(from, context) }]);
};

/** What was moved on, after a correction, came from where it was first. */
const firstOf = (deed: Deed, { facts }: Context): Deed => {
  const names = JSON.stringify(deed.names);
  const isBefore = ({ operation, state, to, names: of = [] }: Deed): boolean =>
    operation === 'move' && state === 'committed' && to === deed.from && JSON.stringify(of) === names;
  return (deed.operation === 'move' && facts.deeds.findLast(isBefore)) || deed;
};

const targetsOf = (clause: Clause, deed: Deed, context: Context): Locs => {
  const said = locsIn(clause, ['to']);
  if (deed.state === 'looked') return [];
  if (said.length > 0) return said;
  return deed.to === undefined || deed.operation === 'trash' ? [] : [{ role: 'to', loc: locOf(deed.to, context) }];
};

/** A look may be repeated freely; a change only for things that are plainly said, and only when "y", "también" says so. */
const mayRepeat = ({ things, locs, machine }: Clause, deed: Deed, context: Context): boolean => {
  if (deed.state === 'looked') return true;
  const isMore =
    things.length === 0 && locs.length > 0 && deed.operation === 'copy' && locs.every(({ role }) => role === 'to');
  if (isMore) return deed.state === 'committed' && ADDS.test(foldName(context.sentence));
  const isSaid = things.length > 0 || machine !== undefined;
  return deed.state === 'committed' && isSaid && saysMore(things, context);
};

/** Another one beside the one that was renamed. */
const asRenamed = (
  { things: [thing], ...clause }: Clause,
  { from }: Deed,
  { newName, context }: { newName: string; context: Context },
): Clause => {
  const locs = asSources([{ role: 'from', loc: locOf(parentOf(from!), context) }]);
  return { ...clause, act: 'rename', hasVerb: true, newName, things: [thing!], locs };
};

/** On the machine of the last deed, unless another is named. */
const elsewhere = ({ machine, thisMachine }: Clause, deed: Deed, { facts }: Context): Pick<Clause, 'machine'> =>
  machine === undefined && !thisMachine && deed.machine !== facts.defaultMachine ? { machine: [deed.machine] } : {};

/** "y lo mismo a los pdf": the same before or behind their names. */
const asPut = (clause: Clause, deed: Deed, context: Context): Clause => {
  if (context.spoken.length > 1) return clause;
  const affix = putLike(clause, deed, context);
  if (!affix || deed.from === undefined || locsIn(clause, ['to']).length > 0) return clause;
  const locs = sourcesOf(clause, deed, context);
  return { ...clause, again: false, act: 'rename', hasVerb: true, affix, locs, ...elsewhere(clause, deed, context) };
};

/** "y las fotos también", "¿y en documentos?": what is not said is as it was in the last deed. */
const fromDeed = (said: Clause, deed: Deed, context: Context): Clause => {
  const newName = renamedLike(said, deed, context);
  if (newName !== undefined) return asRenamed(said, deed, { newName, context });
  const where = sameElsewhere(said, deed, context);
  if (where) return repeatedIn(where, { said, deed, context });
  const clause = withTarget(withoutFolders(said, deed), deed);
  const act = deed.operation === 'trash' && locsIn(clause, ['to']).length > 0 ? 'move' : actOf(deed, clause);
  const isPlaced = deed.from !== undefined || deed.state === 'looked';
  if (act === undefined || !isPlaced || !mayRepeat(clause, deed, context)) return clause;
  const things =
    clause.things.length > 0 ? clause.things.map((thing) => measuredLike(thing, deed)) : [thingAgain(deed)];
  const locs = [...sourcesOf(clause, deed, context), ...targetsOf(clause, deed, context)];
  return { ...clause, act, hasVerb: true, things, locs, ...elsewhere(clause, deed, context) };
};

const repeatedIn = (where: Loc, { said, deed, context }: { said: Clause; deed: Deed; context: Context }): Clause => {
  const to = targetElsewhere(where, deed);
  const targets = to ? [{ role: 'to' as const, loc: to }] : targetsOf({ ...said, locs: [] }, deed, context);
  const locs = [...asSources([{ role: 'from', loc: where }]), ...targets];
  const things = [withoutUndefined(thingOf(deed))];
  return { ...said, act: ACTS[deed.operation]!, hasVerb: true, things, locs, ...elsewhere(said, deed, context) };
};

/** "¿y documents/Year 10?": a path after a look is where to look next. */
const withPlaces = (clause: Clause): Clause => {
  const isFolder = ({ name, loc }: Thing): boolean => loc !== undefined && name !== undefined && !name.includes('.');
  if (clause.act !== undefined || clause.things.length === 0 || !clause.things.every(isFolder)) return clause;
  const locs = clause.things.map(({ name, loc }) => ({
    role: 'in' as const,
    loc: { ...loc!, path: [...loc!.path, name!] },
  }));
  return { ...clause, things: [], locs: [...clause.locs, ...locs] };
};

/** One look into several places, or several deeds from one folder into one: the things of each are not repeated. */
const asOne = (spoken: Mention): Deed | undefined => {
  const [first, ...others] = spoken;
  if (first === undefined || others.length === 0) return first;
  if (first.state === 'looked') return { ...first, from: undefined };
  const isAlike = others.every(({ from, to }) => from === first.from && to === first.to);
  return isAlike && first.state === 'committed' ? { ...first, select: {} } : undefined;
};

const saysWhat = ({ things }: Clause): boolean =>
  things.length > 0 &&
  things.every(
    ({ select, name, terms, rest }) => (select.names ?? select.category ?? name ?? terms ?? rest) !== undefined,
  );

/** Only a first clause can lean on what was done before; a folder made with {placeholders} is no place to point at. */
export const completed = (clauses: readonly Clause[], context: Context): Clause[] => {
  const [said, ...others] = clauses;
  const deed = asOne(context.spoken);
  const first = said && deed?.state === 'looked' ? withPlaces(said) : said;
  if (!first || !deed || !isBare(first)) return [...clauses];
  if (deed.to?.includes('{')) return [asPut(first, deed, context), ...others];
  if (context.spoken.length > 1 && deed.state !== 'looked' && !saysWhat(first)) return [...clauses];
  return [fromDeed(first, deed, context), ...others];
};
