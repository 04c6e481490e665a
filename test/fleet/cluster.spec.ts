import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan, Receipt } from '#contracts/plan';
import { makeHome } from '../testing/tree.js';
import { startCluster, type Cluster } from './testing/cluster.js';
import { PatientClient } from './testing/patient-client.js';

const JOBS = 6;
const MACHINES = ['pc1', 'pc2', 'pc3'];
const BACK_WITHIN_MS = 5_000;
const numbers = Array.from({ length: JOBS }, (_, at) => at);

/** Everything real: three nats-servers that keep three copies, two planners, two gateways, three agents (bundles). */
describe('a cluster that loses a NATS node, a planner and a gateway in the middle of work', () => {
  let cluster: Cluster;
  let homes: Record<string, string>;
  let client: PatientClient;

  beforeAll(async () => {
    const files = Object.fromEntries(
      numbers.flatMap((at) => [
        [`Escritorio/in${at}/a.txt`, `copied ${at}`],
        [`Escritorio/chat${at}/b.txt`, `moved ${at}`],
      ]),
    );
    homes = Object.fromEntries(MACHINES.map((machine) => [machine, makeHome({ ...files, 'Escritorio/c.txt': 'c' })]));
    cluster = await startCluster(homes);
    client = new PatientClient(cluster.gateways);
  }, 60_000);

  afterAll(async () => {
    await cluster?.close();
    for (const home of Object.values(homes)) rmSync(home, { recursive: true });
  }, 30_000);

  const desktop = (machine: string, folder: string): string[] =>
    readdirSync(join(homes[machine]!, 'Escritorio', folder)).toSorted();
  /** What the journal of a PC says was done. */
  const receiptsOf = async (machine: string): Promise<Receipt[]> =>
    (await client.ask<{ receipts: Receipt[] }>(`/v1/machines/${machine}/operations/history`, { limit: 100 })).receipts;
  const online = async (): Promise<string> => {
    const { machines } = await client.ask<{ machines: { machine: string; online: boolean }[] }>('/v1/machines');
    return machines.flatMap(({ machine, online: isOn }) => (isOn ? [machine] : [])).join();
  };

  it('control: whoever plans again after a lost answer does it twice, and whoever repeats the yes does not', async () => {
    const request = { from: 'desktop/c.txt', to: 'desktop/control' };
    const plan = await client.ask<Plan>('/v1/machines/pc1/operations/copy', request);
    await client.approve(plan.planId);
    await client.approve(plan.planId);
    expect(desktop('pc1', 'control')).toEqual(['c.txt']);
    await client.copy('pc1', { ...request, onConflict: 'number' });
    expect(desktop('pc1', 'control')).toHaveLength(2);
  }, 30_000);

  it('answers every request, and does each thing exactly once', async () => {
    const fresh = new PatientClient(cluster.gateways);
    let answered = 0;
    const all = MACHINES.length * JOBS * 2;
    const losses = new Map([
      [Math.floor(all / 4), 'nats-1'],
      [Math.floor(all / 2), 'planner-1'],
      [Math.floor((all * 3) / 4), 'gateway-1'],
    ]);
    const count = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      const lost = losses.get((answered += 1));
      if (lost !== undefined) await cluster.kill(lost);
      return result;
    };
    const copies = MACHINES.flatMap((machine) =>
      numbers.map((at) => async () => {
        const copied = fresh.copy(machine, { from: `desktop/in${at}`, select: {}, to: `desktop/out${at}` });
        expect(await count(copied)).toMatchObject({ operation: 'copy', done: 1, failed: 0 });
      }),
    );
    const sentences = MACHINES.flatMap((machine) =>
      numbers.map((at) => async () => {
        const said = fresh.say(machine, `move all files from desktop/chat${at} to desktop/moved${at}`);
        expect((await count(said)).status).toBe('done');
      }),
    );
    await inTurns(interleaved(copies, sentences), 6);

    const onceEach = ['moved', 'out'].flatMap((name) => numbers.map((at) => `desktop/${name}${at}: 1`));
    expect([...losses.values()].map((name) => cluster.children.get(name)!.exited())).toEqual([true, true, true]);
    for (const machine of MACHINES) {
      for (const at of numbers) {
        expect([machine, at, desktop(machine, `out${at}`)]).toEqual([machine, at, ['a.txt']]);
        expect([machine, at, desktop(machine, `moved${at}`)]).toEqual([machine, at, ['b.txt']]);
      }
      const receipts = (await receiptsOf(machine)).filter(({ to }) => !to?.includes('control'));
      const deeds = receipts.filter(({ done }) => done > 0).map(({ to, done }) => `${to}: ${done}`);
      expect([machine, ...deeds.toSorted()]).toEqual([machine, ...onceEach]);
    }
  }, 90_000);

  it('finds everybody again within five seconds after all of it was dark', async () => {
    const nodes = ['nats-1', 'nats-2', 'nats-3'];
    for (const node of nodes.slice(1)) await cluster.kill(node);
    nodes.forEach((node) => cluster.startNode(node));
    const start = Date.now();
    while ((await online()) !== MACHINES.join()) await sleep(50);
    expect(Date.now() - start).toBeLessThan(BACK_WITHIN_MS);
    const receipt = await client.copy('pc2', { from: 'desktop/c.txt', to: 'desktop/after' });
    expect(receipt).toMatchObject({ done: 1, failed: 0 });
  }, 60_000);
});

const interleaved = <T>(left: readonly T[], right: readonly T[]): T[] =>
  left.flatMap((one, at) => [one, right[at]].filter((work) => work !== undefined));

/** At most `width` at once. */
const inTurns = async (work: readonly (() => Promise<void>)[], width: number): Promise<void> => {
  const left = [...work];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: width }, lane));
};
