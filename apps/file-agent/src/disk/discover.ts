import {
  type KnownFolders,
  KNOWN,
  KNOWN_WORDS,
  linuxKnownFolders,
  macKnownFolders,
  windowsKnownFolders,
} from './known-folders.js';
import type { PlaceSpec } from './place.js';
import { readShellFolders } from './shell-folders.js';
import { type Sys, kindOf, OPEN_FILE } from './sys.js';

const isFolder =
  (sys: Sys) =>
  (path: string): boolean => {
    try {
      const stat = sys.lstat(sys.realpath(path));
      return stat !== undefined && kindOf(stat) === 'folder';
    } catch {
      return false;
    }
  };

const USER_DIRS_MAX_BYTES = 65_536;

const readSmall = (sys: Sys, path: string): string | undefined => {
  if (!sys.lstat(path)?.isFile()) return undefined;
  const fd = sys.open(path, OPEN_FILE);
  try {
    const bytes = Buffer.alloc(USER_DIRS_MAX_BYTES);
    return bytes.subarray(0, sys.read(fd, bytes, 0)).toString();
  } finally {
    sys.close(fd);
  }
};

export interface DiscoverOptions {
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

const knownFolders = (sys: Sys, { home, platform }: DiscoverOptions): KnownFolders => {
  const exists = isFolder(sys);
  if (platform === 'darwin') return macKnownFolders(home, exists);
  if (platform === 'win32') {
    return windowsKnownFolders({ environment: { USERPROFILE: home }, shellFolders: readShellFolders(), exists });
  }
  return linuxKnownFolders({ home, userDirs: readSmall(sys, `${home}/.config/user-dirs.dirs`), exists });
};

/** The known folders that exist on this PC, in the order people expect. */
export const discoverPlaces = (sys: Sys, options: DiscoverOptions): PlaceSpec[] => {
  const found = knownFolders(sys, options);
  return KNOWN.flatMap((name) => {
    const path = found[name];
    return path === undefined ? [] : [{ name, words: KNOWN_WORDS[name], path }];
  });
};
