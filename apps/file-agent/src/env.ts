import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { LogLevelSchema, type LogLevel } from '#contracts/log-level';
import { MachineIdSchema } from '#contracts/machine';
import { machineIdFrom, stateFolderOf } from '#contracts/this-pc';
import { isEnrolled, readEnrolment, type Enrolment } from './enrol/enrolment.js';

/** The environment, read here and nowhere else. Every variable has a default that works on a PC of one's own. */
const EnvSchema = z.object({
  NATS_URL: z.string().min(1).default('nats://127.0.0.1:4222'),
  NATS_CREDS: z.string().min(1).optional(),
  ORDENA_STATE: z.string().min(1).optional(),
  ORDENA_MACHINE: MachineIdSchema.optional(),
  ORDENA_NAME: z.string().max(64).optional(),
  ORDENA_HOME: z.string().min(1).optional(),
  LOG_LEVEL: LogLevelSchema,
});

export interface AgentEnv {
  readonly natsUrl: string;
  readonly natsCreds?: string;
  /** How this PC was let in, unless the environment names a bus. */
  readonly enrolment?: Enrolment;
  /** What its owner should know of these settings. */
  readonly notice?: string;
  readonly machine: string;
  readonly displayName: string;
  /** Whose folders are shared; another one than the person's own only for the demo and for tests. */
  readonly home: string;
  /** Journal, plans and trash records of this machine; never inside a place. */
  readonly stateFolder: string;
  /** Where the desktop keeps its own trash on Linux. */
  readonly dataHome: string;
  /** Where the owner's limits may be written; the first that exists counts. */
  readonly configFiles: readonly string[];
  readonly logLevel: LogLevel;
}

/** Throws BAD_CONFIG naming the variable. */
export const readEnv = (variables: NodeJS.ProcessEnv = process.env): AgentEnv => {
  const set = setIn(variables);
  const env = checkedEnv(set);
  const { home, state, configFiles } = foldersOf(env, set);
  const who = set['NATS_URL'] === undefined ? enrolledOrNot(env, state) : named(env, state);
  return {
    ...who,
    home,
    stateFolder: join(state, `agent-${who.machine}`),
    dataHome: (env.ORDENA_HOME === undefined && set['XDG_DATA_HOME']) || join(home, '.local', 'share'),
    configFiles,
    logLevel: env.LOG_LEVEL,
  };
};

export interface EnrolmentPlace {
  readonly state: string;
  readonly configFiles: readonly string[];
  readonly hostName: string;
}

/**
 * Where an enrolment for `machine` is kept on this PC, and what it is called unless its owner says otherwise. Throws
 * BAD_CONFIG for settings under which it would not be used, before the code is.
 */
export const enrolmentPlace = (machine: string, variables: NodeJS.ProcessEnv = process.env): EnrolmentPlace => {
  const set = setIn(variables);
  const env = checkedEnv(set);
  if (set['NATS_URL'] !== undefined)
    throw wrong('NATS_URL', 'is set and would count more than the enrolment. Unset it and paste the line again.');
  refuseOtherWishes(env, machine);
  const { state, configFiles } = foldersOf(env, set);
  return { state, configFiles, hostName: env.ORDENA_NAME ?? hostname() };
};

type Env = z.output<typeof EnvSchema>;

const setIn = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));

const checkedEnv = (set: NodeJS.ProcessEnv): Env => {
  const checked = EnvSchema.safeParse(set);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  throw wrong(issue.path.join('.'), `is wrong: ${issue.message}.`);
};

const wrong = (variable: string, words: string): OrdenaError =>
  new OrdenaError('BAD_CONFIG', `The environment variable ${variable} ${words}`, { details: { variable } });

const foldersOf = (env: Env, set: NodeJS.ProcessEnv): { home: string; state: string; configFiles: string[] } => {
  const home = env.ORDENA_HOME ?? homedir();
  const state = stateFolderOf({ platform: process.platform, home, variables: set });
  return { home, state, configFiles: [join(state, 'agent.json'), join(home, '.config', 'ordena', 'agent.json')] };
};

type WhoAndWhere = Pick<AgentEnv, 'natsUrl' | 'natsCreds' | 'enrolment' | 'machine' | 'displayName' | 'notice'>;

/** A bus that is named counts more than an enrolment, as `npm start` on an enrolled PC needs; its owner is told. */
const named = (env: Env, state: string): WhoAndWhere => ({
  natsUrl: env.NATS_URL,
  natsCreds: env.NATS_CREDS,
  machine: env.ORDENA_MACHINE ?? machineIdFrom(hostname()),
  displayName: env.ORDENA_NAME ?? hostname(),
  notice: isEnrolled(state) ? 'NATS_URL is set, so the enrolment of this PC is not used.' : undefined,
});

/** An enrolment is for one machine id, on one bus; its name can be said otherwise. */
const enrolledOrNot = (env: Env, state: string): WhoAndWhere => {
  const enrolment = readEnrolment(state);
  if (enrolment === undefined) return named(env, state);
  const { machine, servers, credsFile } = enrolment;
  refuseOtherWishes(env, machine);
  const displayName = env.ORDENA_NAME ?? enrolment.displayName;
  return { natsUrl: servers.join(','), natsCreds: credsFile, enrolment, machine, displayName };
};

/** What would not be used is refused: its owner would think that it is. */
const refuseOtherWishes = ({ ORDENA_MACHINE: id, NATS_CREDS: creds }: Env, machine: string): void => {
  if (id !== undefined && id !== machine)
    throw wrong(
      'ORDENA_MACHINE',
      `says "${id}", and the enrolment is for "${machine}". Unset it, or enrol as "${id}".`,
    );
  if (creds !== undefined)
    throw wrong('NATS_CREDS', 'is set without NATS_URL, and an enrolled PC has its own. Unset it, or set both.');
};
