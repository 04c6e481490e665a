import { loadConfig } from './disk/config-file.js';
import { inOneGo } from './disk/steps.js';
import { realSys } from './disk/sys.js';
import { readEnv } from './env.js';
import { openEngine } from './open-engine.js';
import { keptSince } from './retention.js';
import { settingsFrom } from './settings.js';

/**
 * `npm run agent -- purge`: removes for good what was put into the trash longer ago than the owner keeps it. The only
 * thing that destroys anything, so only the owner can do it, on the PC, while the agent is stopped.
 * Throws MACHINE_TAKEN while it runs.
 */
export const purge = (now = Date.now(), variables?: NodeJS.ProcessEnv): { count: number; days: number } => {
  const env = readEnv(variables);
  const { config } = loadConfig(realSys, env.configFiles);
  const engine = openEngine(realSys, settingsFrom(env, config));
  try {
    const days = config.retentionDays;
    return { count: inOneGo(engine.purge(keptSince(config, now))).things, days };
  } finally {
    engine.close();
  }
};
