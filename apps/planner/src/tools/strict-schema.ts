import { z } from 'zod';

/**
 * The strict dialect that OpenAI, vLLM and llama.cpp all take: objects closed, every key required, "left out" written as
 * null. Derived from the operation's own schema, so the tool cannot drift from the request; `withoutNulls` undoes it.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords strict mode refuses or models only trip over; our own validation still checks what they said. */
const DROPPED = new Set(
  '$schema $defs id examples title default not format pattern minLength maxLength minItems maxItems minimum maximum'.split(
    ' ',
  ),
);

export const strictSchema = (schema: z.ZodType): JsonSchema => {
  const root = z.toJSONSchema(schema, { io: 'output' }) as JsonSchema;
  return strict(root, (root['$defs'] ?? {}) as Record<string, JsonSchema>);
};

type Definitions = Readonly<Record<string, JsonSchema>>;

const strict = (schema: JsonSchema, definitions: Definitions): JsonSchema => {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return strict(resolved(reference, schema, definitions), definitions);
  const kept = Object.entries(schema).filter(([key]) => !DROPPED.has(key) && !isRuleOfFields(key, schema));
  const inner = kept.map(([key, value]) => [key, strictValue(key, value, definitions)]);
  return closed(Object.fromEntries(inner) as JsonSchema, schema);
};

/** Which fields go together is checked, and said in words; strict mode takes no such rule. */
const isRuleOfFields = (key: string, schema: JsonSchema): boolean => key === 'anyOf' && 'properties' in schema;

const resolved = (reference: string, schema: JsonSchema, definitions: Definitions): JsonSchema => {
  const name = reference.split('/').pop() ?? '';
  const { $ref: _, ...beside } = schema;
  return { ...definitions[name], ...beside };
};

const strictValue = (key: string, value: unknown, definitions: Definitions): unknown => {
  if (key === 'items') return strict(value as JsonSchema, definitions);
  if (key === 'anyOf') return (value as JsonSchema[]).map((option) => strict(option, definitions));
  if (key !== 'properties') return value;
  const properties = Object.entries(value as Record<string, JsonSchema>);
  return Object.fromEntries(properties.map(([name, schema]) => [name, strict(schema, definitions)]));
};

/** Every key becomes required; those that were optional may be null instead. */
const closed = (schema: JsonSchema, original: JsonSchema): JsonSchema => {
  if (schema['type'] !== 'object') return schema;
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = new Set((original['required'] ?? []) as string[]);
  const nullable = Object.entries(properties).map(([name, property]) => [
    name,
    required.has(name) ? property : orNull(property),
  ]);
  const all = Object.fromEntries(nullable) as Record<string, JsonSchema>;
  return { ...schema, properties: all, required: Object.keys(all), additionalProperties: false };
};

export const orNull = (schema: JsonSchema): JsonSchema => {
  if (schema['enum'] !== undefined && typeof schema['type'] === 'string') {
    return { ...schema, type: [schema['type'], 'null'], enum: [...(schema['enum'] as unknown[]), null] };
  }
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
};

/** What a model left out comes as null at any depth; empty objects that held only nulls go too. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
};
