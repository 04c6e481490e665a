import { z } from 'zod';
import { passesCanary } from './canary.js';
import { billionsIn } from './model-size.js';
import type { ModelPort } from './port.js';
import { Provider } from './provider.js';

/** Where model servers listen by default: Ollama, LM Studio, llama.cpp, vLLM. This PC only, never the network. */
const PORTS: readonly number[] = [11434, 1234, 8080, 8000];
const PROBE_MS = 300;
/** Trying models must not keep people waiting at every start. */
const MOST_TRIED = 2;

const ModelListSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** The first server on this PC with a model that passes the canary. */
export const findLocalModel = async (ports: readonly number[] = PORTS): Promise<ModelPort | undefined> => {
  const servers = await Promise.all(ports.map(modelsOn));
  for (const { baseUrl, models } of servers) {
    for (const model of models.slice(0, MOST_TRIED)) {
      const provider = new Provider({ baseUrl, apiKey: 'none', model, rung: 'local' });
      if (await passesCanary(provider)) return provider;
    }
  }
  return undefined;
};

interface LocalServer {
  readonly baseUrl: string;
  readonly models: readonly string[];
}

const modelsOn = async (port: number): Promise<LocalServer> => {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  try {
    const response = await fetch(`${baseUrl}/models`, { signal: AbortSignal.timeout(PROBE_MS), redirect: 'error' });
    const list = ModelListSchema.parse(await response.json());
    return { baseUrl, models: byPreference(list.data.map(({ id }) => id)) };
  } catch {
    return { baseUrl, models: [] }; // nobody there, or something that is not a model server
  }
};

const NOT_FOR_CHAT = /embed|bge|e5-|rerank|whisper|tts|clip|vae|guard/i;

/** From here on models call tools reliably; among those the first listed is as good as any. */
const RELIABLE_BILLIONS = 4;

const byPreference = (models: readonly string[]): string[] => {
  const usable = models.filter((model) => !NOT_FOR_CHAT.test(model));
  const reliable = usable.filter((model) => billionsIn(model) >= RELIABLE_BILLIONS);
  return [...reliable, ...usable.filter((model) => !reliable.includes(model))];
};
