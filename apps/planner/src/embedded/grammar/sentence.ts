import type { Text } from '../text/text.js';
import { Cursor } from '../text/cursor.js';
import { emptyClause, newThing, type Clause, type Thing } from './clause.js';
import { withoutKeeping } from './keeping.js';
import { withFile } from './note-file.js';
import { readHeld } from './held.js';
import { readFolderForm } from './folder-forms.js';
import { cursorOn } from './read-name-form.js';
import { readPairedNames } from './paired-names.js';
import { readNames } from './read-names.js';
import { readClause } from './read-clause.js';
import { madeThere } from './targets.js';
import { statedIn } from './stated.js';
import { splitGapped } from './gapped.js';
import { beforeList } from './lists.js';
import { stretchesOf } from './split.js';
import type { World } from './world.js';
import type { WriteReading } from './note-parts.js';
import { readWriteForm } from './write-forms.js';

/** A text to be written is data: it is cut out before anything else is read. */
export const readNote = (text: Text, world: World): Clause | undefined => {
  const form = readWriteForm(text);
  if (!form) return undefined;
  const clause = withFile(readClause(new Cursor(text, form.rest.from, form.rest.to), world, { act: 'write' }));
  return {
    ...clause,
    act: 'write',
    hasVerb: true,
    writeText: form.text,
    append: form.append,
    ...(form.name !== undefined && { things: [{ ...newThing(), name: form.name }] }),
    locs: [...clause.locs, ...placeOf(text, form, world)].filter(
      ({ loc }) => loc.place || loc.path.length > 0 || loc.there,
    ),
  };
};

const placeOf = (text: Text, { place }: WriteReading, world: World): Clause['locs'] =>
  place ? readClause(cursorOn(text, place), world, { act: 'write' }).locs : [];

const isEmpty = (clause: Clause): boolean =>
  clause.act === undefined &&
  clause.things.length === 0 &&
  clause.locs.length === 0 &&
  clause.left.length === 0 &&
  !clause.machine &&
  !clause.thisMachine &&
  !clause.again;

/** What is said before the verb: "en la laptop, borra …", "los pdf de descargas, ¿cuánto ocupan?". */
const isLead = (clause: Clause): boolean => clause.act === undefined && !clause.again && clause.left.length === 0;

/** A word that may be part of the order; what was said to be a folder is none. */
const isLoose = ({ name, nameKind, terms }: Thing): boolean =>
  terms !== undefined || (name !== undefined && nameKind !== 'folder' && !/\.[a-z0-9]+$/i.test(name));

/** One file is "it", never "them". */
const isOneFile = ({ things }: Clause): boolean => things.length === 1 && things[0]!.name !== undefined;

const withLead = (lead: Clause, clause: Clause): Clause | undefined => {
  if (lead.things.some(isLoose)) return undefined;
  const exception = lead.locs.length === 0 && lead.things.length === 1 ? lead.things[0] : undefined;
  if (exception?.excepts) return excepting(clause, exception);
  if (lead.things.length > 0 && !clause.things.every(({ pronoun }) => pronoun !== undefined)) return undefined;
  if (isOneFile(lead) && clause.things.some(({ pronoun }) => pronoun === 'them')) return undefined;
  return joinedLead(lead, clause);
};

const joinedLead = (lead: Clause, clause: Clause): Clause => {
  const locs = lead.locs.map((each) => ({ ...each, role: each.role === 'to' ? each.role : ('from' as const) }));
  return {
    ...clause,
    things: lead.things.length > 0 ? lead.things : clause.things,
    locs: [...locs, ...clause.locs],
    ...((clause.machine ?? lead.machine) && { machine: clause.machine ?? lead.machine }),
    ...((clause.toMachine ?? lead.toMachine) && { toMachine: clause.toMachine ?? lead.toMachine }),
    machineWords: (clause.machineWords ?? 0) + (lead.machineWords ?? 0),
    thisMachine: clause.thisMachine ?? lead.thisMachine,
  };
};

/** "menos los pdf, mueve todo …": what was taken out before anything was named. */
const excepting = (clause: Clause, { select }: Thing): Clause => ({
  ...clause,
  things: (clause.things.length > 0 ? clause.things : [newThing({ kind: 'any' })]).map((thing) => ({
    ...thing,
    select: { ...thing.select, ...select, kind: thing.select.kind ?? select.kind },
  })),
});

const isSource = ({ role }: Clause['locs'][number]): boolean => role === 'from' || role === 'object';

/** "… están en descargas", after the order. */
const isTail = (last: Clause, clause: Clause): boolean =>
  last.act !== undefined &&
  isLead(clause) &&
  clause.things.every(({ pronoun }) => pronoun !== undefined) &&
  clause.locs.length > 0 &&
  clause.locs.every(({ role }) => role === 'from' || (role === 'in' && clause.things.length > 0)) &&
  !last.locs.some(isSource);

const LOOKS = new Set(['find', 'list', 'count', 'size', 'read']);

const SEEKS = new Set(['find', 'list']);

/** A second word for the same: "me equivoqué, deshazlo", "… ¿me ayudas a buscarlo?". */
const isAgain = (last: Clause, clause: Clause): boolean => {
  const isAlike = clause.act === last.act || (SEEKS.has(clause.act ?? '') && SEEKS.has(last.act ?? ''));
  if (last.act === undefined || !isAlike) return false;
  const isBare = clause.things.every(({ pronoun }) => pronoun !== undefined);
  return (
    clause.act === 'undo' || (LOOKS.has(clause.act ?? '') && isBare && last.locs.length * clause.locs.length === 0)
  );
};

/** "… should be called X, can you rename it": to what was said already. */
const isNamedAgain = (last: Clause, { act, things, locs, left, ...change }: Clause): boolean =>
  act === 'rename' &&
  last.act === 'rename' &&
  last.newName !== undefined &&
  things.length > 0 &&
  things.every(({ pronoun }) => pronoun === 'it') &&
  locs.length + left.length === 0 &&
  !change.negated &&
  [change.newName, change.replace, change.affix, change.letterCase, change.numbered].every((each) => !each);

const withTail = (clauses: readonly Clause[]): Clause[] => {
  const done: Clause[] = [];
  for (const clause of clauses) {
    const last = done.at(-1);
    if (last && isTail(last, clause))
      last.locs.push(...clause.locs.map((each) => ({ ...each, role: 'from' as const })));
    else if (last && isAgain(last, clause)) last.locs.push(...clause.locs);
    else if (last && isNamedAgain(last, clause)) continue;
    else done.push(clause);
  }
  return done;
};

/** "así no encuentro nada, deshazlo": what is said before taking it back is its reason. */
const isReason = ({ act, negated }: Clause): boolean => !negated && (act === undefined || LOOKS.has(act));
const isTakenBack = ({ act, negated, left, things }: Clause | undefined = emptyClause()): boolean =>
  act === 'undo' && !negated && left.length === 0 && things.every(({ pronoun }) => pronoun !== undefined);

const isChange = ({ act }: Clause): boolean => act !== undefined && !LOOKS.has(act);
const isBack = ({ things, locs }: Clause): boolean =>
  locs.length === 0 && things.length > 0 && things.every(({ pronoun }) => pronoun !== undefined);

/**
 * "don't delete anything, just show me …": what is not to be done leaves a look as it is. "Copy them, don't move them": nor
 * does it touch another change of the same things.
 */
const withoutNegated = (clauses: readonly Clause[]): Clause[] => {
  const others = clauses.filter(({ negated }) => !negated);
  if (others.length > 0 && others.every(({ act }) => LOOKS.has(act ?? ''))) return others;
  const denied = clauses.filter(({ negated }) => negated);
  const isOther = denied.every((no) => isBack(no) && no.left.length === 0 && others.every(({ act }) => act !== no.act));
  return others.some(isChange) && isOther ? others : [...clauses];
};

/** The half that borrowed its verb is about the same folder. */
const isGapped = ({ act, hasVerb, locs }: Clause): boolean =>
  !hasVerb && (act === 'move' || act === 'copy') && !locs.some(isSource);

const merged = (said: readonly Clause[]): Clause[] => joinedIn(said).map(madeThere);

const joinedIn = (said: readonly Clause[]): Clause[] => {
  const clauses = isTakenBack(said.at(-1)) && said.slice(0, -1).every(isReason) ? said.slice(-1) : said;
  const [first, second, ...others] = withTail(withoutNegated(clauses.filter((clause) => !isEmpty(clause))));
  const both = first && second && isLead(first) && second.act !== undefined ? withLead(first, second) : undefined;
  if (both && first)
    return [both, ...others.map((each) => (isGapped(each) ? joinedLead({ ...first, things: [] }, each) : each))];
  return [first, second, ...others].filter((clause) => clause !== undefined);
};

/** The orders of a sentence, each read on its own. */
export const readSentence = (text: Text, world: World): Clause[] =>
  readHeld(text, world, (rest) => readKept(rest, world)) ?? readKept(text, world);

const readKept = (text: Text, world: World): Clause[] => {
  const kept = withoutKeeping(text, world);
  const [only, ...more] = kept ? ordersIn(kept.rest, world) : [];
  if (!only || more.length > 0 || !isOfCopies(only)) return ordersIn(text, world);
  return [kept!.keep ? { ...only, keep: kept!.keep } : { ...only, left: [...only.left, kept!.said] }];
};

/** "borra las fotos de Repetidas, deja …" is about no duplicates: the rule would be lost. */
const isOfCopies = ({ act, things }: Clause): boolean => act === 'trash' && things.some(({ duplicates }) => duplicates);

const ordersIn = (text: Text, world: World): Clause[] => {
  const clauses = stretchesOf(text, world).flatMap((stretch, at, stretches) => {
    const next = stretches[at + 1];
    const stated = next ? statedIn(text, stretch) : undefined;
    if (stated) return [readClause(new Cursor(text, stated.from, stated.to), world)];
    const folders = readFolderForm(text, stretch, world);
    if (folders) return [folders];
    const renames = readPairedNames(text, stretch, world) ?? readNames(text, stretch, world);
    if (renames) return renames;
    return splitGapped(text, stretch, world).map((part) => beforeList(text, next, part));
  });
  return merged(clauses);
};
