import type { Language } from '../chat.js';

/** The known places as people of each language call them; a place with its own name keeps it. */
const PLACES: Readonly<Record<string, Record<Language, string>>> = {
  desktop: { es: 'escritorio', en: 'desktop' },
  documents: { es: 'documentos', en: 'documents' },
  downloads: { es: 'descargas', en: 'downloads' },
  pictures: { es: 'imágenes', en: 'pictures' },
  music: { es: 'música', en: 'music' },
  videos: { es: 'vídeos', en: 'videos' },
};

/** A location with its place in the person's language: `desktop/luyd` → `escritorio/luyd`. Names below are never translated. */
export const shownLocation = (location: string, language: Language): string => {
  const [place = '', ...rest] = location.split('/');
  const known = Object.hasOwn(PLACES, place) ? PLACES[place]?.[language] : undefined;
  return [known ?? place, ...rest].join('/');
};
