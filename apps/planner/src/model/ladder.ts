import type { PlannerInfo } from '#contracts/chat';
import type { ModelPort } from './port.js';
import { Provider, type ProviderOptions } from './provider.js';

/**
 * Which model answers: the configured provider, else a server on this PC that passed the canary, else the embedded
 * planner, which is always there. Decided once; a configured provider is never silently swapped for another.
 */
export interface LadderOptions {
  readonly configured: { baseUrl: string; apiKey: string; model: string } | undefined;
  /** Looks for a server on loopback; resolves to undefined when none passes. */
  readonly findLocal: () => Promise<ModelPort | undefined>;
  readonly embeddedFetch: typeof fetch;
  readonly note?: string | undefined;
}

const EMBEDDED: Omit<ProviderOptions, 'fetch'> = {
  baseUrl: 'http://embedded.invalid/v1',
  apiKey: 'embedded',
  model: 'embedded',
  rung: 'embedded',
};

export class Ladder {
  private chosen: Promise<ModelPort> | undefined;

  constructor(private readonly options: LadderOptions) {}

  best(): Promise<ModelPort> {
    this.chosen ??= this.choose();
    return this.chosen;
  }

  private async choose(): Promise<ModelPort> {
    const { configured, findLocal, embeddedFetch, note } = this.options;
    if (configured) return new Provider({ ...configured, rung: 'configured' });
    const local = await findLocal();
    return local ?? noted(new Provider({ ...EMBEDDED, fetch: embeddedFetch, profile: { maxRetries: 0 } }), note);
  }
}

const noted = (port: ModelPort, note: string | undefined): ModelPort => {
  if (note === undefined) return port;
  const info: PlannerInfo = { ...port.info, note };
  return { info, ask: (ask) => port.ask(ask) };
};
