import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { factsFor } from '../testing/first-calls.js';
import { mentionsIn, spokenIn } from './spoken.js';

const deed = (operation: string, more: Partial<Deed> = {}): Deed => ({
  operation,
  machine: 'pc1',
  run: 'r1',
  state: operation === 'find' ? 'looked' : 'committed',
  from: 'downloads',
  entries: 1,
  ...more,
});
const spoken = (...deeds: Deed[]): string[] => spokenIn(factsFor('eso', { deeds })).map(({ from }) => from ?? '');

describe('what the conversation last spoke of', () => {
  it('a look into every place: those where something was found', () =>
    expect(
      spoken(deed('find', { from: 'desktop' }), deed('find', { entries: 0 }), deed('find', { from: 'documents' })),
    ).toEqual(['documents', 'desktop']));

  it('a look that found nothing still says where', () => expect(spoken(deed('find', { entries: 0 }))).toHaveLength(1));

  it('a count that looked twice at the same is one', () =>
    expect(spoken(deed('find'), deed('find', { select: { depth: 64 } }))).toHaveLength(1));

  it('our own lookups and rejected plans are never meant', () =>
    expect(
      spoken(
        deed('find', { from: 'music' }),
        deed('find', { select: { hidden: false } }),
        deed('move', { state: 'rejected' }),
      ),
    ).toEqual(['music']));

  it('all that one request moved', () =>
    expect(spoken(deed('find', { run: 'r0' }), deed('move', { from: 'a' }), deed('move', { from: 'b' }))).toEqual([
      'b',
      'a',
    ]));

  it('an undo speaks of what it took back', () =>
    expect(
      spoken(
        deed('move', { from: 'music', planId: 'p1', state: 'undone' }),
        deed('trash', { from: 'videos', planId: 'p2', state: 'undone', run: 'r1b' }),
        deed('undo', { run: 'r2', from: 'x', planId: 'p3', undoOf: 'p1' }),
      ),
    ).toEqual(['music']));

  it('a part of a job that came back is spoken of itself, whatever was undone before', () =>
    expect(
      spoken(
        deed('trash', { from: 'videos', planId: 'p1', state: 'undone' }),
        deed('undo', { run: 'r2', from: 'x', planId: 'p2' }),
      ),
    ).toEqual(['x']));

  it('requests stay apart', () =>
    expect(mentionsIn(factsFor('eso', { deeds: [deed('find'), deed('find', { run: 'r2' })] }))).toHaveLength(2));
});
