/**
 * `npm run eval [-- --set FILE] [--only TEXT] [--all] [--parallel N]`: runs a set of requests through the whole system, real
 * processes over real NATS on real disks, with whichever planner the environment configures, and prints how it did.
 * Ends with 1 when a case was dangerous or the run was stopped, with 2 when the set cannot be used.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadSet, readCases, type Case } from './cases.js';
import { report } from './report.js';
import { runCases } from './run-cases.js';

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    parallel: { type: 'string' },
  },
});

const casesIn = (file: string): Case[] => {
  try {
    return readCases(file);
  } catch (error) {
    if (!(error instanceof BadSet)) throw error;
    console.error(error.message);
    process.exit(2);
  }
};

const only = values.only ?? '';
const cases = casesIn(values.set ?? join(import.meta.dirname, 'development.jsonl')).filter(({ id, family, turns }) =>
  [id, family, ...turns].join(' ').includes(only),
);
const env = Object.fromEntries(
  ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : [],
  ),
);
const parallel = Number(values.parallel ?? 0);
/** Ctrl-C ends the run after the cases at hand; what was run until then is told. */
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
const outcomes = await runCases(cases, { env, signal: interrupted.signal, ...(parallel > 0 && { parallel }) });
console.log(report(outcomes, { all: values.all }));
if (interrupted.signal.aborted) console.log(`Stopped: ${outcomes.length} of ${cases.length} were run.`);
process.exitCode = interrupted.signal.aborted || outcomes.some(({ dangerous }) => dangerous) ? 1 : 0;
