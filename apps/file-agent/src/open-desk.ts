import type { Desk } from './desk.js';
import { Protection } from './disk/protection.js';
import { StateFolder } from './disk/state-folder.js';
import { realSys } from './disk/sys.js';
import { openPlaces } from './open-places.js';
import { Reach } from './reach.js';
import type { DiskSettings, News } from './thread/messages.js';

/** Opens what the disk thread works with; finishes what a crash left open before anything else is asked. */
export const openDesk = (settings: DiskSettings, tell: (news: News) => void): Desk => {
  const protection = new Protection();
  const state = StateFolder.open(realSys, settings.stateFolder);
  protection.add(realSys, state.path);
  const places = openPlaces(realSys, settings, protection);
  return {
    machine: settings.machine,
    reach: new Reach(places, settings.config),
    now: Date.now,
    tell,
  };
};
