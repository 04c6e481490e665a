/**
 * The closed table of everything that can go wrong, and the one error type that carries it.
 *
 * A code is stable: programs branch on it. `status` is HTTP's word for it, `blame` says who can mend it, `retry`
 * whether the same request may succeed later. The sentences a person reads live in `words/`, one per code and language.
 * `docs/errors.md` is compared with this table both ways by a test.
 */

/** Who can mend it: the person or program that asked, the language model, the machine, or we. */
export type Blame = 'asker' | 'model' | 'machine' | 'us';

interface ErrorFacts {
  readonly status: number;
  readonly blame: Blame;
  readonly retry: boolean;
}

const fact = (status: number, blame: Blame, retry = false): ErrorFacts => ({ status, blame, retry });

export const ERRORS = {
  BAD_REQUEST: fact(400, 'asker'),
  UNAUTHORIZED: fact(401, 'asker'),
  FORBIDDEN: fact(403, 'asker'),
  OUTSIDE_ROOT: fact(403, 'asker'),
  SYMLINK_OUTSIDE: fact(403, 'asker'),
  SYMLINK: fact(403, 'asker'),
  HARDLINK: fact(403, 'asker'),
  MOUNT: fact(403, 'asker'),
  PROTECTED: fact(403, 'asker'),
  SENSITIVE: fact(403, 'asker'),
  READ_ONLY: fact(403, 'asker'),
  DENIED: fact(403, 'machine'),
  LOOK_ONLY: fact(403, 'asker'),
  WRONG_MACHINE: fact(403, 'asker'),
  BAD_SIGNATURE: fact(403, 'asker'),
  URL_NOT_ALLOWED: fact(403, 'asker'),
  UNKNOWN_MACHINE: fact(404, 'asker'),
  UNKNOWN_PLACE: fact(404, 'asker'),
  UNKNOWN_PLAN: fact(404, 'asker'),
  UNKNOWN_CONVERSATION: fact(404, 'asker'),
  UNKNOWN_RUN: fact(404, 'asker'),
  UNKNOWN_OPERATION: fact(404, 'asker'),
  UNKNOWN_ROUTE: fact(404, 'asker'),
  NOT_FOUND: fact(404, 'asker'),
  WRONG_METHOD: fact(405, 'asker'),
  EXISTS: fact(409, 'asker'),
  NOT_A_FOLDER: fact(409, 'asker'),
  NOT_A_FILE: fact(409, 'asker'),
  INTO_SELF: fact(409, 'asker'),
  NAME_COLLISION: fact(409, 'asker'),
  AMBIGUOUS: fact(409, 'asker'),
  CONFLICT: fact(409, 'asker'),
  STALE: fact(409, 'asker'),
  PLAN_CONFLICT: fact(409, 'asker'),
  PLAN_CHANGED: fact(409, 'asker'),
  REPLAY: fact(409, 'asker'),
  REPEAT_TOO_SOON: fact(409, 'asker', true),
  NOTHING_TO_DO: fact(409, 'asker'),
  NOTHING_TO_UNDO: fact(409, 'asker'),
  MACHINE_TAKEN: fact(409, 'machine'),
  FLEET_OFF: fact(409, 'asker'),
  EXPIRED: fact(410, 'asker'),
  TOO_LARGE: fact(413, 'asker'),
  BODY_SIZE: fact(413, 'asker'),
  MEDIA_TYPE: fact(415, 'asker'),
  BAD_VALUE: fact(422, 'asker'),
  BAD_PATH: fact(422, 'asker'),
  BAD_NAME: fact(422, 'asker'),
  NAME_TOO_LONG: fact(422, 'asker'),
  TOO_DEEP: fact(422, 'asker'),
  REPEAT_DIFFERS: fact(422, 'asker'),
  SYMLINK_LOOP: fact(422, 'asker'),
  SPECIAL_FILE: fact(422, 'asker'),
  ENCODING: fact(422, 'asker'),
  NOT_TEXT: fact(422, 'asker'),
  TOO_MANY: fact(422, 'asker'),
  ROOT_CHANGED: fact(423, 'machine'),
  JOURNAL_READONLY: fact(423, 'machine'),
  JOURNAL_DAMAGED: fact(423, 'machine'),
  TRASH_UNSAFE: fact(423, 'machine'),
  BUSY: fact(423, 'machine', true),
  NEEDS_APPROVAL: fact(428, 'asker'),
  RATE: fact(429, 'asker', true),
  CANCELLED: fact(499, 'asker', true),
  FAILED: fact(500, 'machine'),
  VERIFY_FAILED: fact(500, 'machine'),
  BAD_CONFIG: fact(500, 'machine'),
  INTERNAL: fact(500, 'us'),
  MODEL_FAILED: fact(502, 'model', true),
  MACHINE_OFF: fact(503, 'machine', true),
  PLANNER_OFF: fact(503, 'us', true),
  GATEWAY_OFF: fact(503, 'us', true),
  BUS_OFF: fact(503, 'us', true),
  TIMEOUT: fact(504, 'machine', true),
  NO_SPACE: fact(507, 'machine'),
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof ERRORS;

/** Facts of one failure: names, counts, limits. Never a path outside the places, never a secret. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What travels: in a reply's body under `error`, in problem details, in receipts. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: ErrorDetails;
}

export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && value in ERRORS;

/** The only error our code throws on purpose. `message` is one plain English sentence with the next step. */
export class OrdenaError extends Error {
  override readonly name = 'OrdenaError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.details = options.details;
  }

  readonly details?: ErrorDetails;

  get status(): number {
    return ERRORS[this.code].status;
  }

  toBody(): ErrorBody {
    return { code: this.code, message: this.message, ...(this.details && { details: this.details }) };
  }

  static fromBody(body: ErrorBody): OrdenaError {
    return new OrdenaError(body.code, body.message, { details: body.details });
  }
}
