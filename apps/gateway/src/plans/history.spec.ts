import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryPage } from '#contracts/http/views';
import type { Plan } from '#contracts/plan';
import { House } from '../testing/house.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

describe('history over all machines', () => {
  let house: House;
  let machines: ScriptedAgent[];
  const done: string[] = [];

  const work = async (agent: ScriptedAgent): Promise<void> => {
    const plan: Plan = agent.planFor('move', {});
    await house.ask('POST', `/v1/plans/${plan.planId}/approve`, { body: {} });
    done.unshift(plan.planId);
  };

  beforeAll(async () => {
    house = await House.open({ env: { ORDENA_RATE: '0' } });
    machines = [await house.agent('pc1'), await house.agent('pc2')];
    for (let count = 0; count < 12; count += 1) for (const agent of machines) await work(agent);
  });

  afterAll(() => house.close());

  const page = async (query: string): Promise<HistoryPage> =>
    (await house.ask('GET', `/v1/history?${query}`)).body as unknown as HistoryPage;

  it('comes newest first, page by page, each receipt once, though more is done meanwhile', async () => {
    const expected = [...done];
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const { receipts, truncated, cursor: next } = await page(`limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...receipts.map(({ planId }) => planId));
      if (!truncated) break;
      cursor = next ?? '';
      await work(machines[0] as ScriptedAgent);
    }
    expect(seen).toEqual(expected);
  });

  it('of one machine holds nothing of another, and says which were off', async () => {
    const { receipts, off } = await page('machine=pc2&limit=200');
    expect(new Set(receipts.map(({ machine }) => machine))).toEqual(new Set(['pc2']));
    expect(off).toEqual([]);
    await machines[1]?.nc.close();
    expect(await page('limit=200')).toMatchObject({ off: ['pc2'] });
    await house.sees('pc2', false);
    expect(await house.ask('GET', '/v1/history?machine=pc2')).toMatchObject({
      status: 503,
      body: { code: 'MACHINE_OFF' },
    });
  });
});
