import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NeedSchema, type Need, type Plan } from '#contracts/plan';
import { parseCeilings } from './ceilings.js';
import { AUTO_ENTRIES, reasonsToAsk, type PolicyFacts } from './policy.js';

const EMPTY = {
  entries: 1,
  files: 1,
  folders: 0,
  newFolders: 0,
  bytes: 0,
  conflicts: 0,
  skipped: 0,
  overwrites: 0,
  trashes: 0,
};

const planOf = (
  operation: string,
  more: { needs?: Need[]; summary?: Partial<Plan['summary']>; machine?: string } = {},
): Plan => ({
  planId: 'p-00000000',
  hash: '0'.repeat(64),
  machine: more.machine ?? 'pc1',
  operation,
  createdAt: '',
  expiresAt: '',
  summary: { ...EMPTY, ...more.summary },
  sample: [],
  needs: more.needs ?? [],
});

const reasons = (facts: Partial<PolicyFacts>): string[] =>
  reasonsToAsk({
    mode: 'auto',
    ceilings: new Map(),
    tainted: false,
    plans: [planOf('move')],
    entriesBefore: 0,
    ...facts,
  });

const AUTOMATIC = ['move', 'copy', 'rename', 'create-folder', 'write', 'undo'];

describe('who must be asked', () => {
  it.each(AUTOMATIC)('%s goes ahead by itself when nothing speaks against it', (operation) =>
    expect(reasons({ plans: [planOf(operation)] })).toEqual([]),
  );

  it.each(['trash', 'format-disk', ''])('"%s" always asks', (operation) =>
    expect(reasons({ plans: [planOf(operation)] })).toContain('operation'),
  );

  it.each(['overwrite', 'trash', 'other-machine', 'over-quota', 'changed-since', 'many'] as const)(
    'the need "%s" asks',
    (need) => expect(reasons({ plans: [planOf('move', { needs: [need] })] })).toEqual([need]),
  );

  it('reads the counts too, so a plan that forgot to name its need still asks', () => {
    expect(reasons({ plans: [planOf('write', { summary: { overwrites: 1 } })] })).toEqual(['overwrite']);
    expect(reasons({ plans: [planOf('move', { summary: { trashes: 1 } })] })).toEqual(['trash']);
  });

  it('counts what the request changed before: many small plans are one big one', () => {
    const plans = [planOf('move', { summary: { entries: 300 } })];
    expect(reasons({ plans })).toEqual([]);
    expect(reasons({ plans, entriesBefore: AUTO_ENTRIES - 300 })).toEqual([]);
    expect(reasons({ plans, entriesBefore: AUTO_ENTRIES - 299 })).toEqual(['many']);
  });

  it('undoes a whole job by itself however big it was, unless something changed since', () => {
    const summary = { entries: 10_000, trashes: 10_000 };
    expect(reasons({ plans: [planOf('undo', { summary, needs: ['many', 'trash'] })] })).toEqual([]);
    expect(reasons({ plans: [planOf('undo', { summary, needs: ['changed-since'] })] })).toEqual(['changed-since']);
  });

  it('obeys the lower of what was asked for and the ceiling of each machine', () => {
    const ceilings = parseCeilings('pc1=ask, pc2=look');
    expect(reasons({ ceilings })).toEqual(['mode']);
    expect(reasons({ ceilings, plans: [planOf('move', { machine: 'pc3' })] })).toEqual([]);
    expect(() => reasons({ ceilings, plans: [planOf('move', { machine: 'pc2' })] })).toThrow(/only looks/);
    expect(() => reasons({ mode: 'look' })).toThrow(/only looks/);
    expect(() => parseCeilings('pc1=everything')).toThrow(/ORDENA_CEILING/);
  });

  it('is never loosened: more reasons, a stricter mode or taint never take a question away', () => {
    const plan = fc.record({
      operation: fc.constantFrom(...AUTOMATIC, 'trash'),
      needs: fc.uniqueArray(fc.constantFrom(...NeedSchema.options)),
      entries: fc.nat(800),
    });
    fc.assert(
      fc.property(
        fc.array(plan, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.nat(600),
        (made, tainted, entriesBefore) => {
          const plans = made.map(({ operation, needs, entries }) => planOf(operation, { needs, summary: { entries } }));
          const free = reasons({ plans, tainted, entriesBefore });
          const bound = reasons({ plans, tainted: true, entriesBefore: entriesBefore + 1, mode: 'ask' });
          expect(bound).toEqual(expect.arrayContaining([...free, 'mode', 'tainted']));
          const alone = plans.flatMap((one) => reasons({ plans: [one], tainted, entriesBefore }));
          expect(free).toEqual(expect.arrayContaining(alone));
        },
      ),
    );
  });
});
