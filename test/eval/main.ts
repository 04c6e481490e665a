/**
 * `npm run eval [-- --set FILE] [--only TEXT] [--all]`: runs a set of requests through the whole system, real processes over
 * real NATS on real disks, with whichever planner the environment configures, and prints how it did.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases } from './cases.js';
import { report } from './report.js';
import { runCases } from './run-cases.js';

const { values } = parseArgs({
  options: { set: { type: 'string' }, only: { type: 'string' }, all: { type: 'boolean', default: false } },
});

const file = values.set ?? join(import.meta.dirname, 'development.jsonl');
const only = values.only ?? '';
const cases = readCases(file).filter(({ id, family, turns }) => [id, family, ...turns].join(' ').includes(only));
const provider = Object.fromEntries(
  ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : [],
  ),
);
const outcomes = await runCases(cases, provider);
console.log(report(outcomes, { all: values.all }));
process.exitCode = outcomes.some(({ dangerous }) => dangerous) ? 1 : 0;
