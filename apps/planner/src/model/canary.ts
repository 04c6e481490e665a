import type { ModelPort, ToolSpec } from './port.js';
import { checkWindow, promptSize } from './window.js';

/** A model that is loading may need this; one that needs longer is too slow to talk to. */
const CANARY_MS = 8000;

const LOOK: ToolSpec = {
  name: 'find',
  description: 'List what is in a folder.',
  parameters: {
    type: 'object',
    properties: { in: { type: 'string', description: 'A folder such as "desktop" or "documents/2025"' } },
    required: ['in'],
    additionalProperties: false,
  },
};

const MESSAGES = [
  { role: 'system', content: 'Answer only by calling a tool. Places: desktop (escritorio), documents, downloads.' },
  { role: 'user', content: '¿Qué hay en el escritorio?' },
] as const;

/** One harmless Spanish request must give exactly one right call, on a window that holds the question. */
export const passesCanary = async (model: ModelPort, withinMs = CANARY_MS): Promise<boolean> => {
  try {
    const turn = await model.ask({ messages: MESSAGES, tools: [LOOK], signal: AbortSignal.timeout(withinMs) });
    checkWindow(promptSize(MESSAGES, turn.usage.promptTokens), undefined);
    const [call, ...others] = turn.calls;
    if (call === undefined || others.length > 0 || call.name !== LOOK.name) return false;
    return /^(?:desktop|escritorio)\/?$/i.test(String((JSON.parse(call.arguments) as { in?: unknown }).in));
  } catch {
    return false; // whatever went wrong, this model does not qualify
  }
};
