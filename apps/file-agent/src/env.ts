import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { MachineIdSchema } from '#contracts/machine';
import { machineIdFrom, stateFolderOf } from '#contracts/this-pc';

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
  const checked = EnvSchema.safeParse(set);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw new OrdenaError('BAD_CONFIG', `The environment variable ${issue.path.join('.')} is wrong: ${issue.message}.`);
  }
  const env = checked.data;
  const home = env.ORDENA_HOME ?? homedir();
  const machine = env.ORDENA_MACHINE ?? machineIdFrom(hostname());
  const state = stateFolderOf({ platform: process.platform, home, variables: set });
  return {
    natsUrl: env.NATS_URL,
    natsCreds: env.NATS_CREDS,
    machine,
    displayName: env.ORDENA_NAME ?? hostname(),
    home,
    stateFolder: join(state, `agent-${machine}`),
    dataHome: (env.ORDENA_HOME === undefined && set['XDG_DATA_HOME']) || join(home, '.local', 'share'),
    configFiles: [join(state, 'agent.json'), join(home, '.config', 'ordena', 'agent.json')],
    logLevel: env.LOG_LEVEL,
  };
};
