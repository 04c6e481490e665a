import { createHash } from 'node:crypto';
import { copyInto, dress, timesOf } from './copy-file.js';
import { type Folder, within } from './folder.js';
import { DEPTH_MAX } from './location.js';
import { refusal } from './refusal.js';
import { type Steps, stepsWithin } from './steps.js';
import { type SysStat, kindOf } from './sys.js';

export interface CopyOptions {
  /** Whether files with several names may be read. */
  readonly hardlinks: boolean;
  /** How deep below the entry asked for; left out at the top. */
  readonly depth?: number;
}

/** From an entry of one folder to a new entry of another. */
export interface Ends {
  readonly from: Folder;
  readonly leaf: string;
  readonly to: Folder;
  readonly newLeaf: string;
}

const fact = (name: string, { ino, size, mtimeNs, mode }: SysStat): string =>
  `${JSON.stringify(name)} ${ino} ${size} ${mtimeNs} ${mode}`;

const factOfFolder = (name: string, stat: SysStat, inside: readonly string[]): string =>
  createHash('sha256')
    .update([fact(name, stat), ...inside.toSorted()].join('\n'))
    .digest('hex');

const copyOneFile = ({ from, leaf, to, newLeaf }: Ends, options: CopyOptions): Steps<string> =>
  stepsWithin(from.openFile(leaf, options), (source) =>
    stepsWithin(to.createFile(newLeaf), function* (copy) {
      const stat = source.stat();
      yield* copyInto(source, copy);
      return fact(leaf, stat);
    }),
  );

const copyLink = ({ from, leaf, to, newLeaf }: Ends, stat: SysStat): string => {
  to.symlink(from.readLink(leaf), newLeaf);
  to.setTimes(newLeaf, timesOf(stat));
  if (from.stat(leaf)?.ino !== stat.ino) throw refusal('STALE', { name: leaf });
  return fact(leaf, stat);
};

function* copyInside(from: Folder, to: Folder, options: CopyOptions): Steps<string[]> {
  const facts: string[] = [];
  for (const page of from.list()) {
    for (const { name } of page) facts.push(yield* copyEntry({ from, leaf: name, to, newLeaf: name }, options));
  }
  return facts;
}

function* copyFolder(ends: Ends, options: CopyOptions): Steps<string> {
  const depth = (options.depth ?? 0) + 1;
  if (depth > DEPTH_MAX) throw refusal('TOO_DEEP', { name: ends.leaf });
  ends.to.mkdir(ends.newLeaf, 0o700);
  return yield* stepsWithin(ends.from.open(ends.leaf), (from) =>
    stepsWithin(ends.to.open(ends.newLeaf), function* (to) {
      const stat = from.fstat();
      const inside = yield* copyInside(from, to, { ...options, depth });
      dress(to, stat);
      to.setTimes(undefined, timesOf(stat));
      to.sync();
      return factOfFolder(ends.leaf, stat, inside);
    }),
  );
}

/**
 * Copies a file, link or whole folder to a new name, with mode, times and (as root) owner; answers the fingerprint of
 * what it really read, so that nothing swapped in for a moment goes unnoticed. Links are copied as links. Extended
 * attributes are not copied: Node cannot read them. Whatever cannot be copied fails the whole copy.
 */
export function* copyEntry(ends: Ends, options: CopyOptions): Steps<string> {
  const stat = ends.from.stat(ends.leaf);
  if (!stat) throw refusal('STALE', { name: ends.leaf });
  const kind = kindOf(stat);
  if (kind === 'file') return yield* copyOneFile(ends, options);
  if (kind === 'link') return copyLink(ends, stat);
  if (kind === 'folder') return yield* copyFolder(ends, options);
  throw refusal('SPECIAL_FILE', { name: ends.leaf });
}

/** The fingerprint of all identities below an entry: equal ones mean that nothing changed in between. */
export function* treeFingerprint(folder: Folder, leaf: string, stat = folder.stat(leaf)): Steps<string> {
  if (!stat) return 'nothing';
  if (kindOf(stat) !== 'folder') return fact(leaf, stat);
  return yield* stepsWithin(folder.open(leaf), function* (inside) {
    if (inside.ino !== stat.ino) return 'another';
    const facts: string[] = [];
    for (const page of inside.list()) {
      for (const { name } of page) facts.push(yield* treeFingerprint(inside, name));
      yield;
    }
    return factOfFolder(leaf, inside.fstat(), facts);
  });
}

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
