import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys, type Sys } from '../../apps/file-agent/src/disk/sys.js';
import { commit, Ops, undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { Crash, FaultySys, NO_FAULT } from './faulty-sys.js';
import { World } from './world.js';

const PLAN = 'p-torture00';

/** Runs `before` when the source of a move between disks is about to be taken, its copy having its name already. */
const whenSourceGoes = (before: () => void): Sys => ({
  ...realSys,
  rename: (from, to) => {
    if (to.toString().endsWith('-source')) before();
    realSys.rename(from, to);
  },
});

let world: World;
beforeEach(() => {
  world = new World(1);
});
afterEach(() => world.remove());

const at = (place: string, name: string): string =>
  join(world.places.find((one) => one.name === place)!.path, '0', name);
const text = (place: string, name: string): string => readFileSync(at(place, name), 'utf8');
const move = (engine: Engine) =>
  commit(engine, [new Ops(engine).move('desktop/0/f.txt', 'usb/0/f.txt')], { planId: PLAN });

/** Dies between the copy's public name and the source's leaving, lets `meanwhile` happen, and starts again. */
const afterDeath = (meanwhile: () => void): Engine => {
  const faulty = new FaultySys(
    whenSourceGoes(() => {
      throw new Crash('the power went');
    }),
  );
  faulty.arm(NO_FAULT);
  expect(() => move(world.open(faulty.sys))).toThrow(Crash);
  faulty.bury();
  world.dropLock();
  meanwhile();
  return world.open(realSys);
};

const saveAnew = (): void => {
  writeFileSync(at('desktop', '.saving'), 'newer');
  renameSync(at('desktop', '.saving'), at('desktop', 'f.txt'));
};

describe('a move between disks whose source somebody changes', () => {
  it.each([
    ['written to', () => appendFileSync(at('desktop', 'f.txt'), ' and more'), 'f 0 and more'],
    ['saved anew', saveAnew, 'newer'],
  ])('after a death, %s: it stays, the copy too, and the receipt says so', (_, change, left) => {
    const engine = afterDeath(change);
    expect([text('desktop', 'f.txt'), text('usb', 'f.txt')]).toEqual([left, 'f 0']);
    expect(engine.history.receipt(PLAN)).toMatchObject({ done: 1, entries: [{ result: 'done', code: 'STALE' }] });
    expect(undo(engine, PLAN)).toMatchObject({ done: 1, failed: 0, stale: 0 });
    expect(text('desktop', 'f.txt')).toBe(left);
    expect(() => text('usb', 'f.txt')).toThrow('ENOENT');
    engine.close();
  });

  it('after a death, not at all: it goes, and nothing is said', () => {
    const engine = afterDeath(() => undefined);
    expect(() => text('desktop', 'f.txt')).toThrow('ENOENT');
    expect(engine.history.receipt(PLAN)!.entries).toEqual([expect.not.objectContaining({ code: 'STALE' })]);
    undo(engine, PLAN);
    expect(text('desktop', 'f.txt')).toBe('f 0');
    engine.close();
  });

  it('in the very moment when it goes: the newer one comes home instead of going to the trash', () => {
    const engine = world.open(whenSourceGoes(saveAnew));
    expect(move(engine)).toMatchObject({ done: 1, entries: [{ code: 'STALE' }] });
    expect([text('desktop', 'f.txt'), text('usb', 'f.txt')]).toEqual(['newer', 'f 0']);
    expect(world.staged()).toEqual([]);
    engine.close();
  });

  it('after a death, gone: the copy is all there is, and the receipt says that it was not taken', () => {
    const engine = afterDeath(() => rmSync(at('desktop', 'f.txt')));
    expect(engine.history.receipt(PLAN)).toMatchObject({ entries: [{ code: 'STALE' }] });
    engine.close();
  });
});
