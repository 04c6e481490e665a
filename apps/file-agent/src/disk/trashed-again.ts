import { inodeKey } from './identity.js';
import type { Journal } from './journal.js';
import { type Job, slotName } from './outcome.js';
import { chunksBackwards, metaOf } from './plan-log.js';
import { putsBack } from './plan-meta.js';
import type { Identity, TrashSlot } from './planned-op.js';

/** What one entry of an undo put into the trash, each by what it is. */
const trashedBy = (job: Job): [string, TrashSlot][] => {
  const { op, outcome } = job;
  if (outcome?.result !== 'done') return [];
  const others = [outcome.aside, outcome.source].filter((each) => each !== undefined);
  const own =
    op.action === 'trash' && op.id ? [{ place: op.from!.place, slot: slotName(job, 'piece'), id: op.id }] : [];
  return [...own, ...others].map(({ place, slot, id }) => [inodeKey(id), { place, slot }]);
};

/**
 * What came back from the trash and was put there again by undoing that lies under another name than the job told. Read
 * from the journal when it is first asked for: only undos after the job can have done it.
 */
export class TrashedAgain {
  private slots: ReadonlyMap<string, TrashSlot> | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly planId: string,
  ) {}

  slotOf(id: Identity): TrashSlot | undefined {
    this.slots ??= new Map(this.read());
    return this.slots.get(inodeKey(id));
  }

  /** Oldest plan first, so that the last word is the newest. */
  private *read(): Generator<[string, TrashSlot]> {
    const plans = this.journal.planIds();
    for (const planId of plans.slice(plans.indexOf(this.planId) + 1)) {
      const meta = metaOf(this.journal, planId);
      if (!meta || !putsBack(meta)) continue;
      for (const chunk of chunksBackwards(this.journal, planId)) for (const job of chunk) yield* trashedBy(job);
    }
  }
}
