import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../plan.js';
import { planText } from './plan-text.js';

const undo = (sample: Plan['sample'], summary: Partial<Plan['summary']> = {}): Plan => {
  const files = sample.filter(({ kind }) => kind === 'file').length;
  const counts = { entries: files, files, folders: 0, newFolders: 0, bytes: 0, conflicts: 0, skipped: 0 };
  return {
    planId: 'p-12345678',
    hash: 'a'.repeat(64),
    machine: 'pc1',
    operation: 'undo',
    createdAt: '2026-11-22T10:00:00Z',
    expiresAt: '2026-11-22T10:30:00Z',
    summary: { ...counts, overwrites: 0, trashes: 0, ...summary },
    sample,
    needs: [],
  };
};

const file = (action: Plan['sample'][number]['action'], from?: string, to?: string): Plan['sample'][number] => ({
  action,
  kind: 'file',
  bytes: 1,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
const GONE = { action: 'remove-folder', kind: 'folder', from: 'documents/facturas', bytes: 0 } as const;
const MOVED = [
  file('move', 'documents/facturas/a.pdf', 'desktop/a.pdf'),
  file('move', 'documents/facturas/b.pdf', 'desktop/b.pdf'),
];

describe('the preview of an undo says what it puts back', () => {
  it.each<[string, Plan, string, string]>([
    [
      'a move, whose new folder goes along',
      undo([...MOVED, GONE]),
      'Deshacer: 2 archivos de documentos/facturas de vuelta a escritorio.',
      'Undo: 2 files from documents/facturas back to desktop.',
    ],
    [
      'a move of one',
      undo(MOVED.slice(0, 1)),
      'Deshacer: «a.pdf» de documentos/facturas de vuelta a escritorio.',
      'Undo: “a.pdf” from documents/facturas back to desktop.',
    ],
    [
      'a move into several folders',
      undo([...MOVED, file('move', 'documents/otra/c.pdf', 'desktop/c.pdf')]),
      'Deshacer: 3 archivos de vuelta a escritorio.',
      'Undo: 3 files back to desktop.',
    ],
    [
      'a move of more than is shown',
      undo(MOVED, { entries: 60, files: 60 }),
      'Deshacer: 60 archivos de vuelta.',
      'Undo: 60 files back.',
    ],
    [
      'one new name',
      undo([file('move', 'desktop/b.pdf', 'desktop/a.pdf')]),
      'Deshacer: «b.pdf» vuelve a llamarse «a.pdf».',
      'Undo: “b.pdf” is called “a.pdf” again.',
    ],
    [
      'new names',
      undo([file('move', 'desktop/1.pdf', 'desktop/a.pdf'), file('move', 'desktop/2.pdf', 'desktop/b.pdf')]),
      'Deshacer: 2 archivos de escritorio con su nombre de antes.',
      'Undo: 2 files from desktop get their old names back.',
    ],
    [
      'what went to the trash',
      undo([file('restore', undefined, 'downloads/a.exe'), file('restore', undefined, 'downloads/b.exe')]),
      'Deshacer: 2 archivos de la papelera de vuelta a descargas.',
      'Undo: 2 files from the trash back to downloads.',
    ],
    [
      'copies',
      undo([file('trash', 'documents/a.pdf'), file('trash', 'documents/b.pdf')]),
      'Deshacer: 2 archivos de documentos a la papelera.',
      'Undo: 2 files from documents to the trash.',
    ],
    [
      'a new folder',
      undo([GONE], { entries: 1, folders: 1, files: 0 }),
      'Deshacer: quitar «facturas».',
      'Undo: remove “facturas”.',
    ],
    ['a new folder into which nothing came', undo([GONE]), 'Deshacer: quitar «facturas».', 'Undo: remove “facturas”.'],
    [
      'a text that comes back in the stead of a newer one',
      undo([file('restore', undefined, 'documents/notas.txt')], { overwrites: 1 }),
      'Deshacer lo anterior: 1 archivo como antes; 1 elemento que ya existe irá a la papelera.',
      'Undo the earlier change: 1 file as before; 1 item already there will go to the trash.',
    ],
    [
      'several things at once',
      undo([...MOVED, file('trash', 'documents/c.pdf')]),
      'Deshacer lo anterior: 3 archivos como antes.',
      'Undo the earlier change: 3 files as before.',
    ],
  ])('%s', (...[, plan, es, en]) => {
    expect([planText(plan, 'es'), planText(plan, 'en')]).toEqual([es, en]);
  });
});
