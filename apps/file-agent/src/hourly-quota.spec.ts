import { afterEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Plan, Receipt, Yes } from '#contracts/plan';
import type { Tree } from './disk/testing/temp-folder.js';
import { TestDesk } from './testing/test-desk.js';
import { DiskWork } from './thread/disk-work.js';

/** Attack row 80: plans that each stay under every limit of one plan. */
const HOUR_MS = 3_600_000;
const NAMES = Array.from({ length: 10 }, (_, at) => [`${at}a.txt`, `${at}b.txt`]).flat();
const tree: Tree = { Desktop: Object.fromEntries(NAMES.map((name) => [name, 'diez bytes'])), Documents: {} };

let test: TestDesk;
afterEach(() => test.close());

const open = (quotas: object): TestDesk => (test = new TestDesk({ tree, config: { quotas } }));
const moved = (): number => readdirSync(test.home.at('Documents')).length;
const planFor = (at: number): Plan =>
  test.ask('move', { from: 'desktop', select: { names: [`${at}?.txt`] }, to: 'documents' });
const ten = (): Plan[] => Array.from({ length: 10 }, (_, at) => planFor(at));
const work = (): DiskWork => new DiskWork(test.desk);
const codeOf = (error: { code?: string }): string => error.code ?? 'no code';
/** What each came to: its status, or why it was refused. */
const commit = (disk: DiskWork, plan: Plan, yes: Yes = 'policy'): Promise<string> =>
  disk
    .answer('commit', test.requestFor(plan, yes))
    .then((receipt) => (receipt as Receipt).status)
    .catch(codeOf);

describe('what changes within an hour without anybody’s yes', () => {
  it('ten plans looked at together and carried out one after the other end at the quota, with nothing changed beyond', async () => {
    open({ entriesPerHour: 8 });
    const plans = ten();
    expect(plans.flatMap(({ needs }) => needs)).toEqual([]);
    const ends: string[] = [];
    for (const plan of plans) ends.push(await commit(work(), plan));
    expect(ends).toEqual([...Array<string>(4).fill('complete'), ...Array<string>(6).fill('NEEDS_APPROVAL')]);
    expect(moved()).toBe(8);
    expect(planFor(9).needs).toEqual(['over-quota']);
  });

  it('ten at once are no way around it, nor is a job that waits for its turn', async () => {
    open({ entriesPerHour: 8 });
    const disk = work();
    const ends = await Promise.all(ten().map((plan) => commit(disk, plan)));
    expect(ends.filter((end) => end === 'complete')).toHaveLength(4);
    expect(moved()).toBe(8);
  });

  it('a restart forgets nothing, an hour does', async () => {
    open({ entriesPerHour: 8 });
    for (const at of [0, 1, 2, 3]) await commit(work(), planFor(at));
    test.restart();
    expect(await commit(work(), planFor(4))).toBe('NEEDS_APPROVAL');
    test.laterMs = HOUR_MS + 1_000;
    expect(await commit(work(), planFor(4))).toBe('complete');
    test.restart();
    expect(await commit(work(), planFor(5))).toBe('complete');
  });

  it('a yes carries the refused plan out, and counts for nothing', async () => {
    open({ entriesPerHour: 3 });
    const [first, second, third, fourth] = ten();
    expect(await commit(work(), first!, 'given')).toBe('complete');
    expect(await commit(work(), second!)).toBe('complete');
    expect(await commit(work(), third!)).toBe('NEEDS_APPROVAL');
    expect(test.ask('plan', { planId: third!.planId })).toMatchObject({ state: 'open' });
    expect(await commit(work(), third!, 'given')).toBe('complete');
    expect(await commit(work(), fourth!)).toBe('NEEDS_APPROVAL');
  });

  it('a yes that does not say whose it is, is nobody’s', async () => {
    open({ entriesPerHour: 1 });
    const { planId, approval } = test.requestFor(planFor(0));
    const request = { planId, approval: { ...approval, yes: undefined } };
    await expect(work().answer('commit', request)).rejects.toMatchObject({ code: 'NEEDS_APPROVAL' });
  });

  it('a repeated commit counts once', async () => {
    open({ entriesPerHour: 4 });
    const [first, second, third] = ten();
    for (let time = 0; time < 3; time += 1) expect(await commit(work(), first!)).toBe('complete');
    expect(await commit(work(), second!)).toBe('complete');
    expect(await commit(work(), third!)).toBe('NEEDS_APPROVAL');
  });

  it('putting a whole job back is never too much, and counts for nothing', async () => {
    open({ entriesPerHour: 4 });
    await commit(work(), planFor(0));
    const last = planFor(1);
    await commit(work(), last);
    expect(await commit(work(), test.ask('undo', { planId: last.planId }))).toBe('complete');
    expect(moved()).toBe(2);
    expect(await commit(work(), planFor(2))).toBe('NEEDS_APPROVAL');
  });

  it('only what was done counts, of what ended', async () => {
    open({ entriesPerHour: 4 });
    const stale = planFor(0);
    await commit(work(), test.ask('rename', { from: 'desktop/0a.txt', to: 'otro.txt' }), 'given');
    expect(await commit(work(), stale)).toBe('partial');
    expect(await commit(work(), planFor(1))).toBe('complete');
    expect(await commit(work(), planFor(2))).toBe('NEEDS_APPROVAL');
    expect(await commit(work(), test.ask('move', { from: 'desktop/2a.txt', to: 'documents' }))).toBe('complete');
  });

  it('bytes have a quota of their own, so copies do not fill the disk', async () => {
    open({ bytesPerHour: 50 });
    const copies = [1, 2, 3].map((at) =>
      test.ask('copy', { from: 'desktop', select: { names: ['0?.txt'] }, to: `documents/${at}` }),
    );
    const ends: string[] = [];
    for (const plan of copies) ends.push(await commit(work(), plan));
    expect(ends).toEqual(['complete', 'complete', 'NEEDS_APPROVAL']);
  });

  it('a quota of nothing asks for everything', async () => {
    open({ entriesPerHour: 0 });
    expect(await commit(work(), planFor(0))).toBe('NEEDS_APPROVAL');
  });
});
