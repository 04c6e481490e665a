import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { DiskOptions } from '../../apps/file-agent/src/disk/disk.js';
import { identityOf } from '../../apps/file-agent/src/disk/identity.js';
import type { PlannedOp } from '../../apps/file-agent/src/disk/planned-op.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';

/** Many files to move from one folder to a new one: what a bulk plan works on. */
export class BulkWorld {
  readonly disk: TempFolder;

  constructor(
    readonly entries: number,
    below?: string,
  ) {
    this.disk = new TempFolder({ desktop: { bulk: {} }, documents: {} }, below);
    mkdirSync(this.disk.at('state'));
    for (let at = 0; at < entries; at++) writeFileSync(this.disk.at('desktop/bulk', `f${at}.txt`), `text ${at}`);
  }

  get options(): DiskOptions {
    return bulkOptions(this.disk.path);
  }

  /** Inode of each file that is where it was, and of each that is where it goes. */
  inodes(): { from: Set<bigint>; to: Set<bigint> } {
    return { from: inodesIn(this.disk.at('desktop/bulk')), to: inodesIn(this.disk.at('documents/bulk')) };
  }

  /** What lies between two names. */
  get staged(): string[] {
    const stage = this.disk.at('state/vault/stage');
    return lstatSync(stage, { throwIfNoEntry: false }) ? readdirSync(stage) : [];
  }

  remove(): void {
    this.disk.remove();
  }
}

const inodesIn = (folder: string): Set<bigint> => {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return new Set();
  return new Set(readdirSync(folder).map((name) => lstatSync(`${folder}/${name}`, { bigint: true }).ino));
};

export const bulkOptions = (root: string): DiskOptions => ({
  places: ['desktop', 'documents'].map((name) => ({ name, words: [], path: `${root}/${name}` })),
  stateFolder: `${root}/state`,
  dataHome: `${root}/data`,
});

/** The plan, entry by entry, as the plan store gives it. */
export const bulkOps = function* (root: string): Generator<PlannedOp> {
  const to = (name?: string) => ({ place: 'documents', parts: name === undefined ? ['bulk'] : ['bulk', name] });
  yield { seq: 0, action: 'create-folder', kind: 'folder', to: to(), bytes: 0, onTheWay: true };
  let seq = 1;
  for (const name of readdirSync(`${root}/desktop/bulk`)) {
    const id = identityOf(lstatSync(`${root}/desktop/bulk/${name}`, { bigint: true }));
    const from = { place: 'desktop', parts: ['bulk', name] };
    yield {
      seq: seq++,
      action: 'move',
      kind: 'file',
      from,
      to: to(name),
      id,
      onConflict: 'number',
      bytes: Number(id.size),
    };
  }
};
