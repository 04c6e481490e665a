import { systemPrompt } from '../loop/prompt.js';
import { SMALL_TOOLS, toolsFor } from '../tools/toolbox.js';
import type { Message, ModelPort } from './port.js';
import { checkWindow, promptSize } from './window.js';

/** A model that is loading may need this for a prompt of real size; one that needs longer is too slow to talk to. */
const CANARY_MS = 20_000;

/** About what a talk of some turns brings along: with the tools some 8,000 tokens, twice Ollama's default window. */
const RESULTS = 150;

/** What only the very front of the prompt tells: a server that cuts it off to fit a small window cannot answer right. */
const FRONT = 'The folder of the client Robles is documents/c-4718.';
const RIGHT = /^(?:documents|documentos)\/c-4718\/?$/i;

const oldResults = (): string =>
  JSON.stringify({
    entries: Array.from({ length: RESULTS }, (_, at) => ({
      location: `downloads/factura ${at + 1}.pdf`,
      kind: 'file',
      size: 1000 * at,
      modified: '2026-01-01T00:00:00Z',
    })),
  });

const messages = (): Message[] => [
  { role: 'system', content: `${FRONT}\n\n${systemPrompt()}` },
  { role: 'user', content: '¿Qué hay en descargas?' },
  { role: 'assistant', content: oldResults(), calls: [] },
  { role: 'user', content: '¿Qué hay en la carpeta del cliente Robles?' },
];

/** One harmless Spanish request of real size must give exactly one right call, with the tools this model would get. */
export const passesCanary = async (model: ModelPort, withinMs = CANARY_MS): Promise<boolean> => {
  const asked = messages();
  const tools = toolsFor(model.small === true ? SMALL_TOOLS : undefined);
  try {
    const turn = await model.ask({ messages: asked, tools, signal: AbortSignal.timeout(withinMs) });
    checkWindow(promptSize(asked, turn.usage.promptTokens), undefined);
    const [call, ...others] = turn.calls;
    if (call === undefined || others.length > 0 || call.name !== 'find') return false;
    return RIGHT.test(String((JSON.parse(call.arguments) as { in?: unknown }).in));
  } catch {
    return false; // whatever went wrong, this model does not qualify
  }
};
