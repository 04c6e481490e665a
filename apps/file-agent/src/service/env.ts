import { homedir } from 'node:os';
import { join } from 'node:path';

/** Settings that a service has to be given, because its supervisor starts it without the person's environment. */
const CARRIED = [
  'NATS_URL',
  'NATS_CREDS',
  'ORDENA_STATE',
  'ORDENA_MACHINE',
  'ORDENA_NAME',
  'ORDENA_HOME',
  'LOG_LEVEL',
  'XDG_STATE_HOME',
  'XDG_DATA_HOME',
];

export interface OwnFacts {
  readonly platform: NodeJS.Platform;
  /** Whose session it is: where service files lie. */
  readonly home: string;
  readonly configHome: string;
  /** Those of the settings that are set; an enrolled PC needs none. */
  readonly settings: Readonly<Record<string, string>>;
}

export const ownFacts = (variables: NodeJS.ProcessEnv = process.env): OwnFacts => {
  const home = variables['HOME'] || homedir();
  const set = CARRIED.flatMap((name) => (variables[name] ? [[name, variables[name]] as const] : []));
  return {
    platform: process.platform,
    home,
    configHome: variables['XDG_CONFIG_HOME'] || join(home, '.config'),
    settings: Object.fromEntries(set),
  };
};
