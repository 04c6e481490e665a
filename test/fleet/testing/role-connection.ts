import type { SigningKey, UserPermissionsLimits } from '@nats-io/jwt';
import { connect, credsAuthenticator, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { agentInbox, inboxOf } from '#contracts/subjects';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAuthority, type Authority } from '../../../apps/start/src/bus-authority.js';
import { claimsOf, credsOf, type AccountClaims } from '../../../apps/start/src/bus-claims.js';
import { accountsOf } from '../../../apps/start/src/bus-config.js';
import type { Role } from '../../../apps/start/src/bus-roles.js';

/** A real server with exactly these roles, and a connection per role that remembers what the server refused it. */
export interface RoleBus {
  readonly server: TestServer;
  readonly authority: Authority;
  as(name: string): Promise<RoleConnection>;
  close(): Promise<void>;
}

export interface RoleConnection {
  readonly nc: NatsConnection;
  /** `publish <subject>` and `subscription <subject>`, in the order of the refusals. */
  readonly refused: string[];
}

/** `change` may spoil what the accounts say, for controls: a test that cannot fail proves nothing. */
export const startRoleBus = async (
  roles: readonly Role[],
  change: (claims: AccountClaims, authority: Authority) => AccountClaims = (same) => same,
): Promise<RoleBus> => {
  const authority = newAuthority();
  const storeFolder = mkdtempSync(join(tmpdir(), 'ordena-roles-'));
  const claims = change(claimsOf(authority), authority);
  const server = await startNatsServer({ config: await accountsOf(authority, { claims, storeFolder }) });
  const creds = new Map<string, Uint8Array>();
  for (const role of roles) creds.set(role.name, await credsOf(authority, role));
  const open: NatsConnection[] = [];
  return {
    server,
    authority,
    as: async (name) => {
      const connection = await connectAs(server.url, { name, creds: creds.get(name)! });
      open.push(connection.nc);
      return connection;
    },
    close: async () => {
      for (const nc of open) await nc.close();
      await server.close();
      rmSync(storeFolder, { recursive: true, force: true });
    },
  };
};

/** The fence of every agent, to be spoilt in controls. */
export const agentPermissions = (claims: AccountClaims): Partial<UserPermissionsLimits> => {
  const [ofThisStart] = claims.FLEET.signing_keys as SigningKey[];
  return ofThisStart!.template;
};

export const connectAs = async (url: string, who: { name: string; creds: Uint8Array }): Promise<RoleConnection> => {
  const nc = await connect({
    servers: url,
    authenticator: credsAuthenticator(who.creds),
    inboxPrefix: who.name.startsWith('agent-') ? agentInbox(who.name.slice('agent-'.length)) : inboxOf(who.name),
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
