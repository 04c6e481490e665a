import { existsSync, linkSync, lstatSync, mkdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { identityOf } from '../../apps/file-agent/src/disk/identity.js';
import type { PlannedOp } from '../../apps/file-agent/src/disk/planned-op.js';
import { commit } from '../../apps/file-agent/src/disk/testing/ops.js';
import { Attacker } from './attackers.js';
import { progress } from './progress.js';
import { SaveWorld } from './save-world.js';
import type { Verdict } from './verdict.js';

/** One change that meets the other program; its own text may be lost to nobody either. */
type Change = (world: SaveWorld, number: number) => void;

const desktopFile = { place: 'desktop', parts: ['s.txt'] };
const idOf = (path: string): Pick<PlannedOp, 'id' | 'bytes' | 'kind'> => {
  const stat = lstatSync(path, { bigint: true });
  return { id: identityOf(stat), bytes: Number(stat.size), kind: 'file' };
};

const onSource =
  (more: (number: number) => Partial<PlannedOp>): Change =>
  (world, number) => {
    const source = { action: 'move', from: desktopFile, ...idOf(world.at('desktop/s.txt')) } as const;
    commit(world.engine, [{ ...source, ...more(number) }]);
  };

const write = (mode: 'replace' | 'append') => (): Partial<PlannedOp> => ({
  action: 'write',
  from: undefined,
  to: desktopFile,
  data: { text: 'written', mode },
});

const SOURCE: Readonly<Record<string, Change>> = {
  move: onSource((number) => ({ to: { place: 'documents', parts: [`d${number}`] } })),
  'move to another disk': onSource((number) => ({ to: { place: 'usb', parts: [`d${number}`] } })),
  trash: onSource(() => ({ action: 'trash' })),
  replace: onSource(write('replace')),
  append: onSource(write('append')),
};

const NAIVE_SOURCE: Readonly<Record<string, Change>> = {
  'link, unlink': (world, number) => {
    linkSync(world.at('desktop/s.txt'), world.at('documents', `d${number}`));
    unlinkSync(world.at('desktop/s.txt'));
  },
  'check, write over': (world) => {
    const before = statSync(world.at('desktop/s.txt')).mtimeMs;
    writeFileSync(world.at('kept/temporary'), 'written');
    if (statSync(world.at('desktop/s.txt')).mtimeMs === before) {
      renameSync(world.at('kept/temporary'), world.at('desktop/s.txt'));
    }
  },
};

const onTarget =
  (onConflict: PlannedOp['onConflict'], action: PlannedOp['action'] = 'move'): Change =>
  (world, number) => {
    writeFileSync(world.at('documents', `m${number}`), `mine ${number}`);
    const from = { place: 'documents', parts: [`m${number}`] };
    const source = idOf(world.at('documents', `m${number}`));
    commit(world.engine, [{ action, from, to: desktopFile, onConflict, ...source }]);
  };

const TARGET: Readonly<Record<string, Change>> = {
  fail: onTarget('fail'),
  number: onTarget('number'),
  skip: onTarget('skip'),
  'trash-existing': onTarget('trash-existing'),
  copy: onTarget('number', 'copy'),
};

const NAIVE_TARGET: Readonly<Record<string, Change>> = {
  'exists?, rename': (world, number) => {
    writeFileSync(world.at('documents', `m${number}`), `mine ${number}`);
    if (!existsSync(world.at('desktop/s.txt')))
      renameSync(world.at('documents', `m${number}`), world.at('desktop/s.txt'));
  },
};

interface Meeting {
  readonly mode: 'save' | 'create';
  readonly change: Change;
  readonly tries: number;
}

const attempt = (world: SaveWorld, change: Change, number: number): void => {
  try {
    change(world, number);
  } catch {
    // The other program was faster; only lost texts count.
  }
};

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Many tries of one change beside one busy program; answers how many texts are found nowhere. */
const meet = async ({ mode, change, tries }: Meeting): Promise<{ tries: number; saves: number; lost: number }> => {
  const world = new SaveWorld();
  mkdirSync(world.at('scratch/own'));
  const files = {
    file: world.at('desktop/s.txt'),
    scratch: world.at('scratch/own/version'),
    log: world.at('scratch/log'),
  };
  const attacker = await Attacker.saving(mode, files);
  for (let number = 0; number < tries; number++) {
    if (mode === 'save') world.plant('desktop', 's.txt');
    attempt(world, change, number);
    if (number % 8 === 0) Atomics.wait(pause, 0, 0, 1);
    world.keep('desktop', 's.txt', number);
    progress({ what: `another program's ${mode}s`, done: number + 1, violations: 0 });
  }
  await attacker.stop();
  const texts = world.texts();
  const mine = mode === 'create' ? Array.from({ length: tries }, (_, number) => `mine ${number}`) : [];
  const lost = [...world.log, ...mine].filter((text) => !texts.has(text)).length;
  const saves = world.log.length;
  world.remove();
  return { tries, saves, lost };
};

const meetAll = async (mode: Meeting['mode'], changes: Readonly<Record<string, Change>>, tries: number) => {
  const sum = { tries: 0, saves: 0, violations: [] as string[], lost: 0 };
  for (const [name, change] of Object.entries(changes)) {
    const found = await meet({ mode, change, tries });
    sum.tries += found.tries;
    sum.saves += found.saves;
    sum.lost += found.lost;
    if (found.lost > 0) sum.violations.push(`${name}: ${found.lost} of ${found.saves} saves lost`);
  }
  return sum;
};

const CONTROL_ROUNDS = 20;

/** On a busy machine the two programs seldom meet, so the control goes on until it shows a loss. */
const controlOf = async (mode: Meeting['mode'], naive: Readonly<Record<string, Change>>, tries: number) => {
  const sum = { tries: 0, lost: 0 };
  for (let round = 0; round < CONTROL_ROUNDS && sum.lost === 0; round++) {
    const found = await meetAll(mode, naive, tries);
    sum.tries += found.tries;
    sum.lost += found.lost;
  }
  return sum;
};

type Changes = Readonly<Record<string, Change>>;
interface Trial {
  readonly what: string;
  readonly mode: Meeting['mode'];
  readonly ours: Changes;
  readonly naive: Changes;
}

const verdictOf = async ({ what, mode, ours, naive }: Trial, tries: number): Promise<Verdict> => {
  const found = await meetAll(mode, ours, tries);
  const control = await controlOf(mode, naive, tries);
  return {
    promise: 'P3',
    what: `${what}, ${found.saves} of them meanwhile`,
    cases: found.tries,
    violations: found.violations,
    control: { what: Object.keys(naive).join('; '), cases: control.tries, violations: control.lost },
  };
};

/** P3: another program saves the file that is being moved, trashed or written. */
export const sourceSaves = (tries: number): Promise<Verdict> =>
  verdictOf({ what: 'saves on the source', mode: 'save', ours: SOURCE, naive: NAIVE_SOURCE }, tries);

/** P3: another program takes the name something is moved or copied to. */
export const targetSaves = (tries: number): Promise<Verdict> =>
  verdictOf({ what: 'files made at the target', mode: 'create', ours: TARGET, naive: NAIVE_TARGET }, tries);
