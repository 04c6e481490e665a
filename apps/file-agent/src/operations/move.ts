import type { RequestOf } from '#contracts/operation';
import type { move } from '#contracts/operations/move';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { planTransfer } from '../planning/transfer.js';

export function* answerMove(desk: Desk, request: RequestOf<typeof move>): Generator<void, Plan> {
  return yield* planTransfer(desk, request, { action: 'move' });
}
