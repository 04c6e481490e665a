import { agentInbox, inboxOf } from '#contracts/subjects';
import { connectBus } from '#nats/connection';

const WITHIN_MS = 2000;

/** Does a process without an HTTP door answer? Asked with its own key, on a subject of its own. Throws when not. */
export const askHealth = async (options: {
  url: string;
  keyFile: string | undefined;
  role: string;
  subject: string;
}): Promise<void> => {
  const { url: servers, keyFile: credsFile, role } = options;
  const nc = await connectBus({
    servers,
    name: `health of ${role}`,
    credsFile,
    inboxPrefix: inboxFor(role),
    once: true,
  });
  try {
    await nc.request(options.subject, '{}', { timeout: WITHIN_MS });
  } finally {
    await nc.close();
  }
};

/** `agent-<machine>` has an inbox by its machine. */
const inboxFor = (role: string): string =>
  role.startsWith('agent-') ? agentInbox(role.slice('agent-'.length)) : inboxOf(role);
