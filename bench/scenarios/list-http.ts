import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { listAll, type Listing, openListing, PAGE, pageAfter, pageThrough } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

const measured = {
  unit: 'ms',
  score: 'ratio',
  needs: ['ls'],
  setup: openListing,
  baseline: async ({ root, stage }: Listing) => {
    const ran = await runTool('ls', ['-Uln', root]);
    expectFiles(linesOf(ran) - 1, stage.sizes.flat);
    return ran.ms;
  },
  check: async ({ seen, stage }: Listing) => expectFiles(seen.size, stage.sizes.flat),
  close: async (listing: Listing) => listing.close(),
} as const;

export const listHttpScenario: Scenario<Listing> = {
  ...measured,
  name: 'list-http',
  words:
    'list a folder of 100k with size and time over HTTP, all of it, as a stream of lines in the order of the disk / `ls -Uln`',
  limits: { goal: 1.2, gate: 1.6 },
  reps: { smoke: 3, full: 5 },
  known:
    'While one page of 1,000 is written to the reader, the next one is on its way; but each is written, read and checked on every way: disk thread, agent, gateway, reader. Of the processor time of 20,000 entries the disk thread has 45 %, a quarter of that in `lstat`, the gateway 25 %, the agent 16 %, the reader 14 %, and they share two processors',
  ours: (listing) => timed(() => listAll(listing)),
};

/** Beside it, without a goal of its own: what the stream saves. */
export const listPagesScenario: Scenario<Listing> = {
  ...measured,
  name: 'list-pages',
  words: 'the same page by page, each a question of its own',
  reps: { full: 5 },
  ours: (listing) => timed(() => pageThrough(listing)),
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
