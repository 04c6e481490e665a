import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { MachineIdSchema } from '#contracts/machine';
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
  /** How other PCs reach this one: an address or a name. */
  readonly reach: string | undefined;
  /** Other PCs may join: `npm start -- --fleet`, or ORDENA_LISTEN. */
  readonly fleet: FleetWish | undefined;
  /** Handed to every process as it is. */
  readonly inherited: NodeJS.ProcessEnv;
}

/** What changes when the owner lets other PCs in: the bus listens beyond this PC, with TLS, and the gateway keeps a desk. */
export interface FleetWish {
  /** Where bus and desk listen. */
  readonly listen: string;
  /** How other PCs reach this one: an address or a name. */
  readonly reach: string | undefined;
  /** Fixed, since other PCs remember them. */
  readonly busPort: number;
  readonly deskPort: number;
  readonly admissionSeconds: number;
}

export const readEnv = (variables: NodeJS.ProcessEnv = process.env, asFleet = false): StartEnv => ({
  natsUrl: variables['NATS_URL'] || undefined,
  natsCreds: variables['NATS_CREDS'] || undefined,
  machine: machineNamed(variables['ORDENA_MACHINE'] || machineIdFrom(hostname())),
  stateFolder: stateFolderOf({ platform: process.platform, home: homedir(), variables }),
  cacheFolder: join(variables['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ordena'),
  language: languageOf(variables),
  reach: variables['ORDENA_REACH'] || undefined,
  fleet: fleetWishIn(variables, asFleet),
  inherited: withoutSlowStart(variables),
});

/** Checked before anything is signed for it: a key for `*` would open every machine. */
export const machineNamed = (id: string): string => {
  if (MachineIdSchema.safeParse(id).success) return id;
  throw new Error(`"${id}" cannot be a machine's name: lower-case letters, digits and hyphens, at most 32.`);
};

const USUAL = { busPort: 4222, deskPort: 3443, admissionSeconds: 7 * 24 * 60 * 60 };

const fleetWishIn = (variables: NodeJS.ProcessEnv, asFleet: boolean): FleetWish | undefined => {
  const listen = variables['ORDENA_LISTEN'] || (asFleet ? '0.0.0.0' : undefined);
  if (listen === undefined) return undefined;
  return {
    listen,
    reach: variables['ORDENA_REACH'] || undefined,
    busPort: wholeNumber(variables, 'ORDENA_BUS_PORT') ?? USUAL.busPort,
    deskPort: wholeNumber(variables, 'ORDENA_DESK_PORT') ?? USUAL.deskPort,
    admissionSeconds: wholeNumber(variables, 'ORDENA_ADMISSION_SECONDS') ?? USUAL.admissionSeconds,
  };
};

const wholeNumber = (variables: NodeJS.ProcessEnv, name: string): number | undefined => {
  const text = variables[name];
  if (!text) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Error(`${name} is a whole number above 0; "${text}" is none. See .env.example.`);
};

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
