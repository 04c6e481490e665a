import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { LogLevelSchema, type LogLevel } from '#contracts/log-level';

const text = z.string().min(1);

/** Every variable of this process, once. Empty means not set, as in a `.env` file. */
const EnvSchema = z.object({
  NATS_URL: text.default('nats://127.0.0.1:4222'),
  NATS_CREDS: text.optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: text.optional(),
  OPENAI_MODEL: text.optional(),
  ORDENA_LOCAL_MODELS: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: LogLevelSchema,
});

export interface PlannerEnv {
  readonly natsUrl: string;
  readonly natsCreds: string | undefined;
  /** The configured rung of the ladder; undefined: look for a local server, else the embedded planner. */
  readonly provider: { baseUrl: string; apiKey: string; model: string } | undefined;
  /** Why a key or address that is set does not count. */
  readonly note: string | undefined;
  readonly probeLocalModels: boolean;
  readonly logLevel: LogLevel;
}

const OPENAI_URL = 'https://api.openai.com/v1';

export const readEnv = (source: NodeJS.ProcessEnv = process.env): PlannerEnv => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = EnvSchema.safeParse(given);
  if (!parsed.success) throw new OrdenaError('BAD_CONFIG', sentenceFor(parsed.error));
  const env = parsed.data;
  return {
    natsUrl: env.NATS_URL,
    natsCreds: env.NATS_CREDS,
    provider: providerIn(env),
    note: noteFor(env),
    probeLocalModels: env.ORDENA_LOCAL_MODELS === 'on',
    logLevel: env.LOG_LEVEL,
  };
};

/** Cloud machines answer their own credentials there; no model lives at such an address. */
const METADATA_HOSTS = /^(?:169\.254\.|\[fe80:|\[fd00:ec2:|metadata\.)/i;

const allowedUrl = (url: string): string => {
  if (!METADATA_HOSTS.test(new URL(url).hostname)) return url;
  throw new OrdenaError(
    'URL_NOT_ALLOWED',
    "OPENAI_BASE_URL points to a machine's own metadata service. Use a model server.",
  );
};

/** A local server needs no key; the client insists on some text. */
const providerIn = (env: z.output<typeof EnvSchema>): PlannerEnv['provider'] =>
  env.OPENAI_MODEL === undefined
    ? undefined
    : {
        baseUrl: allowedUrl(env.OPENAI_BASE_URL ?? OPENAI_URL),
        apiKey: env.OPENAI_API_KEY ?? 'none',
        model: env.OPENAI_MODEL,
      };

/** Many people have a key for other programs in their environment: that alone must neither fail nor send them a bill. */
const noteFor = (env: z.output<typeof EnvSchema>): string | undefined =>
  env.OPENAI_MODEL === undefined && (env.OPENAI_BASE_URL ?? env.OPENAI_API_KEY) !== undefined
    ? 'OPENAI_MODEL is not set, so the configured provider is not used'
    : undefined;

/** Names the variable, never its value: it may be a secret. */
const sentenceFor = (error: z.ZodError): string => {
  const issue = error.issues[0];
  const name = issue?.path.join('.') ?? '';
  return `The environment is not usable: ${name === '' ? '' : `${name}: `}${issue?.message ?? 'unknown'}. See .env.example.`;
};
