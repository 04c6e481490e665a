import type { PlannerInfo } from '#contracts/chat';

/** The one small door between the loop and any language model, or none. Adapters translate it to a provider's wire. */

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as the model wrote it; checked by the tool itself. */
  readonly arguments: string;
}

export type Message =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly calls: readonly ToolCall[];
      /** What the provider wants back word for word in the same run, e.g. encrypted reasoning items. */
      readonly replay?: readonly unknown[];
    }
  | { readonly role: 'tool'; readonly callId: string; readonly content: string };

/** One tool as a model sees it: strict, closed, all keys required and nullable. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** What a model answered: words, calls, or both. */
export interface ModelTurn {
  readonly words: string;
  readonly calls: readonly ToolCall[];
  readonly usage: TokenUsage;
  /** The calls were found written out as text and rescued. */
  readonly rescued?: boolean;
  /** The answer stopped before its end (length limit or cut stream). */
  readonly cutOff?: boolean;
  readonly replay?: readonly unknown[];
}

export interface ModelAsk {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolSpec[];
  readonly signal: AbortSignal;
  /** Called with each piece of words as it arrives. */
  readonly onWords?: (text: string) => void;
}

export interface ModelPort {
  readonly info: PlannerInfo;
  /** A model with little room: fewer tools. */
  readonly small?: boolean;
  /** Fails with MODEL_FAILED only; nothing of a failed turn counts. */
  ask(ask: ModelAsk): Promise<ModelTurn>;
}
