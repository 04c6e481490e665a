import { createHash } from 'node:crypto';
import { copyInto, dress, timesOf } from './copy-file.js';
import { type Folder, within } from './folder.js';
import { DEPTH_MAX } from './location.js';
import { refusal } from './refusal.js';
import { type SysStat, kindOf } from './sys.js';

export interface CopyOptions {
  /** Whether files with several names may be read. */
  readonly hardlinks: boolean;
}

/** From an entry of one folder to a new entry of another. */
export interface Ends {
  readonly from: Folder;
  readonly leaf: string;
  readonly to: Folder;
  readonly newLeaf: string;
}

const copyOneFile = ({ from, leaf, to, newLeaf }: Ends, options: CopyOptions): void =>
  within(from.openFile(leaf, options), (source) => within(to.createFile(newLeaf), (copy) => copyInto(source, copy)));

const copyLink = ({ from, leaf, to, newLeaf }: Ends, stat: SysStat): void => {
  to.symlink(from.readLink(leaf), newLeaf);
  to.setTimes(newLeaf, timesOf(stat));
};

const copyFolder = (ends: Ends, stat: SysStat, options: CopyOptions & { depth: number }): void => {
  if (options.depth >= DEPTH_MAX) throw refusal('TOO_DEEP', { name: ends.leaf });
  ends.to.mkdir(ends.newLeaf, 0o700);
  within(ends.from.open(ends.leaf), (from) =>
    within(ends.to.open(ends.newLeaf), (to) => {
      for (const page of from.list()) {
        for (const { name } of page) copyEntry({ from, leaf: name, to, newLeaf: name }, options);
      }
      dress(to, stat);
      to.setTimes(undefined, timesOf(stat));
      to.sync();
    }),
  );
};

/**
 * Copies a file, link or whole folder to a new name, with mode, times and (as root) owner. Links are copied as links.
 * Extended attributes are not copied: Node cannot read them. Whatever cannot be copied fails the whole copy.
 */
export const copyEntry = (ends: Ends, options: CopyOptions & { depth?: number }): void => {
  const stat = ends.from.stat(ends.leaf);
  if (!stat) throw refusal('STALE', { name: ends.leaf });
  const kind = kindOf(stat);
  if (kind === 'file') copyOneFile(ends, options);
  else if (kind === 'link') copyLink(ends, stat);
  else if (kind === 'folder') copyFolder(ends, stat, { ...options, depth: (options.depth ?? 0) + 1 });
  else throw refusal('SPECIAL_FILE', { name: ends.leaf });
};

const fact = (name: string, { ino, size, mtimeNs, mode }: SysStat): string =>
  `${JSON.stringify(name)} ${ino} ${size} ${mtimeNs} ${mode}`;

/** A fingerprint of all identities below an entry: two equal ones mean nothing changed in between. */
export const treeFingerprint = (folder: Folder, leaf: string): string => {
  const stat = folder.stat(leaf);
  if (!stat) return 'nothing';
  if (kindOf(stat) !== 'folder') return fact(leaf, stat);
  return within(folder.open(leaf), (inside) => {
    const names = [...inside.list()].flatMap((page) => page.map(({ name }) => name)).sort();
    const hash = createHash('sha256').update(fact(leaf, stat));
    for (const name of names) hash.update(`\n${treeFingerprint(inside, name)}`);
    return hash.digest('hex');
  });
};

/** Removes a tree that we made ourselves, from a private folder of ours: never anything a person made. */
export const removeOwnTree = (stage: Folder, leaf: string): void => {
  const kind = stage.kind(leaf);
  if (kind === undefined) return;
  if (kind !== 'folder') return stage.unlink(leaf);
  within(stage.open(leaf), (inside) => {
    for (let page = firstPage(inside); page.length > 0; page = firstPage(inside)) {
      for (const name of page) removeOwnTree(inside, name);
    }
  });
  stage.rmdir(leaf);
};

const firstPage = (folder: Folder): string[] => {
  for (const page of folder.list()) return page.map(({ name }) => name);
  return [];
};
