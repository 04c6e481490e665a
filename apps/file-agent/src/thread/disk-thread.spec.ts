import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan, Receipt } from '#contracts/plan';
import { parseConfig } from '../config/config.js';
import { TempFolder } from '../disk/testing/temp-folder.js';
import type { DiskThread } from './disk-thread.js';
import type { News } from './messages.js';

const BUILT = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'apps', 'file-agent', 'src', 'thread');
const FILES = 12_000;

/** Threads run what is built, so `npm run build` comes first. Whether one is there shows its lock on the state folder. */
describe('the disk thread', () => {
  let home: TempFolder;
  let state: TempFolder;
  let news: News[];

  beforeEach(() => {
    const many = Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`${at}.txt`, '']));
    home = new TempFolder({ Desktop: { many }, Documents: {} });
    state = new TempFolder();
    news = [];
  });
  afterEach(() => {
    home.remove();
    state.remove();
  });

  const open = async (restAfterMs: number): Promise<DiskThread> => {
    const built = (await import(join(BUILT, 'disk-thread.js'))) as { DiskThread: typeof DiskThread };
    const settings = {
      machine: 'pc1',
      home: home.path,
      stateFolder: state.path,
      dataHome: home.at('.local', 'share'),
      config: parseConfig(undefined, 'none'),
    };
    return new built.DiskThread({ settings, onNews: (told) => void news.push(told), restAfterMs });
  };
  const isThere = (): boolean => existsSync(state.at('lock'));
  const untilGone = async (): Promise<void> => {
    while (isThere()) await sleep(5);
  };
  const find = { in: 'desktop', select: { kind: 'any' } };

  it('is not there before the first question, goes when nobody asks, and comes back', async () => {
    const thread = await open(20);
    expect(isThere()).toBe(false);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await thread.ask('find', find)).toMatchObject({ totals: { folders: 1 } });
      await untilGone();
    }
    await thread.stop();
  }, 60_000);

  it('answers questions that come just when it goes', async () => {
    const thread = await open(0);
    for (let turn = 0; turn < 40; turn += 1) {
      const answers = await Promise.all([thread.ask('find', find), thread.ask('places', {})]);
      expect(answers).toMatchObject([{ totals: { folders: 1 } }, { machine: 'pc1' }]);
      await sleep(turn % 4);
    }
    await thread.stop();
  }, 60_000);

  it('does not go while a commit goes on that was answered with "running"', async () => {
    const thread = await open(0);
    const plan = (await thread.ask('move', { from: 'desktop/many', select: {}, to: 'documents' })) as Plan;
    const { planId, hash, machine } = plan;
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    const asked = { planId, approval: { planId, hash, machine, by: 'test', yes: 'given' as const, expiresAt } };
    await thread.ask('commit', asked);
    while (!news.some(({ kind }) => kind === 'committed')) await sleep(5);
    await untilGone();
    expect((await thread.ask('commit', asked)) as Receipt).toMatchObject({ status: 'complete', done: FILES });
    await thread.stop();
  }, 120_000);
});
