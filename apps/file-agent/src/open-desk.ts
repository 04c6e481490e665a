import type { Desk } from './desk.js';
import { PlanStore } from './disk/plan-store.js';
import { realSys } from './disk/sys.js';
import { openDisk } from './open-disk.js';
import { Reach } from './reach.js';
import type { DiskSettings, News } from './thread/messages.js';

/** Opens what the disk thread works with; finishes what a crash left open before anything else is asked. */
export const openDesk = (settings: DiskSettings, tell: (news: News) => void): Desk => {
  const disk = openDisk(realSys, settings);
  return {
    machine: settings.machine,
    disk,
    reach: new Reach(disk.places, settings.config),
    plans: new PlanStore(disk.state.sub('plans')),
    receiptOf: () => undefined,
    now: Date.now,
    tell,
  };
};
