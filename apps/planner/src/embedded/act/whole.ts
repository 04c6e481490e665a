import type { Clause } from '../grammar/clause.js';
import { isChange } from './coherence.js';

const PLACELESS = new Set(['undo', 'redo', 'history', 'done', 'trashed', 'machines', 'places', 'free', 'help']);

const pointsElsewhere = ({ things, locs, again }: Clause): boolean =>
  again === true ||
  locs.some(({ loc }) => loc.there) ||
  things.some(({ pronoun, pointed, rest, topic }) => pronoun ?? pointed ?? rest ?? topic);

const saysWhere = ({ act, things, locs, machine }: Clause): boolean => {
  if (act === 'create' || act === 'write') return locs.length > 0;
  if (machine !== undefined || locs.some(({ role }) => role !== 'to')) return true;
  return isChange(act) && things.length > 0 && things.every(({ name, loc }) => name?.includes('.') ?? loc);
};

/** Whether a clause says all by itself which things are meant and where: nothing said before it can be part of it. */
export const isWhole = (clause: Clause): boolean =>
  PLACELESS.has(clause.act ?? '') || (clause.act !== undefined && !pointsElsewhere(clause) && saysWhere(clause));
