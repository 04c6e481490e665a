import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../facts.js';
import { firstMove } from '../testing/first-calls.js';
import type { Call } from './job.js';

/** An order whose destination the PC does not share keeps the rest of what was said. */

const PLACES = ['desktop', 'documents', 'downloads'];
const MACHINES: Facts['machines'] = [{ id: 'pc1', name: 'Oficina', online: true, places: PLACES }];
const ask = (sentence: string, asked?: Facts['asked']): readonly Call[] | string =>
  firstMove(sentence, { machines: MACHINES, language: 'es', ...(asked && { asked }) });
const PHOTOS = { from: 'downloads', select: { category: ['image'] } };

describe('a destination that is not shared', () => {
  const question = (ask('mueve las fotos de descargas a imágenes') as readonly Call[])[0]!;
  const asked = question.args as unknown as NonNullable<Facts['asked']>;

  it('is asked for again, and the shared ones are offered', () => {
    expect(question).toMatchObject({
      name: 'ask_person',
      args: {
        question: 'Ese equipo no comparte «imágenes». ¿A qué otra carpeta los llevo?',
        options: ['escritorio', 'documentos', 'descargas'],
      },
    });
  });

  it.each([
    ['no, mejor en documentos', 'documents'],
    ['documentos', 'documents'],
    ['a documentos/fotos', 'documents/fotos'],
    ['en una carpeta Fotos en el escritorio', 'desktop/Fotos'],
  ])('%s: the same things go there', (answer, to) =>
    expect(ask(answer, asked)).toEqual([{ name: 'move', args: { ...PHOTOS, to } }]),
  );

  it.each(['no', 'olvídalo'])('%s: nothing is done', (answer) => expect(typeof ask(answer, asked)).toBe('string'));
});
