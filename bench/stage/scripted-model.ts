import { type PeerProcess, startPeer } from './peer-process.js';
import type { Stage } from './stage.js';

const GRACE_MS = 10_000;

/** The planner with a model by script behind it, in a process of its own on loopback: what is measured is the stack, not a mind. */
export const useScriptedModel = async (stage: Stage): Promise<PeerProcess> => {
  const model = await startPeer('model.ts', []);
  Object.assign(stage.env, {
    OPENAI_BASE_URL: String(model.ready['url']),
    OPENAI_API_KEY: 'none',
    OPENAI_MODEL: 'scripted',
  });
  await restartPlanner(stage);
  return model;
};

/** Back to the planner as it was: embedded. */
export const useEmbeddedPlanner = async (stage: Stage): Promise<void> => {
  for (const name of ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL']) delete stage.env[name];
  await restartPlanner(stage);
};

const restartPlanner = async ({ system }: Stage): Promise<void> => {
  await system.children.get('planner')?.stop(GRACE_MS);
  await system.restart('planner');
};
