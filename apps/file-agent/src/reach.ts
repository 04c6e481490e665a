import { OrdenaError } from '#contracts/errors';
import type { AgentConfig } from './config/config.js';
import { sensitiveTest, type SensitiveTest } from './config/sensitive.js';
import { formatLocation, type Grammar, parseLocation, type PlacePath } from './disk/location.js';
import { shownName } from './disk/shown-name.js';
import type { Place, PlaceSpec } from './disk/place.js';

/** A location that has been found to lie in a place. `parts` has no link in it when it was asked for reading. */
export interface Target {
  readonly place: Place;
  readonly parts: readonly string[];
  readonly path: PlacePath;
  readonly location: string;
  /** It was written with a slash at its end, so it must be a folder. */
  readonly mustBeFolder: boolean;
}

/** Whether its owner opened a place to be looked at only. */
export const isToBeLookedAt = (
  { readOnly }: Pick<AgentConfig, 'readOnly'>,
  place: Pick<PlaceSpec, 'name' | 'readOnly'>,
): boolean => place.readOnly === true || (Array.isArray(readOnly) ? readOnly.includes(place.name) : readOnly);

/** What requests can get at on this PC: the places, as far as the owner's limits allow. */
export class Reach {
  private readonly grammar: Grammar;
  readonly isSensitive: SensitiveTest;

  constructor(
    readonly places: readonly Place[],
    readonly config: AgentConfig,
  ) {
    const caseless = process.platform === 'darwin' || process.platform === 'win32';
    this.grammar = { places, windows: process.platform === 'win32', caseless };
    this.isSensitive = sensitiveTest(config.sensitive);
  }

  parse(text: string): Target {
    const { place, parts, folder } = parseLocation(text, this.grammar);
    return this.target({ place, parts }, folder);
  }

  /** Follows links inside the place. Throws SENSITIVE for names that the owner did not open. */
  toRead(text: string): Target {
    const asked = this.parse(text);
    this.refuseSensitive(asked.parts);
    const parts = asked.place.resolve(asked.parts);
    this.refuseSensitive(parts);
    return { ...asked, parts };
  }

  /** Follows no link, changes nothing: the source of a copy. Throws SENSITIVE. */
  parseAllowed(text: string): Target {
    const asked = this.parse(text);
    this.refuseSensitive(asked.parts);
    return asked;
  }

  /** Follows no link. Throws READ_ONLY, SENSITIVE. */
  toChange(text: string): Target {
    const asked = this.parseAllowed(text);
    this.refuseReadOnly(asked.place);
    return asked;
  }

  target(path: PlacePath, mustBeFolder = false): Target {
    const place = this.placeNamed(path.place);
    return { place, parts: path.parts, path, location: formatLocation(path), mustBeFolder };
  }

  placeNamed(name: string): Place {
    const place = this.places.find((candidate) => candidate.name === name);
    if (place) return place;
    throw new OrdenaError('UNKNOWN_PLACE', `This computer shares no place called "${shownName(name)}".`, {
      details: { places: this.places.map((known) => known.name) },
    });
  }

  isReadOnly(place: Place): boolean {
    return isToBeLookedAt(this.config, place.spec);
  }

  refuseReadOnly(place: Place): void {
    if (!this.isReadOnly(place)) return;
    throw new OrdenaError(
      'READ_ONLY',
      `Its owner lets "${place.name}" be looked at only, so nothing there can change.`,
    );
  }

  refuseSensitive(parts: readonly string[]): void {
    if (!this.isSensitive(parts)) return;
    throw new OrdenaError(
      'SENSITIVE',
      'Names like that hold keys or passwords, so they are left alone; the owner can open them on that PC.',
    );
  }
}
