import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { MachineIdSchema } from '#contracts/machine';
import { machineIdFrom, stateFolderOf } from '#contracts/this-pc';
import { readEnrolment, type Enrolment } from './enrol/enrolment.js';

/** The environment, read here and nowhere else. Every variable has a default that works on a PC of one's own. */
const EnvSchema = z.object({
  NATS_URL: z.string().min(1).default('nats://127.0.0.1:4222'),
  NATS_CREDS: z.string().min(1).optional(),
  ORDENA_STATE: z.string().min(1).optional(),
  ORDENA_MACHINE: MachineIdSchema.optional(),
  ORDENA_NAME: z.string().max(64).optional(),
  ORDENA_HOME: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'log', 'warn', 'error', 'fatal']).default('log'),
});

export interface AgentEnv {
  readonly natsUrl: string;
  readonly natsCreds?: string;
  /** How this PC was let in, unless the environment names a bus. */
  readonly enrolment?: Enrolment;
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
  readonly logLevel: z.infer<typeof EnvSchema>['LOG_LEVEL'];
}

/** Throws BAD_CONFIG naming the variable. */
export const readEnv = (variables: NodeJS.ProcessEnv = process.env): AgentEnv => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const env = checkedEnv(set);
  const home = env.ORDENA_HOME ?? homedir();
  const state = stateFolderOf({ platform: process.platform, home, variables: set });
  const who = whoAndWhere(env, set['NATS_URL'] === undefined ? readEnrolment(state) : undefined);
  return {
    ...who,
    home,
    stateFolder: join(state, `agent-${who.machine}`),
    dataHome: (env.ORDENA_HOME === undefined && set['XDG_DATA_HOME']) || join(home, '.local', 'share'),
    configFiles: [join(state, 'agent.json'), join(home, '.config', 'ordena', 'agent.json')],
    logLevel: env.LOG_LEVEL,
  };
};

type Env = z.output<typeof EnvSchema>;

const checkedEnv = (set: NodeJS.ProcessEnv): Env => {
  const checked = EnvSchema.safeParse(set);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  throw new OrdenaError('BAD_CONFIG', `The environment variable ${issue.path.join('.')} is wrong: ${issue.message}.`);
};

type WhoAndWhere = Pick<AgentEnv, 'natsUrl' | 'natsCreds' | 'enrolment' | 'machine' | 'displayName'>;

/** An enrolment is for one machine id, on one bus; its name can be said otherwise. */
const whoAndWhere = (env: Env, enrolment: Enrolment | undefined): WhoAndWhere => {
  const displayName = env.ORDENA_NAME ?? enrolment?.displayName ?? hostname();
  if (enrolment === undefined) {
    const machine = env.ORDENA_MACHINE ?? machineIdFrom(hostname());
    return { natsUrl: env.NATS_URL, natsCreds: env.NATS_CREDS, machine, displayName };
  }
  const { machine, servers, credsFile } = enrolment;
  return { natsUrl: servers.join(','), natsCreds: credsFile, enrolment, machine, displayName };
};

/** Where an enrolment is kept on this PC, and what it is called unless its owner says otherwise. */
export const enrolmentPlace = (
  variables: NodeJS.ProcessEnv = process.env,
): { state: string; configFile: string; hostName: string } => {
  const home = variables['ORDENA_HOME'] || homedir();
  const state = stateFolderOf({ platform: process.platform, home, variables });
  return { state, configFile: join(state, 'agent.json'), hostName: variables['ORDENA_NAME'] || hostname() };
};
