import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMoveAmong } from '../testing/first-calls.js';

const MOVED: Deed = {
  operation: 'move',
  machine: 'pc1',
  planId: 'p1',
  run: 'r1',
  state: 'committed',
  from: 'downloads',
  to: 'documents/Recivos 2025',
  made: true,
  select: { names: ['*.pdf'] },
  entries: 2,
  names: ['a.pdf', 'b.pdf'],
};
const HERE = ['documents/Recivos 2025/', 'documents/Recivos 2025/a.pdf', 'documents/Recivos 2025/b.pdf'];
const move = (sentence: string, deeds: Deed[] = [MOVED]) => {
  const calls = firstMoveAmong(HERE, sentence, { deeds });
  return typeof calls === 'string' ? [] : calls.map(({ name, args: { from, to } }) => [name, from, to]);
};

describe('a folder that was just made with a slip in its name', () => {
  it.each([
    'perdón, es Recibos 2025, corrígele el nombre',
    'uy, la carpeta era Recibos 2025',
    'no, se llama Recibos 2025',
    'me equivoqué, el nombre debe ser Recibos 2025',
    'sorry, typo, the folder should be called Recibos 2025',
    "oops, it's called Recibos 2025",
    'sorry, should be Recibos 2025',
    'my mistake, the name is Recibos 2025, please fix it',
  ])('%s: the folder, with all that is in it', (sentence) =>
    expect(move(sentence)).toEqual([['rename', 'documents/Recivos 2025', 'Recibos 2025']]),
  );

  it.each([
    ['another place is no name', 'no, era en documentos'],
    ['nothing like its name', 'perdón, es una lástima'],
    ['a question', 'no, is it right?'],
    ['no slip at all', 'la carpeta se llama Recibos 2025'],
    ['the name it has', 'sorry, the folder is called Recivos 2025'],
  ])('%s: %s', (_, sentence) => expect(move(sentence).map(([name]) => name)).not.toContain('rename'));

  it('a folder that was there before stays what it is', () => {
    const there: Deed = { ...MOVED, made: undefined };
    expect(move('no, se llama Recibos 2025', [there]).map(([name]) => name)).not.toContain('rename');
  });

  it('one that an earlier request made is meant as well', () => {
    const made: Deed = { ...MOVED, operation: 'create-folder', planId: 'p0', run: 'r0', from: undefined };
    expect(move('no, se llama Recibos 2025', [made, { ...MOVED, made: undefined }])).toEqual([
      ['rename', 'documents/Recivos 2025', 'Recibos 2025'],
    ]);
  });
});
