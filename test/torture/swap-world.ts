import { closeSync, openSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { FaultySys } from './faulty-sys.js';

export const LEVELS = ['leaf', 'parent', 'grandparent', 'place'] as const;
export type Level = (typeof LEVELS)[number];

export const INSIDE = 'INSIDE';
export const OUTSIDE = 'OUTSIDE';
const CANARY = 'canary';

const outside = { 'leaf.txt': OUTSIDE, [CANARY]: OUTSIDE };

/**
 * `desktop/g/p/leaf.txt`, and for each of its levels a link to a twin outside, ready to be exchanged with the real one.
 * The real folder `p` is held open, so that the harness never loses it, whatever its name leads to.
 */
export class SwapWorld {
  private readonly disk = new TempFolder(
    {
      desktop: { g: { p: { 'leaf.txt': INSIDE } } },
      documents: {},
      outside: { ...outside, p: outside, g: { ...outside, p: outside } },
    },
    '/dev/shm',
  );
  private readonly real = openSync(this.disk.at('desktop/g/p'), 'r');
  private readonly faulty = new FaultySys(realSys, { syncs: false });
  readonly engine: Engine;
  /** The two names to exchange. */
  readonly pair: readonly [string, string];
  private readonly before: string;

  constructor(private readonly level: Level) {
    const names = { leaf: 'desktop/g/p/leaf.txt', parent: 'desktop/g/p', grandparent: 'desktop/g', place: 'desktop' };
    const twins = {
      leaf: 'desktop/g/p/.twin',
      parent: 'desktop/g/.twin',
      grandparent: 'desktop/.twin',
      place: '.twin',
    };
    const targets = { leaf: 'outside/leaf.txt', parent: 'outside/p', grandparent: 'outside/g', place: 'outside' };
    this.pair = [this.disk.at(names[level]), this.disk.at(twins[level])];
    symlinkSync(this.disk.at(targets[level]), this.disk.at(twins[level]));
    const places = ['desktop', 'documents'].map((name) => ({ name, words: [], path: this.disk.at(name) }));
    this.engine = Engine.open(this.faulty.sys, { places, stateFolder: this.disk.at('state') });
    this.before = this.outsideNow();
  }

  at(...parts: string[]): string {
    return this.disk.at(...parts);
  }

  /** A name in the real folder, whatever its path leads to just now. */
  inReal(name: string): string {
    return `/proc/self/fd/${this.real}/${name}`;
  }

  /** The real leaf, made again after a change took it away. At the level `leaf` its name is the attacker's. */
  ensureLeaf(): void {
    if (this.level === 'leaf' || statSync(this.inReal('leaf.txt'), { throwIfNoEntry: false })) return;
    writeFileSync(this.inReal('leaf.txt'), INSIDE);
  }

  private outsideNow(): string {
    const folders = ['outside', 'outside/p', 'outside/g', 'outside/g/p'];
    return folders.map((folder) => [...readdirSync(this.at(folder)), this.inodeOf(folder)].join(' ')).join('\n');
  }

  private inodeOf(folder: string): string {
    const leaf = statSync(this.at(folder, 'leaf.txt'), { throwIfNoEntry: false });
    return `${leaf?.ino} ${leaf?.mtimeMs}`;
  }

  /** Whether anything outside was made, taken or changed. */
  get isOutsideTouched(): boolean {
    return this.outsideNow() !== this.before;
  }

  remove(): void {
    this.engine.close();
    this.faulty.bury();
    closeSync(this.real);
    this.disk.remove();
  }
}
