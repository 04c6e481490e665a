import type { ToolCall, ToolSpec } from './port.js';

/**
 * Some models write a tool call into their words: `<tool_call>{"name":…}</tool_call>`, a JSON object, or Pythonic
 * `[find(in="desktop")]`. Such text counts as a call only when it is the name of a tool that was offered and its keys
 * are all the tool's own; anything else stays words.
 */
export const rescueCalls = (words: string, tools: readonly ToolSpec[]): Omit<ToolCall, 'id'>[] => {
  const found = [...tagged(words), ...bareJson(words), ...pythonic(words)];
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return found.flatMap(({ name, args }) => {
    const tool = byName.get(name);
    return tool && fits(args, tool) ? [{ name, arguments: JSON.stringify(args) }] : [];
  });
};

interface Found {
  name: string;
  args: Record<string, unknown>;
}

const TAG = /<(tool_call|function_call|toolcall)>\s*([\s\S]*?)\s*(?:<\/\1>|$)/g;
const FENCE = /^\s*(?:```(?:json)?\s*)?([[{][\s\S]*[\]}])\s*(?:```)?\s*$/;
const PYTHONIC = /^\s*(?:<\|tool_call_start\|>)?\s*\[?\s*(\w+)\(([\s\S]*)\)\s*\]?\s*(?:<\|tool_call_end\|>)?\s*$/;

const tagged = (words: string): Found[] => [...words.matchAll(TAG)].flatMap((match) => fromJson(match[2] ?? ''));

const bareJson = (words: string): Found[] => fromJson(FENCE.exec(words)?.[1] ?? '');

const pythonic = (words: string): Found[] => {
  const match = PYTHONIC.exec(words);
  const args = match ? pythonArguments(match[2] ?? '') : undefined;
  return match?.[1] && args ? [{ name: match[1], args }] : [];
};

const fromJson = (text: string): Found[] => {
  const parsed = parse(text);
  const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return items.flatMap(asFound);
};

const asFound = (item: unknown): Found[] => {
  if (!isRecord(item)) return [];
  const call = isRecord(item['function']) ? item['function'] : item;
  const given = call['arguments'] ?? call['parameters'] ?? {};
  const args = typeof given === 'string' ? parse(given) : given;
  return typeof call['name'] === 'string' && isRecord(args) ? [{ name: call['name'], args }] : [];
};

const ARGUMENT = /\s*(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|\{[^}]*\}|[\w.-]+)\s*(?:,|$)/y;

/** `in="desktop", limit=3`; undefined when any part does not fit. */
const pythonArguments = (text: string): Record<string, unknown> | undefined => {
  const args: Record<string, unknown> = {};
  const pattern = new RegExp(ARGUMENT);
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    const value = match?.[2] === undefined ? undefined : parse(asJson(match[2]));
    if (match?.[1] === undefined || value === undefined) return undefined;
    args[match[1]] = value;
  }
  return args;
};

const LITERALS: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' };

const asJson = (literal: string): string => {
  if (literal.startsWith("'")) return JSON.stringify(literal.slice(1, -1));
  return LITERALS[literal] ?? literal;
};

const fits = (args: Record<string, unknown>, tool: ToolSpec): boolean => {
  const known = tool.parameters['properties'];
  return isRecord(known) && Object.keys(args).every((key) => Object.hasOwn(known, key));
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
