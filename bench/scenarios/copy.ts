import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { copy } from '#contracts/operations/copy';
import type { Scenario } from '../scenario.js';
import { timedCarryOut } from '../stage/carry-out.js';
import type { Stage } from '../stage/stage.js';
import { runTool } from '../stage/tools.js';
import { seeded } from '../statistics.js';

interface Copying {
  readonly stage: Stage;
  readonly from: { readonly path: string; readonly location: string };
  readonly to: { readonly path: string; readonly location: string };
  readonly hash: string;
}

const PIECE = 2 ** 20;
const NAME = 'large.bin';

const writeLarge = (file: string, bytes: number): void => {
  const random = seeded(11);
  const piece = Buffer.from(Array.from({ length: PIECE }, () => random() * 256));
  const fd = openSync(file, 'w');
  for (let written = 0; written < bytes; written += PIECE) {
    piece.writeUInt32LE(written / PIECE, 0);
    writeSync(fd, piece);
  }
  closeSync(fd);
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) hash.update(piece as Buffer);
  return hash.digest('hex');
};

export const copyScenario: Scenario<Copying> = {
  name: 'copy',
  words:
    'copy one file of 2 GiB: planned, journaled, synced, then both read again and compared byte by byte (instead of sha256) / `cp`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 3, gate: 4 },
  reps: { smoke: 2, full: 3 },
  needs: ['cp'],
  known:
    '`cp` neither syncs nor proves: ours is on the disk when it is told done, and both files are read again and compared byte by byte. That took the place of two sha256 passes',
  setup: async (stage) => {
    const [from, to] = [stage.folder('large'), stage.folder('copy')];
    const file = join(from.path, NAME);
    writeLarge(file, stage.sizes.copyBytes);
    return { stage, from, to, hash: await hashOf(file) };
  },
  ours: ({ stage, from, to }) => timedCarryOut(stage.bus, copy, { from: `${from.location}/${NAME}`, to: to.location }),
  baseline: async ({ from, to }) => (await runTool('cp', [join(from.path, NAME), join(to.path, 'theirs.bin')])).ms,
  check: async ({ to, hash, stage }) => {
    const copied = join(to.path, NAME);
    if (statSync(copied).size !== stage.sizes.copyBytes || (await hashOf(copied)) !== hash)
      throw new Error('the copy differs');
  },
  reset: async ({ to }) => {
    rmSync(join(to.path, NAME));
    rmSync(join(to.path, 'theirs.bin'));
  },
  close: async ({ from }) => rmSync(join(from.path, NAME)),
};
