import { coding } from './errno.js';
import { Folder, within } from './folder.js';
import type { Place } from './place.js';
import { type Protection, VAULT_NAME } from './protection.js';
import { refusal } from './refusal.js';
import { type Sys, kindOf } from './sys.js';
import { TrashStore } from './trash-store.js';

/** Private folders on a place's own device: where things are between two names, and where trashed things lie. */
export interface Vault {
  readonly stage: Folder;
  readonly trash: TrashStore;
  close(): void;
}

export interface VaultOptions {
  /** The agent's state folder, as a real path. */
  readonly stateFolder: string;
  /** The person's `$XDG_DATA_HOME`; its `Trash` is used for places on the same device. */
  readonly dataHome?: string;
  readonly protection: Protection;
}

const makeMissing = (sys: Sys, path: string): void => {
  if (sys.lstat(path)) return;
  makeMissing(sys, path.slice(0, path.lastIndexOf('/')));
  sys.mkdir(path, 0o700);
};

/** A folder of ours alone: a real folder, our own, closed to others. Throws TRASH_UNSAFE. */
const openPrivate = (sys: Sys, path: string, protection: Protection): Folder =>
  coding(undefined, () => {
    makeMissing(sys, path);
    const stat = sys.lstat(path);
    const ours =
      stat && kindOf(stat) === 'folder' && (process.getuid === undefined || Number(stat.uid) === process.getuid());
    if (!ours) throw refusal('TRASH_UNSAFE');
    protection.add(sys, path);
    const folder = Folder.at(sys, path);
    if ((stat.mode & 0o077n) !== 0n && process.platform !== 'win32') folder.chmod(0o700);
    return folder;
  });

/** Where a folder is, or will be made. */
const diskOf = (sys: Sys, path: string): string => {
  if (sys.lstat(path) || path === '')
    return within(Folder.at(sys, sys.realpath(path || '/')), (folder) => folder.disk());
  return diskOf(sys, path.slice(0, path.lastIndexOf('/')));
};

const desktopTrash = (sys: Sys, place: Place, { dataHome, protection }: VaultOptions): TrashStore | undefined => {
  if (dataHome === undefined || process.platform !== 'linux' || diskOf(sys, dataHome) !== place.disk) return undefined;
  makeMissing(sys, dataHome);
  const home = sys.realpath(dataHome);
  const info = openPrivate(sys, `${home}/Trash/info`, protection);
  return new TrashStore(openPrivate(sys, `${home}/Trash/files`, protection), info);
};

/**
 * The vault of a place. In the state folder where that is on the same disk, else in a hidden folder of the place's root,
 * so that coming and going is always one rename. The choice depends on disks and mounts alone: recovery makes the same.
 */
export const openVault = (sys: Sys, place: Place, options: VaultOptions): Vault => {
  const near = diskOf(sys, options.stateFolder) === place.disk;
  const base = near ? `${options.stateFolder}/vault` : `${place.realPath}/${VAULT_NAME}`;
  const stage = openPrivate(sys, `${base}/stage`, options.protection);
  const trash =
    desktopTrash(sys, place, options) ?? new TrashStore(openPrivate(sys, `${base}/trash`, options.protection));
  const close = (): void => {
    stage.close();
    trash.close();
  };
  return { stage, trash, close };
};
