import type { Deed } from '../../facts.js';
import type { Act } from '../lexicon/acts.js';
import { foldName } from '../text/fold.js';
import { newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { locOfPath } from '../grammar/locations.js';
import { ownPlaces, type Context } from './context.js';

const ACTS: Readonly<Record<string, Act>> = { move: 'move', copy: 'copy', trash: 'trash', find: 'list' };

export const locOf = (location: string, context: Context): Loc =>
  locOfPath(location, { places: ownPlaces(context.facts) });

/** A count or a measure showed no names, so the same is wanted again. */
const actOf = (deed: Deed): Act | undefined => {
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
  const isBare = thing.name === undefined && !thing.terms && !thing.top && !thing.pronoun && !thing.vague;
  return isMeasure && isBare ? { ...thing, select: { ...thingAgain(deed).select, ...thing.select } } : thing;
};

/** What one entry was done with is named; what a rule chose is chosen again. */
const thingAgain = (deed: Deed): Thing =>
  isOne(deed) ? { ...newThing(), name: deed.from!.split('/').at(-1)! } : withoutUndefined(thingOf(deed));
const isOne = ({ state, select, from }: Deed): boolean =>
  state === 'committed' && select === undefined && from !== undefined;

/** A change is repeated for other things only when the words say so. */
const ADDS =
  /^\W*(?:y|e|and|also|ahora|now|tambien|lo mismo|igual|same|do the same|haz lo mismo)\b|\b(?:tambien|too|as well|lo mismo|the same)\b/;

const isBare = (clause: Clause): boolean =>
  clause.act === undefined &&
  clause.left.length === 0 &&
  (clause.things.length > 0 || clause.locs.length > 0 || clause.machine !== undefined);

type Locs = Clause['locs'];

const locsIn = (clause: Clause, roles: readonly string[]): Locs =>
  clause.locs.filter(({ role }) => roles.includes(role));
const asSources = (locs: Locs): Locs => locs.map(({ loc }) => ({ role: 'from', loc }));

const sourcesOf = (clause: Clause, deed: Deed, context: Context): Locs => {
  const said = locsIn(clause, deed.state === 'looked' ? ['from', 'in', 'to', 'object'] : ['from', 'in', 'object']);
  const from = isOne(deed) ? deed.from!.split('/').slice(0, -1).join('/') : deed.from!;
  return asSources(said.length > 0 ? said : [{ role: 'from', loc: locOf(from, context) }]);
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
  const isPlain =
    (things.length > 0 || machine !== undefined) &&
    things.every((thing) => thing.name === undefined && !thing.terms && !thing.pronoun);
  return deed.state === 'committed' && isPlain && ADDS.test(foldName(context.sentence));
};

/** "y las fotos también", "¿y en documentos?": what is not said is as it was in the last deed. */
const fromDeed = (clause: Clause, deed: Deed, context: Context): Clause => {
  const act = actOf(deed);
  if (act === undefined || deed.from === undefined || !mayRepeat(clause, deed, context)) return clause;
  const things =
    clause.things.length > 0 ? clause.things.map((thing) => measuredLike(thing, deed)) : [thingAgain(deed)];
  const locs = [...sourcesOf(clause, deed, context), ...targetsOf(clause, deed, context)];
  return { ...clause, act, hasVerb: true, things, locs };
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

/** Only a first clause can lean on what was done before; a folder made with {placeholders} is no place to point at. */
export const completed = (clauses: readonly Clause[], context: Context): Clause[] => {
  const [said, ...others] = clauses;
  const first = said && context.deed?.state === 'looked' ? withPlaces(said) : said;
  const deed = context.deed;
  if (!first || !deed || !isBare(first) || deed.to?.includes('{')) return [...clauses];
  return [fromDeed(first, deed, context), ...others];
};
