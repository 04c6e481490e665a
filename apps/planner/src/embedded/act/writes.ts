import { shownLocation } from '#contracts/words/place-names';
import { questionText } from '#contracts/words/question-text';
import { newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { GIVEN_NAMES, PEOPLE } from '../lexicon/people.js';
import { foldName } from '../text/fold.js';
import { destinationBeside, destinationIn } from './carried.js';
import { settleCalled } from './called.js';
import { callOn, planAndCommit } from './calls.js';
import { placesOf, type Context } from './context.js';
import { isDuplicates, trashCopies } from './copies.js';
import { trashHeld, uncounted } from './held.js';
import { Say, type Job } from './job.js';
import { foldersNamed, joined, sourceFolder, targetFolder } from './locate.js';
import { settlePair } from './pairs.js';
import { undo } from './undo.js';
import { locOf } from './ellipsis.js';
import { organise } from './organise.js';
import { isOfSameShown } from './same-spoken.js';
import { isSingle } from './selection.js';
import { ask, chooseFolder } from './questions.js';
import { deedOf, homeOf } from './spoken.js';
import { argsOf, eachNamed, isSeveralNamed, locWith, placeOfSource, sourceOf, type Source } from './source.js';

/** "mete en X" says where to; "mueve … en X" does so only when where from was said too. */
const withRoles = (clause: Clause): Clause => {
  const hasFrom = clause.locs.some(({ role }) => role === 'from' || role === 'object') || clause.things.some(isSingle);
  const hasTo = clause.locs.some(({ role }) => role === 'to');
  if (hasTo || !clause.locs.some(({ role }) => role === 'in')) return clause;
  const lastIn = clause.locs.findLastIndex(({ role }) => role === 'in');
  const isTo =
    clause.puts || hasFrom || clause.locs[lastIn]!.loc.isNew === true || clause.locs[lastIn]!.loc.there === true;
  return isTo
    ? { ...clause, locs: clause.locs.map((each, at) => (at === lastIn ? { ...each, role: 'to' as const } : each)) }
    : clause;
};

/** "copia la carpeta X en el escritorio": what was read as around X was where to. */
const takenApart = (clause: Clause): Loc | undefined => {
  const [only] = clause.things;
  if (!clause.puts || clause.things.length !== 1 || !only?.loc?.aroundIn) return undefined;
  const { aroundIn: _, ...to } = only.loc;
  only.loc = undefined;
  return to;
};

/** Move and copy: where to, from where, which; then one plan per selection. */
export function* carry(context: Context, said: Clause): Job<void> {
  if (said.by) return yield* organise(context, said);
  const clause = withRoles(said);
  const saidTo = yield* saidTarget(context, clause);
  if (saidTo === undefined && clause.beside) return yield* copyBeside(context, clause);
  const to = sharedOr(
    context,
    saidTo ?? targetAgain(context, clause) ?? chooseFolder(context, 'to', { key: 'whereTo' }),
  );
  if (yield* isBackFromTrash(context, clause, to)) return yield* undo(context, { ...clause, locs: [] });
  const isSaid = clause.things.length > 0 || clause.locs.some(({ role }) => role === 'object');
  if (!isSaid) throw ask(context, 'what', { key: 'what', options: [] });
  const from = { ...clause, locs: clause.locs.filter(({ role }) => role !== 'to') };
  const sources = yield* sourcesOf(context, from, to);
  const target = yield* targetFolder(context, ...(yield* madeFrom(context, { clause, to, sources })));
  const conflict = clause.conflict && { onConflict: clause.conflict };
  yield* planAndCommit(
    context,
    sources.flatMap((source) => {
      const destination = destinationIn(context, clause, { folder: target, source });
      return argsOf(source).map((args) => callOn(context, clause.act!, { ...args, to: destination, ...conflict }));
    }),
  );
  context.there = target;
}

/** Of a place that the machine does not share it is asked where else, so that the rest of the order need not be said again. */
const sharedOr = (context: Context, to: Loc): Loc => {
  const shared = placesOf(context);
  if (to.place === undefined || shared.includes(to.place)) return to;
  const name = shownLocation(to.place, context.language);
  return chooseFolder(context, 'shared', { key: 'notShared', fill: { name } });
};

interface Made {
  readonly clause: Clause;
  readonly to: Loc;
  readonly sources: readonly Source[];
}

/** "en la carpeta X pon … en una carpeta Y": what is made while working in a folder is made in it. */
function* madeFrom(context: Context, { clause, to, sources }: Made): Job<[Loc, string | undefined]> {
  const scene = clause.locs.find((each) => each.scene && each.role !== 'to')?.loc;
  if (scene && !to.there) return [{ ...to, isSub: true }, yield* folderOf(context, scene, sources[0]!)];
  const places = sources.map(placeOfSource);
  const isOne = places.every((place) => place === places[0]);
  return [to, to.isSub && !isOne ? undefined : places[0]];
}

/** What is taken of a folder is in it; one entry may be further down. */
function* folderOf(context: Context, scene: Loc, source: Source): Job<string> {
  return 'entry' in source ? yield* sourceFolder(context, scene) : source.from;
}

/** "put them back in documents": what was just deleted there comes out of the trash. */
function* isBackFromTrash(context: Context, { act, things }: Clause, to: Loc): Job<boolean> {
  const deed = deedOf(context);
  const home = deed?.operation === 'trash' && deed.state === 'committed' ? homeOf(deed) : undefined;
  const isBack = things.length > 0 && things.every(({ pronoun }) => pronoun);
  if (act !== 'move' || home === undefined || !isBack) return false;
  return foldName(yield* sourceFolder(context, to)) === foldName(home);
}

/** "do move them after all": what was taken back is done again. "mete también el mp3": more goes where the last things went. */
const targetAgain = (context: Context, { act, things }: Clause): Loc | undefined => {
  const deed = deedOf(context);
  if (deed?.operation !== act || deed?.to === undefined || deed.to.includes('{')) return undefined;
  const isAgain = deed.state === 'undone' && things.every(({ pronoun }) => pronoun);
  const isMore = deed.state === 'committed' && AS_WELL.test(foldName(context.sentence));
  return isAgain || isMore ? locOf(deed.to, context) : undefined;
};
const AS_WELL = /\b(?:tambien|ademas|asimismo|too|also|as well)\b/;

/** "haz una copia del presupuesto": in the same folder. */
function* copyBeside(context: Context, clause: Clause): Job<void> {
  if (clause.things.length === 0) throw ask(context, 'what', { key: 'what', options: [] });
  const sources = yield* sourcesOf(context, clause);
  const numbered = clause.newName === undefined && { onConflict: 'number' as const };
  yield* planAndCommit(
    context,
    sources.flatMap((source) => {
      const to = destinationBeside(context, clause, source);
      return argsOf(source).map((args) => callOn(context, 'copy', { ...args, to, ...numbered }));
    }),
  );
}

/** "lleva las facturas a la contadora", "pásale los pdf a Marta": whoever gets them is no folder, unless one is called so. */
const isPersonal = ({ receives }: Clause, { path }: Loc): boolean =>
  receives === true || PERSON.test(foldName(path.join(' ')));
const PERSON = new RegExp(`^(?:(?:mi|my|la|el|the) )?${PEOPLE}(?: |$)|^${GIVEN_NAMES}$`);

/** "manda los pdf a Ana": what is sent goes to a folder only when there is one of that name. */
function* saidTarget(context: Context, clause: Clause): Job<Loc | undefined> {
  const to = locWith(clause, 'to') ?? takenApart(clause);
  if (!to || to.isFolder || to.isNew || to.place !== undefined || to.there) return to;
  const isPerson = isPersonal(clause, to);
  if (!isPerson && !clause.sends) return to;
  if ((yield* foldersNamed(context, placesOf(context), to.path)).length > 0) return to;
  if (isPerson) throw new Say(questionText('noSuchPerson', context.language, { name: to.path.join(' ') }));
  return undefined;
}

/** "de descargas y del escritorio": the same things of each folder. */
function* sourcesOf(context: Context, said: Clause, to?: Loc): Job<readonly Source[]> {
  const clause = yield* settlePair(context, said);
  const role = clause.locs.some((each) => each.role === 'from') ? 'from' : 'in';
  const from = clause.locs.filter((each) => each.role === role);
  const others = clause.locs.filter((each) => each.role !== role);
  yield* settleCalled(context, clause, from[0]?.loc ?? locWith(clause, 'object'));
  if (isSeveralNamed(clause)) return yield* eachNamed(context, clause);
  if (from.length < 2) return yield* sourceOf(context, clause, { to });
  const sources: Source[] = [];
  for (const loc of from) sources.push(...(yield* sourceOf(context, { ...clause, locs: [loc, ...others] })));
  return sources;
}

/** Everything of a place goes to the trash only when it was said: by "todo", by a kind, or by "vacía". */
export function* trash(context: Context, said: Clause): Job<string | void> {
  const isOfSame = said.things.some(isDuplicates) || isOfSameShown(context, said);
  if (said.heldIn === undefined && isOfSame) return yield* trashCopies(context, said);
  const clause = uncounted(said);
  const isSaid = clause.things.length > 0 || clause.empties === true || clause.heldIn !== undefined;
  if (!isSaid) throw ask(context, 'what', { key: 'trashWhat', options: [] });
  const things =
    clause.empties && clause.things.length === 0 ? [{ ...newThing({ kind: 'any' }), plural: true }] : clause.things;
  const asFolder = clause.empties ? emptied(clause) : undefined;
  const sources = yield* sourcesOf(context, asFolder ?? { ...clause, things });
  if (said.heldIn !== undefined) return yield* trashHeld(context, said, sources);
  yield* planAndCommit(
    context,
    sources.flatMap(argsOf).map((args) => callOn(context, 'trash', args)),
  );
}

/** "vacía la carpeta X": what is in it, not the folder. */
const emptied = (clause: Clause): Clause | undefined => {
  const [only] = clause.things;
  if (clause.things.length !== 1 || only?.nameKind !== 'folder' || only.name === undefined) return undefined;
  const loc = { ...only.loc, path: [...(only.loc?.path ?? []), only.name] };
  return {
    ...clause,
    things: [{ ...newThing({ kind: 'any' }), plural: true }],
    locs: [...clause.locs, { role: 'from', loc }],
  };
};

/** What a person wants gone who says "limpia": of all else it is not sure that it is to go. */
const isRubbish = (thing: Thing): boolean => isDuplicates(thing) || thing.select.empty === true;

/** "limpia": what stays and what goes is not said, so it is asked, unless the things are named. */
export function* clean(context: Context, clause: Clause): Job<string | void> {
  if (clause.things.length > 0 && clause.things.every(isRubbish))
    return yield* trash(context, { ...clause, act: 'trash' });
  const where = clause.locs[0]?.loc;
  throw ask(context, 'what', {
    key: 'clean',
    options: [],
    fill: { where: where?.place ? shownLocation(joined(where.place, ...where.path), context.language) : '…' },
  });
}
