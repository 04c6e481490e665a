import type { z } from 'zod';

/**
 * An operation is a value: from it come the subject, the model's tool, validation on both sides, the REST door, the
 * service metadata and the approval rule. `read` only looks; `write` answers a plan and changes nothing; `decide`
 * carries out or drops a plan and is never offered to a model.
 */
export type Effect = 'read' | 'write' | 'decide';

export interface Operation<Request extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly effect: Effect;
  /** One or two sentences for a model and for `nats micro info`. */
  readonly words: string;
  readonly request: Request;
  readonly reply: Reply;
}

export const defineOperation = <Request extends z.ZodType, Reply extends z.ZodType>(
  operation: Operation<Request, Reply>,
): Operation<Request, Reply> => Object.freeze(operation);

export type RequestOf<O extends Operation> = z.output<O['request']>;
export type ReplyOf<O extends Operation> = z.output<O['reply']>;
