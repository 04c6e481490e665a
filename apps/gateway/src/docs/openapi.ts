import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { CATALOG } from '#contracts/catalog';
import { isErrorCode, OrdenaError } from '#contracts/errors';
import { ProblemDetails } from '#contracts/http/problem.dto';
import type { Operation } from '#contracts/operation';
import { problemOf } from '../http/problem.js';
import { VERSION } from '#contracts/version';
import { LINES, wantsLines } from '../machines/lines.js';
import { refTo } from './describes.js';
import { EXAMPLES } from './examples.js';

type Json = Record<string, unknown>;

/** The document of every door, made from the schemas that validate. */
export const openApiOf = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Ordena')
    .setVersion(VERSION)
    .setDescription('Say what should happen to the files on your PCs: planned, shown, done, proven, undoable.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The start-up token, or an API key' }, 'bearer')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDetails],
    autoTagControllers: false,
  });
  const { Object: _any, ...classes } = document.components?.schemas ?? {};
  const paths = withExamples(withOperations(document.paths as unknown as Json));
  const schemas = joined(closed(classes, paths), contractSchemas());
  return { ...document, paths, components: { ...document.components, schemas } } as unknown as OpenAPIObject;
};

/** Every contract with an id, as a component of the same name. */
const contractSchemas = (): Json => {
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri, target: 'openapi-3.0' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
};

/** Two types of one name would tell one door the other's body. */
const joined = (classes: Json, contracts: Json): Json => {
  const twice = Object.keys(classes).filter((name) => name in contracts);
  if (twice.length > 0) throw new Error(`Two types of the REST API share a name: ${twice.join(', ')}. Rename one.`);
  return { ...classes, ...contracts };
};

/** OpenAPI 3.0 knows neither `$id` nor several examples of a schema. */
const plain = (schema: object): Json => {
  const { $id: _id, id: _name, examples, ...rest } = schema as Json & { examples?: unknown[] };
  return examples === undefined ? rest : { ...rest, example: examples[0] };
};

interface Told {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: { $ref: string } } } };
}

/** Unknown fields of a request are refused, never dropped; the document says so too. */
const closed = (classes: Json, paths: Json): Json => {
  const doors = Object.values(paths).flatMap((methods) => Object.values(methods as Record<string, Told>));
  const asked = new Set(doors.map(({ requestBody }) => requestBody?.content['application/json'].schema.$ref));
  return Object.fromEntries(
    Object.entries(classes).map(([id, schema]) =>
      asked.has(refTo(id).$ref) ? [id, { ...(schema as Json), additionalProperties: false }] : [id, schema],
    ),
  );
};

const OPERATION_PATH = '/v1/machines/{machine}/operations/{operation}';

/** The one door of the catalog, shown as one path per operation with its own types. */
const withOperations = (paths: Json): Json => {
  const { [OPERATION_PATH]: door, ...others } = paths;
  const { post } = door as { post: Json };
  const offered = Object.values<Operation>(CATALOG).filter(({ effect }) => effect !== 'decide');
  const typed = offered.map((operation) => [
    OPERATION_PATH.replace('{operation}', operation.name),
    { post: typedDoor(post, operation) },
  ]);
  return { ...others, ...Object.fromEntries(typed) };
};

const typedDoor = (post: Json, operation: Operation): Json => {
  const parameters = (post['parameters'] as Json[]).filter(({ name }) => name !== 'operation');
  const request = { ...refTo(idOf(operation.request)) };
  const example = EXAMPLES.operations[operation.name];
  return {
    ...post,
    operationId: methodOf(operation),
    summary: operation.words,
    parameters,
    requestBody: { required: true, content: { 'application/json': { schema: request, ...(example && { example }) } } },
    responses: {
      ...(post['responses'] as Json),
      200: {
        description: 'OK',
        content: { 'application/json': { schema: refTo(idOf(operation.reply)) }, ...linesOf(operation) },
      },
    },
  };
};

/** A write only plans, and its name says so: `runFind`, `planCreateFolder`. */
const methodOf = ({ name, effect }: Operation): string =>
  [effect === 'write' ? 'plan' : 'run', ...name.split('-').map(capital)].join('');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const linesOf = ({ name }: Operation): Json =>
  wantsLines(name, LINES) ? { [LINES]: { schema: { type: 'string' } } } : {};

const idOf = (schema: z.ZodType): string => String(z.globalRegistry.get(schema)?.id);

/** An example for each reply, and for each code of each problem. */
const withExamples = (paths: Json): Json =>
  JSON.parse(JSON.stringify(paths), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('schema' in value)) return value;
    const media = value as {
      schema: { $ref?: string; allOf?: [unknown, { properties?: { code?: { enum: string[] } } }] };
    };
    const reply = EXAMPLES.replies[media.schema.$ref?.split('/').at(-1) ?? ''];
    if (reply !== undefined) return { ...media, example: reply };
    const codes = media.schema.allOf?.[1]?.properties?.code?.enum;
    return codes === undefined
      ? value
      : { ...media, examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])) };
  }) as Json;

const exampleOf = (code: string): object => {
  if (!isErrorCode(code)) return {};
  return problemOf(new OrdenaError(code, 'What exactly went wrong, in one sentence.'), 'en');
};
