import type { Thing } from '../grammar/clause.js';
import type { Context } from './context.js';
import { ask } from './questions.js';

/** "los viejos, de más de un año": the measure was said as well. */
const isMeasured = ({ vague, select }: Thing): boolean => {
  if (vague === 'big' || vague === 'small') return select.size !== undefined;
  return (vague === 'old' || vague === 'recent') && select.modified !== undefined;
};

/** Words such as "grandes" without a measure: asked about, since any bound would be a guess. */
export const refuseVague = (context: Context, things: readonly Thing[]): void => {
  const vague = things.find((thing) => thing.vague !== undefined && !isMeasured(thing))?.vague;
  if (vague === undefined) return;
  if (vague === 'some') throw ask(context, 'what', { key: 'what', options: [] });
  throw ask(context, 'vague', { key: vague === 'important' || vague === 'useless' ? 'judge' : vague, options: [] });
};
