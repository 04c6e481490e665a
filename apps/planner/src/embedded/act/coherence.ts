import type { Act } from '../lexicon/acts.js';
import type { Clause } from '../grammar/clause.js';

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

const count = (clause: Clause, role: string): number => clause.locs.filter((each) => each.role === role).length;

const hasRenaming = ({ newName, replace, affix, letterCase, numbered }: Clause): boolean =>
  newName !== undefined ||
  replace !== undefined ||
  affix !== undefined ||
  letterCase !== undefined ||
  numbered === true;

type Rule = readonly [(clause: Clause) => boolean, string];

const RULES: readonly Rule[] = [
  [(clause) => clause.by !== undefined && !CARRIES.has(clause.act!), 'por …'],
  [(clause) => clause.conflict !== undefined && !CARRIES.has(clause.act!) && clause.act !== 'rename', '…'],
  [(clause) => hasRenaming(clause) && clause.act !== 'rename', '…'],
  [(clause) => clause.act === 'trash' && count(clause, 'to') > 0, '→'],
  [(clause) => CARRIES.has(clause.act!) && count(clause, 'to') > 1, '→'],
  [
    (clause) =>
      CHANGES.has(clause.act!) && clause.act !== 'create' && count(clause, 'from') > 0 && count(clause, 'in') > 1,
    '…',
  ],
  [(clause) => isChange(clause.act) && count(clause, 'object') > 0 && count(clause, 'from') > 0, '…'],
  [(clause) => count(clause, 'object') > 1, '…'],
  [(clause) => clause.act === 'create' && clause.things.length > 0, '…'],
  [
    (clause) =>
      isChange(clause.act) && clause.things.some(({ name, topic }) => name !== undefined && topic !== undefined),
    '…',
  ],
  [
    (clause) =>
      clause.act === 'undo' &&
      (clause.locs.length > 0 || clause.things.some(({ pronoun, select }) => !pronoun && select.kind !== 'any')),
    '…',
  ],
];

/** The first reason not to act on a clause, if any. */
export const incoherent = (clause: Clause): boolean => RULES.some(([breaks]) => breaks(clause));

export const isChange = (act: Act | undefined): boolean => act !== undefined && CHANGES.has(act);
