import { walk } from '../disk/walk.js';
import type { Place } from '../disk/place.js';

/** Bytes of all files below a folder; yields between pages. What cannot be looked into counts nothing. */
export function* measureFolder(place: Place, parts: readonly string[]): Generator<void, number> {
  const folder = place.openFolder(parts);
  let bytes = 0;
  try {
    for (const page of walk(folder, parts, { depth: Infinity, enters: () => true, onLeft: () => undefined })) {
      for (const { name, kind } of page.entries) if (kind === 'file') bytes += page.folder.look(name)?.size ?? 0;
      yield;
    }
  } finally {
    folder.close();
  }
  return bytes;
}
