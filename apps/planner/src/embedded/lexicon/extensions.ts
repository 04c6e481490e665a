/** Extensions people name, as one word each, and the families they say instead ("word", "excel"). */
const KNOWN =
  'jpg jpeg jfif png gif bmp webp svg heic heif tif tiff ico raw cr2 nef arw dng psd ai xcf avif mp4 m4v mkv mov avi wmv ' +
  'flv webm mpg mpeg 3gp mts vob ogv mp3 wav flac aac ogg opus m4a wma aiff mid midi doc docx docm dot dotx odt rtf txt md ' +
  'markdown pages tex epub mobi log xls xlsx xlsm xlsb ods csv tsv numbers ppt pptx pptm pps ppsx odp key pdf zip rar 7z ' +
  'tar gz tgz bz2 xz zst jar cab exe msi msix appx dmg pkg deb rpm appimage apk iso snap js mjs ts tsx jsx py ipynb java kt ' +
  'c h cpp cs go rs rb php swift sh bash ps1 bat cmd sql html htm css scss json yaml yml toml xml ini cfg conf lua pl r dart ' +
  'vue bak tmp temp old torrent lnk url eml msg vcf ics ttf otf dwg dxf skp blend fig sketch indd eps part crdownload dat bin dll db sqlite';

const EXTENSIONS: ReadonlySet<string> = new Set(KNOWN.split(' '));

export const isKnownExtension = (extension: string): boolean => EXTENSIONS.has(extension.toLowerCase());

/** Extensions that are said bare ("los zip", "pdfs"), longest first; those that are also words need a dot. */
const NEEDS_DOT = new Set(
  'c h r go key pages numbers raw part old temp ai log db bin cab dot url java swift dart snap fig sketch ts pl ini conf'.split(
    ' ',
  ),
);

export const BARE_EXTENSIONS: readonly string[] = [...EXTENSIONS].filter((ext) => !NEEDS_DOT.has(ext));
export const ALL_EXTENSIONS: readonly string[] = [...EXTENSIONS];

/** One extension as people mean it: a jpg is also a jpeg. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg'],
  jpeg: ['jpg', 'jpeg'],
  tif: ['tif', 'tiff'],
  tiff: ['tif', 'tiff'],
  htm: ['htm', 'html'],
  html: ['htm', 'html'],
  yml: ['yml', 'yaml'],
  yaml: ['yml', 'yaml'],
  mpg: ['mpg', 'mpeg'],
  mpeg: ['mpg', 'mpeg'],
};

/** "los docx" means .docx alone, "los word" means every Word file. */
export const globsOf = (extension: string): string[] => (TWINS[extension] ?? [extension]).map((twin) => `*.${twin}`);

interface Family {
  readonly words: string;
  readonly extensions: string;
}

/** Programs and informal groups, as folded patterns. */
export const FAMILIES: readonly Family[] = [
  { words: '(?:microsoft |ms )?words?', extensions: 'doc docx docm dot dotx rtf' },
  { words: '(?:microsoft |ms )?excel(?:s|es)?', extensions: 'xls xlsx xlsm xlsb' },
  { words: '(?:microsoft |ms )?(?:power ?points?|powers?)', extensions: 'ppt pptx pptm pps ppsx' },
  { words: 'open ?office|libre ?office', extensions: 'odt ods odp' },
  { words: 'photoshops?', extensions: 'psd' },
  { words: 'illustrator', extensions: 'ai' },
  { words: 'auto ?cad', extensions: 'dwg dxf' },
  {
    words: '(?:archivos? |ficheros? |documentos? |notas )?de texto(?: plano)?|(?:plain )?text files?|textos',
    extensions: 'txt',
  },
  { words: 'torrents?', extensions: 'torrent' },
  { words: 'accesos? directos?|shortcuts?', extensions: 'lnk url desktop' },
  { words: '(?:archivos? )?temporales|temp(?:orary)? files|temps', extensions: 'tmp temp' },
  { words: '(?:archivos? |ficheros? )?(?:de )?logs?|log files?|registros de log', extensions: 'log' },
  { words: 'correos(?: guardados)?|e-?mails?', extensions: 'eml msg' },
  { words: 'fuentes|tipografias|fonts', extensions: 'ttf otf' },
  { words: 'ejecutables?|executables?', extensions: 'exe msi' },
];
