import { rmSync } from 'node:fs';
import { find } from '#contracts/operations/find';
import { move } from '#contracts/operations/move';
import { trash } from '#contracts/operations/trash';
import type { Slope } from '../scenario.js';
import { timed, timedCarryOut } from '../stage/carry-out.js';
import { expectEntries } from '../stage/folders.js';
import { listAll, openListing } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { MACHINE, type Stage } from '../stage/stage.js';
import { makeFlat } from '../stage/tree.js';

/** One folder, more and more files in it. */

const fill = (stage: Stage, size: number): ReturnType<Stage['folder']> => {
  const folder = stage.folder('slope');
  makeFlat(folder.path, size);
  return folder;
};

const moveSlope: Slope = {
  name: 'slope-move',
  words: 'move, planned and committed',
  unit: 'ms',
  of: 'entries',
  measure: async (stage, size) => {
    const [from, to] = [fill(stage, size), stage.folder('slope-to')];
    const ms = await timedCarryOut(stage.bus, move, { from: from.location, select: {}, to: to.location });
    expectEntries(to.path, size);
    rmSync(to.path, { recursive: true });
    return ms;
  },
};

const trashSlope: Slope = {
  name: 'slope-trash',
  words: 'put into the trash, planned and committed',
  unit: 'ms',
  of: 'entries',
  measure: async (stage, size) => {
    const from = fill(stage, size);
    const ms = await timedCarryOut(stage.bus, trash, { from: from.location, select: {} });
    expectEntries(from.path, 0);
    return ms;
  },
};

const listSlope: Slope = {
  name: 'slope-list',
  words: 'list over HTTP, all pages',
  unit: 'ms',
  of: 'entries',
  measure: async (stage, size) => {
    const { path, location } = fill(stage, size);
    const listing = { ...(await openListing(stage)), location, root: path };
    const ms = await timed(() => listAll(listing));
    listing.close();
    expectFiles(listing.seen.size, size);
    rmSync(path, { recursive: true });
    return ms;
  },
};

const findSlope: Slope = {
  name: 'slope-find',
  words: 'find by name: totals and the first 100',
  unit: 'ms',
  of: 'entries',
  measure: async (stage, size) => {
    const { path, location } = fill(stage, size);
    let files = 0;
    const request = { in: location, select: { names: ['*7.txt'] }, limit: 100 };
    const ms = await timed(async () => void (files = (await stage.bus.call(MACHINE, find, request)).totals.files));
    expectFiles(files, size / 10);
    rmSync(path, { recursive: true });
    return ms;
  },
};

export const ENTRY_SLOPES: readonly Slope[] = [moveSlope, listSlope, findSlope, trashSlope];
