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

/**
 * Which model answers: the configured provider, else a server on this PC that passed the canary, else the embedded
 * planner, which is always there. A configured provider is never silently swapped for another; a local one may go away.
 */
export class Ladder {
  private chosen: Promise<ModelPort> | undefined;

  constructor(private readonly options: LadderOptions) {}

  best(): Promise<ModelPort> {
    this.chosen ??= this.choose();
    return this.chosen;
  }

  /** A local server that failed is looked for again before the next request. */
  failed({ info }: ModelPort): void {
    if (info.rung === 'local') this.chosen = undefined;
  }

  /** The last rung: no key, no network, always there. */
  embedded(): ModelPort {
    return new Provider({ ...EMBEDDED, fetch: this.options.embeddedFetch });
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
