/**
 * Writes the types of every door from a running gateway's /openapi.json.
 * Usage: generate.mjs http://127.0.0.1:3000 TOKEN [file]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [url, token, file = join(import.meta.dirname, 'api.d.ts')] = process.argv.slice(2);

const quoted = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

const typeOf = (schema) => {
  if (schema === undefined) return 'undefined';
  if (schema.$ref !== undefined) return `Schemas[${JSON.stringify(schema.$ref.split('/').at(-1))}]`;
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.allOf !== undefined) return schema.allOf.map(typeOf).join(' & ');
  const any = schema.anyOf ?? schema.oneOf;
  if (any !== undefined) return any.map((one) => `(${typeOf(one)})`).join(' | ');
  return BY_TYPE[schema.type]?.(schema) ?? 'unknown';
};

const BY_TYPE = {
  string: () => 'string',
  number: () => 'number',
  integer: () => 'number',
  boolean: () => 'boolean',
  array: ({ items }) => `(${typeOf(items)})[]`,
  object: ({ properties, required = [] }) =>
    properties === undefined
      ? 'Record<string, unknown>'
      : `{ ${Object.entries(properties)
          .map(([name, one]) => `${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`)
          .join('; ')} }`,
};

const replyOf = (door) => door.responses['200']?.content?.['application/json']?.schema;
const bodyOf = (door) => door.requestBody?.content?.['application/json']?.schema;

const doorsOf = (paths) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, door]) =>
        `  ${JSON.stringify(`${method.toUpperCase()} ${path}`)}: { body: ${typeOf(bodyOf(door))}; reply: ${typeOf(replyOf(door))} };`,
    ),
  );

const response = await fetch(`${url}/openapi.json`, { headers: { authorization: `Bearer ${token}` } });
if (!response.ok) throw new Error(`${url}/openapi.json answered ${response.status}`);
const { paths, components } = await response.json();
const schemas = Object.entries(components.schemas).map(([name, schema]) => `  ${quoted(name)}: ${typeOf(schema)};`);
const text = [
  'export interface Schemas {',
  ...schemas,
  '}',
  '',
  'export interface Doors {',
  ...doorsOf(paths),
  '}',
  '',
];
writeFileSync(file, text.join('\n'));
