import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { pageOf } from './page.js';
import type { Result, Run, SlopeResult } from './scenario.js';
import type { Profile } from './stage/sizes.js';
import { SCENARIOS } from './scenarios.js';
import { type Tool, versionOf } from './stage/tools.js';

/** Where a run is kept: one JSON per profile, and a page made of all of them. */

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(import.meta.dirname, 'results');
const PAGE = join(ROOT, 'docs', 'performance.md');
const KEPT: readonly Profile[] = ['full', 'peer', 'smoke'];
const SHOWN: readonly Tool[] = ['mv', 'find', 'fd', 'rg', 'jdupes', 'trash-put'];

export interface Kept {
  readonly results: readonly Result[];
  readonly slopes: readonly SlopeResult[];
}

export const save = (profile: Profile, { results, slopes }: Kept): void => {
  const done = results.map(({ name }) => name);
  const missing = SCENARIOS.filter(({ name, reps }) => reps[profile] !== undefined && !done.includes(name));
  const run: Run = {
    profile,
    date: new Date().toISOString(),
    commit: COMMIT,
    versions: versions(),
    results,
    slopes,
    missing: missing.map(({ name }) => name),
  };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(fileOf(profile), `${JSON.stringify(run, null, 1)}\n`);
  writePage();
};

/** The page anew, from what is kept. */
export const writePage = (): void => writeFileSync(PAGE, pageOf(KEPT.flatMap((profile) => keptRun(profile) ?? [])));

/** The last run of a profile that was kept. */
export const keptRun = (profile: Profile): Run | undefined =>
  existsSync(fileOf(profile)) ? (JSON.parse(readFileSync(fileOf(profile), 'utf8')) as Run) : undefined;

const fileOf = (profile: Profile): string => join(RESULTS, `${profile}.json`);

const commitNow = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'not under git';
  }
};

/** What is measured is what was built when the run began. */
const COMMIT = commitNow();

const versions = (): Record<string, string> => {
  const tools = SHOWN.map((tool) => [tool, versionOf(tool)] as const);
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}`,
    node: process.version,
    'nats-server': natsVersion(),
    ...Object.fromEntries(tools.filter(([, version]) => version !== undefined)),
  };
};

const natsVersion = (): string =>
  execFileSync(process.env['NATS_SERVER_BIN'] ?? 'nats-server', ['--version'], { encoding: 'utf8' }).trim();
