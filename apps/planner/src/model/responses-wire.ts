import type OpenAI from 'openai';
import { OrdenaError } from '#contracts/errors';
import type { WireAsk } from './chat-wire.js';
import type { Message, ModelAsk, ModelTurn, TokenUsage, ToolCall, ToolSpec } from './port.js';
import type { ProviderProfile } from './profile.js';
import { withIdleLimit } from './stream.js';

/**
 * Responses, stateless: nothing is kept at the provider (`store: false`), reasoning travels encrypted and is handed back
 * word for word within the run, so our own log owns the conversation and the provider can change between turns.
 */
export const responsesBody = (
  ask: ModelAsk,
  model: string,
  profile: ProviderProfile,
): OpenAI.Responses.ResponseCreateParamsStreaming => ({
  model,
  input: ask.messages.flatMap(toItems),
  store: false,
  stream: true,
  ...(profile.encryptedReasoning && { include: ['reasoning.encrypted_content' as const] }),
  ...(ask.tools.length > 0 && {
    tools: ask.tools.map((tool) => toTool(tool, profile)),
    ...(profile.parallel && { parallel_tool_calls: true }),
  }),
});

type StreamEvent = OpenAI.Responses.ResponseStreamEvent;
type Item = OpenAI.Responses.ResponseOutputItem;

export const askResponses = async ({ client, model, profile, ask }: WireAsk): Promise<ModelTurn> => {
  const stream = await client.responses.create(responsesBody(ask, model, profile), { signal: ask.signal });
  const answer = new ResponseAnswer();
  for await (const event of withIdleLimit(stream, profile.timeoutMs)) {
    const words = answer.add(event);
    if (words !== '') ask.onWords?.(words);
  }
  return answer.toTurn();
};

class ResponseAnswer {
  private words = '';
  private items: Item[] = [];
  private usage: TokenUsage = { promptTokens: 0, completionTokens: 0 };
  private cutOff = false;
  private ended = false;

  /** Returns the words this event added. */
  add(event: StreamEvent): string {
    if (event.type === 'response.output_item.done') this.items.push(event.item);
    else if (event.type === 'response.completed' || event.type === 'response.incomplete') this.end(event);
    else if (event.type === 'response.failed') throw failed(event.response.error?.message);
    else if (event.type === 'error') throw failed(event.message);
    return event.type === 'response.output_text.delta' ? this.addWords(event.delta) : '';
  }

  toTurn(): ModelTurn {
    if (!this.ended && this.items.length === 0) throw failed('the answer ended before its end');
    return {
      words: this.words,
      calls: this.items.flatMap(toCall),
      usage: this.usage,
      replay: this.items,
      ...(this.cutOff && { cutOff: true }),
    };
  }

  private addWords(delta: string): string {
    this.words += delta;
    return delta;
  }

  private end({ type, response }: Extract<StreamEvent, { type: 'response.completed' | 'response.incomplete' }>): void {
    this.ended = true;
    this.cutOff = type === 'response.incomplete';
    if (this.items.length === 0) this.items = [...(response.output ?? [])];
    if (this.words === '') this.words = textOf(this.items);
    if (response.usage) {
      this.usage = { promptTokens: response.usage.input_tokens, completionTokens: response.usage.output_tokens };
    }
  }
}

const failed = (reason = 'no details'): OrdenaError =>
  new OrdenaError('MODEL_FAILED', 'The model could not answer. Try again.', { details: { reason } });

const toCall = (item: Item): ToolCall[] =>
  item.type === 'function_call' ? [{ id: item.call_id, name: item.name, arguments: item.arguments || '{}' }] : [];

const textOf = (items: readonly Item[]): string =>
  items
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .map((part) => (part.type === 'output_text' ? part.text : ''))
    .join('');

const toTool = (
  { name, description, parameters }: ToolSpec,
  profile: ProviderProfile,
): OpenAI.Responses.FunctionTool => ({
  type: 'function',
  name,
  description,
  parameters: { ...parameters },
  strict: profile.strict,
});

const toItems = (message: Message): OpenAI.Responses.ResponseInputItem[] => {
  if (message.role === 'tool')
    return [{ type: 'function_call_output', call_id: message.callId, output: message.content }];
  if (message.role !== 'assistant') return [{ role: message.role, content: message.content }];
  if (message.replay !== undefined) return message.replay as OpenAI.Responses.ResponseInputItem[];
  const said = message.content === '' ? [] : [{ role: 'assistant' as const, content: message.content }];
  const calls = message.calls.map((call) => ({
    type: 'function_call' as const,
    call_id: call.id,
    name: call.name,
    arguments: call.arguments,
  }));
  return [...said, ...calls];
};
