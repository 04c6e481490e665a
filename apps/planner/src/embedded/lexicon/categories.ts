import type { Category } from '#contracts/selection';

interface CategoryWords {
  readonly words: string;
  readonly categories: readonly Category[];
}

/**
 * What people call kinds of files, as folded patterns. "Documentos" takes PDFs in: for a person a PDF is a document; a
 * spreadsheet has a word of its own.
 */
export const CATEGORY_WORDS: readonly CategoryWords[] = [
  {
    words:
      'fotografias?|fotos?|foticos|fotitos|imagen(?:es)?|photos?|pictures?|pics?|images?|capturas?(?: de pantalla)?(?=\\s+de\\s+camara)',
    categories: ['image'],
  },
  { words: 'videos?|videitos|peliculas?|pelis?|movies?|clips?|grabaciones de video', categories: ['video'] },
  {
    words: 'musica|canciones|cancion|audios?|songs?|music|sound files?|grabaciones de audio|notas de voz',
    categories: ['audio'],
  },
  { words: 'hojas? de calculos?|planillas?|spreadsheets?|excel sheets?|hojas de excel', categories: ['spreadsheet'] },
  {
    words: 'presentaciones|presentacion|diapositivas|presentations?|slide ?decks?|slides?|slide ?shows?',
    categories: ['presentation'],
  },
  { words: 'comprimidos|archivos comprimidos|zipeados|(?:compressed|zipped) files|archives', categories: ['archive'] },
  {
    words: 'instaladores|instalador|installers?|(?:archivos|programas) de instalacion|setup files|setups',
    categories: ['installer'],
  },
  { words: 'documentos de office|office documents', categories: ['document', 'spreadsheet', 'presentation'] },
  { words: 'documentos?|documents?|docs|papeles', categories: ['document', 'pdf'] },
  { words: 'codigos? fuente|source code|scripts?|code files', categories: ['code'] },
];
