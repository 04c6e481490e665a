/**
 * `npm run bench -- smoke|full|peer [figure…] [--keep]`: the figures of a profile, ours and theirs side by side.
 *
 * Leaves: a table on the terminal; for full, peer and `smoke --keep` also `docs/performance.md` and its JSON, after every figure. Ends with 1 when an answer
 * was wrong, or a gate was missed on a quiet machine.
 */
import { NoiseGuard } from './noise.js';
import { rowOf, save } from './report.js';
import { isRed, runScenario } from './runner.js';
import type { Result } from './scenario.js';
import { SCENARIOS } from './scenarios.js';
import type { Profile } from './stage/sizes.js';
import { openStage, type Stage } from './stage/stage.js';
import { missingTools, PACKAGES } from './stage/tools.js';

const PROFILES: readonly string[] = ['smoke', 'full', 'peer'] satisfies Profile[];

const profileFrom = (word: string | undefined): Profile => {
  if (word !== undefined && PROFILES.includes(word)) return word as Profile;
  console.error('npm run bench -- smoke|full|peer [figure…]');
  process.exit(2);
};

const sayMissing = (): void => {
  for (const tool of missingTools())
    console.log(`missing: ${tool}${PACKAGES[tool] ? ` (apt-get install ${PACKAGES[tool]})` : ''}`);
};

/** Ctrl-C ends the run after the figure at hand, so that no process and no file stays behind. */
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

interface Ask {
  readonly profile: Profile;
  /** Figures by name; none means all. */
  readonly only: readonly string[];
  readonly keeps: boolean;
}

const runAll = async (stage: Stage, { profile, only, keeps }: Ask): Promise<Result[]> => {
  const noise = new NoiseGuard();
  const results: Result[] = [];
  for (const scenario of SCENARIOS) {
    if (interrupted.signal.aborted) break;
    if (scenario.reps[profile] === undefined || (only.length > 0 && !only.includes(scenario.name))) continue;
    const result = await runScenario(scenario, { stage, profile, noise });
    console.log(rowOf(result));
    results.push(result);
    if (keeps) save(profile, results);
  }
  return results;
};

const [word, ...rest] = process.argv.slice(2);
const profile = profileFrom(word);
const only = rest.filter((name) => !name.startsWith('--'));
const keeps = only.length === 0 && (profile !== 'smoke' || rest.includes('--keep'));
sayMissing();
const stage = await openStage(profile);
try {
  const results = await runAll(stage, { profile, only, keeps });
  const red = results.filter(isRed);
  console.log(`${results.length - red.length} in order, ${red.length} not: ${red.map(({ name }) => name).join(' ')}`);
  process.exitCode = red.length > 0 ? 1 : 0;
} finally {
  await stage.close();
}
