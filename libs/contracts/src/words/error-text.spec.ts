import { describe, expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode } from '../errors.js';
import { ERROR_SENTENCES, errorText } from './error-text.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('the sentence of every error', () => {
  it('exists for each code of the table and for no other', () => {
    expect(Object.keys(ERROR_SENTENCES).toSorted()).toEqual(CODES.toSorted());
  });

  it.each(CODES)('%s has two different whole sentences that say what to do next', (code) => {
    const [es, en] = [errorText(code, 'es'), errorText(code, 'en')];
    expect(es).not.toEqual(en);
    for (const sentence of [es, en]) {
      expect(sentence).toMatch(/^\S.*[.]$/u);
      expect(sentence).not.toMatch(/[{}|]/u);
    }
  });

  it.each(CODES)('%s fills the same details in both languages', (code) => {
    const [es, en] = ERROR_SENTENCES[code].map((text) =>
      [...text.matchAll(/\{(\w+)/gu)].map((match) => String(match[1])).toSorted(),
    );
    expect(es).toEqual(en);
  });
});

describe('filling in details', () => {
  it('names the file', () => {
    expect(errorText('EXISTS', 'es', { name: 'informe.pdf' })).toMatch(
      /^Ya hay «informe\.pdf» ahí\. No se cambió nada\./u,
    );
  });

  it('calls places as the person does', () => {
    const details = { name: 'pictures', places: ['desktop', 'music'] };
    expect(errorText('UNKNOWN_PLACE', 'es', details)).toBe(
      'Ese equipo no comparte «imágenes». Comparte: escritorio y música.',
    );
  });

  it('lists what there is', () => {
    const details = { machine: 'casa', machines: ['oficina', 'salón'] };
    expect(errorText('UNKNOWN_MACHINE', 'es', details)).toContain('Los que hay: oficina y salón.');
    expect(errorText('UNKNOWN_MACHINE', 'en', details)).toContain('There are: oficina and salón.');
  });

  it('writes sizes as people do in each language', () => {
    const details = { free: 1_200_000_000, needed: 3_400_000_000 };
    expect(errorText('NO_SPACE', 'es', details)).toContain('1,2 GB');
    expect(errorText('NO_SPACE', 'en', details)).toContain('1.2 GB free and this needs 3.4 GB');
  });
});
