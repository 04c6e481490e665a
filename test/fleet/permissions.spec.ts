import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  agentRole,
  GATEWAY_ROLE,
  KEEPER_ROLE,
  OPS_ROLE,
  PLANNER_ROLE,
  type Role,
} from '../../apps/start/src/bus-roles.js';
import { GRANTS, grantedCells, WHO } from './testing/grants.js';
import { agentPermissions, startRoleBus, type RoleBus, type RoleConnection } from './testing/role-connection.js';

/** Promise P12: a stolen credential reaches only its own subjects. Tried on a real server, cell by cell. */

const ROLES: readonly Role[] = [agentRole('pc1'), agentRole('pc2'), PLANNER_ROLE, GATEWAY_ROLE, OPS_ROLE, KEEPER_ROLE];
const SUBJECTS = GRANTS.map(([subject]) => subject);

/** Refusals arrive in the order of the attempts, so once this one is there, all are. */
const LAST = 'refused.to.everybody';
/** Some eight hundred refusals take one second on a quiet machine, and many on one that runs all else beside. */
const WITHIN_MS = 25_000;

/** All cells the server allows, found by trying each; connected first, since a flood of refusals delays a greeting. */
const allowedCells = async (bus: RoleBus): Promise<Set<string>> => {
  const connections: [string, RoleConnection][] = [];
  for (const role of WHO) connections.push([role, await bus.as(role)]);
  const allowed = new Set<string>();
  for (const [role, connection] of connections)
    for (const cell of await allowedTo(connection)) allowed.add(`${role} ${cell}`);
  return allowed;
};

const allowedTo = async ({ nc, refused }: RoleConnection): Promise<string[]> => {
  for (const subject of SUBJECTS) {
    nc.subscribe(subject, { callback: () => undefined });
    nc.publish(subject, '');
  }
  nc.publish(LAST, '');
  for (let waitedMs = 0; !refused.includes(`publish ${LAST}`) && waitedMs < WITHIN_MS; waitedMs += 10) await sleep(10);
  expect(refused).toContain(`publish ${LAST}`);
  const tried = SUBJECTS.flatMap((subject) => [`publish ${subject}`, `subscription ${subject}`]);
  const denied = new Set(refused);
  return tried.filter((cell) => !denied.has(cell));
};

const differences = async (
  roles: readonly Role[],
  change?: Parameters<typeof startRoleBus>[1],
): Promise<{ tooWide: string[]; tooTight: string[] }> => {
  const bus = await startRoleBus(roles, change);
  try {
    return compare(await allowedCells(bus));
  } finally {
    await bus.close();
  }
};

const compare = (allowed: Set<string>): { tooWide: string[]; tooTight: string[] } => {
  const granted = grantedCells();
  return {
    tooWide: [...allowed].filter((cell) => !granted.has(cell)),
    tooTight: [...granted].filter((cell) => !allowed.has(cell)),
  };
};

describe('every role × every subject', () => {
  it(`allows exactly what is granted, in ${WHO.length * SUBJECTS.length * 2} cells`, async () => {
    expect(WHO.length * SUBJECTS.length * 2).toBeGreaterThanOrEqual(150);
    expect(await differences(ROLES)).toEqual({ tooWide: [], tooTight: [] });
  }, 30_000);

  it('control: notices one word too many and one too few', async () => {
    const tight = { ...OPS_ROLE, subscribe: ['_INBOX_ops.>'] };
    const roles = ROLES.map((role) => (role.name === 'ops' ? tight : role));
    const { tooWide, tooTight } = await differences(roles, (claims) => {
      agentPermissions(claims).pub!.allow!.push('ordena.agent.*.find');
      return claims;
    });
    expect(tooWide).toEqual(
      expect.arrayContaining(['agent-pc1 publish ordena.agent.pc2.find', 'agent-pc1 publish ordena.agent.pc1.find']),
    );
    expect(tooTight).toContain('ops subscription ordena.event.pc1.committed');
  }, 30_000);
});
