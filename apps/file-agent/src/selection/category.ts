import type { Category } from '#contracts/selection';

/** What a file is for a person, told by its extension alone: no file is opened for it. */
const EXTENSIONS: Readonly<Record<Exclude<Category, 'other'>, string>> = {
  image:
    'jpg jpeg jpe jfif png gif bmp webp svg heic heif tif tiff ico raw cr2 cr3 nef arw dng orf rw2 psd ai xcf avif',
  video: 'mp4 m4v mkv mov avi wmv flv webm mpg mpeg 3gp mts m2ts vob ogv',
  audio: 'mp3 wav flac aac ogg oga opus m4a m4b wma aif aiff mid midi amr',
  document: 'doc docx docm odt rtf txt md markdown pages tex epub mobi azw3 log wpd',
  spreadsheet: 'xls xlsx xlsm xlsb ods csv tsv numbers',
  presentation: 'ppt pptx pptm pps ppsx odp key',
  pdf: 'pdf',
  archive: 'zip rar 7z tar gz tgz bz2 tbz xz txz zst lz4 cab jar',
  installer: 'exe msi msix appx dmg pkg deb rpm appimage apk snap flatpak iso',
  code:
    'js mjs cjs ts tsx jsx py ipynb java kt c h cc cpp hpp cs go rs rb php swift sh bash ps1 bat cmd sql html htm css ' +
    'scss json yaml yml toml xml ini lua pl r dart vue',
};

const BY_EXTENSION = new Map(
  Object.entries(EXTENSIONS).flatMap(([category, list]) => list.split(' ').map((ext) => [ext, category as Category])),
);

/** `archive.tar.gz` → `gz`, `.bashrc` and `README` → ``. */
export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
};

export const categoryOf = (name: string): Category => BY_EXTENSION.get(extensionOf(name).toLowerCase()) ?? 'other';
