import type { Cursor } from '../text/cursor.js';
import type { Clock } from '../time/calendar.js';
import type { Clause } from './clause.js';
import type { LocWorld } from './places.js';
import type { MachineWorld } from './machines.js';

/** What reading needs besides the words: places, machines and the clock, all from the facts. */
export interface World extends LocWorld, MachineWorld {
  readonly machines: MachineWorld['machines'];
  readonly clock: Clock;
  /** The conversation has just made a folder: "otra" is one more. */
  readonly madeFolder?: boolean;
  /** The half before told its things by a part of their names: so does this one. */
  readonly inNames?: boolean;
}

/** One step of reading: answers whether it took something. */
export type Reader = (cursor: Cursor, clause: Clause, world: World) => boolean;
