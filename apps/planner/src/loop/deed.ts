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
export const deedFor = ({ operation, machine, request, plan, reply }: DeedSource): Deed => {
  const select = SelectSchema.safeParse(request['select']);
  const onConflict = OnConflictSchema.safeParse(request['onConflict']);
  return {
    operation: operation.name,
    machine,
    state: plan ? 'planned' : 'looked',
    ...(plan && { planId: plan.planId }),
    ...defined('from', plan?.from ?? text(request['from'] ?? request['in'] ?? request['file'])),
    ...defined('to', plan?.to ?? text(request['to'] ?? request['folder'])),
    ...(select.success && { select: select.data }),
    ...(onConflict.success && { onConflict: onConflict.data }),
    ...defined('entries', plan?.summary.entries ?? totalOf(reply)),
    ...defined('names', plan ? namesIn(plan) : namesFound(reply)),
  };
};

const defined = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

interface Found {
  readonly totals?: { readonly entries?: number };
  readonly entries?: readonly { readonly name: string }[];
}

const totalOf = (reply: unknown): number | undefined => (reply as Found).totals?.entries;

const namesFound = (reply: unknown): string[] | undefined =>
  (reply as Found).entries?.slice(0, MOST_NAMES).map((entry) => entry.name);

const namesIn = ({ sample }: Plan): string[] =>
  sample.slice(0, MOST_NAMES).map(({ from, to }) => (from ?? to ?? '').split('/').at(-1) ?? '');
