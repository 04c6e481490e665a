import { foldText } from '../text/fold.js';
import type { Clause, Thing } from './clause.js';
import type { Head } from './heads.js';

/** English order: "the vacation photos" are photos whose names say so. */
export const isDescribing = (last: Thing, head: Head, before: string): boolean =>
  isBare(last) &&
  (last.terms?.length ?? 1) === 1 &&
  !head.isKind &&
  isPlain(last) &&
  before.trimEnd().endsWith(foldText(last.name ?? last.terms![0]!));

const isPlain = ({ nameKind, select }: Thing): boolean =>
  nameKind === undefined && (select.names ?? select.category ?? select.kind) === undefined;

export const describe = (thing: Thing, { select, plural }: Head): void => {
  const contains = thing.name ?? thing.terms![0]!;
  Object.assign(thing, { select: { ...thing.select, ...select }, plural, contains, name: undefined, terms: undefined });
};

const CHANGING = new Set(['move', 'copy', 'trash', 'rename', 'organise']);
export const isChanging = ({ act }: Clause): boolean => CHANGING.has(act ?? '');

const isBare = ({ name, terms }: Thing): boolean => terms !== undefined || (name !== undefined && !name.includes('.'));

/**
 * A noun beside a name nobody knows, or after the things and where they go: without "and" it was not understood, and it may
 * well say which of them.
 */
export const isStray = (clause: Clause): boolean => {
  const { puts, things, locs } = clause;
  if (!isChanging(clause) || things.length === 0) return false;
  const isTarget = ({ role }: Clause['locs'][number]): boolean => role === 'to' || (role === 'in' && puts);
  return isBare(things.at(-1)!) || locs.some((each) => isTarget(each) && (each.after ?? 0) > 0);
};

/** English order: "the report.docx file", "the invoice files". */
export const saysWhich = (last: Thing, { isKind, select }: Head): boolean =>
  last.name !== undefined && isKind === true && last.nameKind === undefined && select.kind !== 'any';
