import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '#contracts/errors';
import { Needs, type Scope } from '../who/caller.js';

type Class = abstract new () => object;

export interface Door {
  /** What generators of clients call its method. */
  readonly name: string;
  readonly needs: Scope | 'nothing';
  readonly summary: string;
  readonly words?: string;
  /** A DTO class, or the id of a zod schema. */
  readonly reply: Class | string;
  readonly body?: Class;
  readonly query?: z.ZodObject;
  /** `all`: what machines and planners answer passes through here. */
  readonly errors?: readonly ErrorCode[] | 'all';
  /** Failures in a form of their own instead of problem details. */
  readonly failure?: Class;
  /** Also as server-sent events, for `Accept: text/event-stream`. */
  readonly stream?: boolean;
}

const ALWAYS: readonly ErrorCode[] = [
  'UNAUTHORIZED',
  'FORBIDDEN',
  'RATE',
  'INTERNAL',
  'BUS_OFF',
  'BAD_REQUEST',
  'UNKNOWN_ROUTE',
  'WRONG_METHOD',
];
const WITH_BODY: readonly ErrorCode[] = ['BODY_SIZE', 'MEDIA_TYPE', 'REPEAT_TOO_SOON', 'REPEAT_DIFFERS'];
/** Of starting processes and of enrolment, not of what passes through. */
const NEVER: readonly ErrorCode[] = ['BAD_CONFIG', 'MACHINE_TAKEN', 'FLEET_OFF', 'GATEWAY_OFF'];
const ALL = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => !NEVER.includes(code));

export const refTo = (id: string): { $ref: string } => ({ $ref: `#/components/schemas/${id}` });

/** Says of a door who may, what goes in and out, and every way it can fail; the document is made from nothing else. */
export const Describes = (door: Door): MethodDecorator =>
  applyDecorators(
    Needs(door.needs),
    ApiOperation({
      operationId: door.name,
      summary: door.summary,
      description: door.words,
      ...(door.needs === 'nothing' && { security: [] }),
    }),
    ...(door.body === undefined ? [] : [ApiBody({ type: door.body })]),
    ...queryOf(door),
    ...idempotency(door),
    ...replyOf(door),
    ...codesOf(door).map(([status, codes]) => failureOf(door, status, codes)),
    checksItsBody(door),
  );

/**
 * A body is checked against the class that the compiler wrote down for its parameter. `Dto | undefined` is written down as
 * `Object` by one compiler and as the class by another, and then nothing would be checked: such a door never opens.
 */
const checksItsBody =
  ({ body, summary }: Door): MethodDecorator =>
  (controller, name) => {
    const parameters = (Reflect.getMetadata('design:paramtypes', controller, name) ?? []) as unknown[];
    if (body !== undefined && !parameters.includes(body)) throw new Error(`The body of “${summary}” is not checked.`);
  };

const replyOf = (door: Door): MethodDecorator[] => {
  const schema = typeof door.reply === 'string' ? { schema: refTo(door.reply) } : { type: door.reply };
  const words = { status: 200, description: 'OK' };
  if (door.stream !== true) return [ApiResponse({ ...words, ...schema })];
  const content = { 'application/json': schemaOnly(door.reply), 'text/event-stream': { schema: EVENTS } };
  return [ApiResponse({ ...words, content } as never), ApiProduces('application/json', 'text/event-stream')];
};

/** OpenAPI 3.0 has no words for a stream: some read its schema as that of all the text, some as that of one event. */
const EVENTS = { description: 'Server-sent events: `id`, `event`, and `data` in JSON' };

const schemaOnly = (reply: Class | string): { schema: { $ref: string } } => ({
  schema: refTo(typeof reply === 'string' ? reply : reply.name),
});

const codesOf = (door: Door): [number, ErrorCode[]][] => {
  const own = door.errors === 'all' ? ALL : (door.errors ?? []);
  const codes = new Set([...ALWAYS, ...(door.body === undefined ? [] : WITH_BODY), ...own]);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return [...byStatus].sort(([a], [b]) => a - b);
};

/** Filled with an example per code when the document is made. */
export const problemContent = (codes: readonly string[]): object => ({
  'application/problem+json': {
    schema: { allOf: [refTo('ProblemDetails'), { properties: { code: { enum: codes } } }] },
  },
});

const failureOf = (door: Door, status: number, codes: ErrorCode[]): MethodDecorator => {
  const said = { status, description: codes.join(' · '), ...(status === 405 && { headers: ALLOW }) };
  if (door.failure !== undefined) return ApiResponse({ ...said, type: door.failure });
  return ApiResponse({ ...said, content: problemContent(codes) } as never);
};

const ALLOW = { Allow: { description: 'The methods there are', required: true, schema: { type: 'string' } } } as const;

const queryOf = (door: Door): MethodDecorator[] =>
  Object.entries(door.query?.shape ?? {}).map(([name, schema]) => {
    const described = (schema as z.ZodType).description;
    return ApiQuery({ name, required: false, description: described, schema: queryType(schema as z.ZodType) as never });
  });

/** A named schema is referred to; a coerced number comes in as text and means a number. */
const queryType = (schema: z.ZodType): object => {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const id = z.globalRegistry.get(inner)?.id;
  if (id !== undefined) return refTo(id);
  const { $schema: _, ...json } = z.toJSONSchema(inner, { target: 'openapi-3.0', io: 'input' });
  return inner instanceof z.ZodNumber ? { ...json, type: 'integer' } : json;
};

const idempotency = (door: Door): MethodDecorator[] => {
  if (door.body === undefined) return [];
  const description =
    'The same key and request within 24 h answers what was answered before, and does nothing again; with another request it is ' +
    'refused (422), and while the first is at work too (409)';
  return [
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
  ];
};
