import { connect } from '@nats-io/transport-node';
import { inboxOf } from '#contracts/subjects';
import { authenticatorFrom } from '#nats/connection';

const WITHIN_MS = 2000;

/** Does a process without an HTTP door answer? Asked with its own key, on a subject of its own. Throws when not. */
export const askHealth = async (options: {
  url: string;
  keyFile: string | undefined;
  role: string;
  subject: string;
}): Promise<void> => {
  const nc = await connect({
    servers: options.url.split(','),
    timeout: WITHIN_MS,
    inboxPrefix: inboxOf(options.role),
    authenticator: options.keyFile === undefined ? undefined : authenticatorFrom(options.keyFile),
  });
  try {
    await nc.request(options.subject, '{}', { timeout: WITHIN_MS });
  } finally {
    await nc.close();
  }
};
