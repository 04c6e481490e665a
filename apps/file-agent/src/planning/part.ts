import { issue, refused } from '#contracts/issues';
import { formatLocation, type PlacePath } from '../disk/location.js';
import type { Place } from '../disk/place.js';
import type { ReverseOp } from '../disk/undo.js';
import type { Reach } from '../reach.js';
import type { Draft } from './draft.js';
import { TargetFolders } from './target-folders.js';

const aboveOf = ({ place, parts }: PlacePath): string[] =>
  parts.slice(1).map((_, at) => formatLocation({ place, parts: parts.slice(0, at + 1) }));

/** The part of a job that is to come back: what was at these places before it, in the folders that are gone since. */
export class Part {
  private readonly wanted: ReadonlySet<string>;
  private readonly above: ReadonlySet<string>;
  private readonly found = new Set<string>();
  private readonly folders = new Map<Place, TargetFolders>();

  /** Throws what any location may be refused for that something is to change at. */
  constructor(
    private readonly reach: Reach,
    only: readonly string[],
  ) {
    const paths = only.map((location) => reach.toChange(location).path);
    this.wanted = new Set(paths.map(formatLocation));
    this.above = new Set(paths.flatMap(aboveOf));
  }

  /** One entry of the job is put back with all its steps, for the thing it took from a place; what it set aside follows. */
  readonly isMeant = (steps: readonly ReverseOp[]): boolean => {
    const back = steps.find(({ to }) => to !== undefined);
    if (back === undefined) return false;
    const location = formatLocation(back.to!);
    if (this.wanted.has(location)) this.found.add(location);
    return this.wanted.has(location) || (back.action === 'create-folder' && this.above.has(location));
  };

  /** A folder that somebody removed since the job is made again; one that the job took away comes back as it was. */
  prepare({ action, to }: ReverseOp, draft: Draft): void {
    if (to === undefined) return;
    const folders = this.foldersOf(this.reach.placeNamed(to.place));
    folders.make(folders.at(to.parts.slice(0, -1)), draft);
    if (action === 'create-folder') folders.at(to.parts).made = true;
  }

  private foldersOf(place: Place): TargetFolders {
    const known = this.folders.get(place) ?? new TargetFolders(place, this.reach);
    this.folders.set(place, known);
    return known;
  }

  /** To be asked at the end: what the job did not take from there cannot come back there. Throws BAD_VALUE. */
  refuseUnlessFound(): void {
    if (this.found.size < this.wanted.size) throw refused('BAD_VALUE', [issue('only', 'not-taken')]);
  }

  close(): void {
    for (const folders of this.folders.values()) folders.close();
  }
}
