import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** OpenAI's published request schemas (see openai-schemas.json for their source and licence), compiled once. */
const document = JSON.parse(readFileSync(join(import.meta.dirname, 'openai-schemas.json'), 'utf8')) as object;

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as { default: (ajv: Ajv2020) => void }).default?.(ajv);
ajv.addSchema(document, 'openai.json');

const compiled = (name: string): ValidateFunction => ajv.compile({ $ref: `openai.json#/components/schemas/${name}` });

const CHECKS = { chat: compiled('CreateChatCompletionRequest'), responses: compiled('CreateResponse') };

/** What is wrong with a request body; empty when it fits. */
export const breaches = (api: keyof typeof CHECKS, body: unknown): string[] => {
  const check = CHECKS[api];
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

interface Sent {
  readonly role: string;
  readonly tool_calls?: readonly { readonly id: string }[];
  readonly tool_call_id?: string;
}

/** Schemas do not say it: every call is answered exactly once, in order, right after the turn that made it. */
export const unpaired = (messages: readonly Sent[]): string[] => {
  const expected = messages.flatMap(({ role, tool_calls: calls = [] }, at) =>
    role === 'assistant' ? calls.map(({ id }, nth) => `${at + 1 + nth}:${id}`) : [],
  );
  const answered = messages.flatMap(({ role, tool_call_id: id }, at) => (role === 'tool' ? [`${at}:${id}`] : []));
  return [
    ...expected.filter((each) => !answered.includes(each)),
    ...answered.filter((each) => !expected.includes(each)),
  ];
};
