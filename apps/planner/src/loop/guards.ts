import { createHash } from 'node:crypto';
import type { Usage } from '#contracts/chat';
import type { ToolCall } from '../model/port.js';
import type { PromptSize } from '../model/window.js';

/**
 * Against going in circles. The second identical call is answered from memory; the third takes the tool away for the
 * run, and so does the third failure of one tool with one code. Plain data: it travels with a stored run.
 */
export interface Guards {
  seen: Record<string, { count: number; step: number; result: string }>;
  failures: Record<string, number>;
  withdrawn: string[];
  /** Calls of withdrawn tools; the run stops after a few. */
  ignored: number;
  /** Size of the last prompt, to notice a window that cuts. */
  prompt?: PromptSize;
}

export const LIMITS = { steps: 25, tokens: 400_000, ms: 15 * 60_000, identical: 3, failures: 3, ignored: 2 } as const;

export const newGuards = (): Guards => ({ seen: {}, failures: {}, withdrawn: [], ignored: 0 });

/** What to answer without doing it again; undefined when the call is new. */
export const repeated = (guards: Guards, call: ToolCall): string | undefined => {
  if (guards.withdrawn.includes(call.name)) {
    guards.ignored += 1;
    return WITHDRAWN;
  }
  const known = guards.seen[keyOf(call)];
  if (known === undefined) return undefined;
  known.count += 1;
  if (known.count < LIMITS.identical) return sameAs(known);
  guards.withdrawn.push(call.name);
  return WITHDRAWN;
};

export const remember = (guards: Guards, call: ToolCall, done: { step: number; result: string }): void => {
  guards.seen[keyOf(call)] = { count: 1, ...done };
};

/** Returns nothing; the tool is gone after the third failure of the same kind. */
export const countFailure = (guards: Guards, call: ToolCall, code: string): void => {
  const key = `${call.name}:${code}`;
  guards.failures[key] = (guards.failures[key] ?? 0) + 1;
  if (guards.failures[key] >= LIMITS.failures && !guards.withdrawn.includes(call.name))
    guards.withdrawn.push(call.name);
};

/** After a commit the disk is another: what was looked at before may be looked at again. */
export const forgetLooks = (guards: Guards): void => {
  guards.seen = {};
};

const sameAs = ({ step, result }: { step: number; result: string }): string =>
  result.replace(/^\{/, `{"same_as_step":${step},`);

const WITHDRAWN = JSON.stringify({
  error: {
    code: 'TOO_MANY',
    message:
      'This tool was called again and again and is gone for this request. Answer with what you have, or ask_person.',
  },
});

/** The same call whatever the order of its keys. */
const keyOf = ({ name, arguments: text }: ToolCall): string =>
  createHash('sha256')
    .update(`${name} ${canonical(text)}`)
    .digest('hex')
    .slice(0, 24);

const canonical = (text: string): string => {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Named so that a person gets an honest partial answer instead of a bill. */
export const isOverBudget = ({ steps, promptTokens, completionTokens, ms }: Usage): boolean =>
  steps >= LIMITS.steps || promptTokens + completionTokens >= LIMITS.tokens || ms >= LIMITS.ms;
