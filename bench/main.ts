/**
 * `npm run bench -- smoke|full|peer [figure…] [--keep]`: the figures of a profile, ours and theirs side by side.
 * `npm run bench -- profile figure`: where the processes of Ordena spend their time during one figure.
 *
 * Leaves: a line a figure on the terminal; for full, peer and `smoke --keep` also `docs/performance.md` and its JSON,
 * after every figure. Ends with 1 when an answer was wrong, or a gate was missed on a quiet machine.
 */
import { NoiseGuard } from './noise.js';
import { profileFigure } from './profile.js';
import { keptRun, save } from './report.js';
import { isRed, leftOut, runScenario } from './runner.js';
import type { Result, Scenario, SlopeResult } from './scenario.js';
import { SCENARIOS } from './scenarios.js';
import { measureSlopes } from './slopes.js';
import { isKnownShort } from './standing.js';
import type { Profile } from './stage/sizes.js';
import { openStage, type Stage } from './stage/stage.js';
import { missingTools, PACKAGES } from './stage/tools.js';
import { lineOf, summaryOf } from './telling.js';

const PROFILES: readonly string[] = ['smoke', 'full', 'peer'] satisfies Profile[];

const profileFrom = (word: string | undefined): Profile => {
  if (word !== undefined && PROFILES.includes(word)) return word as Profile;
  console.error('npm run bench -- smoke|full|peer [figure…] [--keep]\nnpm run bench -- profile figure');
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

/** CI has other things to do: what smoke has not come to by then is left out, and named. */
const SMOKE_MS = 240_000;

const isWanted = ({ name, reps }: Scenario<unknown>, { profile, only }: Ask): boolean =>
  reps[profile] !== undefined && (only.length === 0 || only.includes(name));

const runAll = async (stage: Stage, ask: Ask): Promise<Result[]> => {
  const { profile, only, keeps } = ask;
  const noise = new NoiseGuard();
  const kept = profile === 'smoke' && !keeps ? keptRun(profile) : undefined;
  const results: Result[] = [];
  for (const scenario of SCENARIOS.filter((each) => isWanted(each, ask))) {
    if (interrupted.signal.aborted) break;
    const isLate = profile === 'smoke' && !keeps && performance.now() > SMOKE_MS;
    const measured = isLate
      ? leftOut(scenario, 'no time left')
      : await runScenario(scenario, { stage, profile, noise });
    const result = { ...measured, ...(isKnownShort(measured, kept) && { isKnownShort: true }) };
    console.log(lineOf(result));
    results.push(result);
    if (keeps) save(profile, { results, slopes: [] });
  }
  const slopes = await runSlopes(stage, noise, only);
  if (keeps) save(profile, { results, slopes });
  return results;
};

const runSlopes = async (stage: Stage, noise: NoiseGuard, only: readonly string[]): Promise<SlopeResult[]> => {
  const areWanted = only.length === 0 || only.includes('slopes');
  const slopes = areWanted && !interrupted.signal.aborted ? await measureSlopes(stage, noise) : [];
  for (const { name, points, unit, reason } of slopes)
    console.log(
      `${name}: ${points.map(({ size, value }) => `${size}: ${value.toFixed(1)} ${unit}`).join(', ')} ${reason ?? ''}`,
    );
  return slopes;
};

const runProfile = async (profile: Profile, rest: readonly string[]): Promise<void> => {
  const only = rest.filter((name) => !name.startsWith('--'));
  const keeps = only.length === 0 && (profile !== 'smoke' || rest.includes('--keep'));
  sayMissing();
  const stage = await openStage(profile);
  try {
    const results = await runAll(stage, { profile, only, keeps });
    console.log(summaryOf(results));
    process.exitCode = results.some(isRed) ? 1 : 0;
  } finally {
    await stage.close();
  }
};

const [word, ...rest] = process.argv.slice(2);
if (word === 'profile') await profileFigure(rest[0]);
else await runProfile(profileFrom(word), rest);
process.exit(); // a socket that somebody forgot must not keep a run from ending
