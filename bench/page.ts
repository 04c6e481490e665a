import { SMOKE_LENIENCE } from './runner.js';
import type { Limits, Result, Run, SlopeResult } from './scenario.js';
import { SIZES } from './stage/sizes.js';
import { median } from './statistics.js';
import { plain } from './words.js';

/** `docs/performance.md`, written by the bench itself and by nobody else. */

const HEAD = `# Performance

Written by \`npm run bench -- full\`, \`-- peer\` and \`-- smoke --keep\`; do not edit. Figures of agents and the gateway
go through the whole system: keys and permissions on the bus, checks on both sides, confinement, journal, fsync. Ours and
theirs ran in turns (A B A B) in one run; a ratio is the median of the ratios of the pairs, with its 90 % interval. After
every run of ours the result was checked on the disk. A gate is missed when even the better end of the interval lies
beyond it, twice; in CI (\`smoke\`) that is red, unless the run kept below missed the same gate and it is not half as bad
again. *Noisy*: meanwhile other processes had more than an eighth of the machine, or it ran slower than it can. *Told*: a
figure beside the others, without a goal.
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
    ...slopesOf(run),
  ].join('\n');

/** The rows are named after the sizes of full; smoke works on less. */
const sizesOf = ({ profile }: Run): string => {
  const { tree, million, flat, moves, manyMoves, agents, copyBytes } = SIZES[profile];
  const sizes = [
    `tree of ${plain(tree)} text files`,
    `tree of ${plain(million)} empty files`,
    `folder of ${plain(flat)}`,
    `${plain(moves)} and ${plain(manyMoves)} files moved or trashed`,
    `${plain(agents)} agents`,
    `a copy of ${plain(copyBytes / 2 ** 20)} MiB`,
  ].join(', ');
  if (profile === 'full') return `Sizes: ${sizes}.`;
  const lenience = `; gates of ratios are ${SMOKE_LENIENCE} times wider, because fixed costs weigh more`;
  return `**Sizes of this profile: ${sizes}**, whatever larger number a row is named after${profile === 'smoke' ? lenience : ''}.`;
};

const versionsOf = ({ versions }: Run): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name}: ${version}`)
    .join('; ');

const rowOf = (result: Result): string => {
  const { words, score, kind, unit, limits, pairs } = result;
  const sign = kind === 'ratio' ? '×' : ` ${unit}`;
  const theirs = pairs.flatMap(({ baseline }) => (baseline === undefined ? [] : [baseline]));
  const cells = [
    words.replaceAll('|', '\\|'),
    score === undefined ? '' : `${plain(score.median)}${sign}`,
    score === undefined ? '' : `${plain(score.low)}–${plain(score.high)}`,
    limits === undefined ? '' : limitOf(result, limits.goal),
    limits === undefined ? '' : `${limitOf(result, limits.gate)}${ownUnit(limits, unit)}`,
    verdictOf(result),
    pairs.length > 0 ? `${plain(median(pairs.map((pair) => pair.ours)))} ${unit}` : '',
    theirs.length > 0 ? `${plain(median(theirs))} ${unit}` : '',
  ];
  return `| ${cells.join(' | ')} |`;
};

const limitOf = ({ better }: Result, value: number): string =>
  `${better === 'lower' ? '≤' : '≥'} ${value.toLocaleString('en-US')}`;

const ownUnit = ({ gateOf }: Limits, unit: string): string => (gateOf === 'ours' ? ` ${unit}` : '');

const verdictOf = ({ verdict, noisy, reason }: Result): string => {
  const isGood = verdict === 'goal met' || verdict === 'told';
  const said = isGood ? verdict : `**${verdict}**`;
  return `${said}${noisy ? ', noisy' : ''}${reason === undefined ? '' : `: ${reason.replaceAll('\n', ' ')}`}`;
};

/** Of each missed goal: where the time goes, and what was tried. */
const missesOf = ({ results }: Run): string[] => {
  const misses = results.filter(({ verdict }) => verdict.endsWith('missed'));
  if (misses.length === 0) return [];
  return [
    '### Goals not reached, and why\n',
    ...misses.map(({ name, known }) => `- **${name}**: ${known ?? 'not looked into.'}`),
    '',
  ];
};

/** One table for each thing that is counted along the top. */
const slopesOf = ({ slopes = [] }: Partial<Run>): string[] =>
  (['entries', 'agents'] as const).flatMap((of) =>
    tableOf(
      of,
      slopes.filter((slope) => slope.of === of),
    ),
  );

const tableOf = (of: string, slopes: readonly SlopeResult[]): string[] => {
  const sizes = slopes[0]?.points.map(({ size }) => size) ?? [];
  if (sizes.length === 0) return [];
  const top = [`${of}:`, ...sizes.map((size) => size.toLocaleString('en-US')), 'each, least → most'];
  return [
    `### How cost grows with ${of}\n`,
    `| ${top.join(' | ')} |`,
    `|${'---|'.repeat(top.length)}`,
    ...slopes.map(slopeRow),
    '',
  ];
};

const slopeRow = ({ words, unit, points, noisy, reason }: SlopeResult): string => {
  const [first, last] = [points[0], points.at(-1)];
  const each = ({ size, value }: SlopeResult['points'][number]): string => plain(value / size);
  const growth = first === undefined || last === undefined ? '' : `${each(first)} → ${each(last)} ${unit}`;
  const remark = `${noisy ? ' (noisy)' : ''}${reason === undefined ? '' : ` (${reason})`}`;
  return `| ${[`${words}${remark}`, ...points.map(({ value }) => `${plain(value)} ${unit}`), growth].join(' | ')} |`;
};
