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
  move: { es: 'Preparar mover desde {where}', en: 'Prepare moving from {where}' },
  copy: { es: 'Preparar copiar desde {where}', en: 'Prepare copying from {where}' },
  rename: { es: 'Preparar renombrar en {where}', en: 'Prepare renaming in {where}' },
  trash: { es: 'Preparar tirar a la papelera desde {where}', en: 'Prepare putting in the trash from {where}' },
  'create-folder': { es: 'Preparar la carpeta {where}', en: 'Prepare the folder {where}' },
  write: { es: 'Preparar el archivo {where}', en: 'Prepare the file {where}' },
  undo: { es: 'Preparar deshacer', en: 'Prepare undoing' },
  commit: { es: 'Pedir permiso y hacerlo', en: 'Ask for the go-ahead and do it' },
};

/** "Mirar escritorio": `where` is the location the step is about, if any. */
export const stepText = (operation: string, where: string | undefined, language: Language): string =>
  (STEPS[operation]?.[language] ?? operation).replace('{where}', where ? shownLocation(where, language) : '…');
