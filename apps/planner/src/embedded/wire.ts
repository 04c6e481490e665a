import { createHash } from 'node:crypto';
import type { Reply } from './act/job.js';

/** Replies in the shapes of Chat Completions. */

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

const toolCalls = (reply: Reply, round: number) =>
  'calls' in reply
    ? reply.calls.map((call, index) => {
        const text = JSON.stringify(call.args);
        return {
          index,
          id: `call_${idOf(`${round} ${index} ${call.name} ${text}`)}`,
          type: 'function' as const,
          function: { name: call.name, arguments: text },
        };
      })
    : [];

const head = (object: string) => ({ id: `chatcmpl-${idOf(object)}`, object, created: 0, model: 'embedded' });
const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

const finishOf = (reply: Reply): 'tool_calls' | 'stop' => ('calls' in reply ? 'tool_calls' : 'stop');
const contentOf = (reply: Reply): string | null => ('calls' in reply ? null : reply.content);

export const toJson = (reply: Reply, round = 0): Response => {
  const calls = toolCalls(reply, round).map(({ id, type, function: called }) => ({ id, type, function: called }));
  const message = {
    role: 'assistant',
    content: contentOf(reply),
    refusal: null,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return Response.json({
    ...head('chat.completion'),
    choices: [{ index: 0, message, finish_reason: finishOf(reply), logprobs: null }],
    usage,
  });
};

export const toStream = (reply: Reply, round = 0): Response => {
  const calls = toolCalls(reply, round);
  const delta = { role: 'assistant', content: contentOf(reply) ?? '', ...(calls.length > 0 && { tool_calls: calls }) };
  const chunk = (rest: object): string => `data: ${JSON.stringify({ ...head('chat.completion.chunk'), ...rest })}\n\n`;
  const body =
    chunk({ choices: [{ index: 0, delta, finish_reason: null }] }) +
    chunk({ choices: [{ index: 0, delta: {}, finish_reason: finishOf(reply) }] }) +
    chunk({ choices: [], usage }) +
    'data: [DONE]\n\n';
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
};
