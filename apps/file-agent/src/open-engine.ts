import { type ErrorCode, OrdenaError } from '#contracts/errors';
import { discoverPlaces } from './disk/discover.js';
import { Engine } from './disk/engine.js';
import type { PlaceSpec } from './disk/place.js';
import type { Sys } from './disk/sys.js';
import type { DiskSettings } from './thread/messages.js';

/**
 * The folders of this PC that its owner shares: the known ones that are not closed, then those of the configuration.
 * A PC may have none of them: it still answers, and says so.
 */
export const placeSpecs = (sys: Sys, { home, config }: DiskSettings): PlaceSpec[] => {
  const known = discoverPlaces(sys, { home, platform: process.platform });
  const extra = Object.entries(config.places).map(([name, place]) => ({ name, words: [], ...place }));
  const replaced = new Set([...config.closed, ...extra.map(({ name }) => name)]);
  const specs = [...known.filter(({ name }) => !replaced.has(name)), ...extra];
  return specs.map((spec) => ({ ...spec, hardlinks: config.hardlinks === 'allow' }));
};

/** Errors that say themselves what is wrong. */
const KEPT: readonly ErrorCode[] = ['MACHINE_TAKEN', 'TRASH_UNSAFE', 'JOURNAL_DAMAGED', 'NO_SPACE'];

/** Throws BAD_CONFIG naming the place that cannot be opened, MACHINE_TAKEN when another agent works here already. */
export const openEngine = (sys: Sys, settings: DiskSettings): Engine => {
  const places = placeSpecs(sys, settings);
  try {
    return Engine.open(sys, { places, stateFolder: settings.stateFolder, dataHome: settings.dataHome });
  } catch (cause) {
    if (cause instanceof OrdenaError && KEPT.includes(cause.code)) throw cause;
    const name = cause instanceof OrdenaError ? cause.details?.['name'] : undefined;
    const what = typeof name === 'string' ? `The place "${name}"` : 'A place or the state folder';
    throw new OrdenaError('BAD_CONFIG', `${what} cannot be opened; check that it is a folder you may use.`, { cause });
  }
};
