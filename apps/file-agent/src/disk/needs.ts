import { type PlacePath, formatLocation } from './location.js';
import type { Job, Outcome } from './outcome.js';

const above = function* ({ place, parts }: PlacePath): Generator<string> {
  for (let depth = 1; depth < parts.length; depth++) yield formatLocation({ place, parts: parts.slice(0, depth) });
};

/** Which entries of a plan must not be tried, because one they need was not done. */
export class Needs {
  private readonly missingFolders = new Set<string>();
  private readonly notDone = new Set<number>();

  note({ op, outcome }: Job): void {
    if (outcome!.result === 'done') return;
    this.notDone.add(op.seq);
    if (op.action === 'create-folder' && outcome!.result !== 'skipped') this.missingFolders.add(formatLocation(op.to!));
  }

  heldBack({ op }: Job): Outcome | undefined {
    const isHeld = (op.after !== undefined && this.notDone.has(op.after)) || this.goesIntoMissing(op.to);
    return isHeld ? { result: 'not-started' } : undefined;
  }

  private goesIntoMissing(to: PlacePath | undefined): boolean {
    if (!to || this.missingFolders.size === 0) return false;
    return [...above(to)].some((folder) => this.missingFolders.has(folder));
  }
}
