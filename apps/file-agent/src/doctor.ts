import { once } from 'node:events';
import { connect } from 'node:net';
import { jwtAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import { connectBus } from '#nats/connection';
import { agentInbox } from '#contracts/subjects';
import { SENSITIVE_NAMES } from './config/sensitive.js';
import { credentialTrouble } from './credential-trouble.js';
import { type LoadedConfig, loadConfig } from './disk/config-file.js';
import { Place, type PlaceSpec } from './disk/place.js';
import { realSys } from './disk/sys.js';
import { type AgentEnv, readEnv } from './env.js';
import type { Creds } from './enrol/enrolment.js';
import { examineEnrolment } from './enrol/examine.js';
import { refuseIfTaken } from './machine-taken.js';
import { obeyedFrom } from './obeyed.js';
import { placeSpecs } from './open-engine.js';
import { isToBeLookedAt } from './reach.js';
import { type Findings, Report, sentenceOf } from './report.js';
import { settingsFrom } from './settings.js';
import { tlsTrouble } from './tls-trouble.js';

/**
 * `npm run agent -- doctor`: what this PC shares and under which limits, and what keeps it from working. It looks and
 * changes nothing.
 */
const NATS_WAIT_MS = 3_000;
const NATS_PORT = 4222;

export const examine = async (variables?: NodeJS.ProcessEnv): Promise<Findings> => {
  const report = new Report();
  const env = report.tryTo('environment', () => readEnv(variables));
  const loaded = env && report.tryTo('configuration', () => loadConfig(realSys, env.configFiles));
  if (!env || !loaded) return report;
  report.fact('machine', `${env.machine} (${env.displayName})`);
  report.fact('state folder', env.stateFolder);
  report.fact('configuration', loaded.file ?? `none, so defaults hold; it would be ${env.configFiles.join(' or ')}`);
  showLimits(report, loaded);
  showPlaces(report, env, loaded);
  await showBus(report, env);
  return report;
};

const showLimits = (report: Report, { config }: LoadedConfig): void => {
  const { quotas, sensitive, readOnly } = config;
  const opened = sensitive.allow.length > 0 ? `, opened by the owner: ${sensitive.allow.join(', ')}` : '';
  report.fact(
    'read only',
    Array.isArray(readOnly) ? readOnly.join(', ') || 'nothing' : readOnly ? 'everything' : 'nothing',
  );
  report.fact(
    'one plan',
    `at most ${quotas.entriesPerPlan} entries; over ${quotas.bytesPerPlan} bytes a person is asked`,
  );
  report.fact(
    'one hour',
    `at most ${quotas.entriesPerHour} entries and ${quotas.bytesPerHour} bytes change without anybody's yes`,
  );
  report.fact('kept for undo', `${config.retentionDays} days`);
  report.fact('hard links', config.hardlinks === 'allow' ? 'contents may be read' : 'contents are not read');
  report.fact('never opened', [...SENSITIVE_NAMES, ...sensitive.deny].join(', ') + opened);
};

const showPlaces = (report: Report, env: AgentEnv, { config }: LoadedConfig): void => {
  const specs = placeSpecs(realSys, settingsFrom(env, config));
  if (specs.length === 0) {
    report.problem(
      'places',
      'This PC has none of the known folders. Name folders under "places" in the configuration.',
    );
  }
  for (const spec of specs) showPlace(report, { ...spec, readOnly: isToBeLookedAt(config, spec) });
};

const showPlace = (report: Report, spec: PlaceSpec): void => {
  try {
    const place = Place.open(realSys, spec);
    const isOpen = spec.readOnly !== true;
    report.fact(`place ${spec.name}`, `${place.realPath}${isOpen ? '' : ' (read only)'}`);
    if (isOpen && !realSys.mayChange(place.realPath)) report.problem(`place ${spec.name}`, NOT_TO_CHANGE);
    place.close();
  } catch (error) {
    report.problem(`place ${spec.name}`, `${spec.path}: ${placeTrouble(error)}`);
  }
};

const NOT_TO_CHANGE =
  'This account may look into it and not change it, or the disk is mounted read-only. Give it the right, or list it under "readOnly".';

/** What an operation says of a missing file does not help with a folder of the owner's configuration. */
const placeTrouble = (error: unknown): string => {
  const code = error instanceof OrdenaError ? error.code : '';
  if (code === 'NOT_FOUND') return 'NOT_FOUND: see that the folder exists, or take it out of the configuration.';
  if (code === 'DENIED') return 'DENIED: this account may not read the folder. Give it the permission, or take it out.';
  return `${sentenceOf(error)} Check that the folder exists and who may read it.`;
};

const showBus = async (report: Report, env: AgentEnv): Promise<void> => {
  const where = `${env.natsUrl}${env.natsCreds === undefined ? '' : ` with ${env.natsCreds}`}`;
  if (env.notice !== undefined) report.fact('enrolment', env.notice);
  showCredentials(report, env);
  const creds = env.enrolment && (await examineEnrolment(report, env.enrolment));
  if (env.enrolment !== undefined && creds === undefined) return;
  try {
    await Promise.any(env.natsUrl.split(',').map(reach)).catch((error: AggregateError) =>
      Promise.reject(error.errors[0]),
    );
    const nc = await within(NATS_WAIT_MS, knock(env, creds));
    report.fact('NATS', where);
    report.fact('obeys', obeyed(env));
    await refuseIfTaken(nc, env.machine);
    report.fact('agent', 'not running just now');
    await nc.close();
  } catch (error) {
    if (error instanceof OrdenaError && error.code === 'MACHINE_TAKEN') report.fact('agent', 'running');
    else report.problem('NATS', `${where}: ${troubleOf(error)}`);
  }
};

const knock = (env: AgentEnv, creds: Creds | undefined): Promise<NatsConnection> =>
  connectBus({
    servers: env.natsUrl,
    name: 'doctor',
    credsFile: env.natsCreds,
    authenticator: creds && jwtAuthenticator(creds.jwt, new TextEncoder().encode(creds.seed)),
    inboxPrefix: agentInbox(env.machine),
    once: true,
  });

const showCredentials = (report: Report, { natsCreds, enrolment }: AgentEnv): void => {
  if (natsCreds === undefined || enrolment !== undefined) return;
  const trouble = report.tryTo('credentials', () => credentialTrouble(natsCreds));
  if (trouble !== undefined) report.problem('credentials', `${natsCreds}: ${trouble}`);
};

/** Whose yes changes anything here, by credentials that just worked. */
const obeyed = ({ natsCreds }: AgentEnv): string => {
  const key = obeyedFrom(natsCreds);
  return key === undefined ? UNSIGNED : `a yes that was signed with ${key}`;
};

const UNSIGNED = 'whoever may publish a commit on this bus: the credentials name no gateway that would have to sign';

/** A server that is there and says no knows these credentials no more, or never did. */
const troubleOf = (error: unknown): string => {
  const tls = tlsTrouble(error);
  if (tls !== undefined) return `It is there, but ${tls}`;
  if (/authoriz|authentic|expired/i.test(String(error)))
    return `${sentenceOf(error)} The server refuses these credentials: they were revoked or belong to another server. Enrol this PC again.`;
  return `${sentenceOf(error)} Check that nats-server runs there and NATS_URL, NATS_CREDS.`;
};

/** Whether anything listens there is asked first: that is another cause than what it says. */
const reach = async (url: string): Promise<void> => {
  const { hostname, port } = new URL(url.includes('://') ? url : `nats://${url}`);
  const socket = connect({ host: hostname, port: Number(port || NATS_PORT) });
  try {
    await within(NATS_WAIT_MS, once(socket, 'connect'));
  } finally {
    socket.destroy();
  }
};

const within = async <T>(waitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no connection within ${waitMs / 1000} s.`)), waitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
