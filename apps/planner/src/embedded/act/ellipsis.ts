import type { Deed } from '../../facts.js';
import type { Act } from '../lexicon/acts.js';
import { foldName } from '../text/fold.js';
import { newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { locOfPath } from '../grammar/locations.js';
import { ownPlaces, type Context } from './context.js';

const ACTS: Readonly<Record<string, Act>> = { move: 'move', copy: 'copy', trash: 'trash', find: 'list' };

const locOf = (location: string, context: Context): Loc => locOfPath(location, { places: ownPlaces(context.facts) });

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

/** A change is repeated for other things only when the words say so. */
const ADDS =
  /^\W*(?:y|e|and|also|tambien|lo mismo|igual|same|do the same|haz lo mismo)\b|\b(?:tambien|too|as well|lo mismo|the same)\b/;

const isBare = (clause: Clause): boolean =>
  clause.act === undefined && clause.left.length === 0 && (clause.things.length > 0 || clause.locs.length > 0);

/** "y las fotos también", "¿y en documentos?": what is not said is as it was in the last deed. */
const fromDeed = (clause: Clause, deed: Deed, context: Context): Clause => {
  const act = actOf(deed);
  if (act === undefined || deed.from === undefined || (deed.state !== 'looked' && deed.state !== 'committed'))
    return clause;
  const isLook = deed.state === 'looked';
  if (!isLook && !ADDS.test(foldName(context.sentence))) return clause;
  const said = (roles: readonly string[]) => clause.locs.filter(({ role }) => roles.includes(role));
  const from = isLook ? said(['from', 'in', 'to']) : said(['from', 'in']);
  const to = isLook ? [] : said(['to']);
  if (
    !isLook &&
    (clause.things.length === 0 ||
      clause.things.some(({ name, terms, pronoun }) => name !== undefined || terms || pronoun))
  )
    return clause;
  const things = clause.things.length > 0 ? clause.things : [withoutUndefined(thingOf(deed))];
  return {
    ...clause,
    act,
    hasVerb: true,
    things,
    locs: [
      ...(from.length > 0
        ? from.map(({ loc }) => ({ role: 'from' as const, loc }))
        : [{ role: 'from' as const, loc: locOf(deed.from, context) }]),
      ...(to.length > 0
        ? to
        : !isLook && deed.to !== undefined
          ? [{ role: 'to' as const, loc: locOf(deed.to, context) }]
          : []),
    ],
  };
};

/** Only a first clause can lean on what was done before; a folder made with {placeholders} is no place to point at. */
export const completed = (clauses: readonly Clause[], context: Context): Clause[] => {
  const [first, ...others] = clauses;
  const deed = context.deed;
  if (!first || !deed || !isBare(first) || deed.to?.includes('{')) return [...clauses];
  return [fromDeed(first, deed, context), ...others];
};
