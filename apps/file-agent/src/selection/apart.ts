import { isAbsolute, join, relative, sep } from 'node:path';
import type { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import { type Folder, within } from '../disk/folder.js';
import { inodeKey } from '../disk/identity.js';
import type { Target } from '../reach.js';

/*
 * Two folders of which no file may be seen from both: the copy that is said to lie in the one could be the very file that
 * lies in the other, and whoever takes that away for it has none left.
 */

/** Throws BAD_VALUE for a folder and itself, or one below it; NOT_FOUND, NOT_A_FOLDER, … when one cannot be opened. */
export const refuseOverlap = (one: Target, other: Target): void => {
  if (holds(one, other) || holds(other, one) || identityOf(one) === identityOf(other)) throw overlapping();
};

/** By real path, since places may lie in one another. */
const holds = (outer: Target, inner: Target): boolean => {
  const way = relative(pathOf(outer), pathOf(inner));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};
const pathOf = ({ place, parts }: Target): string => join(place.realPath, ...parts);

const identityOf = ({ place, parts }: Target): string => within(place.openFolder(parts), inodeKey);

const overlapping = (): OrdenaError => refused('BAD_VALUE', [issue('with', 'apart', ['in'])]);

/** What no path tells: a folder that is mounted in both, or was moved from one to the other while they are looked through. */
export class Apart {
  private readonly first = new Set<string>();
  private last?: Folder;

  /** A folder that holds files, of the first side or of a later one. Throws BAD_VALUE when both came by. */
  pass(folder: Folder, side: number): void {
    if (folder === this.last) return;
    this.last = folder;
    const key = inodeKey(folder);
    if (side === 0) this.first.add(key);
    else if (this.first.has(key)) throw overlapping();
  }
}
