import type { Language } from '../chat.js';
import type { Category } from '../selection.js';

/** What the folders are called that tidying by kind makes: `{category:es}`, `{category:en}`. */
export const CATEGORY_FOLDERS: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  es: {
    image: 'Imágenes',
    video: 'Videos',
    audio: 'Música',
    document: 'Documentos',
    spreadsheet: 'Hojas de cálculo',
    presentation: 'Presentaciones',
    pdf: 'PDF',
    archive: 'Comprimidos',
    installer: 'Instaladores',
    code: 'Código',
    other: 'Otros',
  },
  en: {
    image: 'Images',
    video: 'Videos',
    audio: 'Music',
    document: 'Documents',
    spreadsheet: 'Spreadsheets',
    presentation: 'Presentations',
    pdf: 'PDF',
    archive: 'Archives',
    installer: 'Installers',
    code: 'Code',
    other: 'Other',
  },
};
