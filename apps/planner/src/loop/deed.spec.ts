import { describe, expect, it } from '@jest/globals';
import { CATALOG } from '#contracts/catalog';
import type { Plan } from '#contracts/plan';
import { deedFor } from './deed.js';

const entry = (action: string, from: string | undefined, to: string | undefined) => ({
  action,
  kind: 'file',
  from,
  to,
  bytes: 1,
});
const deedOf = (sample: readonly unknown[], to = 'documents/New') =>
  deedFor({
    operation: CATALOG.move,
    machine: 'pc1',
    request: { from: 'downloads', to },
    plan: {
      planId: 'p-1',
      operation: 'move',
      from: 'downloads',
      to,
      summary: { entries: 1 },
      sample,
    } as unknown as Plan,
    reply: {},
  });

describe('what a plan is about', () => {
  it('names neither the folders made on the way nor what is left alone', () =>
    expect(
      deedOf([
        entry('create-folder', undefined, 'documents/New'),
        entry('skip', 'downloads/b.pdf', undefined),
        entry('move', 'downloads/a.pdf', 'documents/New/a.pdf'),
      ]),
    ).toMatchObject({ names: ['a.pdf'], made: true }));

  it('a folder that was there was not made by it', () =>
    expect(deedOf([entry('move', 'downloads/a.pdf', 'documents/New/a.pdf')])).not.toHaveProperty('made'));
});
