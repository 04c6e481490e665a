import type { Entry } from '#contracts/entry';
import { formatLocation } from '../disk/location.js';
import { isOddName } from '../disk/name.js';
import { shownName } from '../disk/shown-name.js';
import { categoryOf } from './category.js';
import type { EntryFacts } from './filter.js';
import { isHidden } from './hidden.js';
import type { Row } from './row.js';

/** An entry as the wire shows it: `name` is for eyes, `location` is its address. */
export const entryView = ({ kind, parts, name }: Row, { size, mtimeMs }: EntryFacts, place: string): Entry => {
  const location = formatLocation({ place, parts: [...parts, name] });
  return {
    location,
    name: shownName(name),
    kind,
    size: kind === 'folder' ? 0 : size,
    modified: new Date(mtimeMs).toISOString(),
    ...(kind === 'file' && { category: categoryOf(name) }),
    ...(isHidden(name) && { hidden: true }),
    ...(isOddName(name) && { id: location }),
  };
};
