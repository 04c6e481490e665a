import { HttpClient, expectOk } from './latency.js';
import { MACHINE, type Stage } from './stage.js';

/** A folder listed through the gateway, as a program would. */
export interface Listing {
  readonly stage: Stage;
  readonly gateway: HttpClient;
  /** The folder, as the agent knows it and on the disk. */
  readonly location: string;
  readonly root: string;
  seen: Set<string>;
  close(): void;
}

export interface Page {
  readonly entries: readonly { readonly location: string; readonly size: number; readonly modified: string }[];
  readonly cursor?: string;
}

/** In the order of the disk, as `ls -U` lists, or by name, as people see it. */
interface Asked {
  readonly sort: 'disk' | 'name';
  readonly cursor?: string;
}

const FIND = `/v1/machines/${MACHINE}/operations/find`;
export const PAGE = 1000;

export const openListing = async (stage: Stage): Promise<Listing> => {
  const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
  const { location, root } = stage.flat();
  return { stage, gateway, location, root, seen: new Set(), close: () => gateway.close() };
};

export const pageAfter = async ({ gateway, location }: Listing, asked: Asked): Promise<Page> => {
  const request = { in: location, limit: PAGE, ...asked };
  const answer = await gateway.send('POST', FIND, request);
  return JSON.parse(expectOk(answer).body.toString()) as Page;
};

interface Line {
  readonly location?: string;
  readonly size?: number;
  readonly modified?: string;
  /** Of the last one. */
  readonly totals?: object;
}

/** All of it, as lines; every entry must tell its size and time, and the last line that nothing is missing. */
export const listAll = async (listing: Listing): Promise<void> => {
  listing.seen = new Set();
  let isWhole = false;
  await listing.gateway.lines(FIND, { in: listing.location, sort: 'disk' }, (text) => {
    const { location, size, modified, totals } = JSON.parse(text) as Line;
    if (location !== undefined && size !== undefined && size > 0 && modified !== '') listing.seen.add(location);
    isWhole = totals !== undefined;
  });
  if (!isWhole) throw new Error('the list was cut off');
};

/** The same page by page, each a question of its own. */
export const pageThrough = async (listing: Listing): Promise<void> => {
  listing.seen = new Set();
  let cursor: string | undefined;
  do {
    const page = await pageAfter(listing, { sort: 'disk', ...(cursor !== undefined && { cursor }) });
    for (const { location, size, modified } of page.entries)
      if (size > 0 && modified !== '') listing.seen.add(location);
    cursor = page.cursor;
  } while (cursor !== undefined);
};
