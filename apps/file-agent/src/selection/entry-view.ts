import type { Entry } from '#contracts/entry';
import { formatLocation } from '../disk/location.js';
import { isOddName } from '../disk/name.js';
import { shownName } from '../disk/shown-name.js';
import { categoryOf } from './category.js';
import type { Found } from './gather.js';
import { isHidden } from './hidden.js';

/** A found entry as the wire shows it: `name` is for eyes, `location` is its address. */
export const entryView = (found: Found, place: string): Entry => {
  const { name, kind, parts, stat } = found;
  const location = formatLocation({ place, parts: [...parts, name] });
  return {
    location,
    name: shownName(name),
    kind,
    size: kind === 'folder' ? 0 : Number(stat.size),
    modified: new Date(Number(stat.mtimeMs)).toISOString(),
    ...(kind === 'file' && { category: categoryOf(name) }),
    ...(isHidden(name) && { hidden: true }),
    ...(isOddName(name) && { id: location }),
  };
};
