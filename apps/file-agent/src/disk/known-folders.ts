/** Where each system keeps the folders everybody knows. Pure functions of data, so each can be tested on any system. */

export const KNOWN = ['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos'] as const;
export type KnownName = (typeof KNOWN)[number];
export type KnownFolders = Partial<Record<KnownName, string>>;

/** What people call them, besides the canonical name; compared without case and accents. */
export const KNOWN_WORDS: Readonly<Record<KnownName, readonly string[]>> = {
  desktop: ['escritorio', 'my desktop', 'mi escritorio'],
  documents: ['documentos', 'my documents', 'mis documentos'],
  downloads: ['descargas', 'my downloads', 'mis descargas'],
  pictures: ['imágenes', 'fotos', 'photos', 'my pictures', 'mis imágenes'],
  music: ['música', 'my music', 'mi música'],
  videos: ['vídeos', 'movies', 'películas', 'my videos', 'mis vídeos'],
};

const XDG_KEYS: Readonly<Record<KnownName, string>> = {
  desktop: 'DESKTOP',
  documents: 'DOCUMENTS',
  downloads: 'DOWNLOAD',
  pictures: 'PICTURES',
  music: 'MUSIC',
  videos: 'VIDEOS',
};

const LOCAL_NAMES: Readonly<Record<KnownName, readonly string[]>> = {
  desktop: ['Desktop', 'Escritorio'],
  documents: ['Documents', 'Documentos'],
  downloads: ['Downloads', 'Descargas'],
  pictures: ['Pictures', 'Imágenes'],
  music: ['Music', 'Música'],
  videos: ['Videos', 'Vídeos'],
};

type Exists = (path: string) => boolean;

const each = (find: (name: KnownName) => string | undefined): KnownFolders =>
  Object.fromEntries(KNOWN.map((name) => [name, find(name)]).filter(([, path]) => path !== undefined));

const XDG_LINE = /^\s*XDG_([A-Z]+)_DIR\s*=\s*"(.*)"\s*$/;

/** `user-dirs.dirs` → key to absolute path. Only `$HOME/…` and absolute paths count, as the format says. */
export const parseUserDirs = (text: string, home: string): Map<string, string> => {
  const lines = text.split('\n').map((line) => XDG_LINE.exec(line));
  const pairs = lines.flatMap((line) => (line ? [[line[1]!, line[2]!.replace(/^\$HOME(?=\/|$)/, home)] as const] : []));
  return new Map(
    pairs.filter(([, path]) => path.startsWith('/')).map(([key, path]) => [key, path.replace(/\/+$/, '')]),
  );
};

export interface LinuxHome {
  readonly home: string;
  /** Text of `~/.config/user-dirs.dirs`, where there is one. */
  readonly userDirs?: string;
  readonly exists: Exists;
}

/** A folder set to the home itself is switched off there (xdg-user-dirs), so it is no place. */
export const linuxKnownFolders = ({ home, userDirs, exists }: LinuxHome): KnownFolders => {
  const set = parseUserDirs(userDirs ?? '', home);
  return each((name) => {
    const own = set.get(XDG_KEYS[name]);
    const candidates = own === undefined ? LOCAL_NAMES[name].map((local) => `${home}/${local}`) : [own];
    return candidates.find((path) => path !== home && exists(path));
  });
};

const MAC_NAMES: Readonly<Record<KnownName, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  pictures: 'Pictures',
  music: 'Music',
  videos: 'Movies',
};

/** On macOS the names on disk are English in every language. */
export const macKnownFolders = (home: string, exists: Exists): KnownFolders =>
  each((name) => [`${home}/${MAC_NAMES[name]}`].find((path) => exists(path)));

/** Value names below `HKCU\…\Explorer\User Shell Folders`. */
const WINDOWS_VALUES: Readonly<Record<KnownName, string>> = {
  desktop: 'Desktop',
  documents: 'Personal',
  downloads: '{374DE290-123F-4565-9164-39C4925E467B}',
  pictures: 'My Pictures',
  music: 'My Music',
  videos: 'My Video',
};

const WINDOWS_NAMES: Readonly<Record<KnownName, string>> = { ...MAC_NAMES, videos: 'Videos' };

export interface WindowsHome {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Values of `User Shell Folders`, as `reg query` tells them. OneDrive redirection shows here. */
  readonly shellFolders: Readonly<Record<string, string>>;
  readonly exists: Exists;
}

const expanded = (value: string, environment: WindowsHome['environment']): string => {
  const byName = new Map(Object.entries(environment).map(([name, text]) => [name.toLowerCase(), text]));
  return value.replace(/%([^%]+)%/g, (whole, name: string) => byName.get(name.toLowerCase()) ?? whole);
};

export const windowsKnownFolders = ({ environment, shellFolders, exists }: WindowsHome): KnownFolders => {
  const profile = expanded('%USERPROFILE%', environment);
  return each((name) => {
    const value = shellFolders[WINDOWS_VALUES[name]];
    const named = value === undefined ? [] : [expanded(value, environment)];
    return [...named, `${profile}\\OneDrive\\${WINDOWS_NAMES[name]}`, `${profile}\\${WINDOWS_NAMES[name]}`].find(
      (path) => exists(path),
    );
  });
};
