import { createHash } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import { Bucket, type Entry } from '#nats/bucket';
import { newId } from '../runs/new-id.js';
import { callerOf } from '../who/caller.js';
import { asTableError } from './problem.js';
import { sendProblem } from './problem.filter.js';

const KeptSchema = z.strictObject({
  request: z.string(),
  /** When its gateway said last that it is at work on it. */
  at: z.number(),
  /** Under this id it becomes a run, if it does; whoever goes on with it goes on with that run. */
  runId: z.string(),
  status: z.number().optional(),
  type: z.string().optional(),
  body: z.string().optional(),
});
type Kept = z.output<typeof KeptSchema>;

const DAY_MS = 24 * 60 * 60_000;
/** A gateway at work on a request says so this often. */
const BEAT_MS = 2_000;
/** Silent for this long it died, and whoever is sent the request again goes on with it. */
const LOST_MS = 8_000;
/** Longer answers are not kept; a message of the bus has its limit. */
const MAX_KEPT = 512 * 1024;
const MAX_KEY = 200;

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the answer of this request will be kept, and which run it is. */
    once?: { readonly key: string; readonly runId: string; readonly stopBeating: () => void };
  }
}

/**
 * `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): a client that lost the answer asks again with
 * the same key and gets the same answer, and nothing is done twice. Also when the gateway died over it: another one goes on
 * with the same run, which planners and PCs know.
 */
export class Once {
  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<Once> {
    return new Once(await Bucket.open(nc, BUCKETS.answers, DAY_MS));
  }

  /** The answer given before, or undefined: then this request is the first and its place is taken. */
  async begin(request: FastifyRequest, given: string): Promise<Kept | undefined> {
    if (given === '' || given.length > MAX_KEY) throw badKey(given);
    const key = digest(`${callerOf(request).id} ${given}`);
    const digested = digest(`${request.method} ${request.url} ${JSON.stringify(request.body)}`);
    const mine: Kept = { request: digested, at: Date.now(), runId: newId() };
    const revision = await this.bucket.create(key, JSON.stringify(mine));
    if (revision === undefined) return this.before(request, key, mine);
    request.once = { key, runId: mine.runId, stopBeating: this.beat(key, mine, revision) };
    return undefined;
  }

  /** What may be different next time is forgotten, so that trying again makes sense. */
  async finish(key: string, answer: { status: number; type: string; body: string }): Promise<void> {
    const isFinal = answer.status < 500 && ![408, 423, 429].includes(answer.status);
    const entry = await this.bucket.get(key);
    if (entry === undefined) return;
    if (!isFinal || answer.body.length > MAX_KEPT) await this.bucket.delete(key);
    else await this.bucket.put(key, JSON.stringify({ ...keptIn(entry), ...answer }));
  }

  private async before(request: FastifyRequest, key: string, mine: Kept): Promise<Kept | undefined> {
    const entry = await this.bucket.get(key);
    if (entry === undefined) throw atWork();
    const kept = keptIn(entry);
    if (kept.request !== mine.request)
      throw new OrdenaError('REPEAT_DIFFERS', 'That Idempotency-Key was used for another request. Use a new one.');
    if (kept.status !== undefined) return kept;
    const again = { ...kept, at: Date.now() };
    const isLost = Date.now() - kept.at > LOST_MS;
    const revision = isLost ? await this.bucket.update(key, JSON.stringify(again), entry.revision) : undefined;
    if (revision === undefined) throw atWork();
    request.once = { key, runId: kept.runId, stopBeating: this.beat(key, again, revision) };
    return undefined;
  }

  /** As long as this gateway is at it, no other one begins; it ends by itself when another one wrote there. */
  private beat(key: string, kept: Kept, first: number): () => void {
    let revision: number | undefined = first;
    const beat = async (): Promise<void> => {
      if (revision === undefined) return clearInterval(timer);
      revision = await this.bucket.update(key, JSON.stringify({ ...kept, at: Date.now() }), revision);
    };
    const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS).unref();
    return () => clearInterval(timer);
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
    if (request.once === undefined) return payload;
    request.once.stopBeating();
    const type = String(reply.getHeader('content-type') ?? '');
    const status = typeof payload === 'string' ? reply.statusCode : 500;
    await once.finish(request.once.key, { status, type, body: typeof payload === 'string' ? payload : '' });
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

const atWork = (): OrdenaError =>
  new OrdenaError(
    'REPEAT_TOO_SOON',
    'The first request with that Idempotency-Key is still at work. Ask again in a moment.',
  );

/** An empty one is no key: whoever sends it with everything would be told that it was used before. */
const badKey = (given: string): OrdenaError =>
  refused('BAD_REQUEST', [
    given === '' ? issue('Idempotency-Key', 'said') : issue('Idempotency-Key', 'longest', [MAX_KEY]),
  ]);
