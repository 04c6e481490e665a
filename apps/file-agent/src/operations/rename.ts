import type { RequestOf } from '#contracts/operation';
import type { rename } from '#contracts/operations/rename';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { planRename } from '../planning/renaming.js';

export function* answerRename(desk: Desk, request: RequestOf<typeof rename>): Generator<void, Plan> {
  return yield* planRename(desk, request);
}
