import type { Act } from '../lexicon/acts.js';
import type { Clause, Thing } from '../grammar/clause.js';
import { isTorn } from './selection.js';

/*
 * Every part of a clause must have its use. A part the act cannot use was misread, and doing the rest would be a change
 * that was not asked for.
 */

const CARRIES: ReadonlySet<Act> = new Set<Act>(['move', 'copy', 'organise']);
const CHANGES: ReadonlySet<Act> = new Set<Act>([
  'move',
  'copy',
  'organise',
  'trash',
  'rename',
  'create',
  'write',
  'clean',
]);

const MAKES: ReadonlySet<Act> = new Set<Act>(['create', 'write']);

const count = (clause: Clause, role: string): number => clause.locs.filter((each) => each.role === role).length;

const hasRenaming = ({ newName, replace, affix, letterCase, numbered }: Clause): boolean =>
  newName !== undefined ||
  replace !== undefined ||
  affix !== undefined ||
  letterCase !== undefined ||
  numbered === true;

/** "cópialo a documentos y llámalo X": one thing takes a new name along. */
const isCarriedName = ({ act, newName, things }: Clause): boolean =>
  (act === 'copy' || act === 'move') && newName !== undefined && things.length === 1;

type Rule = readonly [(clause: Clause) => boolean, string];

const RULES: readonly Rule[] = [
  [(clause) => clause.by !== undefined && !CARRIES.has(clause.act!), 'por …'],
  [(clause) => clause.conflict !== undefined && !CARRIES.has(clause.act!) && clause.act !== 'rename', '…'],
  [(clause) => hasRenaming(clause) && clause.act !== 'rename' && !isCarriedName(clause), '…'],
  [(clause) => clause.act === 'trash' && count(clause, 'to') > 0, '→'],
  [(clause) => CARRIES.has(clause.act!) && count(clause, 'to') > 1, '→'],
  [
    (clause) =>
      CHANGES.has(clause.act!) && clause.act !== 'create' && count(clause, 'from') > 0 && count(clause, 'in') > 1,
    '…',
  ],
  [(clause) => isChange(clause.act) && count(clause, 'object') > 0 && count(clause, 'from') > 0, '…'],
  [(clause) => count(clause, 'object') > 1, '…'],
  [(clause) => isChange(clause.act) && !MAKES.has(clause.act!) && hasStraySource(clause), '…'],
  [(clause) => clause.act === 'create' && clause.things.length > 0, '…'],
  [(clause) => isChange(clause.act) && clause.things.length > 1 && clause.things.some(({ pronoun }) => pronoun), '…'],
  [(clause) => isChange(clause.act) && isAboutText(clause), '…'],
  [(clause) => isChange(clause.act) && clause.either === true && clause.things.at(-1)?.name !== undefined, 'o'],
  [(clause) => isChange(clause.act) && clause.things.some(({ name, top }) => name !== undefined && top), '…'],
  [
    (clause) =>
      isChange(clause.act) && clause.things.some(({ duplicates }) => duplicates) && clause.things.some(isUnmeasured),
    '…',
  ],
  [(clause) => isChange(clause.act) && clause.things.length > 1 && clause.things.some(({ top }) => top), '…'],
  [(clause) => isChange(clause.act) && clause.things.some(isTorn), '…'],
  [
    (clause) =>
      isChange(clause.act) && clause.things.some(({ name, topic }) => name !== undefined && topic !== undefined),
    '…',
  ],
  [
    (clause) =>
      clause.act === 'undo' &&
      (clause.locs.length > 0 || clause.things.some((thing) => !thing.pronoun && !saysWhich(thing))),
    '…',
  ],
];

/** What was done with "los png" or "notas.txt" can be told from other jobs; what was done with "los de hoy" cannot. */
const saysWhich = ({ select: { kind, names, category, ...more }, name, terms, topic, contains, top }: Thing): boolean =>
  (kind === 'any' || [name, names, category].some((part) => part !== undefined)) &&
  [terms, topic, contains, top, ...Object.values(more)].every((part) => part === undefined);

/** "duplicates and old files": which ones are old nobody said, and it is not asked where contents decide. */
const isUnmeasured = ({ vague }: Thing): boolean => vague !== undefined && vague !== 'some';

/** "vacía notas.txt", "delete the contents of notas.txt": what is in a file is not the file. */
const isAboutText = ({ act, empties, things }: Clause): boolean =>
  act === 'trash' &&
  things.some(
    ({ name, nameKind, select }) =>
      name !== undefined && nameKind !== 'folder' && (empties === true || select.kind === 'any'),
  );

/** Where the things are: one place, or several that were added to each other. */
const hasStraySource = (clause: Clause): boolean => {
  const sources = sourcesOf(clause);
  return (
    sources.length > 1 && !sources.slice(1).every(({ role, beside }) => role === sources[0]!.role && beside === true)
  );
};

const sourcesOf = ({ act, puts, locs }: Clause): Clause['locs'] => {
  const rest = locs.filter(({ role }) => role !== 'to');
  const isPut = CARRIES.has(act!) && rest.length === locs.length && rest.length > 0;
  const lastIn = rest.findLastIndex(({ role }) => role === 'in');
  const isTo = isPut && lastIn >= 0 && (puts || rest.length > 1);
  return isTo ? rest.filter((_, at) => at !== lastIn) : rest;
};

/** The first reason not to act on a clause, if any. */
export const incoherent = (clause: Clause): boolean => RULES.some(([breaks]) => breaks(clause));

export const isChange = (act: Act | undefined): boolean => act !== undefined && CHANGES.has(act);
