import { type PeerProcess, startPeer } from './peer-process.js';
import type { Stage } from './stage.js';

const GRACE_MS = 10_000;

/** The planner with the scripted model behind it over HTTP, in a process of its own on loopback. */
export const useModelOverHttp = async (stage: Stage): Promise<PeerProcess> => {
  const model = await startPeer('model.ts', []);
  Object.assign(stage.env, {
    OPENAI_BASE_URL: String(model.ready['url']),
    OPENAI_API_KEY: 'none',
    OPENAI_MODEL: 'scripted',
  });
  await stopPlanner(stage);
  await stage.system.restart('planner');
  return model;
};

/** The planner with the scripted model in its own process. */
export const useModelInside = async (stage: Stage): Promise<PeerProcess> => {
  const { url, keyFiles } = stage.system.bus;
  await stopPlanner(stage);
  return startPeer('scripted-planner.ts', [url, keyFiles['planner'] ?? '']);
};

/** Back to the planner as it was: embedded. */
export const useEmbeddedPlanner = async (stage: Stage): Promise<void> => {
  for (const name of ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL']) delete stage.env[name];
  await stopPlanner(stage);
  await stage.system.restart('planner');
};

const stopPlanner = async ({ system }: Stage): Promise<void> => {
  await system.children.get('planner')?.stop(GRACE_MS);
};
