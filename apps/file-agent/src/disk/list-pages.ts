import { coding } from './errno.js';
import { decodeName, REPLACEMENT } from './name.js';
import type { Kind, Sys, SysPath } from './sys.js';

export interface Listed {
  readonly name: string;
  readonly kind: Kind;
}

export const LIST_PAGE = 4096;

export interface Listing {
  readonly pageSize: number;
  /** A name that is left out. */
  readonly hides?: string;
}

/**
 * The entries of a folder in the disk's own order. Names are read as text, which is twice as fast; only where one is
 * no text, those few are read once more as bytes, after all others, so that each gets its own string.
 */
export function* listPages(sys: Sys, folder: SysPath, listing: Listing): Generator<Listed[]> {
  let hasOdd = false;
  const asText = (name: string | Buffer): string | undefined => {
    const isText = !name.includes(REPLACEMENT);
    if (!isText) hasOdd = true;
    return isText ? name.toString() : undefined;
  };
  yield* pages(() => sys.openDir(folder, 'text'), asText, listing);
  if (hasOdd) yield* pages(() => sys.openDir(folder, 'bytes'), oddName, listing);
}

/** Only what the first reading could not take. */
const oddName = (bytes: string | Buffer): string | undefined =>
  bytes.toString().includes(REPLACEMENT) ? decodeName(Buffer.from(bytes)) : undefined;

function* pages(
  open: () => ReturnType<Sys['openDir']>,
  take: (name: string | Buffer) => string | undefined,
  { pageSize, hides }: Listing,
): Generator<Listed[]> {
  const dir = coding(undefined, open);
  try {
    let page: Listed[] = [];
    for (let found = dir.read(); found; found = dir.read()) {
      const name = take(found.name);
      if (name === undefined || name === hides) continue;
      page.push({ name, kind: found.kind });
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  } finally {
    dir.close();
  }
}
