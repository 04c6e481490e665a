import { afterEach, describe, expect, it } from '@jest/globals';
import { Kvm } from '@nats-io/kv';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUCKETS } from '#contracts/buckets';
import { agentRole, GATEWAY_ROLE, PLANNER_ROLE, type Role } from '../../apps/start/src/bus-roles.js';
import type { Authority } from '../../apps/start/src/bus-authority.js';
import type { AccountClaims } from '../../apps/start/src/bus-claims.js';
import { agentPermissions, startRoleBus, type RoleBus } from './testing/role-connection.js';

/** Ways around a permission list that no list of subjects shows: borrowed replies, and a store that speaks for a client. */

const ROLES: readonly Role[] = [agentRole('pc1'), agentRole('pc2'), PLANNER_ROLE, GATEWAY_ROLE];

/** What pc2 hears while `attack` runs. */
const heardByPc2 = async (bus: RoleBus, attack: () => Promise<void>): Promise<string[]> => {
  const { nc } = await bus.as('agent-pc2');
  const heard: string[] = [];
  nc.subscribe('ordena.agent.pc2.*', { callback: (_, message) => void heard.push(message.subject) });
  await nc.flush();
  await attack();
  await sleep(300);
  return heard;
};

/** A request to oneself whose reply field names another PC: with `allow_responses` that makes it a permission. */
const borrowReply = async (bus: RoleBus): Promise<void> => {
  const { nc } = await bus.as('agent-pc1');
  nc.subscribe('ordena.agent.pc1.*', { callback: () => undefined });
  nc.publish('ordena.agent.pc1.places', '{}', { reply: 'ordena.agent.pc2.read' });
  await nc.flush();
  await sleep(100);
  nc.publish('ordena.agent.pc2.read', '{"location":"desktop/secret.txt"}');
  await nc.flush();
};

/** A stored value that the store itself sends wherever the reply field of the question points. */
const letStoreSpeak = async (bus: RoleBus, subject: string): Promise<void> => {
  const { nc } = await bus.as('planner');
  const kv = await new Kvm(nc).create(BUCKETS.runs, { history: 1 });
  await kv.put('x', '{"planId":"p-00000000","approval":{}}');
  const question = JSON.stringify({ last_by_subj: `$KV.${BUCKETS.runs}.x` });
  nc.publish(`$JS.API.STREAM.MSG.GET.KV_${BUCKETS.runs}`, question, { reply: subject });
  await nc.flush();
};

const withAllowResponses = (claims: AccountClaims): AccountClaims => {
  agentPermissions(claims).resp = { max: 1000, ttl: 15 * 60 * 1e9 };
  return claims;
};

/** All in one world: the same users, signed for the same account. */
const inOneAccount = (claims: AccountClaims, authority: Authority): AccountClaims => {
  const { HOUSE } = authority.accounts;
  Object.assign(authority.accounts, { FLEET: HOUSE, PLANNER: HOUSE, OPS: HOUSE });
  const signing_keys = [claims.FLEET, claims.HOUSE, claims.PLANNER].flatMap((one) => one.signing_keys ?? []);
  const one = { limits: claims.HOUSE.limits, signing_keys };
  return { FLEET: one, HOUSE: one, PLANNER: one, OPS: one, SYS: { limits: claims.SYS.limits } };
};

describe('a stolen credential', () => {
  let bus: RoleBus | undefined;

  afterEach(() => bus?.close());

  it('of one PC cannot borrow a reply to ask another PC', async () => {
    bus = await startRoleBus(ROLES);
    expect(await heardByPc2(bus, () => borrowReply(bus!))).toEqual([]);
  });

  it('control: the same theft works where agents have allow_responses', async () => {
    bus = await startRoleBus(ROLES, withAllowResponses);
    expect(await heardByPc2(bus, () => borrowReply(bus!))).toEqual(['ordena.agent.pc2.read']);
  });

  it('of the planner cannot let the store commit for it', async () => {
    bus = await startRoleBus(ROLES);
    expect(await heardByPc2(bus, () => letStoreSpeak(bus!, 'ordena.agent.pc2.commit'))).toEqual([]);
  });

  it('control: the same trick works where planner and agents share an account', async () => {
    bus = await startRoleBus(ROLES, inOneAccount);
    const heard = await heardByPc2(bus, () => letStoreSpeak(bus!, 'ordena.agent.pc2.commit'));
    expect(heard).toEqual(['ordena.agent.pc2.commit']);
  });
});
