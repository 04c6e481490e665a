import { OrdenaError } from '#contracts/errors';
import { type Folder, within } from './folder.js';
import type { Listed } from './list-pages.js';
import { DEPTH_MAX } from './location.js';

/** One page of one folder. `folder` is open only until the next page is asked for. */
export interface WalkPage {
  readonly folder: Folder;
  /** Names from the place down to this folder. */
  readonly parts: readonly string[];
  readonly entries: readonly Listed[];
}

export interface WalkOptions {
  /** 1 = only what is directly inside. */
  readonly depth: number;
  enters(name: string, parts: readonly string[]): boolean;
  /** A folder that was meant to be looked into and could not be: no right, another disk, too deep, ours. */
  onLeft(parts: readonly string[], error: OrdenaError): void;
}

/**
 * All entries below an open folder, page by page, folders after the page that names them. One descriptor per level is
 * open and no list of paths is kept, so a million entries cost no more memory than a page.
 */
export function* walk(folder: Folder, parts: readonly string[], options: WalkOptions): Generator<WalkPage> {
  for (const entries of folder.list()) {
    yield { folder, parts, entries };
    for (const entry of entries) {
      if (entry.kind === 'folder' && options.enters(entry.name, parts))
        yield* below(folder, entry.name, { parts, options });
    }
  }
}

function* below(
  folder: Folder,
  name: string,
  { parts, options }: { parts: readonly string[]; options: WalkOptions },
): Generator<WalkPage> {
  const path = [...parts, name];
  if (options.depth <= 1) return;
  const child = openOrLeave(folder, path, options);
  if (!child) return;
  try {
    yield* walk(child, path, { ...options, depth: options.depth - 1 });
  } finally {
    child.close();
  }
}

const openOrLeave = (folder: Folder, path: readonly string[], options: WalkOptions): Folder | undefined => {
  try {
    if (path.length >= DEPTH_MAX) throw new OrdenaError('TOO_DEEP', 'That folder lies more than 64 levels deep.');
    return folder.open(path.at(-1)!);
  } catch (error) {
    if (!(error instanceof OrdenaError)) throw error;
    if (error.code !== 'NOT_FOUND') options.onLeft(path, error);
    return undefined;
  }
};

/** Whether a folder has nothing in it at all. */
export const isEmptyFolder = (folder: Folder, name: string): boolean =>
  within(folder.open(name), (child) => child.isEmpty());
