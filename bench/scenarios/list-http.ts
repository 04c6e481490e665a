import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { listAll, type Listing, openListing, PAGE, pageAfter } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

export const listHttpScenario: Scenario<Listing> = {
  name: 'list-http',
  words: 'list a folder of 100k with size and time over HTTP, all of it, page by page / `ls -Uln`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.2, gate: 1.6 },
  reps: { smoke: 3, full: 5 },
  needs: ['ls'],
  known:
    'A page of 1,000 is a question of its own through gateway, bus and agent; only the first walks the folder, the others come from a window of remembered rows, and sizes are looked at only for what is shown. Sorting all names before the first page is what `ls -U` does not do. There is no door that streams a listing',
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

export const listFirstScenario: Scenario<Listing> = {
  name: 'list-first',
  words: 'until the first entries of that folder are there (the first page of 1,000, in order of names)',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 25, gate: 60 },
  reps: { smoke: 5, full: 9 },
  known:
    'The page is in order of names and tells totals, so all names of the folder are read before it leaves; sizes only of its own entries',
  setup: openListing,
  ours: (listing) =>
    timed(async () => {
      listing.seen = new Set((await pageAfter(listing)).entries.map(({ location }) => location));
    }),
  check: async ({ seen }) => expectFiles(seen.size, PAGE),
  close: async (listing) => listing.close(),
};
