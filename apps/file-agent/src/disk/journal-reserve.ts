import type { StateFolder } from './state-folder.js';

const RESERVE = 'reserve';
const RESERVE_BYTES = 1 << 20;

/** Room that is given up when the disk is full, so that what was done can still be written down. */
export const keepReserve = (state: StateFolder): void => {
  if (state.has(RESERVE)) return;
  try {
    state.writeLines(RESERVE, [' '.repeat(RESERVE_BYTES)]);
  } catch {
    // A full disk at the start: the first plan will say NO_SPACE.
  }
};

export const giveUpReserve = (state: StateFolder): void => state.remove(RESERVE);
