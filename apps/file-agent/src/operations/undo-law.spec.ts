import { describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import type { Tree } from '../disk/testing/temp-folder.js';
import { TestDesk } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';

/** Any write of the catalog, as anybody might ask for it on a small messy home. */
const tree: Tree = {
  Desktop: {
    'a.txt': '1',
    'b.TXT': '22',
    'foto 1.jpg': '333',
    sub: { 'a.txt': 'x', hondo: { 'z.pdf': 'y' } },
    vacía: {},
  },
  Documents: { 'a.txt': 'kept', sub: { 'a.txt': 'also kept' } },
};
const folder = fc.constantFrom(
  'desktop',
  'desktop/sub',
  'desktop/sub/hondo',
  'documents',
  'documents/sub',
  'desktop/nuevo/x',
);
const entry = fc.constantFrom(
  'desktop/a.txt',
  'desktop/sub',
  'desktop/vacía',
  'documents/a.txt',
  'documents/sub/a.txt',
);
const select = fc.record(
  { kind: fc.constantFrom('file', 'any', 'folder'), depth: fc.constantFrom(1, 64) },
  { requiredKeys: [] },
);
const onConflict = fc.constantFrom('number', 'skip', 'trash-existing');
const to = fc.oneof(folder, fc.constantFrom('documents/{ext}', 'desktop/{category}/{n} {stem}', 'documents/{relpath}'));
const bulk = fc.oneof(fc.record({ from: folder, select, to, onConflict }), fc.record({ from: entry, to, onConflict }));
const request = fc.oneof(
  fc.tuple(fc.constant('move' as const), bulk),
  fc.tuple(fc.constant('copy' as const), bulk),
  fc.tuple(
    fc.constant('rename' as const),
    fc.record({ from: folder, select, to: fc.constantFrom('n {n}', '{stem} x', 'igual') }),
  ),
  fc.tuple(fc.constant('trash' as const), fc.oneof(fc.record({ from: entry }), fc.record({ from: folder, select }))),
  fc.tuple(
    fc.constant('create-folder' as const),
    fc.record({ folder: fc.constantFrom('desktop/q/w/e', 'documents/nuevo') }),
  ),
  fc.tuple(
    fc.constant('write' as const),
    fc.record({
      file: fc.oneof(entry, fc.constant('desktop/w/n.txt')),
      text: fc.string(),
      mode: fc.constantFrom('create', 'replace', 'append'),
    }),
  ),
);

/** Those that take something from where it was. */
const taking = request.filter(([operation]) => ['move', 'rename', 'trash'].includes(operation));

describe('every write of the catalog', () => {
  it('does just what its plan says, loses nothing, and undone in turn leaves the tree as it was', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 4 }), (requests) => {
        const test = new TestDesk({ tree });
        try {
          const before = treeOf(test.home.path);
          const contents = contentsOf(before);
          let done = 0;
          for (const [operation, body] of requests) if (happened(test, operation, body)) done++;
          const everything = [test.home.path, test.state.path, trashOf(test)].flatMap((path) =>
            contentsOf(treeOf(path)),
          );
          for (const content of contents) expect(everything).toContain(content);
          for (; done > 0; done--) expect(test.do('undo', {}).status).toBe('complete');
          expect(treeOf(test.home.path)).toEqual(before);
        } finally {
          test.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is undone again after it was done again, what it had in the trash included', () => {
    const test = new TestDesk({ tree });
    try {
      const before = treeOf(test.home.path);
      const requests = [
        ['trash', { from: 'desktop', select: {} }],
        ['move', { from: 'desktop/a.txt', to: 'documents', onConflict: 'trash-existing' }],
        ['write', { file: 'documents/a.txt', text: 'new', mode: 'replace' }],
      ] as const;
      for (const [operation, body] of requests) {
        const { planId } = test.do(operation, body);
        const { planId: undone } = test.do('undo', { planId });
        test.do('undo', { planId: undone });
        expect(test.ask('undo', { planId }).needs).toEqual([]);
        expect(test.do('undo', {}).status).toBe('complete');
        expect(treeOf(test.home.path)).toEqual(before);
      }
    } finally {
      test.close();
    }
  });

  it('is undone once: of two undos planned side by side the second finds nothing left, and claims nothing', () => {
    const test = new TestDesk({ tree });
    try {
      const before = treeOf(test.home.path);
      const { planId } = test.do('move', { from: 'desktop', select: {}, to: 'desktop/luyd' });
      const [first, second] = [test.ask('undo', { planId }), test.ask('undo', { planId })];
      expect(test.commit(first).status).toBe('complete');
      expect(() => test.commit(second)).toThrow(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }));
      expect(test.desk.engine.history.receipt(planId)?.undoneBy).toBe(first.planId);
      expect(treeOf(test.home.path)).toEqual(before);
      test.do('undo', { planId: first.planId });
      expect(test.do('undo', { planId }).status).toBe('complete');
    } finally {
      test.close();
    }
  });
});

describe('undo of a part of any job', () => {
  it('brings back just what was named; undone, all is as the job left it; and the whole can still be undone', () => {
    fc.assert(
      fc.property(taking, fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), ([operation, body], picks) => {
        const test = new TestDesk({ tree });
        try {
          const before = treeOf(test.home.path);
          if (!happened(test, operation, body)) return;
          const [job] = test.ask<{ receipts: Receipt[] }>('history', {}).receipts;
          const taken = job!.entries.filter(({ action, from }) => from !== undefined && action !== 'copy');
          const some = taken.filter((_, at) => picks[at]);
          if (some.length === 0) return;
          const after = treeOf(test.home.path);
          const part = test.do('undo', { planId: job!.planId, only: some.map(({ from }) => from!) });
          const parted = treeOf(test.home.path);
          expect(parted).toEqual(withBack(part.entries, { before, after, parted }));
          if (part.undoable) test.do('undo', { planId: part.planId });
          expect(treeOf(test.home.path)).toEqual(after);
          const whole = test.ask('undo', { planId: job!.planId });
          expect({ needs: whole.needs, skipped: whole.summary.skipped }).toEqual({ needs: [], skipped: 0 });
          expect(test.commit(whole)).toMatchObject({ status: 'complete', done: whole.summary.entries });
          expect(treeOf(test.home.path)).toEqual(before);
        } finally {
          test.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

type Paths = Record<string, unknown>;

/** The tree after the job with what came back as it was before; where that had been put is what had been there, or nothing. */
const withBack = (
  entries: Receipt['entries'],
  { before, after, parted }: Record<'before' | 'after' | 'parted', Paths>,
): Paths => {
  const back = entries.filter(({ result }) => result === 'done');
  const isIn = (path: string, end: 'from' | 'to'): boolean =>
    back.some((entry) => entry[end] !== undefined && isBelow(path, entry[end]));
  return Object.fromEntries(
    Object.keys({ ...before, ...after }).flatMap((path) => {
      if (isIn(path, 'to')) return before[path] === undefined ? [] : [[path, before[path]]];
      if (!isIn(path, 'from')) return after[path] === undefined ? [] : [[path, after[path]]];
      return parted[path] === undefined ? [] : [[path, before[path]]];
    }),
  );
};

const isBelow = (path: string, location: string): boolean => {
  const root = location.replace(/^(.)/, (first) => first.toUpperCase());
  return path === root || path.startsWith(`${root}/`);
};

describe('undo of a plan that was never carried out', () => {
  it('says that it changed nothing, and why; of an id that was never one it says so', () => {
    const test = new TestDesk({ tree });
    try {
      const { planId } = test.ask('move', { from: 'desktop', select: {}, to: 'desktop/luyd' });
      const undo = (): unknown => test.ask('undo', { planId });
      expect(undo).toThrow('That plan was not carried out: it changed nothing, so there is nothing to undo.');
      test.ask('discard', { planId });
      expect(undo).toThrow('That plan was rejected: it changed nothing, so there is nothing to undo.');
      expect(undo).toThrow(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }));
      const unknown = (): unknown => test.ask('undo', { planId: 'p-00000000000000' });
      expect(unknown).toThrow(expect.objectContaining({ code: 'UNKNOWN_PLAN' }));
    } finally {
      test.close();
    }
  });
});

/** Refused plans change nothing; the others are carried out whole. */
const happened = (
  test: TestDesk,
  operation: (typeof request extends fc.Arbitrary<infer T> ? T : never)[0],
  body: object,
): boolean => {
  try {
    const plan = test.ask(operation, body);
    const receipt = test.commit(plan);
    expect(receipt).toMatchObject({
      status: 'complete',
      done: plan.summary.entries,
      failed: 0,
      stale: 0,
      overwritten: 0,
    });
    return true;
  } catch (error) {
    if (error instanceof OrdenaError && error.status < 500) return false;
    throw error;
  }
};

/** The person's own trash, where the desktop shows it. */
const trashOf = (test: TestDesk): string => {
  mkdirSync(test.home.at('.local'), { recursive: true });
  return test.home.at('.local');
};

const contentsOf = (entries: Record<string, unknown>): unknown[] =>
  Object.values(entries).flatMap((found) => (found as { text?: string }).text ?? []);
