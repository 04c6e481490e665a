import { z } from 'zod';
import { FactsSchema, type Facts } from '../facts.js';
import type { Call, Result, Round } from './act/job.js';

/** What of a Chat Completions body matters here; everything else a provider may be sent is ignored. */
const CallSchema = z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) });
const MessageSchema = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(z.object({ text: z.string().optional() })), z.null()]).optional(),
  tool_calls: z.array(CallSchema).optional(),
  tool_call_id: z.string().optional(),
});
const BodySchema = z.object({ messages: z.array(MessageSchema).min(1), stream: z.boolean().nullish() });

type Message = z.infer<typeof MessageSchema>;

export interface PlannerRequest {
  readonly facts: Facts;
  readonly sentence: string;
  /** The calls already made for this sentence, with what they answered. */
  readonly rounds: readonly Round[];
  readonly stream: boolean;
}

const textOf = ({ content }: Message): string =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const factsIn = (messages: readonly Message[]): Facts | undefined =>
  messages
    .filter(({ role }) => role === 'system')
    .map((message) => FactsSchema.safeParse(parseJson(textOf(message))))
    .find(({ success }) => success)?.data;

const resultOf = (text: string): Result => {
  const parsed = parseJson(text);
  if (typeof parsed === 'object' && parsed !== null) return parsed as Result;
  return { error: { code: 'INTERNAL', message: 'A tool answered something that is not JSON.' } };
};

const roundOf = ({ tool_calls: calls = [] }: Message, answers: readonly Message[]): Round => ({
  calls: calls.map(({ function: { name, arguments: args } }): Call => ({
    name,
    args: (parseJson(args) ?? {}) as Call['args'],
  })),
  results: calls.map(({ id }) =>
    resultOf(textOf(answers.find((answer) => answer.tool_call_id === id) ?? { role: 'tool' })),
  ),
});

/** The rounds after the person's last sentence: where this request is, read from the messages alone. */
const roundsIn = (after: readonly Message[]): Round[] => {
  const answers = after.filter(({ role }) => role === 'tool');
  return after.filter((message) => (message.tool_calls ?? []).length > 0).map((message) => roundOf(message, answers));
};

export const readRequest = (body: unknown): PlannerRequest | undefined => {
  const parsed = BodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { messages, stream } = parsed.data;
  const facts = factsIn(messages);
  const last = messages.findLastIndex(({ role }) => role === 'user');
  if (!facts || last < 0) return undefined;
  return {
    facts,
    sentence: textOf(messages[last]!),
    rounds: roundsIn(messages.slice(last + 1)),
    stream: stream === true,
  };
};
