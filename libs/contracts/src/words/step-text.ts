import type { Language } from '../chat.js';
import { shownLocation } from './place-names.js';

/** One short sentence per thing the planner does on the way, for the list of steps. */
const STEPS: Readonly<Record<string, Record<Language, string>>> = {
  places: { es: 'Ver las carpetas compartidas', en: 'See the shared folders' },
  find: { es: 'Mirar {where}', en: 'Look at {where}' },
  read: { es: 'Leer {where}', en: 'Read {where}' },
  duplicates: { es: 'Buscar repetidos en {where}', en: 'Look for duplicates in {where}' },
  history: { es: 'Ver el historial', en: 'See the history' },
  plan: { es: 'Revisar un plan', en: 'Look at a plan' },
  move: { es: 'Plan: mover desde {where}', en: 'Plan: move from {where}' },
  copy: { es: 'Plan: copiar desde {where}', en: 'Plan: copy from {where}' },
  rename: { es: 'Plan: renombrar en {where}', en: 'Plan: rename in {where}' },
  trash: { es: 'Plan: a la papelera desde {where}', en: 'Plan: to the trash from {where}' },
  'create-folder': { es: 'Plan: crear la carpeta {where}', en: 'Plan: make the folder {where}' },
  write: { es: 'Plan: escribir {where}', en: 'Plan: write {where}' },
  undo: { es: 'Plan: deshacer', en: 'Plan: undo' },
  commit: { es: 'Pedir permiso y hacerlo', en: 'Ask for the go-ahead and do it' },
};

/** "Mirar escritorio": `where` is the location the step is about, if any. */
export const stepText = (operation: string, where: string | undefined, language: Language): string =>
  (STEPS[operation]?.[language] ?? operation).replace('{where}', where ? shownLocation(where, language) : '…');
