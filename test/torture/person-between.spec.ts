import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor, numbered, Ops } from '../../apps/file-agent/src/disk/testing/ops.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { Crash, crashAt, type Fault, FaultySys, NO_FAULT } from './faulty-sys.js';

/** A person works on between the death of an agent and its recovery, and again when the recovery died too. */

let disk: TempFolder;
beforeEach(() => {
  disk = new TempFolder({ desktop: {} });
});
afterEach(() => disk.remove());

const open = ({ sys }: FaultySys): Engine =>
  Engine.open(sys, {
    places: [{ name: 'desktop', words: [], path: disk.at('desktop') }],
    stateFolder: disk.at('state'),
  });

/** An agent starts, recovers and acts, until it is done or dies of the fault. Answers whether it lived. */
const live = (fault: Fault, act: (engine: Engine) => void = () => undefined): boolean => {
  const faulty = new FaultySys(realSys, { syncs: false });
  faulty.arm(fault);
  try {
    const engine = open(faulty);
    act(engine);
    engine.close();
    return true;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return false;
  } finally {
    faulty.bury();
    rmSync(disk.at('state/lock'), { force: true });
  }
};

const moves = (engine: Engine): void => {
  const ops = numbered([new Ops(engine).move('desktop/a.txt', 'desktop/b.txt')]);
  drain(engine.commit({ meta: metaFor('p-torture00', 1), ops }));
};

/** The inodes that hold each text, a name a row. */
const inodesOf = (text: string): number[] =>
  readdirSync(disk.at('desktop'))
    .map((name) => disk.at('desktop', name))
    .filter((path) => readFileSync(path, 'utf8') === text)
    .map((path) => statSync(path).ino);

/** Dies before change `at`; somebody takes the old name; the recovery dies before change `again`; the name is freed. */
const history = (at: number, again: number): { died: boolean; diedAgain: boolean } => {
  disk.remove();
  disk = new TempFolder({ desktop: { 'a.txt': 'A' } });
  const died = !live(crashAt(at), moves);
  if (!existsSync(disk.at('desktop/a.txt'))) writeFileSync(disk.at('desktop/a.txt'), 'newer');
  const diedAgain = !live(crashAt(again));
  if (existsSync(disk.at('desktop/a.txt'))) renameSync(disk.at('desktop/a.txt'), disk.at('desktop/mine.txt'));
  live(NO_FAULT);
  return { died, diedAgain };
};

it('nothing is lost; at worst one file has two names, where the old name was taken and freed around a second death', () => {
  const wrong: unknown[] = [];
  let [tried, twice] = [0, 0];
  for (let at = 1, died = true; died; at++) {
    for (let again = 1, diedAgain = true; diedAgain; again++) {
      ({ died, diedAgain } = history(at, again));
      const [moved, newer] = [inodesOf('A'), inodesOf('newer')];
      tried++;
      if (moved.length > 1) twice++;
      if (new Set(moved).size !== 1 || newer.length > 1) wrong.push({ at, again, moved, newer });
    }
  }
  expect(wrong).toEqual([]);
  expect(twice).toBeLessThan(tried / 20);
}, 60_000);
