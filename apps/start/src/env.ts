import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { machineIdFrom, stateFolderOf } from '#contracts/this-pc';

/** What the starter reads of the environment; all the rest is passed on to the processes, which check it themselves. */
export interface StartEnv {
  /** Use this NATS instead of starting one. */
  readonly natsUrl: string | undefined;
  readonly natsCreds: string | undefined;
  readonly machine: string;
  readonly stateFolder: string;
  readonly cacheFolder: string;
  readonly language: 'es' | 'en';
  /** Handed to every process as it is. */
  readonly inherited: NodeJS.ProcessEnv;
}

export const readEnv = (variables: NodeJS.ProcessEnv = process.env): StartEnv => ({
  natsUrl: variables['NATS_URL'] || undefined,
  natsCreds: variables['NATS_CREDS'] || undefined,
  machine: variables['ORDENA_MACHINE'] || machineIdFrom(hostname()),
  stateFolder: stateFolderOf({ platform: process.platform, home: homedir(), variables }),
  cacheFolder: join(variables['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ordena'),
  language: languageOf(variables),
  inherited: withoutSlowStart(variables),
});

const languageOf = (variables: NodeJS.ProcessEnv): 'es' | 'en' => {
  const locale =
    variables['LC_ALL'] ||
    variables['LC_MESSAGES'] ||
    variables['LANG'] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
};

/** Extra CA certificates add 40 ms to every start of Node 20 (nodejs/node#40524); only a cloud model needs them. */
const withoutSlowStart = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  if (variables['OPENAI_BASE_URL'] || variables['OPENAI_API_KEY']) return variables;
  const { NODE_EXTRA_CA_CERTS: _unused, ...rest } = variables;
  return rest;
};
