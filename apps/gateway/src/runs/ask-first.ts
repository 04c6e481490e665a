import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';

/** A machine carries out no more without anybody's yes; `receipts` are of the plans before that one. */
export class AskFirst extends OrdenaError {
  constructor(
    readonly receipts: readonly Receipt[],
    cause: OrdenaError,
  ) {
    super('NEEDS_APPROVAL', cause.message, { details: cause.details, cause });
  }
}
