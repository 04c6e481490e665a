import { confinementRace } from './confinement-race.js';
import { growth } from './growth.js';
import { tamperSweep } from './journal-tampering.js';
import { killSweep } from './kills.js';
import { powerCuts } from './power-cuts.js';
import { sourceSaves, targetSaves } from './saves.js';
import { crashSweep, doubleCrashSweep, errorSweeps, fullDiskSweep } from './sweeps.js';
import { undoLaw } from './undo-law.js';
import { table, type Verdict } from './verdict.js';

/**
 * The whole proof: `npm run test:torture [minutes]`. Each part tries as much as its share of the time allows (default
 * about an hour; 6 is a quick look). Prints one table; ends with 1 when anything was violated or a control stayed quiet.
 */
const MINUTES_WHOLE = 60;
const minutes = Number(process.argv[2] ?? MINUTES_WHOLE);
const share = Math.min(1, minutes / MINUTES_WHOLE);
const times = (whole: number): number => Math.max(2, Math.round(whole * share));
const step = (least: number): number => Math.max(1, Math.round(least / share));

const PARTS: readonly (() => Promise<Verdict[]>)[] = [
  async () => [await confinementRace(times(10_000))],
  async () => [await sourceSaves(times(20_000)), await targetSaves(times(20_000))],
  async () => [crashSweep(1, { plans: 1, calls: Math.min(3, step(1)) })],
  async () => [crashSweep(2, { plans: step(1), calls: step(1) })],
  async () => [crashSweep(3, { plans: step(6), calls: step(4) })],
  async () => [doubleCrashSweep({ plans: 1, calls: step(1) })],
  async () => errorSweeps({ plans: 1, calls: step(1) }),
  async () => [fullDiskSweep({ plans: 1, calls: step(1) })],
  async () => [await killSweep(600, times(200), 150), await killSweep(10_000, times(30), 1_500)],
  async () => [await powerCuts('ext4', times(150)), await powerCuts('xfs', times(150))],
  async () => undoLaw(times(1_000)),
  async () => [tamperSweep(times(10_000))],
  async () => [growth(1_000, share < 1 ? 20_000 : 100_000)],
];

const isQuiet = ({ control }: Verdict): boolean => control?.violations === 0;

const verdicts: Verdict[] = [];
for (const part of PARTS) {
  for (const verdict of await part()) {
    verdicts.push(verdict);
    process.stderr.write(`${verdict.what}: ${verdict.cases} cases, ${verdict.violations.length} violations\n`);
    for (const violation of verdict.violations.slice(0, 20)) process.stderr.write(`  ${violation}\n`);
  }
}
process.stdout.write(`\n${table(verdicts)}\n`);
const bad = verdicts.filter((verdict) => verdict.violations.length > 0 || isQuiet(verdict));
process.exitCode = bad.length > 0 ? 1 : 0;
