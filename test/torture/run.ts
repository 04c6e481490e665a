import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Word } from './lane.js';
import { PARTS } from './parts.js';
import { table, type Verdict } from './verdict.js';

/**
 * The whole proof: `npm run test:torture [minutes]`. Two processes share the parts (two cores); each part tries as much
 * as its share of the time allows (default: all, some twenty-five minutes; 3 is a quick look). Prints one table; ends
 * with 1 when anything was violated, a control stayed quiet, or a part broke off.
 */
const MINUTES_WHOLE = 25;
const LANES = 2;
const minutes = Number(process.argv[2] ?? MINUTES_WHOLE);
const share = Math.min(1, minutes / MINUTES_WHOLE);
const started = performance.now();
const waiting = Object.keys(PARTS);
const found = new Map<string, readonly Verdict[]>();

const tell = (part: string, text: string): void => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`${clock.padStart(6)}  ${part.padEnd(13)} ${text}\n`);
};

const tellVerdict = (part: string, verdict: Verdict): void => {
  tell(part, `${verdict.what}: ${verdict.cases} cases, ${verdict.violations.length} violations`);
  for (const violation of verdict.violations.slice(0, 20)) tell(part, `  ${violation}`);
};

const broken = (part: string): Verdict => ({ promise: '?', what: part, cases: 0, violations: ['the part broke off'] });

/** Runs one part in a process and waits for its end, or for the process's. */
const runPart = async (lane: ChildProcess, part: string): Promise<readonly Verdict[]> => {
  tell(part, 'begins');
  const verdicts = new Promise<readonly Verdict[]>((resolve) => {
    lane.removeAllListeners('message');
    lane.on('message', (word: Word) => {
      if (word.kind === 'verdicts') resolve(word.verdicts);
      else tell(part, `${word.step.what}: ${word.step.done} cases so far, ${word.step.violations} violations`);
    });
  });
  lane.send({ part, share } satisfies Order);
  return Promise.race([verdicts, once(lane, 'exit').then(() => [broken(part)])]);
};

const startLane = (): ChildProcess => fork(fileURLToPath(new URL('lane.ts', import.meta.url)));

/** One process after the parts that are left; a part that breaks it off does not keep the others from running. */
const runLane = async (): Promise<void> => {
  let lane = startLane();
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const verdicts = await runPart(lane, part);
    found.set(part, verdicts);
    for (const verdict of verdicts) tellVerdict(part, verdict);
    if (lane.exitCode !== null || lane.signalCode !== null) lane = startLane();
  }
  lane.disconnect();
};

await Promise.all(Array.from({ length: LANES }, runLane));
const verdicts = Object.keys(PARTS).flatMap((part) => found.get(part)!);
verdicts.sort((one, other) => one.promise.localeCompare(other.promise, 'en', { numeric: true }));
const took = Math.round((performance.now() - started) / 60_000);
process.stdout.write(`\n${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${took} min\n\n`);
process.stdout.write(`${table(verdicts)}\n`);
const isQuiet = ({ control }: Verdict): boolean => control?.violations === 0;
process.exitCode = verdicts.some((verdict) => verdict.violations.length > 0 || isQuiet(verdict)) ? 1 : 0;
