import { leafOf } from '#contracts/location-parts';
import type { Operation } from '#contracts/operation';
import type { Plan } from '#contracts/plan';
import { OnConflictSchema, SelectSchema } from '#contracts/selection';
import type { Deed } from '../facts.js';

export interface DeedSource {
  readonly operation: Operation;
  readonly machine: string;
  readonly request: Record<string, unknown>;
  readonly plan: Plan | undefined;
  readonly reply: unknown;
}

const MOST_NAMES = 10;

/** What the next message can mean by "them", "there" and "that". */
export const deedFor = (source: DeedSource): Deed => ({
  operation: source.operation.name,
  machine: source.machine,
  state: source.plan ? 'planned' : 'looked',
  ...defined('planId', source.plan?.planId),
  ...defined('undoOf', source.plan?.undoOf),
  ...whereTo(source),
  ...rule(source.request),
  ...defined('entries', source.plan?.summary.entries ?? totalOf(source.reply as Found)),
  ...defined('names', source.plan ? namesIn(source.plan) : namesFound(source.reply)),
  ...defined('made', source.plan && makesTarget(source.plan)),
});

const whereTo = ({ plan, request }: DeedSource): Pick<Deed, 'from' | 'to' | 'with'> => ({
  ...defined('from', plan?.from ?? text(request['from'] ?? request['in'] ?? request['file'])),
  ...defined('to', plan?.to ?? text(request['to'] ?? request['folder'])),
  ...defined('with', text(request['with'])),
});

const rule = (request: DeedSource['request']): Pick<Deed, 'select' | 'onConflict'> => ({
  ...defined('select', SelectSchema.safeParse(request['select']).data),
  ...defined('onConflict', OnConflictSchema.safeParse(request['onConflict']).data),
});

const defined = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

interface Found {
  readonly totals?: { readonly entries?: number; readonly files?: number };
  readonly entries?: readonly { readonly name: string }[];
}

/** Of the same files there are no entries, but so many too many. */
const totalOf = ({ totals }: Found): number | undefined => totals?.entries ?? totals?.files;

const namesFound = (reply: unknown): string[] | undefined =>
  (reply as Found).entries?.slice(0, MOST_NAMES).map((entry) => entry.name);

/** Folders made or taken away on the way, and what is left alone, are not what it is about. */
const namesIn = ({ operation, sample }: Plan): string[] =>
  sample
    .filter(({ action }) => action === operation || !ON_THE_WAY.has(action))
    .slice(0, MOST_NAMES)
    .map(({ from, to }) => leafOf(from ?? to ?? ''));
const ON_THE_WAY: ReadonlySet<string> = new Set(['create-folder', 'remove-folder', 'skip']);

/** Whether the folder it all goes to is made for it. */
const makesTarget = ({ to, sample }: Plan): true | undefined =>
  sample.some((entry) => entry.action === 'create-folder' && entry.to === to) || undefined;
