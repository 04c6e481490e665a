import { createHash } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { Bucket, type Entry } from '#nats/bucket';
import { callerOf } from '../who/caller.js';
import { asTableError } from './problem.js';
import { sendProblem } from './problem.filter.js';

const KeptSchema = z.strictObject({
  request: z.string(),
  at: z.number(),
  status: z.number().optional(),
  type: z.string().optional(),
  body: z.string().optional(),
});
type Kept = z.output<typeof KeptSchema>;

const DAY_MS = 24 * 60 * 60_000;
/** A request whose gateway died can be sent again after this. */
const LOST_MS = 10 * 60_000;
/** Longer answers are not kept; a message of the bus has its limit. */
const MAX_KEPT = 512 * 1024;
const MAX_KEY = 200;

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the answer of this request will be kept. */
    onceKey?: string;
  }
}

/**
 * `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): a client that lost the answer asks again with
 * the same key and gets the same answer, and nothing is done twice.
 */
export class Once {
  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<Once> {
    return new Once(await Bucket.open(nc, BUCKETS.answers, DAY_MS));
  }

  /** The answer given before, or undefined: then this request is the first and its place is taken. */
  async begin(request: FastifyRequest, given: string): Promise<Kept | undefined> {
    if (given.length > MAX_KEY) throw badKey();
    const key = digest(`${callerOf(request).id} ${given}`);
    const mine: Kept = {
      request: digest(`${request.method} ${request.url} ${JSON.stringify(request.body)}`),
      at: Date.now(),
    };
    if ((await this.bucket.create(key, JSON.stringify(mine))) !== undefined) {
      request.onceKey = key;
      return undefined;
    }
    return this.before(key, mine);
  }

  /** What may be different next time is forgotten, so that trying again makes sense. */
  async finish(key: string, answer: { status: number; type: string; body: string }): Promise<void> {
    const isFinal = answer.status < 500 && ![408, 423, 429].includes(answer.status);
    const entry = await this.bucket.get(key);
    if (entry === undefined) return;
    if (!isFinal || answer.body.length > MAX_KEPT) await this.bucket.delete(key);
    else await this.bucket.put(key, JSON.stringify({ ...keptIn(entry), ...answer }));
  }

  private async before(key: string, mine: Kept): Promise<Kept | undefined> {
    const entry = await this.bucket.get(key);
    const kept = entry === undefined ? mine : keptIn(entry);
    if (kept.request !== mine.request)
      throw new OrdenaError('CONFLICT', 'That Idempotency-Key was used for another request. Use a new one.');
    if (kept.status !== undefined) return kept;
    if (Date.now() - kept.at > LOST_MS) await this.bucket.delete(key);
    throw new OrdenaError(
      'BUSY',
      'The first request with that Idempotency-Key is still at work. Ask again in a moment.',
    );
  }
}

/** Between the door and the controllers; streams are not kept. */
export const answersOnce = (instance: FastifyInstance, once: Once): void => {
  instance.addHook('preHandler', async (request, reply) => {
    const given = request.headers['idempotency-key'];
    if (request.method !== 'POST' || given === undefined || request.caller === undefined) return;
    return answerAgain(request, reply, () => once.begin(request, String(given)));
  });
  instance.addHook('onSend', async (request, reply, payload) => {
    if (request.onceKey === undefined) return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    const status = typeof payload === 'string' ? reply.statusCode : 500;
    await once.finish(request.onceKey, { status, type, body: typeof payload === 'string' ? payload : '' });
    return payload;
  });
};

const answerAgain = async (
  request: FastifyRequest,
  reply: FastifyReply,
  begin: () => Promise<Kept | undefined>,
): Promise<FastifyReply | undefined> => {
  try {
    const kept = await begin();
    if (kept === undefined) return undefined;
    return reply
      .code(kept.status ?? 200)
      .header('idempotency-replayed', 'true')
      .type(kept.type ?? '')
      .send(kept.body);
  } catch (error) {
    sendProblem(request, reply, asTableError(error));
    return reply;
  }
};

const keptIn = ({ value }: Entry): Kept => KeptSchema.parse(JSON.parse(value));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const badKey = (): OrdenaError =>
  new OrdenaError('BAD_REQUEST', `An Idempotency-Key has at most ${MAX_KEY} characters.`, {
    details: { issues: ['Idempotency-Key: too long'] },
  });
