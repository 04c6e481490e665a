import type { PlannerInfo } from '#contracts/chat';
import type { ModelPort } from './port.js';
import { Provider, type ProviderOptions } from './provider.js';

export interface LadderOptions {
  readonly configured: { baseUrl: string; apiKey: string; model: string } | undefined;
  /** Looks for a server on this PC; undefined when none passes. */
  readonly findLocal: () => Promise<ModelPort | undefined>;
  readonly embeddedFetch: typeof fetch;
  /** Why a better rung is not in use. */
  readonly note?: string | undefined;
}

const EMBEDDED: Omit<ProviderOptions, 'fetch'> = {
  baseUrl: 'http://embedded.invalid/v1',
  apiKey: 'embedded',
  model: 'embedded',
  rung: 'embedded',
  // its words come at once, so there is nothing to stream
  profile: { maxRetries: 0, streamTools: false },
};

/** Without a model, a server on this PC is looked for again this often: it may have been started meanwhile. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Which model answers: the configured provider, else a server on this PC that passed the canary, else the embedded
 * planner, which is always there. A configured provider is never silently swapped for another; a local one may go away.
 */
export class Ladder {
  private chosen: Promise<ModelPort> | undefined;
  private lookedAt = 0;
  /** What health shows: the rung in use, and in `note` what is wrong with it just now. */
  readonly shown: Record<string, string> = {};

  constructor(private readonly options: LadderOptions) {}

  best(): Promise<ModelPort> {
    this.chosen ??= this.look();
    return this.chosen;
  }

  /** A local server that failed is looked for again before the next request; a configured one is asked again. */
  failed({ info }: ModelPort, reason: string): void {
    if (info.rung === 'local') this.chosen = undefined;
    if (info.rung === 'configured') this.show({ ...info, note: reason });
  }

  /** It works, or works again. */
  answered({ info }: ModelPort): void {
    if (this.shown['note'] !== info.note || this.shown['rung'] !== info.rung) this.show(info);
    if (info.rung === 'embedded' && Date.now() - this.lookedAt > LOOK_AGAIN_MS) void this.lookAgain();
  }

  /** The last rung: no key, no network, always there. */
  embedded(): ModelPort {
    return new Provider({ ...EMBEDDED, fetch: this.options.embeddedFetch });
  }

  private async look(): Promise<ModelPort> {
    this.lookedAt = Date.now();
    const model = await this.choose();
    this.show(model.info);
    return model;
  }

  /** Beside the talk: nobody waits for it. */
  private async lookAgain(): Promise<void> {
    if (this.options.configured !== undefined) return;
    const found = await this.look();
    this.chosen = Promise.resolve(found);
  }

  private show(info: PlannerInfo): void {
    delete this.shown['note'];
    Object.assign(this.shown, info);
  }

  private async choose(): Promise<ModelPort> {
    const { configured, findLocal, note } = this.options;
    if (configured) return new Provider({ ...configured, rung: 'configured' });
    return (await findLocal()) ?? noted(this.embedded(), note);
  }
}

const noted = (port: ModelPort, note: string | undefined): ModelPort => {
  if (note === undefined) return port;
  const info: PlannerInfo = { ...port.info, note };
  return { ...(port.small === true && { small: true }), info, ask: (ask) => port.ask(ask) };
};
