import { createUser } from '@nats-io/nkeys';
import { parseArgs } from 'node:util';
import { DisplayNameSchema, joinText } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { writeEnrolment } from './enrolment.js';
import { DeskClient, fetchAuthority } from './desk-client.js';
import { readKept, writeKept } from './kept-files.js';

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

export const join = async (
  args: readonly string[],
  pc: { state: string; configFile: string; hostName: string },
): Promise<Joined> => {
  const wish = wishIn(args, pc.hostName);
  const ca = await fetchAuthority(wish.desk, wish.fingerprint);
  const client = new DeskClient(wish.desk, ca);
  const pair = createUser();
  const proof = { code: wish.code, publicKey: pair.getPublicKey(), challenge: await client.challenge() };
  const signature = Buffer.from(pair.sign(new TextEncoder().encode(joinText(proof)))).toString('base64url');
  if (wish.readOnly) limitToReading(pc.configFile);
  const { displayName, desk } = wish;
  const { machine, servers, jwt } = await client.join({ ...proof, signature, displayName });
  const creds = { jwt, seed: new TextDecoder().decode(pair.getSeed()) };
  writeEnrolment(pc.state, { machine, displayName, servers, desk, ca, creds });
  return { machine, start: wish.start };
};

const HOW = 'It goes: enrol URL CODE FINGERPRINT [--name NAME] [--read-only] [--no-start]. Copy the whole line.';

const wishIn = (args: readonly string[], hostName: string): Wish => {
  const { values, positionals } = parsed(args);
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

/** Limits that are there already are the owner's, and stay. */
const limitToReading = (configFile: string): void => {
  if (readKept(configFile) !== undefined)
    throw new OrdenaError(
      'CONFLICT',
      `There are limits in ${configFile} already. Write "readOnly": true there yourself.`,
    );
  writeKept(configFile, `${JSON.stringify({ readOnly: true }, null, 2)}\n`);
};
