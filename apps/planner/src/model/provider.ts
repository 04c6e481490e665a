import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import type { PlannerInfo } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { makeCallId } from './call-id.js';
import { askChat } from './chat-wire.js';
import { keepingFailedBodies } from './failed-body.js';
import type { ModelAsk, ModelPort, ModelTurn } from './port.js';
import { billionsIn } from './model-size.js';
import { corrected, presetFor, type ProviderProfile } from './profile.js';
import { rescueCalls } from './rescue.js';
import { askResponses } from './responses-wire.js';

export interface ProviderOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly rung: PlannerInfo['rung'];
  readonly fetch?: typeof fetch;
  readonly profile?: Partial<ProviderProfile>;
}

/** Below this models lose their way among many tools, and servers give them small windows. */
const SMALL_BILLIONS = 8;
/** Each correction removes or switches one thing, so this many end every chain. */
const MAX_CORRECTIONS = 6;

/** Any OpenAI-compatible server behind the port: asks, learns what the server refuses, and asks again in its way. */
export class Provider implements ModelPort {
  readonly info: PlannerInfo;
  readonly small: boolean;
  private profile: ProviderProfile;
  private readonly client: OpenAI;

  constructor(private readonly options: ProviderOptions) {
    this.info = { rung: options.rung, model: options.model };
    this.small = billionsIn(options.model) < SMALL_BILLIONS;
    this.profile = { ...presetFor(options.baseUrl), ...options.profile };
    this.client = new OpenAI({
      apiKey: options.apiKey,
      baseURL: options.baseUrl,
      maxRetries: this.profile.maxRetries,
      timeout: this.profile.timeoutMs,
      fetch: keepingFailedBodies(options.fetch ?? fetch, options.apiKey),
      organization: null,
      project: null,
    });
  }

  async ask(ask: ModelAsk): Promise<ModelTurn> {
    const turn = await this.askCorrecting(ask);
    return turn.calls.length > 0 ? turn : withRescuedCalls(turn, ask);
  }

  private async askCorrecting(ask: ModelAsk): Promise<ModelTurn> {
    for (let corrections = 0; ; corrections += 1) {
      try {
        return await this.askOnce(ask);
      } catch (error) {
        const better = corrections < MAX_CORRECTIONS ? this.correction(error) : undefined;
        if (better === undefined) throw toModelFailed(error);
        this.profile = better;
      }
    }
  }

  /** A stream cut before the first word is asked again once: nobody saw anything and no tool has run. */
  private async askOnce(ask: ModelAsk): Promise<ModelTurn> {
    let heard = false;
    const onWords = (text: string): void => {
      heard = true;
      ask.onWords?.(text);
    };
    try {
      return await this.send({ ...ask, onWords });
    } catch (error) {
      if (heard || ask.signal.aborted || !isCut(error)) throw error;
      return this.send({ ...ask, onWords });
    }
  }

  /** A stream that is aborted just ends, so what arrived is no answer. */
  private async send(ask: ModelAsk): Promise<ModelTurn> {
    const { client, profile, options } = this;
    const wire = profile.api === 'chat' ? askChat : askResponses;
    const turn = await wire({ client, model: options.model, profile, ask });
    if (ask.signal.aborted) throw new APIUserAbortError();
    return turn;
  }

  private correction(error: unknown): ProviderProfile | undefined {
    if (!(error instanceof APIError) || error.status === undefined) return undefined;
    return corrected(this.profile, { status: error.status, text: error.message });
  }
}

/** A connection that breaks while the answer streams surfaces as a bare `TypeError: terminated`. */
const isCut = (error: unknown): boolean => /^TypeError: .*(?:terminated|network|fetch)/i.test(String(error));

const withRescuedCalls = (turn: ModelTurn, ask: ModelAsk): ModelTurn => {
  const calls = rescueCalls(turn.words, ask.tools).map((call) => ({ ...call, id: makeCallId() }));
  return calls.length === 0 ? turn : { ...turn, words: '', calls, rescued: true, replay: undefined };
};

const toModelFailed = (error: unknown): OrdenaError => {
  if (error instanceof OrdenaError) return error;
  if (error instanceof APIConnectionError && error.cause instanceof OrdenaError) return error.cause;
  if (error instanceof APIUserAbortError)
    return new OrdenaError('CANCELLED', 'The request was stopped.', { cause: error });
  const reason = reasonOf(error);
  return new OrdenaError(
    'MODEL_FAILED',
    `The language model did not answer properly: ${reason}. Check it and try again.`,
    {
      details: { reason },
      cause: error,
    },
  );
};

const reasonOf = (error: unknown): string => {
  if (error instanceof APIConnectionError) return 'no connection to its server';
  if (error instanceof APIError) return error.message.slice(0, 300);
  return isCut(error) ? 'the connection was cut' : 'an answer that cannot be read';
};
