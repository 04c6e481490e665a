import { foldName } from '../text/fold.js';

interface PlaceWords {
  readonly place: string;
  /** Folded pattern of the words that can only mean the place. */
  readonly words: string;
  /** Words that also mean a kind of file: they mean the place after a preposition or with "carpeta/folder". */
  readonly shared?: string;
}

export const PLACE_WORDS: readonly PlaceWords[] = [
  { place: 'desktop', words: 'escritorios?|desktop|desk top|pantalla de inicio|pantalla principal' },
  { place: 'downloads', words: 'descargas?|downloads?|bajadas|lo descargado|download' },
  { place: 'documents', words: 'mis documentos|my documents', shared: 'documentos|documents|docs' },
  { place: 'pictures', words: 'mis imagenes|my pictures', shared: 'imagenes|fotos|fotografias|pictures|photos|images' },
  { place: 'music', words: 'mi musica|my music', shared: 'musica|music' },
  { place: 'videos', words: 'mis videos|my videos', shared: 'videos|peliculas|movies' },
];

/** The place a single path part means ("Escritorio" of "escritorio/luyd"), if any. */
export const placeOf = (part: string, known: readonly string[]): string | undefined => {
  const folded = foldName(part);
  const named = known.find((place) => foldName(place) === folded);
  if (named) return named;
  return PLACE_WORDS.find((entry) => new RegExp(`^(?:${entry.words}|${entry.shared ?? '(?!)'})$`).test(folded))?.place;
};
