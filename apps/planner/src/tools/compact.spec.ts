import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { okResult, RESULT_MAX_CHARACTERS } from './compact.js';

describe('what a tool says back', () => {
  it('is whole JSON under the cap, whatever the reply', () => {
    const entry = fc.record({ name: fc.string({ maxLength: 255, unit: 'binary' }), size: fc.nat() });
    const reply = fc.record({
      in: fc.string(),
      entries: fc.array(entry, { maxLength: 300 }),
      text: fc.string({ maxLength: 30_000 }),
    });
    fc.assert(
      fc.property(reply, (given) => {
        const text = okResult(given);
        expect(text.length).toBeLessThanOrEqual(RESULT_MAX_CHARACTERS);
        expect(JSON.parse(text)).toMatchObject({ ok: true });
      }),
    );
  });

  it('says when only part is shown, and keeps the totals', () => {
    const entries = Array.from({ length: 1000 }, (_, at) => ({ name: `${'n'.repeat(240)}${at}` }));
    const result = JSON.parse(okResult({ entries, totals: { entries: 1000 } })) as { cut: string; totals: object };
    expect(result).toMatchObject({ cut: expect.stringContaining('part'), totals: { entries: 1000 } });
  });

  it('shows hidden and turning characters instead of sending them', () => {
    const text = okResult({ name: 'a\u202Etxt\u200B\u{E0041}\u0007' });
    expect(text).not.toMatch(/[\u200b-\u202e\p{Cc}]|\u{E0041}/u);
    expect((JSON.parse(text) as { name: string }).name).toBe('a\u202Etxt\u200B\u{E0041}\u0007');
  });
});
