import { readdirSync } from 'node:fs';
import { move } from '#contracts/operations/move';
import type { Scenario } from '../scenario.js';
import { expectEntries, type Folders, moveWithMv, makeFolders } from '../stage/folders.js';
import { timedCarryOut } from '../stage/carry-out.js';

export const moveScenario: Scenario<Folders> = {
  name: 'move',
  words: 'move 10,000 files over NATS, planned, staged, journaled, folders synced / `mv`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 3, gate: 5 },
  reps: { smoke: 3, full: 7 },
  needs: ['mv', 'find'],
  known:
    'A staged move is three changes (rename to a private name, link, unlink) where `mv` makes one rename, each looked at before and after so that a save made meanwhile is not lost, and two journal lines synced in groups. Seven calls of the system a file, counted (`strace -c`): four `lstat`, `rename`, `link`, `unlink`. Of the disk thread’s time the commit has 53 %, two thirds of that in those calls, planning 32 % (looking, sorting, the plan’s own lines and hash), garbage 8 %; no function of ours is over 3.5 %. Three times the room for young objects changed nothing. Planning reads a busy target folder once instead of looking for every name',
  setup: (stage) => Promise.resolve(makeFolders(stage, stage.sizes.moves)),
  ours: ({ stage, ours }) =>
    timedCarryOut(stage.bus, move, { from: ours.from.location, select: {}, to: ours.to.location }),
  baseline: ({ theirs }) => moveWithMv(theirs.from.path, theirs.to.path),
  check: ({ ours, files }) => {
    expectEntries(ours.to.path, files);
    return Promise.resolve(expectEntries(ours.from.path, 0));
  },
  reset: async ({ ours, theirs }) => {
    await moveWithMv(ours.to.path, ours.from.path);
    await moveWithMv(theirs.to.path, theirs.from.path);
    if (readdirSync(theirs.to.path).length > 0) throw new Error('mv left something behind');
  },
};
