import type { Result, Run } from './scenario.js';
import { SIZES } from './stage/sizes.js';
import { median } from './statistics.js';
import { plain } from './words.js';

/** `docs/performance.md`, written by the bench itself and by nobody else. */

const HEAD = `# Performance

Written by \`npm run bench -- full\`, \`-- peer\` and \`-- smoke --keep\`; do not edit. Figures of agents and the gateway
go through the whole system: keys and permissions on the bus, checks on both sides, confinement, journal, fsync. Ours and theirs ran in turns (A B A B) in one
run; a ratio is the median of the ratios of the pairs, with its 90 % interval. After every run of ours the result was
checked on the disk. *Noisy*: something else used the machine meanwhile.
`;

export const pageOf = (runs: readonly Run[]): string => [HEAD, ...runs.map(sectionOf)].join('\n');

const sectionOf = (run: Run): string =>
  [
    `## ${run.profile}\n`,
    `${run.date.slice(0, 16).replace('T', ' ')} UTC, commit ${run.commit}. ${versionsOf(run)}\n`,
    `${sizesOf(run)}\n`,
    '| figure: ours / theirs | score | 90 % | goal | gate | verdict | ours | theirs |',
    '|---|---|---|---|---|---|---|---|',
    ...run.results.map(rowOf),
    '',
    ...(run.missing.length > 0 ? [`The run ended before: ${run.missing.join(', ')}.\n`] : []),
    ...missesOf(run),
  ].join('\n');

/** The rows are named after the sizes of full; smoke works on less. */
const sizesOf = ({ profile }: Run): string => {
  const { tree, flat, moves, manyMoves, agents, copyBytes } = SIZES[profile];
  const sizes = [
    `tree of ${plain(tree)} files`,
    `folder of ${plain(flat)}`,
    `${plain(moves)} and ${plain(manyMoves)} files moved or trashed`,
    `${plain(agents)} agents`,
    `a copy of ${plain(copyBytes / 2 ** 20)} MiB`,
  ].join(', ');
  return profile === 'full'
    ? `Sizes: ${sizes}.`
    : `**Sizes of this profile: ${sizes}**, whatever larger number a row is named after.`;
};

const versionsOf = ({ versions }: Run): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name}: ${version}`)
    .join('; ');

const rowOf = (result: Result): string => {
  const { words, score, kind, unit, goal, gate, noisy, verdict, reason, pairs } = result;
  const sign = kind === 'ratio' ? '×' : ` ${unit}`;
  const limit = (value: number): string => `${result.better === 'lower' ? '≤' : '≥'} ${value.toLocaleString('en-US')}`;
  const told = `${verdict === 'goal met' ? verdict : `**${verdict}**`}${noisy ? ', noisy' : ''}${reason === undefined ? '' : `: ${reason.replaceAll('\n', ' ')}`}`;
  const ours = pairs.length > 0 ? `${plain(median(pairs.map((pair) => pair.ours)))} ${unit}` : '';
  const theirs = pairs.flatMap(({ baseline }) => (baseline === undefined ? [] : [baseline]));
  const cells = [
    words.replaceAll('|', '\\|'),
    score === undefined ? '' : `${plain(score.median)}${sign}`,
    score === undefined ? '' : `${plain(score.low)}–${plain(score.high)}`,
    limit(goal),
    limit(gate),
    told,
    ours,
    theirs.length > 0 ? `${plain(median(theirs))} ${unit}` : '',
  ];
  return `| ${cells.join(' | ')} |`;
};

/** Of each missed goal: where the time goes, and what was tried. */
const missesOf = ({ results }: Run): string[] => {
  const misses = results.filter(({ verdict, known }) => verdict !== 'goal met' && known !== undefined);
  if (misses.length === 0) return [];
  return ['### Goals not reached, and why\n', ...misses.map(({ name, known }) => `- **${name}**: ${known}`), ''];
};
