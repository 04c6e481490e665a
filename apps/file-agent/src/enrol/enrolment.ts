import { join } from 'node:path';
import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { MachineIdSchema } from '#contracts/machine';
import { claimsIn } from '#nats/user-key';
import { readKept, writeKept } from './kept-files.js';

/** What this PC keeps of having been let in: who it is, where to go, and its credentials with the authority beside them. */
export interface Enrolment {
  readonly machine: string;
  readonly displayName: string;
  readonly servers: readonly string[];
  /** The enrolment desk, where it is renewed. */
  readonly desk: string;
  /** Of a stock `.creds` file: JWT and seed. */
  readonly credsFile: string;
  readonly caFile: string;
}

const KeptSchema = z.strictObject({
  machine: MachineIdSchema,
  displayName: z.string(),
  servers: z.array(z.string()).min(1),
  desk: z.string(),
});

const filesIn = (stateFolder: string) => {
  const folder = join(stateFolder, 'enrolment');
  return {
    file: join(folder, 'enrolment.json'),
    credsFile: join(folder, 'bus.creds'),
    caFile: join(folder, 'ca.pem'),
  };
};

/** Whether there is an enrolment here, be it damaged or not. */
export const isEnrolled = (stateFolder: string): boolean => readKept(filesIn(stateFolder).file) !== undefined;

/** Undefined: this PC was never enrolled. Throws BAD_CONFIG when the file is damaged. */
export const readEnrolment = (stateFolder: string): Enrolment | undefined => {
  const { file, ...beside } = filesIn(stateFolder);
  const text = readKept(file);
  if (text === undefined) return undefined;
  try {
    return { ...KeptSchema.parse(JSON.parse(text)), ...beside };
  } catch (cause) {
    throw new OrdenaError('BAD_CONFIG', `${file} is damaged. Ask for a new code and enrol this PC again.`, { cause });
  }
};

/** `enrolment.json` last: with it, the enrolment is whole. */
export const writeEnrolment = (
  stateFolder: string,
  enrolment: Pick<Enrolment, 'machine' | 'displayName' | 'servers' | 'desk'> & { ca: string; creds: Creds },
): void => {
  const { file, credsFile, caFile } = filesIn(stateFolder);
  const { ca, creds, ...kept } = enrolment;
  writeKept(caFile, ca);
  writeCreds(credsFile, creds);
  writeKept(file, JSON.stringify(kept, null, 1));
};

export interface Creds {
  readonly jwt: string;
  readonly seed: string;
}

/** The form all NATS tools read (docs.nats.io, "Creds files"). */
export const writeCreds = (file: string, { jwt, seed }: Creds): void =>
  writeKept(
    file,
    `-----BEGIN NATS USER JWT-----\n${jwt}\n------END NATS USER JWT------\n\n` +
      `-----BEGIN USER NKEY SEED-----\n${seed}\n------END USER NKEY SEED------\n`,
  );

export const readCreds = (file: string): Creds => {
  const lines = (readKept(file) ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('-'));
  const [jwt, seed] = lines;
  if (jwt === undefined || seed === undefined)
    throw new OrdenaError('BAD_CONFIG', `${file} is damaged. Ask for a new code and enrol this PC again.`);
  return { jwt, seed };
};

/** When it was signed and when it ends, in seconds since 1970, by the clock of the gateway. */
export const lifeOf = (jwt: string): { iat: number; exp: number } =>
  z.object({ iat: z.number(), exp: z.number() }).parse(claimsIn(jwt));
