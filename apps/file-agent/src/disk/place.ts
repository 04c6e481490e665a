import { coding } from './errno.js';
import { Folder, within } from './folder.js';
import { resolveLinks } from './link-walk.js';
import type { PlaceNames } from './location.js';
import type { Protection } from './protection.js';
import { refusal } from './refusal.js';
import type { Sys } from './sys.js';

/** A folder its owner opened. */
export interface PlaceSpec {
  readonly name: string;
  readonly words: readonly string[];
  readonly path: string;
  readonly readOnly?: boolean;
  /** Whether contents of files with several names may be read; the owner's choice. Default no. */
  readonly hardlinks?: boolean;
}

/**
 * A place, opened once: its real path, its descriptor and its identity. Each use checks that the path still leads to
 * the same folder (ROOT_CHANGED), so an unmounted disk or a swapped root stops us instead of misleading us.
 */
export class Place implements PlaceNames {
  /** Places with the same one are renamed between; others are copied between. */
  readonly disk: string;

  private constructor(
    readonly spec: PlaceSpec,
    readonly realPath: string,
    private readonly root: Folder,
  ) {
    this.disk = root.disk();
  }

  static open(sys: Sys, spec: PlaceSpec, protection?: Protection): Place {
    return coding(spec.name, () => {
      const realPath = sys.realpath(spec.path);
      return new Place(spec, realPath, Folder.at(sys, realPath, protection));
    });
  }

  get name(): string {
    return this.spec.name;
  }

  get words(): readonly string[] {
    return this.spec.words;
  }

  /** Its absolute spellings: as given and as it really is. */
  get paths(): readonly string[] {
    return [...new Set([this.spec.path, this.realPath])];
  }

  get dev(): bigint {
    return this.root.dev;
  }

  close(): void {
    this.root.close();
  }

  /** The place's own folder, open; the caller closes it. */
  openRoot(): Folder {
    const now = coding(this.name, () => this.root.sys.lstat(this.realPath));
    if (now?.dev !== this.root.dev || now.ino !== this.root.ino) throw refusal('ROOT_CHANGED', { name: this.name });
    return this.root.open('.');
  }

  /**
   * The folder those parts lead to, without passing any link: for changes. The caller closes it.
   * Throws SYMLINK or SYMLINK_OUTSIDE when a part is a link, else NOT_FOUND, NOT_A_FOLDER, MOUNT, PROTECTED.
   */
  openFolder(parts: readonly string[]): Folder {
    let folder = this.openRoot();
    for (const part of parts) {
      folder = within(folder, (parent) => {
        if (parent.kind(part) === 'link') this.refuseLink(parts);
        return parent.open(part);
      });
    }
    return folder;
  }

  private refuseLink(parts: readonly string[]): never {
    this.resolve(parts);
    throw refusal('SYMLINK');
  }

  /** The parent folder of an entry that is to be changed, and its name there; the place itself is PROTECTED. */
  walkTo<T>(parts: readonly string[], use: (folder: Folder, leaf: string) => T): T {
    const leaf = parts.at(-1);
    if (leaf === undefined) throw refusal('PROTECTED', { name: this.name });
    return within(this.openFolder(parts.slice(0, -1)), (folder) => use(folder, leaf));
  }

  /**
   * The same entry by link-free parts: for reading. Links inside the place are followed, the last one too.
   * Throws SYMLINK_OUTSIDE, SYMLINK_LOOP.
   */
  resolve(parts: readonly string[]): readonly string[] {
    return within(this.openRoot(), (root) => resolveLinks({ root, rootPaths: this.paths }, parts));
  }
}
