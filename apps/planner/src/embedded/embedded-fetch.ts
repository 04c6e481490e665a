import { OrdenaError } from '#contracts/errors';
import { answer } from './answer.js';
import type { Reply } from './act/job.js';
import { readRequest, type PlannerRequest } from './request.js';
import { toJson, toStream } from './wire.js';

export const EMBEDDED_MODEL = 'embedded';

/**
 * The embedded planner behind the same door as every model: a `fetch` for the `openai` client that answers in this
 * process. It knows `GET …/models` and `POST …/chat/completions`, plain and streamed; nothing leaves the machine.
 */
export const embeddedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/models'))
    return Response.json({
      object: 'list',
      data: [{ id: EMBEDDED_MODEL, object: 'model', created: 0, owned_by: 'ordena' }],
    });
  if (!pathname.endsWith('/chat/completions')) return refused(404, 'The embedded planner has no such door.');
  const body = readRequest(await request.json());
  if (body === undefined)
    return refused(400, 'The embedded planner needs chat messages with the facts of this moment.');
  const reply = answered(body);
  return body.stream ? toStream(reply, body.rounds.length) : toJson(reply, body.rounds.length);
};

/** A fault in here is ours and no model's: to the client it would be a lost connection to a server there is none of. */
const answered = (request: PlannerRequest): Reply => {
  try {
    return answer(request);
  } catch (cause) {
    throw new OrdenaError('INTERNAL', 'The embedded planner failed at this sentence. Say it in another way.', {
      cause,
    });
  }
};

const refused = (status: number, message: string): Response =>
  Response.json({ error: { message, type: 'invalid_request_error', param: null, code: null } }, { status });
