import { createUser } from '@nats-io/nkeys';
import { parseArgs } from 'node:util';
import { DisplayNameSchema, joinText, type Admission } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { loadConfig } from '../disk/config-file.js';
import { realSys } from '../disk/sys.js';
import type { EnrolmentPlace } from '../env.js';
import { writeEnrolment } from './enrolment.js';
import { DeskClient, fetchAuthority } from './desk-client.js';
import { removeKept, writeKept } from './kept-files.js';

/**
 * `enrol URL CODE FINGERPRINT [--name NAME] [--read-only] [--no-start]`: makes this PC's own key, proves it holds it, and
 * keeps what it gets. The seed of the key never leaves this PC.
 */

interface Wish {
  readonly desk: string;
  readonly code: string;
  readonly fingerprint: string;
  readonly displayName: string;
  readonly readOnly: boolean;
  readonly start: boolean;
}

export interface Joined {
  readonly machine: string;
  /** Go on as the agent; `--no-start`: do not. */
  readonly start: boolean;
}

/** `placeFor`: where an enrolment is kept; it throws where that would not be used. */
export const join = async (args: readonly string[], placeFor: (machine: string) => EnrolmentPlace): Promise<Joined> => {
  const { positionals, values } = parsed(args);
  const place = placeFor(machineIn(positionals[1]));
  const wish = wishIn({ positionals, values }, place.hostName);
  const ca = await fetchAuthority(wish.desk, wish.fingerprint);
  const takeBack = wish.readOnly ? limitToReading(place.configFiles) : () => undefined;
  const { admission, seed } = await admitted(wish, ca).catch((error: unknown) => {
    takeBack();
    throw error;
  });
  const { displayName, desk } = wish;
  const { machine, servers, jwt } = admission;
  writeEnrolment(place.state, { machine, displayName, servers, desk, ca, creds: { jwt, seed } });
  return { machine, start: wish.start };
};

/** What a code says of itself; the desk decides whether that is true. */
const machineIn = (code = ''): string => code.split('_')[0] ?? '';

/** With a key made here and now. */
const admitted = async (wish: Wish, ca: string): Promise<{ admission: Admission; seed: string }> => {
  const client = new DeskClient(wish.desk, ca);
  const pair = createUser();
  const proof = { code: wish.code, publicKey: pair.getPublicKey(), challenge: await client.challenge() };
  const signature = Buffer.from(pair.sign(new TextEncoder().encode(joinText(proof)))).toString('base64url');
  const admission = await client.join({ ...proof, signature, displayName: wish.displayName });
  return { admission, seed: new TextDecoder().decode(pair.getSeed()) };
};

const HOW = 'It goes: enrol URL CODE FINGERPRINT [--name NAME] [--read-only] [--no-start]. Copy the whole line.';

const wishIn = ({ positionals, values }: ReturnType<typeof parsed>, hostName: string): Wish => {
  const [desk = '', code = '', fingerprint = ''] = positionals;
  const name = DisplayNameSchema.safeParse(values.name ?? hostName.slice(0, 64));
  const isWhole = /^https:\/\/[^/]+$/.test(desk) && /^[0-9a-f]{64}$/i.test(fingerprint) && positionals.length === 3;
  if (!isWhole || !name.success) throw new OrdenaError('BAD_REQUEST', HOW);
  return {
    desk,
    code,
    fingerprint,
    displayName: name.data,
    readOnly: values['read-only'] === true,
    start: values['no-start'] !== true,
  };
};

const parsed = (args: readonly string[]) => {
  const options = {
    name: { type: 'string' },
    'read-only': { type: 'boolean' },
    'no-start': { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new OrdenaError('BAD_REQUEST', HOW, { cause });
  }
};

/** Limits that are there already are the owner's, and stay. What it answers takes back what it wrote. */
const limitToReading = (configFiles: readonly string[]): (() => void) => {
  const { config, file } = loadConfig(realSys, configFiles);
  if (config.readOnly === true) return () => undefined;
  if (file !== undefined)
    throw new OrdenaError(
      'CONFLICT',
      `There are limits in ${file} already. Write "readOnly": true there and paste the line again: the code was not used.`,
    );
  const [own = ''] = configFiles;
  writeKept(own, `${JSON.stringify({ readOnly: true }, null, 2)}\n`);
  return () => removeKept(own);
};
