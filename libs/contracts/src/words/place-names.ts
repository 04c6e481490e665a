import type { Language } from '../chat.js';
import { listed } from './amounts.js';

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
  return shownRule([known ?? place, ...rest.filter((part) => !NAME_RULE.test(part))], language);
};

/** What files are to be called is a rule too, `{stem} (copia).{ext}`; where they go is the folder above. */
const NAME_RULE = /\{(?:stem|n)\b/;

/** What folders made by a rule are for: by kind or by date. */
const RULES: readonly (readonly [RegExp, Record<Language, string>])[] = [
  [/\{category/, { es: 'por tipo', en: 'by type' }],
  [/\{(yyyy|mm|dd)\}/, { es: 'por fecha', en: 'by date' }],
];

/** `descargas/{category:es}` → `descargas (carpetas por tipo)`: nobody should have to read a placeholder. */
const shownRule = (parts: readonly string[], language: Language): string => {
  const at = parts.findIndex((part) => RULES.some(([pattern]) => pattern.test(part)));
  if (at === -1) return parts.join('/');
  const ruled = parts.slice(at).join('/');
  const ways = RULES.filter(([pattern]) => pattern.test(ruled)).map(([, words]) => words[language]);
  const folders = language === 'es' ? 'carpetas' : 'folders';
  return `${parts.slice(0, at).join('/')} (${folders} ${listed(ways, language)})`;
};
