import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deed } from '../../facts.js';
import { firstMove } from '../testing/first-calls.js';

const MOVED: Deed = {
  operation: 'move',
  machine: 'pc1',
  planId: 'p1',
  run: 'r1',
  state: 'committed',
  from: 'downloads',
  to: 'pictures',
  select: { names: ['*.jpg'] },
  entries: 2,
};
const after = (sentence: string, deeds: Deed[] = [MOVED]): unknown => {
  const moved = firstMove(sentence, { deeds });
  return typeof moved === 'string' ? 'words' : moved.map(({ name, args }) => [name, args['planId']]);
};

const TO_ELSEWHERE = [
  'no, mejor a documentos',
  'perdón, era a documentos',
  'me equivoqué, a documentos',
  'to documents instead',
  'no wait, to documents instead',
  'sorry, I meant documents',
  'no, put them in documents instead',
  'no, ponlos en documentos',
  'no, better in documents',
];

describe('a correction of the job just done', () => {
  it.each(TO_ELSEWHERE)('%s: exactly what that plan put there is moved on', (sentence) =>
    expect(after(sentence)).toEqual([['plan', 'p1']]),
  );

  it.each(['me equivoqué, eran los png', 'no, quise decir los png', 'sorry, I meant the pngs'])(
    '%s: the wrong ones are put back first',
    (sentence) => expect(after(sentence)).toEqual([['undo', 'p1']]),
  );

  it.each([
    'a documentos',
    'no a documentos',
    'no era a documentos',
    'no, de documentos',
    'no, mejor no',
    'no, mejor a ningún lado',
    'perdón',
    'sorry, I meant to delete them',
    'no, mejor a donde tú quieras',
    'me equivoqué, eran los png o los gif de alguien',
  ])('%s: changes nothing', (sentence) =>
    expect(['words', [['ask_person', undefined]]]).toContainEqual(after(sentence)),
  );

  it('a job of several parts, or one taken back, is not guessed at', () => {
    for (const sentence of TO_ELSEWHERE) {
      expect(after(sentence, [{ ...MOVED, planId: 'p0', to: 'music' }, MOVED])).toEqual([['ask_person', undefined]]);
      expect(after(sentence, [{ ...MOVED, state: 'undone' }])).not.toEqual([['plan', 'p1']]);
    }
  });

  it('a word nobody knows stops it', () => {
    // Two odd pairs: with one, "pozga" is a slip of "ponga", and slips are mended.
    const nonsense = fc.stringMatching(/^[bdfglmnprst][aeiou](?:xk|zg|wk)[aeo](?:xk|zg|wk)[aeo]$/);
    fc.assert(
      fc.property(fc.constantFrom(...TO_ELSEWHERE), nonsense, fc.nat(), (sentence, word, at) => {
        const said = sentence.split(' ');
        said.splice(at % (said.length + 1), 0, word);
        expect(after(said.join(' '))).not.toEqual([['undo', 'p1']]);
        expect(after(said.join(' '))).not.toEqual([['plan', 'p1']]);
      }),
    );
  });
});
