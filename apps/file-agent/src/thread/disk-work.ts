import { CATALOG, type OperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import type { Desk } from '../desk.js';
import { ANSWERS } from '../operations/answers.js';
import { OneAtATime, runInTurns } from './turns.js';

export interface DiskWork {
  answer(operation: OperationName, request: unknown): Promise<object>;
  /** Ends reads at their next page and commits at their next safe point. */
  stop(): Promise<void>;
}

/** Plans and commits one after another, since each looks at what the one before left; reads go on beside them. */
export const answersOf = (desk: Desk): DiskWork => {
  const changes = new OneAtATime();
  let isStopping = false;
  const run = async (operation: OperationName, request: unknown): Promise<object> => {
    const answer = ANSWERS[operation];
    if (!answer) throw new OrdenaError('UNKNOWN_OPERATION', `This agent does not know ${operation} yet.`);
    const reply = await runInTurns(answer(desk, request as never), () => isStopping);
    if (reply) return reply;
    throw new OrdenaError('CANCELLED', 'This PC is shutting down; ask again when it is back.');
  };
  return {
    answer: (operation, request) =>
      CATALOG[operation].effect === 'read' ? run(operation, request) : changes.run(() => run(operation, request)),
    stop: async () => {
      isStopping = true;
      await changes.run(async () => undefined);
    },
  };
};
