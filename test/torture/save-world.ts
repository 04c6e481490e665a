import { existsSync, linkSync, readFileSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { FaultySys } from './faulty-sys.js';

/** A desktop with one file that another program keeps saving, or one name that it keeps taking; another disk beside it. */
export class SaveWorld {
  private readonly disk = new TempFolder({ desktop: {}, documents: {}, kept: {}, scratch: {} }, '/dev/shm');
  private readonly faulty = new FaultySys(realSys, { syncs: false });
  private readonly stick = new TempFolder();
  readonly engine = Engine.open(this.faulty.sys, {
    places: [
      ...['desktop', 'documents'].map((name) => ({ name, words: [], path: this.disk.at(name) })),
      { name: 'usb', words: [], path: this.stick.path },
    ],
    stateFolder: this.disk.at('state'),
    dataHome: this.disk.at('data'),
  });

  at(...parts: string[]): string {
    return this.disk.at(...parts);
  }

  /** A new file of four bytes, put there in one step, never over a save that is there. */
  plant(place: string, name: string): void {
    writeFileSync(this.at('kept', 'seed'), 'orig');
    try {
      linkSync(this.at('kept', 'seed'), this.at(place, name));
    } catch {
      // A save is there already: that is the file of this try.
    }
    unlinkSync(this.at('kept', 'seed'));
  }

  /** Takes whatever has that name out of the way, so that the next try starts afresh; nothing is lost by it. */
  keep(place: string, name: string, number: number): void {
    if (existsSync(this.at(place, name))) renameSync(this.at(place, name), this.at('kept', `${name}-${number}`));
  }

  /** Every text there is anywhere: in places, kept, trash and stage. */
  texts(): Set<string> {
    const found = new Set<string>();
    for (const root of ['desktop', 'documents', 'kept', 'state/vault', 'data']) collect(this.at(root), found);
    collect(this.stick.path, found);
    return found;
  }

  get log(): string[] {
    return existsSync(this.at('scratch/log'))
      ? readFileSync(this.at('scratch/log'), 'utf8').split('\n').filter(Boolean)
      : [];
  }

  remove(): void {
    this.engine.close();
    this.faulty.bury();
    this.disk.remove();
    this.stick.remove();
  }
}

const collect = (folder: string, found: Set<string>): void => {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, found);
    else found.add(readFileSync(path, 'utf8'));
  }
};
