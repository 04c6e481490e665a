import { homedir, hostname } from 'node:os';
import { z } from 'zod';
import { ModeSchema, type Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { LogLevelSchema, type LogLevel } from '#contracts/log-level';
import { MachineIdSchema } from '#contracts/machine';
import { machineIdFrom, stateFolderOf } from '#contracts/this-pc';
import { parseCeilings, type Ceilings } from './runs/ceilings.js';

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1);

/** Every variable of this process, once. Empty means not set, as in a `.env` file. */
const EnvSchema = z
  .object({
    PORT: port.default(3000),
    ORDENA_HOST: text.default('127.0.0.1'),
    ORDENA_TOKEN: z.string().min(8, 'at least 8 characters').max(512).optional(),
    ORDENA_STATE: text.optional(),
    ORDENA_MODE: ModeSchema.default('auto'),
    ORDENA_CEILING: z.string().default('*=auto'),
    ORDENA_MACHINE: MachineIdSchema.default(machineIdFrom(hostname())),
    ORDENA_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    ORDENA_TLS_CERT: text.optional(),
    ORDENA_TLS_KEY: text.optional(),
    ORDENA_RATE: z.coerce.number().int().min(0).default(1200),
    NATS_URL: text.default('nats://127.0.0.1:4222'),
    NATS_CREDS: text.optional(),
    ORDENA_ENROL: text.optional(),
    LOG_LEVEL: LogLevelSchema,
  })
  .refine((env) => (env.ORDENA_TLS_CERT === undefined) === (env.ORDENA_TLS_KEY === undefined), {
    message: 'ORDENA_TLS_CERT and ORDENA_TLS_KEY go together',
  });

export interface GatewayEnv {
  readonly port: number;
  readonly host: string;
  readonly token: string | undefined;
  readonly stateFolder: string;
  readonly mode: Mode;
  /** The most each machine allows, whatever a request asks for. */
  readonly ceilings: Ceilings;
  /** The machine meant when nobody names one; where there is no such, the only one there is. */
  readonly machine: string;
  /** Where people reach us when something else (a proxy, a published port) stands in front. */
  readonly publicUrl: string | undefined;
  readonly tls: { certFile: string; keyFile: string } | undefined;
  /** Requests a minute per caller; 0 = no limit. */
  readonly ratePerMinute: number;
  readonly natsUrl: string;
  readonly natsCreds: string | undefined;
  /** The starter's word on how other PCs join; absent: none can. */
  readonly enrolFile: string | undefined;
  readonly logLevel: LogLevel;
}

export const readEnv = (source: NodeJS.ProcessEnv = process.env): GatewayEnv => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = EnvSchema.safeParse(given);
  if (!parsed.success) throw new OrdenaError('BAD_CONFIG', sentenceFor(parsed.error));
  const stateFolder = stateFolderOf({ platform: process.platform, home: homedir(), variables: given });
  return toGatewayEnv(parsed.data, stateFolder);
};

const toGatewayEnv = (env: z.output<typeof EnvSchema>, stateFolder: string): GatewayEnv => ({
  port: env.PORT,
  host: env.ORDENA_HOST,
  token: env.ORDENA_TOKEN,
  stateFolder,
  mode: env.ORDENA_MODE,
  ceilings: parseCeilings(env.ORDENA_CEILING),
  machine: env.ORDENA_MACHINE,
  publicUrl: env.ORDENA_PUBLIC_URL,
  tls:
    env.ORDENA_TLS_CERT && env.ORDENA_TLS_KEY
      ? { certFile: env.ORDENA_TLS_CERT, keyFile: env.ORDENA_TLS_KEY }
      : undefined,
  ratePerMinute: env.ORDENA_RATE,
  natsUrl: env.NATS_URL,
  natsCreds: env.NATS_CREDS,
  enrolFile: env.ORDENA_ENROL,
  logLevel: env.LOG_LEVEL,
});

/** Names the variable, never its value: it may be a secret. */
const sentenceFor = (error: z.ZodError): string => {
  const issue = error.issues[0];
  const name = issue?.path.join('.') ?? '';
  return `The environment is not usable: ${name === '' ? '' : `${name}: `}${issue?.message ?? 'unknown'}. See .env.example.`;
};
