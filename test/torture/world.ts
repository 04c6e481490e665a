import { existsSync, lstatSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiskOptions } from '../../apps/file-agent/src/disk/disk.js';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import type { Sys } from '../../apps/file-agent/src/disk/sys.js';
import { type Snapshot, snapshot } from '../../apps/file-agent/src/disk/testing/snapshot.js';
import { TempFolder, type Tree, plant } from '../../apps/file-agent/src/disk/testing/temp-folder.js';

const SHM = '/dev/shm';
/** So small that every plan's journal goes on in a new file. */
const SEGMENT_BYTES = 150;

/** A fast disk to work on: `/dev/shm` on Linux. The temporary folder must be on another one. */
const fastDisk = (): string => {
  if (existsSync(SHM) && statSync(SHM).dev !== statSync(tmpdir()).dev) return SHM;
  throw new Error('A second file system is needed: mount a tmpfs at /dev/shm, or set TMPDIR to another disk than it.');
};

/** What each position of a small plan works on; texts are all different. */
const desk = (at: number): Tree => ({
  'f.txt': `f ${at}`,
  'g.txt': `g ${at}`,
  dir: { x: `x ${at}`, y: { z: `z ${at}` } },
  void: {},
});

const shelf = (at: number): Tree => ({ 'taken.txt': `taken ${at}`, full: { in: `in ${at}` } });

const stick = (at: number): Tree => ({ 'u.txt': `u ${at}`, tree: { v: `v ${at}`, w: { q: `q ${at}` } } });

/** Three places, one on another disk, and the agent's folders: the smallest world in which everything can happen. */
export class World {
  private readonly disk: TempFolder;
  private readonly other = new TempFolder();
  readonly places: readonly { name: string; path: string }[];

  constructor(positions: number) {
    const each = (tree: (at: number) => Tree): Tree =>
      Object.fromEntries(Array.from({ length: positions }, (_, at) => [`${at}`, tree(at)]));
    this.disk = new TempFolder({ desktop: each(desk), documents: each(shelf) }, fastDisk());
    this.places = [
      { name: 'desktop', path: this.disk.at('desktop') },
      { name: 'documents', path: this.disk.at('documents') },
      { name: 'usb', path: this.other.at('usb') },
    ];
    for (let at = 0; at < positions; at++) symlinkSync('f.txt', this.disk.at('desktop', `${at}`, 'link'));
    plant(this.other.at('usb'), each(stick));
  }

  get options(): DiskOptions {
    return {
      places: this.places.map((place) => ({ ...place, words: [] })),
      stateFolder: this.disk.at('state'),
      dataHome: this.disk.at('data'),
      journal: { segmentBytes: SEGMENT_BYTES },
    };
  }

  open(sys: Sys): Engine {
    return Engine.open(sys, this.options);
  }

  /** The lock of a process that died; in this process it would look alive. */
  dropLock(): void {
    rmSync(this.disk.at('state', 'lock'), { force: true });
  }

  snapshot(): Record<string, Snapshot> {
    return Object.fromEntries(this.places.map(({ name, path }) => [name, withoutRemade(snapshot(path))]));
  }

  /** Inodes of all files people own, wherever they are now: in places or trash. */
  inodes(): Map<string, number> {
    const counts = new Map<string, number>();
    const roots = [this.disk.at('desktop'), this.disk.at('documents'), this.other.at('usb')];
    for (const root of [...roots, this.disk.at('state', 'vault'), this.disk.at('data')]) countInodes(root, counts);
    return counts;
  }

  staged(): string[] {
    const stages = [this.disk.at('state', 'vault', 'stage'), ...vaultStages(this.other.at('usb'))];
    return stages.flatMap((stage) => (existsSync(stage) ? readdirSync(stage) : []));
  }

  remove(): void {
    this.disk.remove();
    this.other.remove();
  }
}

const vaultStages = (place: string): string[] =>
  readdirSync(place)
    .filter((name) => name.startsWith('.ordena-'))
    .map((name) => join(place, name, 'stage'));

/** An empty folder that was removed and made again is equal, but it cannot be the same inode. */
const withoutRemade = (tree: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries(tree).map(([name, what]) => [name, name.endsWith('/void') ? what.replace(/ #.*/, '') : what]),
  );

const countInodes = (root: string, counts: Map<string, number>): void => {
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) countInodes(path, counts);
    else {
      const { dev, ino } = lstatSync(path);
      counts.set(`${dev}:${ino}`, (counts.get(`${dev}:${ino}`) ?? 0) + 1);
    }
  }
};
