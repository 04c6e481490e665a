import type { TokenUsage, ToolCall } from './port.js';

/**
 * Puts a streamed Chat Completions answer together, also from servers that bend the format: calls without `index`, two
 * calls with one index, indexes from 1, no `id`, arguments as an object, no `finish_reason`, or "stop" with calls.
 * The openai package's own helper loses or glues calls on these (measured), so it reads the raw chunks instead.
 */
export interface CallDelta {
  readonly index?: number | null;
  readonly id?: string | null;
  readonly function?: { readonly name?: string | null; readonly arguments?: unknown } | null;
}

export interface Chunk {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null; readonly tool_calls?: readonly CallDelta[] | null } | null;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null;
}

interface Draft {
  readonly index: number | undefined;
  id: string;
  name: string;
  text: string;
}

export class Accumulator {
  words = '';
  finish: string | undefined;
  usage: TokenUsage = { promptTokens: 0, completionTokens: 0 };
  private readonly drafts: Draft[] = [];

  /** Returns the words this chunk added. */
  add(chunk: Chunk): string {
    if (chunk.usage) this.usage = tokensOf(chunk.usage);
    const choice = chunk.choices?.[0];
    this.finish = choice?.finish_reason ?? this.finish;
    for (const delta of choice?.delta?.tool_calls ?? []) this.addCall(delta);
    const words = choice?.delta?.content ?? '';
    this.words += words;
    return words;
  }

  /** The finished calls, in order; each has an id, made up where the server gave none. */
  calls(makeId: (position: number) => string): ToolCall[] {
    const named = this.drafts.filter((draft) => draft.name !== '');
    return named.map(({ id, name, text }, position) => ({
      id: isFirstWith(named, id, position) ? id : makeId(position),
      name,
      arguments: text.trim() === '' ? '{}' : text,
    }));
  }

  private addCall(delta: CallDelta): void {
    const draft = this.draftFor(delta);
    draft.id ||= delta.id ?? '';
    draft.name ||= delta.function?.name ?? '';
    draft.text += textOf(delta.function?.arguments);
  }

  /** A delta goes on with a call unless it brings another id, or a name although the call is whole or named otherwise. */
  private draftFor(delta: CallDelta): Draft {
    const index = delta.index ?? undefined;
    const current = this.currentFor(delta, index);
    if (current !== undefined && !isOther(current, delta)) return current;
    const draft = { index, id: '', name: '', text: '' };
    this.drafts.push(draft);
    return draft;
  }

  private currentFor(delta: CallDelta, index: number | undefined): Draft | undefined {
    if (index === undefined) return this.drafts.at(-1);
    const sameIndex = this.drafts.findLast((draft) => draft.index === index);
    const isOnlyText = !delta.id && !delta.function?.name;
    return sameIndex ?? (isOnlyText ? this.drafts.at(-1) : undefined);
  }
}

const isOther = (current: Draft, delta: CallDelta): boolean => {
  if (delta.id && current.id) return delta.id !== current.id;
  const name = delta.function?.name;
  if (!name || current.name === '') return false;
  return name !== current.name || isWhole(current.text);
};

const isWhole = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
};

const tokensOf = (usage: NonNullable<Chunk['usage']>): TokenUsage => ({
  promptTokens: usage.prompt_tokens ?? 0,
  completionTokens: usage.completion_tokens ?? 0,
});

const isFirstWith = (drafts: readonly Draft[], id: string, position: number): boolean =>
  id !== '' && drafts.findIndex((draft) => draft.id === id) === position;
