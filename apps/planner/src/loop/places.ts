import { fold } from '#contracts/words/language';

/** What people call the known places, in both languages; the agent knows the same and where they are on its disk. */
const PLACES: readonly (readonly string[])[] = [
  ['desktop', 'escritorio', 'pantalla'],
  ['documents', 'documentos', 'mis documentos', 'my documents'],
  ['downloads', 'descargas', 'bajadas', 'download'],
  ['pictures', 'imagenes', 'fotos', 'photos', 'images'],
  ['music', 'musica', 'canciones', 'songs'],
  ['videos', 'peliculas', 'movies', 'video'],
];

/** All words for the same place; undefined for a place with its own name. */
export const placeWords = (place: string): readonly string[] | undefined => {
  const wanted = fold(place);
  return PLACES.find((words) => words.includes(wanted));
};
