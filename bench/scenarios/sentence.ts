import type { Facts } from '../../apps/planner/src/facts.js';
import { embeddedFetch } from '../../apps/planner/src/embedded/embedded-fetch.js';
import type { Scenario } from '../scenario.js';
import { p50 } from '../stage/latency.js';
import type { Stage } from '../stage/stage.js';

interface Sentences {
  readonly stage: Stage;
  answer: string;
}

interface Answer {
  readonly choices: readonly {
    readonly message: {
      readonly tool_calls?: readonly { readonly function: { readonly name: string; readonly arguments: string } }[];
    };
  }[];
}

const FACTS: Facts = {
  now: '2026-11-22T12:00:00+01:00',
  timeZone: 'Europe/Madrid',
  language: 'es',
  machines: [{ id: 'bench', name: 'bench', online: true, places: ['desktop', 'documents', 'downloads'] }],
  defaultMachine: 'bench',
  deeds: [],
};

const SENTENCE = 'mueve todos los archivos del escritorio a documentos';

const ask = async (): Promise<string> => {
  const messages = [
    { role: 'system', content: JSON.stringify(FACTS) },
    { role: 'user', content: SENTENCE },
  ];
  const body = JSON.stringify({ model: 'embedded', messages });
  const answer = await embeddedFetch('http://embedded/v1/chat/completions', { method: 'POST', body });
  return answer.text();
};

export const sentenceScenario: Scenario<Sentences> = {
  name: 'sentence',
  words: 'embedded planner: a sentence in, the plan request out, p50',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 2, gate: 5 },
  reps: { smoke: 3, full: 9 },
  setup: async (stage) => ({ stage, answer: '' }),
  ours: async (state) => {
    state.answer = await ask();
    return (await p50(state.stage.sizes.calls, ask)) / 1000;
  },
  check: async ({ answer }) => {
    const { choices } = JSON.parse(answer) as Answer;
    const [call] = choices[0]?.message.tool_calls ?? [];
    const isRight = call?.function.name === 'move' && call.function.arguments.includes('"desktop"');
    if (!isRight) throw new Error(`no move from the desktop was asked for: ${answer.slice(0, 400)}`);
  },
};
