import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { readFile } from 'node:fs/promises';
import { inboxOf } from '#contracts/subjects';

const WITHIN_MS = 2000;

/** Does a process without an HTTP door answer? Asked with its own key, on a subject of its own. Throws when not. */
export const askHealth = async (options: {
  url: string;
  keyFile: string | undefined;
  role: string;
  subject: string;
}): Promise<void> => {
  const key = options.keyFile === undefined ? undefined : await readFile(options.keyFile);
  const nc = await connect({
    servers: options.url.split(','),
    timeout: WITHIN_MS,
    inboxPrefix: inboxOf(options.role),
    authenticator: key && nkeyAuthenticator(key),
  });
  try {
    await nc.request(options.subject, '{}', { timeout: WITHIN_MS });
  } finally {
    await nc.close();
  }
};
