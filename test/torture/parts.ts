import { confinementRace } from './confinement-race.js';
import { growth } from './growth.js';
import { tamperSweep } from './journal-tampering.js';
import { killSweep } from './kills.js';
import { powerCuts } from './power-cuts.js';
import { purgeSweep } from './purge-sweep.js';
import { million } from './million.js';
import { sourceSaves, targetSaves } from './saves.js';
import { crashSweep, doubleCrashSweep, errorSweeps, fullDiskSweep } from './sweeps.js';
import { undoLaw } from './undo-law.js';
import type { Verdict } from './verdict.js';

/** How much of the whole proof to run: 1 is all of it. `times` scales a count, `step` says each which case to take. */
export class Extent {
  constructor(private readonly share: number) {}

  get isWhole(): boolean {
    return this.share >= 1;
  }

  times(whole: number): number {
    return Math.max(2, Math.round(whole * Math.min(1, this.share)));
  }

  step(whole: number): number {
    return Math.max(1, Math.round(whole / Math.min(1, this.share)));
  }
}

type Part = (extent: Extent) => Promise<Verdict[]>;

/** Plans of one change are few: of each of them, a share of its changing calls. */
const callsOf = (extent: Extent) => ({ plans: 1, calls: extent.step(1) });

/**
 * The parts of the proof, the long ones first, so that two processes sharing them end together. Of the plans of three
 * every one is tried, but at each 21st of its changing calls: all of them would take two hours.
 */
export const PARTS: Readonly<Record<string, Part>> = {
  'crash-3': async (extent) => [crashSweep(3, { plans: extent.step(1), calls: 21 })],
  confinement: async (extent) => [await confinementRace(extent.times(8_000))],
  'power-cuts': async (extent) => [
    await powerCuts('ext4', extent.times(150)),
    await powerCuts('xfs', extent.times(150)),
  ],
  'undo-law': async (extent) => undoLaw(extent.times(10_000)),
  'crash-2': async (extent) => [crashSweep(2, { plans: extent.step(1), calls: 1 })],
  'kills-600': async (extent) => [await killSweep(600, extent.times(200), 150)],
  'source-saves': async (extent) => [await sourceSaves(extent.times(20_000))],
  'target-saves': async (extent) => [await targetSaves(extent.times(20_000))],
  'kills-10000': async (extent) => [await killSweep(10_000, extent.times(30), 1_500)],
  'double-crash': async (extent) => [doubleCrashSweep(callsOf(extent))],
  errors: async (extent) => errorSweeps(callsOf(extent)),
  million: async (extent) => [await million(extent.times(1_000_000))],
  growth: async (extent) => [growth(1_000, extent.isWhole ? 100_000 : 20_000)],
  'full-disk': async (extent) => [fullDiskSweep(callsOf(extent))],
  'crash-1': async (extent) => [crashSweep(1, callsOf(extent))],
  purge: async (extent) => [purgeSweep(extent.step(1))],
  tampering: async (extent) => [tamperSweep(extent.times(10_000))],
};
