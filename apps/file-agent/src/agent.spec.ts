import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { readdirSync } from 'node:fs';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { AgentProcess } from './testing/agent-process.js';
import { treeOf } from './testing/tree-of.js';

/** Speaks as a stranger would: a NATS client that knows subjects and JSON, and nothing else of this project. */
describe('an agent on the bus', () => {
  let server: TestServer;
  let agent: AgentProcess;
  let stranger: NatsConnection;

  beforeAll(async () => {
    server = await startNatsServer();
    const tree = { Desktop: { 'a.txt': 'hola', 'b.pdf': '%PDF-', sub: { 'c.txt': 'adiós' } }, Documents: {} };
    agent = await AgentProcess.start({ natsUrl: server.url, tree });
    stranger = await connect({ servers: server.url });
  }, 30_000);

  afterAll(async () => {
    await stranger.close();
    await agent.close();
    await server.close();
  });

  const ask = async (operation: string, body: unknown): Promise<Record<string, unknown>> =>
    (await stranger.request(`ordena.agent.pc1.${operation}`, JSON.stringify(body), { timeout: 10_000 })).json();
  const commit = (plan: Record<string, unknown>, over: object = {}): Promise<Record<string, unknown>> => {
    const { planId, hash, machine } = plan;
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    return ask('commit', {
      planId,
      approval: { planId, hash, machine, by: 'a person', yes: 'given', expiresAt, ...over },
    });
  };
  const codeOf = async (operation: string, body: unknown): Promise<unknown> =>
    ((await ask(operation, body))['error'] as { code: string } | undefined)?.code;

  it('says on its standard output that it is ready, and where its places are', () => {
    expect(agent.ready).toMatchObject({ ready: true, machine: 'pc1' });
    expect(agent.ready.places).toEqual({ desktop: agent.home.at('Desktop'), documents: agent.home.at('Documents') });
  });

  it('tells discovery who it is', async () => {
    const info = (await stranger.request('$SRV.INFO.file-agent', '', { timeout: 5000 })).json<{
      id: string;
      metadata: Record<string, string>;
      endpoints: { name: string; subject: string }[];
    }>();
    expect(info.id).toMatch(/^pc1-/);
    expect(info.metadata).toMatchObject({ machine: 'pc1', os: process.platform, places: 'desktop,documents' });
    expect(info.endpoints).toHaveLength(15);
  });

  it('lists in either language', async () => {
    const reply = await ask('find', { in: 'escritorio', select: { kind: 'any' } });
    expect(reply['totals']).toEqual({ entries: 3, files: 2, folders: 1, bytes: 9 });
  });

  it('plans without touching anything', async () => {
    const plan = await ask('move', { from: 'desktop', select: {}, to: 'desktop/luyd' });
    expect(plan['summary']).toMatchObject({ entries: 2, files: 2, newFolders: 1, conflicts: 0 });
    expect(readdirSync(agent.home.at('Desktop')).sort()).toEqual(['a.txt', 'b.pdf', 'sub']);
    expect((await ask('plan', { planId: plan['planId'] }))['state']).toBe('open');
    expect(await ask('discard', { planId: plan['planId'] })).toEqual({ planId: plan['planId'], discarded: true });
    expect((await ask('plan', { planId: plan['planId'] }))['state']).toBe('discarded');
  });

  it('moves, tells what it did, does not do it twice, and puts everything back', async () => {
    const before = treeOf(agent.home.path);
    const events: { kind: string }[] = [];
    stranger.subscribe('ordena.event.pc1.>', { callback: (_, message) => void events.push(message.json()) });
    const plan = await ask('move', { from: 'desktop', select: {}, to: 'desktop/luyd' });
    const receipt = await commit(plan);
    expect(receipt).toMatchObject({ status: 'complete', done: 2, failed: 0, stale: 0, overwritten: 0, undoable: true });
    expect(readdirSync(agent.home.at('Desktop', 'luyd')).sort()).toEqual(['a.txt', 'b.pdf']);
    expect(await commit(plan)).toEqual(receipt);
    expect(await ask('plan', { planId: plan['planId'] })).toMatchObject({ state: 'committed', receipt });

    const undo = await ask('undo', {});
    expect(undo).toMatchObject({ undoOf: plan['planId'], summary: { entries: 2 }, needs: [] });
    expect(await commit(undo)).toMatchObject({ status: 'complete', done: 2, undoOf: plan['planId'] });
    expect(treeOf(agent.home.path)).toEqual(before);
    const { receipts } = (await ask('history', {})) as { receipts: object[] };
    expect(receipts).toMatchObject([
      { operation: 'undo' },
      { operation: 'move', undoneBy: undo['planId'], undoable: false },
    ]);
    const kinds = ['planned', 'approved', 'committed', 'planned', 'approved', 'undone'];
    expect(events.map(({ kind }) => kind)).toEqual(kinds);
    expect(events[1]).toMatchObject({ planId: plan['planId'], by: 'a person', machine: 'pc1', total: 2 });
  });

  it.each([
    ['PLAN_CHANGED', { hash: '0'.repeat(64) }],
    ['PLAN_CHANGED', { planId: 'p-00000000' }],
    ['WRONG_MACHINE', { machine: 'pc9' }],
    ['EXPIRED', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['EXPIRED', { expiresAt: 'never' }],
  ])('a yes that does not fit is %s and changes nothing: %j', async (code, over) => {
    const before = treeOf(agent.home.path);
    const plan = await ask('trash', { from: 'desktop/a.txt' });
    expect(await commit(plan, over)).toMatchObject({ error: { code } });
    expect(treeOf(agent.home.path)).toEqual(before);
  });

  it('refuses with a code what it does not understand', async () => {
    expect(await codeOf('find', { in: 'desktop', extra: 1 })).toBe('BAD_REQUEST');
    expect(await codeOf('find', { in: '../x' })).toBe('OUTSIDE_ROOT');
    expect(await codeOf('plan', { planId: 'p-00000000' })).toBe('UNKNOWN_PLAN');
  });

  it('a second agent of one id refuses to start', async () => {
    const second = AgentProcess.start({ natsUrl: server.url });
    await expect(second).rejects.toThrow(/MACHINE_TAKEN/);
  }, 30_000);

  it('a broken configuration keeps it from starting, and says which field', async () => {
    const options = { natsUrl: server.url, machine: 'pc2', config: { quotas: { entriesPerPlan: 'many' } } };
    await expect(AgentProcess.start(options)).rejects.toThrow(/BAD_CONFIG.*quotas\.entriesPerPlan/s);
  }, 30_000);

  it('answers what is in flight when it is told to stop, then ends with 0', async () => {
    const other = await AgentProcess.start({ natsUrl: server.url, machine: 'pc3' });
    const answers = Array.from({ length: 20 }, () =>
      stranger.request('ordena.agent.pc3.find', '{"in":"desktop"}', { timeout: 5000 }),
    );
    await stranger.flush();
    other.kill('SIGTERM');
    expect((await Promise.all(answers)).every((answer) => 'totals' in answer.json<object>())).toBe(true);
    expect(await other.ended()).toBe(0);
    await other.close();
  }, 30_000);
});
