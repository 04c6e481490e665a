/** Figures in the text format Prometheus reads (https://prometheus.io/docs/instrumenting/exposition_formats/). */

type Labels = Readonly<Record<string, string | number>>;

/** Every figure there is: what it means, and whether it is a count or a distribution of seconds. */
const FIGURES = {
  ordena_http_seconds: ['histogram', 'Time to answer HTTP requests'],
  ordena_runs_total: ['counter', 'Answered chat requests by planner rung and how they ended'],
  ordena_plans_total: ['counter', 'Plans by operation and whether policy let them go ahead'],
  ordena_approvals_total: ['counter', 'Decisions of people and programs about plans'],
  ordena_receipts_total: ['counter', 'Receipts by operation and how they ended'],
  ordena_entries_total: ['counter', 'Entries changed on disks'],
  ordena_bus_seconds: ['histogram', 'Time until a request over the bus is answered'],
} as const;

const GAUGES = {
  ordena_machines: 'Known machines, on and off',
  ordena_streams: 'Event streams that are open',
  ordena_uptime_seconds: 'Since the start of this process',
} as const;

export type Figure = keyof typeof FIGURES;
export type Gauge = keyof typeof GAUGES;

const BOUNDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];
/** A label set more than this is dropped: labels that come from outside must not fill the memory. */
const MAX_SERIES = 500;

interface Series {
  labels: Labels;
  count: number;
  sum: number;
  buckets: number[];
}

export class Metrics {
  private readonly series = new Map<Figure, Map<string, Series>>();

  count(name: Figure, labels: Labels, by = 1): void {
    const series = this.seriesOf(name, labels);
    if (series !== undefined) series.count += by;
  }

  observe(name: Figure, labels: Labels, seconds: number): void {
    const series = this.seriesOf(name, labels);
    if (series === undefined) return;
    series.count += 1;
    series.sum += seconds;
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    });
  }

  text(gauges: Readonly<Record<Gauge, [Labels, number][]>>): string {
    const figures = (Object.keys(FIGURES) as Figure[]).flatMap((name) => this.figure(name));
    const now = (Object.keys(GAUGES) as Gauge[]).flatMap((name) => [
      ...head(name, 'gauge', GAUGES[name]),
      ...gauges[name].map(([labels, value]) => line(name, labels, value)),
    ]);
    return `${[...figures, ...now].join('\n')}\n`;
  }

  private figure(name: Figure): string[] {
    const [kind, words] = FIGURES[name];
    const all = [...(this.series.get(name)?.values() ?? [])];
    return [
      ...head(name, kind, words),
      ...all.flatMap((one) => (kind === 'counter' ? [line(name, one.labels, one.count)] : histogram(name, one))),
    ];
  }

  private seriesOf(name: Figure, labels: Labels): Series | undefined {
    const known = this.series.get(name) ?? new Map<string, Series>();
    this.series.set(name, known);
    const key = JSON.stringify(labels);
    const series = known.get(key);
    if (series !== undefined || known.size >= MAX_SERIES) return series;
    const made = { labels, count: 0, sum: 0, buckets: BOUNDS.map(() => 0) };
    known.set(key, made);
    return made;
  }
}

const head = (name: string, kind: string, words: string): string[] => [
  `# HELP ${name} ${words}`,
  `# TYPE ${name} ${kind}`,
];

const histogram = (name: string, { labels, count, sum, buckets }: Series): string[] => [
  ...BOUNDS.map((bound, index) => line(`${name}_bucket`, { ...labels, le: bound }, buckets[index] ?? 0)),
  line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
  line(`${name}_sum`, labels, sum),
  line(`${name}_count`, labels, count),
];

const line = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(String(text))}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
};

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
