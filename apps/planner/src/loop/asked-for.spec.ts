import { describe, expect, it } from '@jest/globals';
import type { Plan } from '#contracts/plan';
import type { Deed } from '../facts.js';
import { asksForMore } from './asked-for.js';
import type { Run } from './run.js';

interface Case {
  readonly operation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly select?: Deed['select'];
  readonly entries?: number;
  readonly before?: readonly string[];
  readonly agreed?: readonly string[];
  readonly rung?: Run['planner']['rung'];
}

const goesAhead = (message: string, given: Case): boolean => {
  const { operation = 'move', from, to, select, entries = 5, before = [], agreed = [], rung = 'configured' } = given;
  const plan = { planId: 'p-1', operation, from, to, summary: { entries } } as unknown as Plan;
  const deeds = [{ planId: 'p-1', operation, machine: 'pc1', state: 'planned', ...(select && { select }) }];
  const run = { request: message, said: [...before, message], agreed, deeds, planner: { rung, model: 'm' } };
  return !asksForMore(run as unknown as Run, plan);
};

const PDFS = { names: ['*.pdf'] };
const PHOTOS = { category: ['image' as const] };

describe('what the words ask for goes ahead', () => {
  it.each<[string, Case]>([
    [
      'mueve todos los archivos del escritorio a una carpeta luyd en el escritorio',
      { from: 'desktop', to: 'desktop/luyd' },
    ],
    [
      'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y adentro de esa carpeta mete todos los archivos',
      { from: 'desktop', to: 'desktop/luyd' },
    ],
    ['pasa los pdf de descargas a documentos/facturas', { from: 'downloads', to: 'documents/facturas', select: PDFS }],
    ['put the photos from my downloads into pictures', { from: 'downloads', to: 'pictures', select: PHOTOS }],
    ['organiza mis descargas por tipo', { from: 'downloads', to: 'downloads/{category}' }],
    ['organiza las fotos de mis descargas por año', { from: 'downloads', to: 'downloads/{yyyy}', select: PHOTOS }],
    ['tidy up my desktop', { from: 'desktop', to: 'desktop/{category}' }],
    [
      'copia notas.txt del escritorio a documentos',
      { operation: 'copy', from: 'desktop/notas.txt', to: 'documents', entries: 1 },
    ],
    [
      'copia el informe final a documentos',
      { operation: 'copy', from: 'desktop/Informe final.docx', to: 'documents', entries: 1 },
    ],
    [
      'crea una carpeta llamada Viajes 2025 en documentos',
      { operation: 'create-folder', to: 'documents/Viajes 2025', entries: 1 },
    ],
    ['renombra IMG_1.jpg a portada', { operation: 'rename', from: 'pictures/IMG_1.jpg', to: 'portada', entries: 1 }],
    ['ahora pásalos a documentos', { from: 'desktop/luyd', to: 'documents', agreed: ['desktop/luyd'], select: PDFS }],
    [
      'déjalos mejor ahí, muévelos',
      { from: 'desktop', to: 'documents', before: ['copia los pdf del escritorio a documentos'], select: PDFS },
    ],
    ['deshaz eso', { operation: 'undo' }],
    ['undo that please', { operation: 'undo' }],
    ['mueve la carpeta viajes a documentos', { from: 'desktop/viajes', to: 'documents', entries: 1 }],
  ])('%s', (message, given) => expect(goesAhead(message, given)).toBe(true));
});

describe('what goes beyond them waits for the person', () => {
  it.each<[string, string, Case]>([
    ['no change was asked for', '¿qué hay en el escritorio y en documentos?', { from: 'desktop', to: 'documents' }],
    [
      'another operation',
      'copia los pdf del escritorio a documentos',
      { from: 'desktop', to: 'documents', select: PDFS },
    ],
    [
      'another destination',
      'mueve los pdf del escritorio a documentos',
      { from: 'desktop', to: 'downloads', select: PDFS },
    ],
    [
      'a folder nobody named',
      'mueve los pdf del escritorio a documentos',
      { from: 'desktop', to: 'documents/evil', select: PDFS },
    ],
    [
      'another source',
      'mueve los pdf del escritorio a documentos',
      { from: 'pictures', to: 'documents', select: PDFS },
    ],
    [
      'the roles swapped',
      'mueve los pdf del escritorio a documentos',
      { from: 'documents', to: 'desktop', select: PDFS },
    ],
    ['all instead of some', 'mueve los pdf del escritorio a documentos', { from: 'desktop', to: 'documents' }],
    [
      'all instead of one kind',
      'move the photos from downloads to pictures',
      { from: 'downloads', to: 'pictures', select: { kind: 'any' } },
    ],
    [
      'a name nobody said',
      'renombra IMG_1.jpg a portada',
      { operation: 'rename', from: 'pictures/IMG_1.jpg', to: 'x', entries: 1 },
    ],
    [
      'an earlier destination',
      'mueve los pdf del escritorio a documentos',
      { from: 'desktop', to: 'downloads', before: ['copia todo a descargas'], select: PDFS },
    ],
    ['undoing unasked', 'mueve los pdf a documentos', { operation: 'undo' }],
    [
      'a file where another was named',
      'copia notas.txt a documentos',
      { operation: 'copy', from: 'desktop/claves.txt', to: 'documents', entries: 1 },
    ],
  ])('%s', (_, message, given) => expect(goesAhead(message, given)).toBe(false));
});

it('the embedded planner reads no names as language, so its plans come from the words alone', () => {
  expect(goesAhead('ponlo donde siempre', { from: 'desktop', to: 'documents/facturas', rung: 'embedded' })).toBe(true);
});
