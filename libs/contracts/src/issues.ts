import type { z } from 'zod';
import { OrdenaError } from './errors.js';
import { CURSOR_PATTERN, DATE_PATTERN, MACHINE_PATTERN, TIME_ZONE_PATTERN } from './patterns.js';
import type { IssueKind } from './words/issue-sentences.js';
import { issueText, WHOLE } from './words/issue-text.js';

/**
 * What is wrong with a request, field by field, in a form that programs can read and people are told in their language:
 * `mode: one-of look, ask, auto`. The sentences are in `words/issue-sentences.ts`.
 */

const MAX_ISSUES = 20;
const MAX_FIELD = 80;

export const issue = (field: string, kind: IssueKind, accepted: readonly (string | number)[] = []): string =>
  [`${field.slice(0, MAX_FIELD) || WHOLE}:`, kind, accepted.join(', ')].join(' ').trimEnd();

/** BAD_REQUEST: it has not the form that the document tells. BAD_VALUE: it has, and still says nothing that can be done. */
export const refused = (code: 'BAD_REQUEST' | 'BAD_VALUE', issues: readonly string[], cause?: unknown): OrdenaError => {
  const told = issues.slice(0, MAX_ISSUES);
  const sentence = `That request does not fit: ${told.map((one) => issueText(one, 'en')).join('; ')}.`;
  return new OrdenaError(code, sentence, { details: { issues: told }, cause });
};

/** What a schema said of a value. */
export const issuesOf = (error: z.ZodError, value: unknown): string[] =>
  error.issues.flatMap((one) => {
    const field = one.path.join('.');
    if (one.code === 'unrecognized_keys')
      return one.keys.map((key) => issue(field === '' ? key : `${field}.${key}`, 'unknown'));
    return [issueOf(one, field, valueAt(value, one.path))];
  });

type Issue = z.core.$ZodIssue;

const issueOf = (one: Issue, field: string, value: unknown): string => {
  if (value === undefined) return issue(field, 'missing');
  if (one.code === 'invalid_value') return issue(field, 'one-of', one.values.map(String));
  if (one.code === 'too_small' || one.code === 'too_big') return sized(one, field);
  if (one.code === 'invalid_type') return issue(field, TYPES[one.expected] ?? 'unfit');
  if (one.code === 'invalid_format') return issue(field, formOf(String(one.pattern)));
  const { kind, accepted } = (one.code === 'custom' && one.params) || {};
  return issue(field, (kind as IssueKind) ?? 'unfit', accepted as string[]);
};

const TYPES: Readonly<Record<string, IssueKind>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yes-no',
  array: 'list',
  object: 'object',
};

const sized = (one: Extract<Issue, { code: 'too_small' | 'too_big' }>, field: string): string => {
  const [limit, side] = one.code === 'too_small' ? [one.minimum, 0] : [one.maximum, 1];
  if (one.origin !== 'number' && side === 0 && Number(limit) === 1) return issue(field, 'said');
  const kinds = LIMITS[one.origin] ?? LIMITS['number']!;
  return issue(field, kinds[side]!, [String(limit)]);
};

const LIMITS: Readonly<Record<string, readonly IssueKind[]>> = {
  string: ['shortest', 'longest'],
  array: ['fewest', 'most'],
  number: ['at-least', 'at-most'],
};

const FORMS: readonly (readonly [RegExp, IssueKind])[] = [
  [MACHINE_PATTERN, 'machine-id'],
  [CURSOR_PATTERN, 'cursor'],
  [DATE_PATTERN, 'date'],
  [TIME_ZONE_PATTERN, 'time-zone'],
];

/** Patterns are for programs; people are told what stands behind them. All others are of ids. */
export const formOf = (pattern: string): IssueKind => FORMS.find(([one]) => String(one) === pattern)?.[1] ?? 'id';

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
