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
