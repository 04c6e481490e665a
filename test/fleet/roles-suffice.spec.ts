import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import type { Machine } from '#contracts/machine';
import { EVENT_STREAM, EVENTS_API } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { keepEvents } from '#nats/event-stream';
import { MachineDirectory } from '#nats/machine-directory';
import { MicroService } from '#nats/micro-service';
import { z } from 'zod';
import { refuseIfTaken } from '../../apps/file-agent/src/machine-taken.js';
import { TalkStore } from '../../apps/gateway/src/chat/talk-store.js';
import { RunStore } from '../../apps/gateway/src/runs/run-store.js';
import { Conversations } from '../../apps/planner/src/memory/conversations.js';
import { Runs } from '../../apps/planner/src/memory/runs.js';
import { agentRole, GATEWAY_ROLE, OPS_ROLE, PLANNER_ROLE } from '../../apps/start/src/bus-roles.js';
import { startRoleBus, type RoleBus, type RoleConnection } from './testing/role-connection.js';

const reply: ChatReply = {
  conversationId: 'c1',
  runId: 'r1',
  status: 'done',
  language: 'es',
  reply: 'hecho',
  steps: [],
  plans: [],
  receipts: [],
  planner: { rung: 'embedded', model: '' },
};

/** The other half of least privilege: what each process really does, with its own key, is refused nothing. */
describe('the granted permissions are enough', () => {
  let bus: RoleBus;
  let agent: RoleConnection;
  let planner: RoleConnection;
  let gateway: RoleConnection;
  let ops: RoleConnection;

  beforeAll(async () => {
    bus = await startRoleBus([agentRole('pc1'), agentRole('pc2'), PLANNER_ROLE, GATEWAY_ROLE, OPS_ROLE]);
    agent = await bus.as('agent-pc1');
    planner = await bus.as('planner');
    gateway = await bus.as('gateway');
    ops = await bus.as('ops');
    await serve(agent, {
      name: 'file-agent',
      prefix: 'ordena.agent.pc1',
      endpoints: ['places', 'find', 'move', 'commit'],
    });
    await serve(planner, { name: 'planner', prefix: 'ordena.planner', endpoints: ['chat'] });
    await serve(gateway, { name: 'gateway', prefix: 'ordena.gateway', endpoints: ['commit'] });
  });

  afterAll(async () => {
    const refused = [agent, planner, gateway, ops].flatMap((connection) => connection.refused);
    await bus.close();
    expect(refused).toEqual([]);
  });

  const serve = (
    { nc }: RoleConnection,
    { name, prefix, endpoints }: { name: string; prefix: string; endpoints: string[] },
  ): Promise<void> => {
    const metadata = { machine: 'pc1', displayName: 'PC', os: 'linux', containment: 'kernel', places: 'desktop' };
    const answer = (endpoint: string) => async (): Promise<object> => ({ said: `${prefix}.${endpoint}` });
    return new MicroService(nc, { name, version: '0.1.0', metadata }).start(
      endpoints.map((endpoint) => ({ name: endpoint, subject: `${prefix}.${endpoint}`, handle: answer(endpoint) })),
    );
  };

  const ask = async ({ nc }: RoleConnection, subject: string): Promise<unknown> => {
    const reply = await new BusClient(nc).request(
      subject,
      {},
      { schema: z.object({ said: z.string() }), timeoutMs: 2000 },
    );
    return reply.said === subject;
  };

  it('for every question one process asks another', async () => {
    for (const subject of ['ordena.agent.pc1.find', 'ordena.agent.pc1.commit', 'ordena.planner.chat'])
      expect([subject, await ask(gateway, subject)]).toEqual([subject, true]);
    for (const subject of ['ordena.agent.pc1.find', 'ordena.agent.pc1.move', 'ordena.gateway.commit'])
      expect([subject, await ask(planner, subject)]).toEqual([subject, true]);
    expect(await ask(ops, 'ordena.agent.pc1.find')).toBe(true);
  });

  it('and nobody has to wait for a PC that is not there, given a server of today', async () => {
    const [major = 0, minor = 0] = gateway.nc.info?.version.split('.').map(Number) ?? [];
    const atOnce = major > 2 || minor >= 10;
    for (const { nc } of [gateway, planner, ops])
      await expect(
        new BusClient(nc).request(
          'ordena.agent.pc9.find',
          {},
          { schema: z.object({}), timeoutMs: 500, off: 'MACHINE_OFF' },
        ),
      ).rejects.toMatchObject({ code: atOnce ? 'MACHINE_OFF' : 'TIMEOUT' });
  });

  it('for discovery: gateway and planner see the machines, people with the CLI see every process', async () => {
    for (const { nc } of [gateway, planner]) {
      const directory = new MachineDirectory(new BusClient(nc));
      directory.start();
      expect((await directory.list()).map(({ machine }: Machine) => machine)).toEqual(['pc1']);
      directory.stop();
    }
    const names: string[] = [];
    const options = { strategy: 'stall', stall: 300, maxWait: 3000 } as const;
    for await (const message of await ops.nc.requestMany('$SRV.PING', '', options))
      names.push(message.json<{ name: string }>().name);
    expect(names.toSorted()).toEqual(['file-agent', 'gateway', 'planner']);
  });

  it('for events and steps to reach those who follow them', async () => {
    const heard: string[] = [];
    const note = (who: string) => (_: unknown, subject: string) => void heard.push(`${who} ${subject}`);
    new BusClient(gateway.nc).subscribe('ordena.event.*.*', note('gateway'));
    new BusClient(gateway.nc).subscribe('ordena.run.r1', note('gateway'));
    new BusClient(ops.nc).subscribe('ordena.event.>', note('ops'));
    await Promise.all([gateway.nc.flush(), ops.nc.flush()]);
    new BusClient(agent.nc).publish('ordena.event.pc1.committed', {});
    new BusClient(planner.nc).publish('ordena.run.r1', {});
    await Promise.all([agent, planner, gateway, ops].map(({ nc }) => nc.flush()));
    await sleep(200);
    expect(heard.toSorted()).toEqual([
      'gateway ordena.event.pc1.committed',
      'gateway ordena.run.r1',
      'ops ordena.event.pc1.committed',
    ]);
  });

  it('for the gateway to keep events, and for people with the CLI to look them up', async () => {
    await keepEvents(gateway.nc);
    new BusClient(agent.nc).publish('ordena.event.pc1.refused', { kind: 'refused' });
    await agent.nc.flush();
    await sleep(200);
    const question = '{"last_by_subj":"ordena.event.pc1.refused"}';
    const found = await ops.nc.request(`${EVENTS_API}.STREAM.MSG.GET.${EVENT_STREAM}`, question, { timeout: 2000 });
    const { message } = found.json<{ message: { data: string } }>();
    expect(Buffer.from(message.data, 'base64').toString()).toBe('{"kind":"refused"}');
  });

  it('for what the planner remembers', async () => {
    const conversations = await Conversations.open(planner.nc);
    await conversations.append('c1', [{ kind: 'said', runId: 'r1', message: 'hola', language: 'es', at: 'now' }], 0);
    expect((await conversations.load('c1')).events).toMatchObject([{ kind: 'said', message: 'hola' }]);
    const runs = await Runs.open(planner.nc);
    const hold = await runs.begin('r1');
    expect(await runs.begin('r1')).toBeUndefined();
    await hold!.settle({ reply });
    expect(await runs.find('r1')).toEqual({ kind: 'answered', reply });
  });

  it('for what the gateway remembers', async () => {
    const runs = await RunStore.open(gateway.nc);
    const talks = await TalkStore.open(gateway.nc);
    await talks.claim('c1', 'ana');
    expect(await talks.ownerOf('c1')).toBe('ana');
    expect(await talks.turns('c1', 5)).toEqual([]);
    expect(await runs.find('nobody')).toBeUndefined();
    await runs.forgetTalk('c1');
    await expect(runs.change('nobody', (run) => run)).rejects.toMatchObject({ code: 'UNKNOWN_RUN' });
  });

  it('for a second agent of one id to notice the first, and for another id to be free', async () => {
    const second = await bus.as('agent-pc1');
    await expect(refuseIfTaken(second.nc, 'pc1')).rejects.toMatchObject({ code: 'MACHINE_TAKEN' });
    const other = await bus.as('agent-pc2');
    await refuseIfTaken(other.nc, 'pc2');
    expect([...second.refused, ...other.refused]).toEqual([]);
  });
});
