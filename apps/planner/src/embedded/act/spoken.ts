import { parentOf } from '#contracts/location-parts';
import type { Deed, Facts } from '../../facts.js';

/**
 * What the conversation has spoken of: its requests, newest first, each with the deeds that did one and the same. Pronouns
 * and "there" mean the newest; "the copy", "the originals" and "the rest" the newest of their kind.
 */
export type Mention = readonly Deed[];

/** A lookup of ours carries this sign, so that it is never taken for something the person asked to see. */
export const LOOKUP = { hidden: false } as const;

const isLookup = (deed: Deed): boolean => deed.state === 'looked' && deed.select?.hidden === false;

const isTogether = (a: Deed, b: Deed): boolean =>
  a.run !== undefined && a.run === b.run && a.operation === b.operation && a.state === b.state;

const grouped = (deeds: readonly Deed[]): Deed[][] => {
  const mentions: Deed[][] = [];
  for (const deed of deeds) {
    const last = mentions.at(-1);
    if (last && isTogether(last[0]!, deed)) last.push(deed);
    else mentions.push([deed]);
  }
  return mentions;
};

/** A look into every place speaks of those places where something was found; a count looks twice at the same. */
const withoutMisses = (mention: Deed[]): Mention => {
  if (mention[0]!.state !== 'looked' || mention.length === 1) return mention;
  const hits = mention.filter(({ entries }) => (entries ?? 0) > 0);
  const once = hits.filter((deed, at) => hits.findIndex((other) => isSameLook(deed, other)) === at);
  return once.length > 0 ? once : mention.slice(0, 1);
};

const isSameLook = (a: Deed, b: Deed): boolean => lookOf(a) === lookOf(b);
const lookOf = ({ from, select }: Deed): string => JSON.stringify([from, { ...select, depth: undefined }]);

/** What the conversation did and looked at, newest first. */
export const mentionsIn = ({ deeds }: Facts): Mention[] =>
  grouped([...deeds].reverse().filter((deed) => !isLookup(deed) && deed.state !== 'rejected')).map(withoutMisses);

/**
 * What "them", "it" and "there" mean: an undo speaks of what it took back, of a part of a job that is what came back; a folder
 * made to be filled speaks of what is in it.
 */
export const spokenIn = (facts: Facts): Mention => {
  const mentions = mentionsIn(facts);
  const [newest = []] = mentions;
  const undone = newest.flatMap(({ operation, undoOf }) => (operation === 'undo' ? (undoOf ?? []) : []));
  return mentions.find((mention) => mention.some(({ planId }) => undone.includes(planId!))) ?? newest;
};

/** Copies made, newest first. */
export const copiesIn = (facts: Facts): Mention[] =>
  mentionsIn(facts).filter(([deed]) => deed!.operation === 'copy' && deed!.state === 'committed');

const PUT: ReadonlySet<string> = new Set(['move', 'rename', 'write']);
const isAlike = (a: Deed, b: Deed): boolean =>
  a.state === b.state && (a.state === 'looked' || (a.state === 'committed' && PUT.has(a.operation)));

/** "las dos", "both": the newest mentions that are exactly so many together, all of them looks or all of them changes. */
export const soManyIn = (mentions: readonly Mention[], count: number): Mention => {
  const taken: Deed[] = [];
  let sum = 0;
  for (const mention of mentions) {
    if (sum >= count || !mention.every((deed) => isAlike(deed, mentions[0]![0]!))) break;
    sum += mention.reduce((all, { entries = 0 }) => all + entries, 0);
    taken.push(...mention);
  }
  return sum === count ? taken : [];
};

/** The folder that what a deed was about lay in. */
export const homeOf = ({ from, select }: Deed): string | undefined =>
  select === undefined && from !== undefined ? parentOf(from) : from;

/** Only some of what is there was looked at. */
export const isFiltered = (select: Deed['select']): boolean =>
  Object.keys(select ?? {}).some((key) => key !== 'kind' && key !== 'depth');

/** The folder that was just looked into as a whole. */
export const lookedInto = (context: { readonly spoken: Mention }): string | undefined => {
  const deed = deedOf(context);
  return deed?.state === 'looked' && deed.operation === 'find' && !isFiltered(deed.select) ? deed.from : undefined;
};

/** The one deed that was spoken of; undefined where it was several. */
export const deedOf = ({ spoken }: { readonly spoken: Mention }): Deed | undefined =>
  spoken.length === 1 ? spoken[0] : undefined;
