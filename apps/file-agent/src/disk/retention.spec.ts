import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { Engine } from './engine.js';
import { inOneGo } from './steps.js';
import { realSys } from './sys.js';
import { commit, Ops, undo } from './testing/ops.js';
import { TempFolder } from './testing/temp-folder.js';

const DAY_MS = 86_400_000;

/** History and trash are kept as long as the owner says, and not for ever. */
describe('retention', () => {
  let disk: TempFolder;
  let engine: Engine;
  let laterMs = 0;
  const open = (segmentBytes = 4_000): Engine =>
    Engine.open(realSys, {
      places: ['desktop', 'documents'].map((name) => ({ name, words: [], path: disk.at(name) })),
      stateFolder: disk.at('state'),
      journal: { segmentBytes, now: () => new Date(Date.now() + laterMs) },
    });
  const reopen = (): void => {
    engine.close();
    engine = open();
  };
  const segments = (): string[] => readdirSync(disk.at('state/journal')).filter((name) => name.endsWith('.jsonl'));
  const trashed = (name: string): string => {
    writeFileSync(disk.at('desktop', name), name);
    return commit(engine, [new Ops(engine).trash(`desktop/${name}`)]).planId;
  };
  const purge = (before: Date) => inOneGo(engine.purge(before));
  const LATER = new Date(Date.now() + DAY_MS);

  beforeEach(() => {
    laterMs = 0;
    disk = new TempFolder({ desktop: {}, documents: {} });
    engine = open();
  });
  afterEach(() => {
    engine.close();
    disk.remove();
  });

  it('a journal of several files is one history, also after a restart', () => {
    const plans = Array.from({ length: 12 }, (_, at) => trashed(`${at}`));
    expect(segments().length).toBeGreaterThan(2);
    reopen();
    expect(engine.journal.planIds()).toEqual(plans);
    for (const planId of plans.reverse()) expect(undo(engine, planId)).toMatchObject({ status: 'complete' });
    expect(readdirSync(disk.at('desktop'))).toHaveLength(12);
  });

  it('forgets whole files of it whose plans are all over; the rest stays trusted and can be undone', () => {
    const old = Array.from({ length: 12 }, (_, at) => trashed(`${at}`));
    const before = new Date(Date.now() + 1);
    while (Date.now() <= before.getTime());
    const young = trashed('young');
    const files = segments();
    expect(purge(before)).toEqual({ things: 12, plans: expect.any(Number) });
    expect(segments().length).toBeLessThan(files.length);
    expect(segments()).toEqual(files.filter((name) => segments().includes(name)));
    const kept = engine.journal.planIds();
    reopen();
    expect(engine.journal.isGood).toBe(true);
    expect(engine.journal.planIds()).toEqual(kept);
    expect(kept.length).toBeLessThan(old.length);
    expect(engine.history.receipt(old[0]!)).toBeUndefined();
    expect(undo(engine, young)).toMatchObject({ status: 'complete' });
    expect(purge(before)).toEqual({ things: 0, plans: 0 });
  });

  it('stays bounded however many plans there were', () => {
    const bytes = (): number =>
      segments().reduce((sum, name) => sum + statSync(disk.at('state/journal', name)).size, 0);
    for (let round = 0; round < 3; round++) {
      for (let at = 0; at < 80; at++) commit(engine, [new Ops(engine).folder(`desktop/${round}-${at}`)]);
      purge(LATER);
      expect(segments()).toHaveLength(1);
      expect(bytes()).toBeLessThan(10_000);
    }
    reopen();
    expect(engine.journal.isGood).toBe(true);
    expect(engine.journal.planIds().length).toBeLessThan(10);
  });

  it('a file of it holds no more than a week, so that a little used PC forgets too', () => {
    engine.close();
    engine = open(64 << 20);
    const first = trashed('a');
    laterMs = 8 * DAY_MS;
    trashed('b');
    expect(segments()).toHaveLength(2);
    expect(purge(LATER).plans).toBe(1);
    expect(engine.journal.has(first)).toBe(false);
  });

  it('a plan that runs over the end of a file goes whole or not at all', () => {
    const names = Array.from({ length: 600 }, (_, at) => `${at}`);
    for (const name of names) writeFileSync(disk.at('desktop', name), '');
    const ops = new Ops(engine);
    const { planId } = commit(
      engine,
      names.map((name) => ops.trash(`desktop/${name}`)),
    );
    const [first, last] = engine.journal.span(planId);
    expect(first).not.toBe(last);
    expect(purge(LATER)).toEqual({ things: 600, plans: 0 });
    expect(engine.history.receipt(planId)).toMatchObject({ done: 600 });
    expect(segments()).toContain(first);
  });

  it('a file taken away by hand is noticed, the first one too', () => {
    Array.from({ length: 12 }, (_, at) => trashed(`${at}`));
    for (const at of [0, 1]) {
      const name = segments()[at]!;
      engine.close();
      renameSync(disk.at('state/journal', name), disk.at('aside'));
      engine = open();
      expect(engine.journal.isGood).toBe(false);
      renameSync(disk.at('aside'), disk.at('state/journal', name));
    }
    reopen();
    expect(engine.journal.isGood).toBe(true);
  });
});
