import type { ReplyOf } from '#contracts/operation';
import type { places } from '#contracts/operations/places';
import { within } from '../disk/folder.js';
import type { Place } from '../disk/place.js';
import type { Desk } from '../desk.js';

/** The shared folders with their free space; one that is gone just now (a disk pulled out) has none. */
export const answerPlaces = (desk: Desk): ReplyOf<typeof places> => {
  const { reach } = desk;
  return {
    machine: desk.machine,
    os: process.platform,
    containment: process.platform === 'linux' ? 'kernel' : 'detect',
    readOnly: reach.config.readOnly === true,
    places: reach.places.map((place) => ({
      name: place.name,
      words: [...place.words],
      path: place.realPath,
      readOnly: reach.isReadOnly(place),
      freeBytes: freeBytes(place),
    })),
  };
};

const freeBytes = (place: Place): number => {
  try {
    return within(place.openRoot(), (root) => Number(root.freeBytes()));
  } catch {
    return 0; // the disk is gone just now; every use of the place says so with its own code
  }
};
