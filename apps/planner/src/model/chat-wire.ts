import type OpenAI from 'openai';
import { OrdenaError } from '#contracts/errors';
import { Accumulator, type Chunk } from './accumulator.js';
import { makeCallId } from './call-id.js';
import type { Message, ModelAsk, ModelTurn, ToolSpec } from './port.js';
import type { ProviderProfile } from './profile.js';
import { withIdleLimit } from './stream.js';

/** Chat Completions: the one wire every server speaks. */

type Body = OpenAI.ChatCompletionCreateParams;

/** The profile decides which optional fields are sent; tools always are. */
export const chatBody = (ask: ModelAsk, model: string, profile: ProviderProfile): Body => ({
  model,
  messages: ask.messages.map(toWire),
  ...(ask.tools.length > 0 && {
    tools: ask.tools.map((tool) => toTool(tool, profile)),
    ...(profile.parallel && { parallel_tool_calls: true }),
  }),
  ...(profile.reasoningEffort && { reasoning_effort: profile.reasoningEffort }),
  ...(profile.streamTools ? { stream: true } : { stream: false }),
  ...(profile.streamTools && profile.streamUsage && { stream_options: { include_usage: true } }),
});

export interface WireAsk {
  readonly client: OpenAI;
  readonly model: string;
  readonly profile: ProviderProfile;
  readonly ask: ModelAsk;
}

export const askChat = async ({ client, model, profile, ask }: WireAsk): Promise<ModelTurn> => {
  const body = chatBody(ask, model, profile);
  const answer = new Accumulator();
  const reply = await client.chat.completions.create(body, { signal: ask.signal });
  const chunks = 'choices' in reply ? whole(reply) : withIdleLimit(reply as AsyncIterable<Chunk>, profile.timeoutMs);
  let received = 0;
  for await (const chunk of chunks) {
    received += 1;
    const words = answer.add(chunk);
    if (words !== '') ask.onWords?.(words);
  }
  if (received === 0)
    throw new OrdenaError('MODEL_FAILED', 'The model sent nothing.', { details: { reason: 'empty answer' } });
  return toTurn(answer);
};

/** A reply that was not streamed is a stream of one chunk. */
async function* whole(reply: OpenAI.ChatCompletion): AsyncGenerator<Chunk> {
  const [choice] = reply.choices;
  yield {
    choices: choice ? [{ delta: choice.message as never, finish_reason: choice.finish_reason }] : [],
    usage: reply.usage ?? null,
  };
}

const toTurn = (answer: Accumulator): ModelTurn => ({
  words: answer.words,
  calls: answer.calls(makeCallId),
  usage: answer.usage,
  ...(answer.finish === 'length' && { cutOff: true }),
});

const toTool = ({ name, description, parameters }: ToolSpec, profile: ProviderProfile): OpenAI.ChatCompletionTool => ({
  type: 'function',
  function: { name, description, parameters: { ...parameters }, ...(profile.strict && { strict: true }) },
});

const toWire = (message: Message): OpenAI.ChatCompletionMessageParam => {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.content };
  if (message.role !== 'assistant' || message.calls.length === 0)
    return { role: message.role, content: message.content };
  return {
    role: 'assistant',
    content: message.content === '' ? null : message.content,
    tool_calls: message.calls.map(({ id, name, arguments: text }) => ({
      id,
      type: 'function',
      function: { name, arguments: text },
    })),
  };
};
