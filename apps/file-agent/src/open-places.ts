import { OrdenaError } from '#contracts/errors';
import type { AgentConfig } from './config/config.js';
import { discoverPlaces } from './disk/discover.js';
import { Place, type PlaceSpec } from './disk/place.js';
import { Protection } from './disk/protection.js';
import type { Sys } from './disk/sys.js';
import type { DiskSettings } from './thread/messages.js';

/** The folders of this PC that its owner shares: the known ones that are not closed, then those of the configuration. */
const placeSpecs = (sys: Sys, { home, config }: DiskSettings): PlaceSpec[] => {
  const known = discoverPlaces(sys, { home, platform: process.platform });
  const extra = Object.entries(config.places).map(([name, place]) => ({ name, words: [], ...place }));
  const replaced = new Set([...config.closed, ...extra.map(({ name }) => name)]);
  const hardlinks = config.hardlinks === 'allow';
  return [...known.filter(({ name }) => !replaced.has(name)), ...extra].map((spec) => ({ ...spec, hardlinks }));
};

const openOne = (sys: Sys, spec: PlaceSpec, { config, protection }: Opening): Place => {
  try {
    return Place.open(sys, spec, protection);
  } catch (cause) {
    const field = spec.name in config.places ? `places.${spec.name}` : spec.name;
    throw new OrdenaError(
      'BAD_CONFIG',
      `The place "${field}" cannot be opened; check that it is a folder you may read.`,
      {
        cause,
        details: { field },
      },
    );
  }
};

interface Opening {
  readonly config: AgentConfig;
  readonly protection: Protection;
}

/** Opens them all; the agent's own folder is out of reach in each. Throws BAD_CONFIG. */
export const openPlaces = (sys: Sys, settings: DiskSettings, protection = new Protection()): Place[] => {
  const specs = placeSpecs(sys, settings);
  if (specs.length === 0) {
    throw new OrdenaError(
      'BAD_CONFIG',
      'This PC has none of the known folders; name some under "places" in agent.json.',
    );
  }
  return specs.map((spec) => openOne(sys, spec, { config: settings.config, protection }));
};
