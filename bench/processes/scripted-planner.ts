/**
 * The planner as it is, with its own key and its own stores, but the model of its ladder is a script in the same process:
 * no HTTP and no client of a provider. Arguments: the server's URL and the planner's credentials.
 */
import 'reflect-metadata';
import { inboxOf, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { Ladder } from '../../apps/planner/src/model/ladder.js';
import type { ModelPort, ModelTurn } from '../../apps/planner/src/model/port.js';
import { startPlanner } from '../../apps/planner/src/start.js';
import { answerTo } from '../stage/script.js';

const [servers = '', credsFile = ''] = process.argv.slice(2);
const usage = { promptTokens: 0, completionTokens: 0 };

const turnFor = (messages: Parameters<typeof answerTo>[0]): ModelTurn => {
  const said = answerTo(messages);
  if ('words' in said) return { words: said.words, calls: [], usage };
  return { words: '', calls: [{ id: 'call_1', name: 'find', arguments: said.find }], usage };
};

const script: ModelPort = {
  info: { rung: 'local', model: 'scripted' },
  ask: async ({ messages, onWords }) => {
    const turn = turnFor(messages);
    if (turn.words !== '') onWords?.(turn.words);
    return turn;
  },
};

const nc = await connectBus({ servers, name: SERVICE.planner, credsFile, inboxPrefix: inboxOf('planner') });
const ladder = new Ladder({ configured: undefined, findLocal: async () => script, embeddedFetch: fetch });
await startPlanner({ nc, ladder }, 'log');
process.stdout.write('{"ready":true}\n');
