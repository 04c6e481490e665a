import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { listAll, type Listing, openListing, PAGE, pageAfter } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

export const listHttpScenario: Scenario<Listing> = {
  name: 'list-http',
  words:
    'list a folder of 100k with size and time over HTTP, all of it, page by page, in the order of the disk / `ls -Uln`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.2, gate: 1.6 },
  reps: { smoke: 3, full: 5 },
  needs: ['ls'],
  known:
    'The agent needs about as long as `ls` does and makes the next page ready meanwhile; each page of 1,000 is a question of its own, and is written, read and checked on every way: thread, agent, gateway. There is no door that streams a listing',
  setup: openListing,
  ours: (listing) => timed(() => listAll(listing)),
  baseline: async ({ root, stage }) => {
    const ran = await runTool('ls', ['-Uln', root]);
    expectFiles(linesOf(ran) - 1, stage.sizes.flat);
    return ran.ms;
  },
  check: async ({ seen, stage }) => expectFiles(seen.size, stage.sizes.flat),
  close: async (listing) => listing.close(),
};

const askForFirst =
  (sort: 'disk' | 'name') =>
  (listing: Listing): Promise<number> =>
    timed(async () => {
      listing.seen = new Set((await pageAfter(listing, { sort })).entries.map(({ location }) => location));
    });

export const listFirstScenario: Scenario<Listing> = {
  name: 'list-first',
  words: 'until the first 1,000 entries of that folder are there, in the same order',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 25, gate: 60 },
  reps: { smoke: 5, full: 9 },
  setup: openListing,
  ours: askForFirst('disk'),
  check: async ({ seen }) => expectFiles(seen.size, PAGE),
  close: async (listing) => listing.close(),
};

export const listFirstByNameScenario: Scenario<Listing> = {
  name: 'list-first-by-name',
  words: 'the same by name and with totals, for which all names of the folder are read',
  unit: 'ms',
  score: 'ours',
  reps: { smoke: 5, full: 9 },
  setup: openListing,
  ours: askForFirst('name'),
  check: async ({ seen }) => expectFiles(seen.size, PAGE),
  close: async (listing) => listing.close(),
};
