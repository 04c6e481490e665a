import fc from 'fast-check';
import type { DocumentChecker, Schema } from './open-api-document.js';

/** Values a schema allows, made from the document alone, as a stranger with only the document would. */
export const valid = (schema: Schema, checker: DocumentChecker, depth = 0): fc.Arbitrary<unknown> => {
  const s = checker.resolve(schema);
  const [only] = (s['allOf'] as Schema[] | undefined) ?? [];
  if (only !== undefined) return valid(only, checker, depth);
  if (s['enum'] !== undefined) return fc.constantFrom(...(s['enum'] as unknown[]));
  const any = (s['anyOf'] ?? s['oneOf']) as Schema[] | undefined;
  if (any !== undefined) return fc.oneof(...any.map((one) => valid(one, checker, depth + 1)));
  const made = MAKERS[s.type ?? ''];
  return made === undefined ? fc.jsonValue() : made(s, checker, depth);
};

type Maker = (s: Schema, checker: DocumentChecker, depth: number) => fc.Arbitrary<unknown>;

const LONGEST = 40;

const MAKERS: Readonly<Record<string, Maker>> = {
  string: (s) => texts(s),
  integer: (s) => fc.integer({ min: Number(s['minimum'] ?? 0), max: Math.min(Number(s['maximum'] ?? 1000), 1000) }),
  number: (s) => fc.double({ min: Number(s['minimum'] ?? 0), max: 1e6, noNaN: true }),
  boolean: () => fc.boolean(),
  array: (s, checker, depth) =>
    fc.array(valid((s['items'] ?? {}) as Schema, checker, depth + 1), {
      minLength: Number(s['minItems'] ?? 0),
      maxLength: 3,
    }),
  object: (s, checker, depth) => {
    const properties = Object.entries((s['properties'] ?? {}) as Record<string, Schema>);
    const made = Object.fromEntries(properties.map(([name, one]) => [name, valid(one, checker, depth + 1)]));
    return fc.record(made, { requiredKeys: (s['required'] ?? []) as string[] });
  },
};

const PLACES = fc.constantFrom(
  'desktop',
  'escritorio/a.txt',
  'documents',
  '../x',
  '/etc/passwd',
  'desktop/{yyyy}/{n}',
  'ñandú\u202e.txt',
  '\u0000',
);

const texts = (s: Schema): fc.Arbitrary<string> => {
  if (s['format'] === 'date-time') return fc.constant('2030-01-01T00:00:00Z');
  if (typeof s['pattern'] === 'string' && s['pattern'] !== '\\S')
    return fc.stringMatching(new RegExp(s['pattern'], 'u'));
  const minLength = Number(s['minLength'] ?? 0);
  const maxLength = Math.min(Number(s['maxLength'] ?? LONGEST), LONGEST);
  return fc.oneof(PLACES, fc.string({ minLength, maxLength, unit: 'binary' }));
};

/** Values no schema of ours allows, and some that one might. */
export const anything = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, 0, -1, Number.MAX_VALUE, '', [], {}, { __proto__: 1 }, 'a'.repeat(5000)),
  );
