import { OrdenaError } from '#contracts/errors';
import type { RequestOf } from '#contracts/operation';
import type { copy } from '#contracts/operations/copy';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { refusal } from '../disk/refusal.js';
import { planTransfer } from '../planning/transfer.js';
import type { Source } from '../planning/source.js';
import type { Target } from '../reach.js';

/** Links are copied as links, so one that leads outside must not come to lie anywhere else. */
export function* answerCopy(desk: Desk, request: RequestOf<typeof copy>): Generator<void, Plan> {
  const allowsHardlinks = desk.reach.config.hardlinks === 'allow';
  const refuses = (source: Source, from: Target): OrdenaError | undefined => {
    if (source.isHardLinked && !allowsHardlinks) return refusal('HARDLINK', { name: source.name });
    return source.kind === 'link' ? leadsOutside(from, source) : undefined;
  };
  return yield* planTransfer(desk, request, { action: 'copy', refuses });
}

const leadsOutside = ({ place }: Target, source: Source): OrdenaError | undefined => {
  try {
    place.resolve([...source.parts, source.name]);
    return undefined;
  } catch (error) {
    if (error instanceof OrdenaError) return error.code === 'NOT_FOUND' ? undefined : error;
    throw error;
  }
};
