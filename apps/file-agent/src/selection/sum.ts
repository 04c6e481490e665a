import type { ListTotals } from '#contracts/entry';
import type { EntryFacts, EntryKind } from './filter.js';

/** How many entries, of which kind, and how large together. */
export class Sum {
  private readonly counts = { entries: 0, files: 0, folders: 0 };
  /** Undefined as soon as one file was not looked at: a sum of some would be a lie. */
  private bytes?: number = 0;

  add({ kind, facts }: { readonly kind: EntryKind; readonly facts?: EntryFacts }): void {
    this.counts.entries++;
    if (kind === 'folder') this.counts.folders++;
    if (kind !== 'file') return;
    this.counts.files++;
    if (this.bytes !== undefined) this.bytes = facts && this.bytes + facts.size;
  }

  get totals(): ListTotals {
    return { ...this.counts, ...(this.bytes !== undefined && { bytes: this.bytes }) };
  }
}
