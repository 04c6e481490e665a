import { Attacker, CProgram } from './attackers.js';
import { progress } from './progress.js';
import { NAIVE, OURS, type Try } from './raced-operations.js';
import { LEVELS, type Level, SwapWorld } from './swap-world.js';
import type { Verdict } from './verdict.js';

interface Cell {
  readonly level: Level;
  readonly act: Try;
  readonly milliseconds: number;
  /** Stop at the first escape: enough for a control. */
  readonly once: boolean;
}

interface Found {
  readonly tries: number;
  readonly escapes: number;
}

const attempt = (world: SwapWorld, act: Try, number: number): boolean => {
  try {
    return act(world, number);
  } catch {
    return false;
  }
};

const raceIn = (world: SwapWorld, { act, milliseconds, once }: Cell): Found => {
  const end = Date.now() + milliseconds;
  let tries = 0;
  let escapes = 0;
  while (Date.now() < end && !(once && escapes > 0)) {
    const out = attempt(world, act, tries++) || world.isOutsideTouched;
    if (out) escapes += 1;
    if (out && world.isOutsideTouched) break;
  }
  return { tries, escapes };
};

const race = async (program: string, cell: Cell): Promise<Found> => {
  const world = new SwapWorld(cell.level);
  const attacker = await Attacker.swapping(program, ...world.pair);
  try {
    return raceIn(world, cell);
  } finally {
    await attacker.stop();
    world.remove();
  }
};

const cells = function* (tries: Readonly<Record<string, Try>>): Generator<{ name: string; level: Level; act: Try }> {
  for (const [name, act] of Object.entries(tries)) for (const level of LEVELS) yield { name, level, act };
};

const controlTries = async (program: string, milliseconds: number): Promise<Found & { cells: number }> => {
  const sum = { tries: 0, escapes: 0, cells: 0 };
  for (const cell of cells(NAIVE)) {
    const found = await race(program, { ...cell, milliseconds, once: true });
    sum.tries += found.tries;
    sum.escapes += found.escapes;
    sum.cells += found.escapes > 0 ? 1 : 0;
  }
  return sum;
};

/** P2: each operation against an attacker that swaps each level of its path for a link to outside. */
export const confinementRace = async (milliseconds: number): Promise<Verdict> => {
  const program = new CProgram('swapper.c');
  try {
    const violations: string[] = [];
    let tries = 0;
    for (const { name, level, act } of cells(OURS)) {
      const found = await race(program.path, { level, act, milliseconds, once: false });
      tries += found.tries;
      progress({ what: `${name} with the ${level} swapped`, done: tries, violations: violations.length });
      if (found.escapes > 0) violations.push(`${name} with the ${level} swapped: ${found.escapes} of ${found.tries}`);
    }
    const naive = await controlTries(program.path, milliseconds);
    const control = {
      what: `resolve, compare, act; ${naive.cells} of 44 cells`,
      cases: naive.tries,
      violations: naive.escapes,
    };
    return { promise: 'P2', what: '11 operations x 4 swapped levels', cases: tries, violations, control };
  } finally {
    program.remove();
  }
};
