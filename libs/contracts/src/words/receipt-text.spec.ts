import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../plan.js';
import { receiptText } from './receipt-text.js';

const receipt = (over: Partial<Receipt>): Receipt => ({
  planId: 'p-12345678',
  machine: 'pc1',
  operation: 'move',
  status: 'complete',
  from: 'desktop',
  to: 'desktop/luyd',
  total: 12,
  done: 12,
  skipped: 0,
  stale: 0,
  failed: 0,
  overwritten: 0,
  trashed: 0,
  newFolders: 0,
  bytes: 100,
  entries: [],
  undoable: true,
  at: '2026-11-22T10:00:00Z',
  ...over,
});

describe('the sentence of a receipt', () => {
  it('says what was done, re-read from the disk, and how to take it back', () => {
    expect(receiptText(receipt({}), 'es')).toBe(
      'Hecho: 12 de 12 elementos movidos a escritorio/luyd, 0 sobrescritos. Puedes decir «deshaz eso».',
    );
    expect(receiptText(receipt({}), 'en')).toBe(
      'Done: 12 of 12 items moved to desktop/luyd, 0 overwritten. You can say “undo that”.',
    );
  });

  it('says what did not happen and why', () => {
    const partial = receipt({
      status: 'partial',
      done: 10,
      stale: 1,
      failed: 1,
      entries: [{ action: 'move', from: 'desktop/presupuesto.xlsx', result: 'failed', code: 'BUSY' }],
    });
    expect(receiptText(partial, 'es')).toContain('Hecho en parte: 10 de 12');
    expect(receiptText(partial, 'es')).toContain('1 cambió después de la vista previa; 1 no se pudo cambiar.');
    expect(receiptText(partial, 'es')).toContain('«presupuesto.xlsx» está en uso');
  });

  it('offers no undo where there is nothing to take back', () => {
    expect(receiptText(receipt({ status: 'failed', done: 0, failed: 12, undoable: false }), 'es')).not.toContain(
      'deshaz',
    );
  });

  it('never calls a running commit done', () => {
    expect(receiptText(receipt({ status: 'running', done: 3 }), 'en')).toMatch(/^Under way: 3 of 12 items/u);
  });

  it('agrees with feminine words', () => {
    const folder = receipt({ operation: 'create-folder', total: 1, done: 1 });
    const plan = { summary: { entries: 1, folders: 1, files: 0 } } as Parameters<typeof receiptText>[2];
    expect(receiptText(folder, 'es', plan)).toMatch(/^Hecho: 1 de 1 carpeta creada \(escritorio\/luyd\)/u);
  });

  it('never calls it done in part when nothing was done', () => {
    const stale = receipt({ status: 'partial', done: 0, stale: 12 });
    expect(receiptText(stale, 'es')).toMatch(/^No se pudo: 0 de 12 .*12 cambiaron después de la vista previa/u);
    expect(receiptText(stale, 'en')).toMatch(/^Not done: 0 of 12/u);
  });

  it('tells of a folder made for what then did not come, and of its removal', () => {
    const stale = receipt({ status: 'partial', total: 1, done: 0, stale: 1, newFolders: 1 });
    expect(receiptText(stale, 'es')).toMatch(
      /Queda vacía la carpeta nueva escritorio\/luyd; «deshaz eso» la quita\.$/u,
    );
    expect(receiptText(stale, 'en')).toMatch(/The new folder desktop\/luyd is left, empty; “undo that” removes it\.$/u);
    const cleared = receipt({ operation: 'undo', total: 0, done: 0, undoable: false });
    expect(receiptText(cleared, 'es')).toBe('Hecho: se quitó la carpeta que quedaba.');
  });

  it.each([
    ['remove-folder', 0, 'carpeta quitada', 'folder removed'],
    ['create-folder', 0, 'carpeta creada', 'folder created'],
    ['trash', 1, 'carpeta puesta en la papelera', 'folder put in the trash'],
    ['move', 0, 'carpeta devuelta', 'folder put back'],
  ] as const)('of an undo says what it came to: %s', (...[action, trashed, es, en]) => {
    const undone = receipt({ operation: 'undo', total: 1, done: 1, trashed, entries: [{ action, result: 'done' }] });
    const plan = { summary: { entries: 1, folders: 1, files: 0 } } as Parameters<typeof receiptText>[2];
    expect(receiptText(undone, 'es', plan)).toMatch(`Hecho: 1 de 1 ${es}.`);
    expect(receiptText(undone, 'en', plan)).toMatch(`Done: 1 of 1 ${en}.`);
  });

  it('of an undo that did several things says that all is as before', () => {
    const entries = ['move', 'remove-folder'].map(
      (action) => ({ action, result: 'done' }) as Receipt['entries'][number],
    );
    expect(receiptText(receipt({ operation: 'undo', total: 2, done: 2, entries }), 'es')).toMatch(
      '2 elementos devueltos.',
    );
  });
});
