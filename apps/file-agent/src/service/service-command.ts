import { OrdenaError } from '#contracts/errors';
import { join } from 'node:path';
import { readEnv } from '../env.js';
import { type OwnFacts, ownFacts } from './env.js';
import { launchd } from './launchd.js';
import type { Service, Supervisor } from './service.js';
import { settingsText } from './settings-text.js';
import { install, status, tell, uninstall } from './supervise.js';
import { systemd } from './systemd.js';
import { windowsTask } from './windows-task.js';

/** `install`, `start`, `stop`, `status`, `uninstall`: the agent as a service of this PC's own supervisor. */
export type Verb = 'install' | 'start' | 'stop' | 'status' | 'uninstall';

export interface Told {
  readonly lines: string[];
  readonly isWell: boolean;
}

/** `program`: the agent's own file. Throws BAD_CONFIG, NOT_FOUND, FAILED. */
export const serviceCommand = (verb: Verb, program: string, variables?: NodeJS.ProcessEnv): Told => {
  const { stateFolder } = readEnv(variables); // what is wrong with the settings is said now, not in a log later
  const facts = ownFacts(variables);
  const settingsFile = join(stateFolder, 'service.env');
  const logFile = join(stateFolder, 'service.log');
  const service = { node: process.execPath, program, settingsFile, logFile };
  const supervisor = supervisorOf(service, { ...facts, stateFolder });
  if (verb === 'install') {
    return well(install(supervisor, { file: settingsFile, text: settingsText(facts.settings) }));
  }
  if (verb === 'uninstall') return well(uninstall(supervisor));
  if (verb !== 'status') return well(tell(supervisor, verb));
  const { lines, isRunning } = status(supervisor);
  return { lines, isWell: isRunning };
};

const well = (lines: string[]): Told => ({ lines, isWell: true });

export const supervisorOf = (service: Service, facts: OwnFacts & { readonly stateFolder: string }): Supervisor => {
  const { platform, home, configHome, stateFolder } = facts;
  if (platform === 'linux') return systemd(service, configHome);
  if (platform === 'darwin') return launchd(service, { home, user: process.getuid?.() ?? 0 });
  if (platform === 'win32') return windowsTask(service, stateFolder);
  throw new OrdenaError('FAILED', `There is no service file for ${platform} yet; run the agent by hand with \`run\`.`);
};
