import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { inboxOf } from '#contracts/subjects';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { accountsOf } from '../../../apps/start/src/bus-config.js';
import type { Role } from '../../../apps/start/src/bus-roles.js';

/** A real server with exactly these roles, and a connection per role that remembers what the server refused it. */
export interface RoleBus {
  readonly server: TestServer;
  as(name: string): Promise<RoleConnection>;
  close(): Promise<void>;
}

export interface RoleConnection {
  readonly nc: NatsConnection;
  /** `publish <subject>` and `subscription <subject>`, in the order of the refusals. */
  readonly refused: string[];
}

type Accounts = ReturnType<typeof accountsOf>;

/** `change` may spoil the configuration, for controls: a test that cannot fail proves nothing. */
export const startRoleBus = async (
  roles: readonly Role[],
  change: (accounts: Accounts) => Accounts = (same) => same,
): Promise<RoleBus> => {
  const seeds = new Map(roles.map((role) => [role.name, createUser()]));
  const users = roles.map((role) => ({ role, publicKey: seeds.get(role.name)!.getPublicKey() }));
  const server = await startNatsServer({ config: `accounts: ${JSON.stringify(change(accountsOf(users)))}` });
  const open: NatsConnection[] = [];
  return {
    server,
    as: async (name) => {
      const connection = await connectAs(server.url, { name, seed: seeds.get(name)!.getSeed() });
      open.push(connection.nc);
      return connection;
    },
    close: async () => {
      for (const nc of open) await nc.close();
      await server.close();
    },
  };
};

export const connectAs = async (url: string, who: { name: string; seed: Uint8Array }): Promise<RoleConnection> => {
  const nc = await connect({
    servers: url,
    authenticator: nkeyAuthenticator(who.seed),
    inboxPrefix: inboxOf(who.name),
  });
  const refused: string[] = [];
  void watch(nc, refused);
  return { nc, refused };
};

const watch = async (nc: NatsConnection, refused: string[]): Promise<void> => {
  for await (const status of nc.status()) {
    if (status.type !== 'error' || !(status.error instanceof PermissionViolationError)) continue;
    refused.push(`${status.error.operation} ${status.error.subject}`);
  }
};
