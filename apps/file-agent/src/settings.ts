import type { AgentConfig } from './config/config.js';
import type { AgentEnv } from './env.js';
import type { DiskSettings } from './thread/messages.js';

/** What the disk thread is told of this PC. */
export const settingsFrom = (env: AgentEnv, config: AgentConfig): DiskSettings => ({
  machine: env.machine,
  home: env.home,
  stateFolder: env.stateFolder,
  dataHome: env.dataHome,
  config,
});
