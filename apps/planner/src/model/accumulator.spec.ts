import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Accumulator, type CallDelta, type Chunk } from './accumulator.js';

interface Style {
  readonly hasIndex: boolean;
  readonly hasId: boolean;
  readonly repeats: boolean;
  readonly cuts: readonly number[];
}

/** One whole call as a server of this style streams it. */
const deltasOf = (call: { name: string; text: string }, at: number, style: Style): CallDelta[] => {
  const ends = [...new Set(style.cuts.map((cut) => cut % (call.text.length + 1)))].sort((a, b) => a - b);
  const pieces = [...ends, call.text.length].map((end, nth) => call.text.slice(ends[nth - 1] ?? 0, end));
  return pieces.map((piece, nth) => ({
    ...(style.hasIndex && { index: at }),
    ...(style.hasId && (nth === 0 || style.repeats) && { id: `id${at}` }),
    function: { ...((nth === 0 || (style.repeats && style.hasId)) && { name: call.name }), arguments: piece },
  }));
};

const chunk = (delta: CallDelta): Chunk => ({ choices: [{ delta: { tool_calls: [delta] } }] });

describe('putting a streamed answer together', () => {
  it('gives the same calls however a server cuts, numbers and names them', () => {
    const call = fc.record({
      name: fc.constantFrom('find', 'move', 'trash'),
      text: fc.object().map((value) => JSON.stringify(value)),
    });
    const style = fc.record({
      hasIndex: fc.boolean(),
      hasId: fc.boolean(),
      repeats: fc.boolean(),
      cuts: fc.array(fc.nat(), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 4 }), style, (calls, given) => {
        const answer = new Accumulator();
        for (const [at, each] of calls.entries())
          for (const delta of deltasOf(each, at, given)) answer.add(chunk(delta));
        const out = answer.calls((position) => `made${position}`);
        expect(out.map(({ name, arguments: text }) => ({ name, text }))).toEqual(calls);
        expect(new Set(out.map(({ id }) => id)).size).toBe(calls.length);
      }),
    );
  });

  it('keeps words and tokens, and tolerates chunks without anything', () => {
    const answer = new Accumulator();
    for (const text of ['ho', 'la']) expect(answer.add({ choices: [{ delta: { content: text } }] })).toBe(text);
    for (const empty of [{}, { choices: [] }, { choices: [{}] }, { choices: [{ delta: null }] }])
      expect(answer.add(empty)).toBe('');
    answer.add({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } });
    expect([answer.words, answer.usage]).toEqual(['hola', { promptTokens: 7, completionTokens: 2 }]);
  });
});
