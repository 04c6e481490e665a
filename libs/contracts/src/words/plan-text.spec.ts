import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../plan.js';
import { planText } from './plan-text.js';

const NOTHING = {
  entries: 0,
  files: 0,
  folders: 0,
  newFolders: 0,
  bytes: 0,
  conflicts: 0,
  skipped: 0,
  overwrites: 0,
  trashes: 0,
};

const plan = (operation: string, summary: Partial<Plan['summary']>, rest: Partial<Plan> = {}): Plan => ({
  planId: 'p-12345678',
  hash: 'a'.repeat(64),
  machine: 'pc1',
  operation,
  createdAt: '2026-11-22T10:00:00Z',
  expiresAt: '2026-11-22T10:30:00Z',
  summary: { ...NOTHING, ...summary },
  sample: [],
  needs: [],
  ...rest,
});

const MOVE = plan(
  'move',
  { entries: 12, files: 12, bytes: 3_400_000, conflicts: 1 },
  {
    from: 'desktop',
    to: 'desktop/luyd',
    sample: [{ action: 'move', kind: 'file', from: 'desktop/a', to: 'desktop/luyd/a', bytes: 1, conflict: 'number' }],
  },
);

describe('the preview of a plan', () => {
  it('says what, how much, from where, to where, and what happens to taken names', () => {
    expect(planText(MOVE, 'es')).toBe(
      'Mover 12 archivos (3,4 MB) de escritorio a escritorio/luyd; 1 nombre ya existe: se numerará.',
    );
    expect(planText(MOVE, 'en')).toBe(
      'Move 12 files (3.4 MB) from desktop to desktop/luyd; 1 name already exists and will be numbered.',
    );
  });

  it('shows what names become by an example, not by the rule', () => {
    const sample: Plan['sample'] = [
      { action: 'move', kind: 'file', from: 'downloads/a.jpg', to: 'downloads/2026-11-19 a.jpg', bytes: 2 },
    ];
    const dated = plan(
      'rename',
      { entries: 4, files: 4 },
      { from: 'downloads', to: '{yyyy}-{mm}-{dd} {stem}', sample },
    );
    expect(planText(dated, 'es')).toBe('Renombrar 4 archivos en descargas; por ejemplo «a.jpg» → «2026-11-19 a.jpg».');
    expect(planText(dated, 'en')).toBe('Rename 4 files in downloads; for example “a.jpg” → “2026-11-19 a.jpg”.');
  });

  it('shows the whole of one new name, also of what was not said', () => {
    const sample: Plan['sample'] = [
      { action: 'move', kind: 'file', from: 'desktop/notas.txt', to: 'desktop/pendientes.txt', bytes: 2 },
    ];
    const renamed = plan('rename', { entries: 1, files: 1 }, { from: 'desktop/notas.txt', to: 'pendientes', sample });
    expect(planText(renamed, 'es')).toBe('Renombrar «notas.txt» en escritorio como «pendientes.txt».');
    expect(planText(renamed, 'en')).toBe('Rename “notas.txt” in desktop to “pendientes.txt”.');
  });

  it('names a copy beside its original, and never a rule', () => {
    const sample: Plan['sample'] = [
      { action: 'copy', kind: 'file', from: 'desktop/a.txt', to: 'desktop/a (copia).txt', bytes: 2 },
    ];
    const beside = { from: 'desktop', to: 'desktop/{stem} (copia).{ext}', sample };
    expect(planText(plan('copy', { entries: 1, files: 1 }, beside), 'es')).toBe(
      'Copiar «a.txt» de escritorio a escritorio/a (copia).txt.',
    );
    expect(planText(plan('copy', { entries: 2, files: 2 }, beside), 'es')).toBe(
      'Copiar 2 archivos de escritorio a escritorio.',
    );
  });

  it('counts one as one', () => {
    expect(planText(plan('copy', { entries: 1, files: 1 }, { from: 'downloads', to: 'documents' }), 'es')).toBe(
      'Copiar 1 archivo de descargas a documentos.',
    );
  });

  it('names the entry when there is only one', () => {
    const sample: Plan['sample'] = [
      { action: 'create-folder', kind: 'folder', to: 'desktop/fotos', bytes: 0 },
      { action: 'move', kind: 'file', from: 'desktop/playa.jpg', to: 'desktop/fotos/playa.jpg', bytes: 2 },
    ];
    const one = plan('move', { entries: 1, files: 1, bytes: 2 }, { from: 'desktop', to: 'desktop/fotos', sample });
    expect(planText(one, 'es')).toBe('Mover «playa.jpg» (2 B) de escritorio a escritorio/fotos.');
    expect(planText({ ...one, operation: 'trash' }, 'en')).toBe('Put “playa.jpg” (2 B) from desktop in the trash.');
  });

  it('says files and folders together as items', () => {
    const trash = plan('trash', { entries: 3, files: 2, folders: 1, trashes: 3 }, { from: 'downloads' });
    expect(planText(trash, 'es')).toBe('Poner 3 elementos de descargas en la papelera.');
    expect(planText(trash, 'en')).toBe('Put 3 items from downloads in the trash.');
  });

  it('announces what makes room and what stays', () => {
    const replacing = plan('copy', { entries: 2, files: 2, conflicts: 2, overwrites: 2, skipped: 1 });
    expect(planText(replacing, 'es')).toBe(
      'Copiar 2 archivos; 2 elementos que ya existen irán a la papelera; 1 elemento se queda como está.',
    );
  });

  it('tells what is added to a file from what takes its place and from a new one', () => {
    const write = (mode: 'create' | 'replace' | 'append', overwrites: number): Plan => {
      const sample = [{ action: 'write', kind: 'file', to: 'documents/notas.txt', bytes: 12, mode } as const];
      return plan('write', { entries: 1, files: 1, bytes: 12, overwrites }, { to: 'documents/notas.txt', sample });
    };
    const told = (['es', 'en'] as const).flatMap((language) =>
      [write('create', 0), write('replace', 1), write('append', 1)].map((one) => planText(one, language)),
    );
    expect(told).toEqual([
      'Escribir documentos/notas.txt (12 B).',
      'Reemplazar el texto de documentos/notas.txt (12 B); su versión de antes queda en la papelera, para deshacer.',
      'Añadir al final de documentos/notas.txt (12 B); su versión de antes queda en la papelera, para deshacer.',
      'Write documents/notas.txt (12 B).',
      'Replace the text of documents/notas.txt (12 B); its version before stays in the trash, to undo it.',
      'Add to the end of documents/notas.txt (12 B); its version before stays in the trash, to undo it.',
    ]);
  });

  it('names the one thing a small plan makes', () => {
    expect(planText(plan('create-folder', { entries: 1, folders: 1 }, { to: 'desktop/luyd' }), 'es')).toBe(
      'Crear la carpeta escritorio/luyd.',
    );
  });
});
