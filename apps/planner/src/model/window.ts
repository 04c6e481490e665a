import { OrdenaError } from '#contracts/errors';
import type { Message } from './port.js';

/** How large the prompt of one step was: what we sent, and what the server says it read. */
export interface PromptSize {
  readonly characters: number;
  readonly tokens: number;
}

/** No tokenizer packs more than this many characters of prose and JSON into one token. */
const MOST_CHARACTERS_PER_TOKEN = 12;
/** When this much was added, the count of tokens must have grown by something. */
const TELLING_GROWTH = 4000;

export const promptSize = (messages: readonly Message[], tokens: number): PromptSize => ({
  characters: messages.reduce((sum, { content }) => sum + content.length, 0),
  tokens,
});

/**
 * A server with a small window (Ollama's default is 4,096 tokens) cuts the front of the prompt away and answers 200: the
 * rules are lost first. It shows in the tokens it counted: far too few, or no more although the prompt grew.
 */
export const checkWindow = (now: PromptSize, before: PromptSize | undefined): void => {
  if (now.tokens === 0 || !(isTooFew(now) || stoppedGrowing(now, before))) return;
  throw new OrdenaError(
    'MODEL_FAILED',
    'The model server cut the request to fit a small context window. Raise it (Ollama: OLLAMA_CONTEXT_LENGTH=16384) and try again.',
    { details: { reason: `context window too small, about ${now.tokens} tokens`, tokens: now.tokens } },
  );
};

const isTooFew = ({ characters, tokens }: PromptSize): boolean =>
  characters > TELLING_GROWTH && characters > tokens * MOST_CHARACTERS_PER_TOKEN;

const stoppedGrowing = (now: PromptSize, before: PromptSize | undefined): boolean =>
  before !== undefined &&
  before.tokens > 0 &&
  now.characters - before.characters > TELLING_GROWTH &&
  now.tokens - before.tokens < (now.characters - before.characters) / (2 * MOST_CHARACTERS_PER_TOKEN);
