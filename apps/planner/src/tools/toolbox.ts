import { z } from 'zod';
import { CATALOG, OPERATION_NAMES, type OperationName } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import type { ToolSpec } from '../model/port.js';
import { strictSchema, type JsonSchema } from './strict-schema.js';

/** The tools a model may call: every operation that looks or plans, plus the go-ahead and the question. */

const CommitArgumentsSchema = z.strictObject({
  plans: z.array(z.string()).describe('planIds to carry out, in order; empty = all made in this turn'),
  more: z.boolean().optional().describe('Another change builds on these'),
});

/** What the embedded planner may add: plans of this turn that shall not be carried out. A model just does not name them. */
export const CommitSchema = CommitArgumentsSchema.extend({ leave: z.array(z.string()).optional() });

export const AskPersonArgumentsSchema = z.strictObject({
  question: z.string().min(1).describe('One short question, in the language of the person'),
  options: z.array(z.string()).max(8).optional().describe('Answers to choose from'),
  draft: z.string().max(8000).optional().describe('Your note; comes back with the answer'),
});

const COMMIT: ToolSpec = {
  name: 'commit',
  description:
    'Ask for the go-ahead of plans and carry them out; nothing changes before. Answers receipts of what was really done.',
  parameters: strictSchema(CommitArgumentsSchema),
};

const ASK_PERSON: ToolSpec = {
  name: 'ask_person',
  description: 'Ask the person one question when the request can be read in more than one way. Ends the turn.',
  parameters: strictSchema(AskPersonArgumentsSchema),
};

const MACHINE: JsonSchema = {
  type: ['string', 'null'],
  description: 'Id or name; null = the machine the person speaks from',
};

/** `create-folder` is `create_folder` to a model: hyphens are not allowed everywhere. */
export const toolName = (operation: string): string => operation.replaceAll('-', '_');

export const operationOf = (tool: string): Operation | undefined => {
  const name = OPERATION_NAMES.find((each) => toolName(each) === tool);
  const operation = name && (CATALOG[name] as Operation);
  return operation && operation.effect !== 'decide' ? operation : undefined;
};

const toTool = (operation: Operation): ToolSpec => {
  const { properties, required, ...rest } = strictSchema(operation.request);
  return {
    name: toolName(operation.name),
    description: operation.words,
    parameters: {
      ...rest,
      properties: { machine: MACHINE, ...(properties as JsonSchema) },
      required: ['machine', ...(required as string[])],
    },
  };
};

/** The catalog never changes while a process runs, and JSON schemas are slow to make. */
const TOOLS = new Map(OPERATION_NAMES.map((name) => [name, toTool(CATALOG[name])]));

/** `commit` needs approval, which only the gateway gives, so the model's `commit` is our own; `discard` is not offered. */
export const toolsFor = (names: readonly OperationName[] = OPERATION_NAMES): ToolSpec[] => {
  const offered = names.filter((name) => CATALOG[name].effect !== 'decide');
  return [...offered.flatMap((name) => TOOLS.get(name) ?? []), COMMIT, ASK_PERSON];
};

/** For models with little room: enough for everyday requests in a prompt under 2,500 tokens. */
export const SMALL_TOOLS: readonly OperationName[] = ['find', 'move', 'trash', 'create-folder', 'undo'];
