import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { expectOk, HttpClient } from '../stage/latency.js';
import { expectFiles } from '../stage/look.js';
import { MACHINE, type Stage } from '../stage/stage.js';
import { makeFlat } from '../stage/tree.js';
import { linesOf, runTool } from '../stage/tools.js';

interface Listing {
  readonly stage: Stage;
  readonly gateway: HttpClient;
  readonly path: string;
  readonly location: string;
  seen: Set<string>;
}

interface Page {
  readonly entries: readonly { readonly location: string; readonly size: number; readonly modified: string }[];
  readonly cursor?: string;
}

const FIND = `/v1/machines/${MACHINE}/operations/find`;
const PAGE = 1000;

const pageAfter = async ({ gateway, location }: Listing, cursor: string | undefined): Promise<Page> => {
  const answer = await gateway.send('POST', FIND, {
    in: location,
    limit: PAGE,
    ...(cursor !== undefined && { cursor }),
  });
  return JSON.parse(expectOk(answer).body.toString()) as Page;
};

const listAll = async (listing: Listing): Promise<void> => {
  listing.seen = new Set();
  let cursor: string | undefined;
  do {
    const page = await pageAfter(listing, cursor);
    for (const { location } of page.entries) listing.seen.add(location);
    cursor = page.cursor;
  } while (cursor !== undefined);
};

const open = async (stage: Stage): Promise<Listing> => {
  const { path, location } = stage.folder('flat');
  makeFlat(path, stage.sizes.flat);
  const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
  return { stage, gateway, path, location, seen: new Set() };
};

export const listHttpScenario: Scenario<Listing> = {
  name: 'list-http',
  words: 'list a folder of 100k with size and time over HTTP, all of it, page by page / `ls -Uln`',
  unit: 'ms',
  score: 'ratio',
  goal: 1.2,
  gate: 1.6,
  reps: { smoke: 2, full: 1 },
  needs: ['ls'],
  known:
    'Every page walked the whole folder again (13.6 × at 10,000 entries). Since the agent keeps the rows for the next pages: 3.1–4.9 ×. Not profiled since',
  setup: open,
  ours: (listing) => timed(() => listAll(listing)),
  baseline: async ({ path, stage }) => {
    const ran = await runTool('ls', ['-Uln', path]);
    expectFiles(linesOf(ran) - 1, stage.sizes.flat);
    return ran.ms;
  },
  check: async ({ seen, stage }) => expectFiles(seen.size, stage.sizes.flat),
  close: async ({ gateway }) => gateway.close(),
};

export const listFirstScenario: Scenario<Listing> = {
  name: 'list-first',
  words: 'the first 1,000 entries of that folder, sorted by name',
  unit: 'ms',
  score: 'ours',
  goal: 25,
  gate: 60,
  reps: { smoke: 5, full: 9 },
  setup: open,
  ours: (listing) =>
    timed(async () => {
      listing.seen = new Set((await pageAfter(listing, undefined)).entries.map(({ location }) => location));
    }),
  check: async ({ seen }) => expectFiles(seen.size, PAGE),
  close: async ({ gateway }) => gateway.close(),
};
