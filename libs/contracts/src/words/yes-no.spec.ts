import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yesOrNo } from './yes-no.js';

describe('a yes or a no, decided by code', () => {
  it.each([
    'sí',
    'Si',
    'SÍ!',
    ' sí, por favor. ',
    'dale',
    'sí, dale',
    'ok',
    'Vale, adelante',
    'yes',
    'Yes please',
    'go ahead',
    'y',
  ])('"%s" is a yes', (message) => expect(yesOrNo(message)).toBe('yes'));

  it.each([
    'no',
    'No.',
    'no, gracias',
    'mejor no',
    'cancela',
    'nope',
    'No thanks',
    'don’t',
    'never mind',
    'no, cancel',
  ])('"%s" is a no', (message) => expect(yesOrNo(message)).toBe('no'));

  it.each([
    'sí, pero sin las fotos',
    'sí y luego borra todo',
    'yes, but only the PDFs',
    'no muevas el pdf',
    '¿sí?',
    'yes?',
    'si hay fotos, muévelas',
    'por favor',
    'sí no',
    'deshaz eso',
    'dale la vuelta a las fotos',
    '',
    'oki doki',
  ])('"%s" is neither', (message) => expect(yesOrNo(message)).toBeUndefined());

  it('is never a yes once a request follows it', () => {
    const requests = fc.constantFrom('mueve las fotos', 'delete everything', 'borra el escritorio', 'pero no el pdf');
    fc.assert(
      fc.property(fc.constantFrom('sí', 'dale', 'yes', 'ok'), requests, (yes, request) => {
        expect(yesOrNo(`${yes}, ${request}`)).toBeUndefined();
      }),
    );
  });
});
