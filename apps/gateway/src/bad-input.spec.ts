import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './testing/house.js';
import type { ScriptedAgent } from './testing/scripted-agent.js';

const chat = (body: unknown): [string, string, unknown] => ['POST', '/v1/chat', body];
const KEY_FOR_DOOR = { name: 'a', scopes: ['read'], machines: ['enrolments'] };
const CHAT = { message: 'mueve todo' };
const key = (over: object): [string, string, unknown] => ['POST', '/v1/keys', { name: 'a', scopes: ['read'], ...over }];
const run = (operation: string, body: object): [string, string, unknown] => [
  ...(['POST', `/v1/machines/pc1/operations/${operation}`] as const),
  body,
];
const find = (over: object): [string, string, unknown] => run('find', { in: 'desktop', ...over });

describe('bad input', () => {
  let house: House;
  let pc1: ScriptedAgent;
  let away: ScriptedAgent;

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
    away = await house.agent('away');
    await away.nc.close();
    await house.sees('away', false);
  });

  afterAll(() => house.close());

  it.each<[string, [string, string, unknown], number, string]>([
    ['an unknown machine', chat({ ...CHAT, machine: 'nobody' }), 404, 'UNKNOWN_MACHINE'],
    ['a machine that is off', chat({ ...CHAT, machine: 'away' }), 503, 'MACHINE_OFF'],
    ['a machine name that is a door', chat({ ...CHAT, machine: 'enrolments' }), 400, 'BAD_REQUEST'],
    ['a PC named as a door', ['POST', '/v1/machines/enrolments', { machine: 'enrolments' }], 400, 'BAD_REQUEST'],
    ['shutting out a PC named as a door', ['DELETE', '/v1/machines/enrolments', undefined], 405, 'WRONG_METHOD'],
    ['a key for a PC named as a door', ['POST', '/v1/keys', KEY_FOR_DOOR], 400, 'BAD_REQUEST'],
    ['a machine name that is none', chat({ ...CHAT, machine: 'PC 1; rm' }), 400, 'BAD_REQUEST'],
    ['an empty message', chat({ message: '' }), 400, 'BAD_REQUEST'],
    ['a message of white space', chat({ message: ' \n\t ' }), 400, 'BAD_REQUEST'],
    ['no message', chat({}), 400, 'BAD_REQUEST'],
    ['a message that is no text', chat({ message: ['mueve'] }), 400, 'BAD_REQUEST'],
    ['a message over 32 kB', chat({ message: 'ñ'.repeat(16_385) }), 413, 'BODY_SIZE'],
    ['a body over 1 MiB', chat({ message: 'a'.repeat(1_100_000) }), 413, 'BODY_SIZE'],
    ['an unknown field', chat({ ...CHAT, yolo: true }), 400, 'BAD_REQUEST'],
    ['malformed JSON', chat('{"message": '), 400, 'BAD_REQUEST'],
    ['JSON that is no object', chat('[]'), 400, 'BAD_REQUEST'],
    ['a prototype trick', chat('{"message":"a","__proto__":{"x":1}}'), 400, 'BAD_REQUEST'],
    ['a time zone that is none', chat({ ...CHAT, timeZone: 'Europe/Madird' }), 422, 'BAD_VALUE'],
    ['an unknown mode', chat({ ...CHAT, mode: 'yolo' }), 400, 'BAD_REQUEST'],
    ['an unknown place', ['POST', '/v1/machines/pc1/operations/find', { in: 'luna' }], 404, 'UNKNOWN_PLACE'],
    ['an unknown operation', ['POST', '/v1/machines/pc1/operations/format', {}], 404, 'UNKNOWN_OPERATION'],
    ['a decision by the wrong door', ['POST', '/v1/machines/pc1/operations/commit', {}], 404, 'UNKNOWN_OPERATION'],
    ['an operation without its fields', ['POST', '/v1/machines/pc1/operations/move', {}], 400, 'BAD_REQUEST'],
    [
      'an operation on a machine that is off',
      ['POST', '/v1/machines/away/operations/find', { in: 'desktop' }],
      503,
      'MACHINE_OFF',
    ],
    ['an unknown plan', ['POST', '/v1/plans/p-0000000000/approve', {}], 404, 'UNKNOWN_PLAN'],
    ['a plan id that is none', ['GET', '/v1/plans/..%2f..', undefined], 404, 'UNKNOWN_PLAN'],
    ['an unknown conversation', ['GET', '/v1/conversations/nobody', undefined], 404, 'UNKNOWN_CONVERSATION'],
    ['an unknown route', ['GET', '/v1/nothing', undefined], 404, 'UNKNOWN_ROUTE'],
    ['a foreign cursor', ['GET', '/v1/history?cursor=xyz', undefined], 422, 'BAD_VALUE'],
    ['a cursor that is none', ['GET', '/v1/history?cursor=', undefined], 400, 'BAD_REQUEST'],
    ['an unknown query field', ['GET', '/v1/history?x=1', undefined], 400, 'BAD_REQUEST'],
  ])('%s is refused with its code, and changes nothing', async (...[, [method, path, body], status, code]) => {
    const started = Date.now();
    const answer = await house.ask(method, path, { body });
    expect(answer).toMatchObject({
      status,
      body: { code, status, title: expect.any(String), retry: expect.any(Boolean) },
    });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(Date.now() - started).toBeLessThan(4000);
    expect(pc1.commits).toEqual([]);
  });

  it('speaks the language of the asker', async () => {
    const ask = async (language: string): Promise<unknown> =>
      (
        await house.ask('POST', '/v1/chat', {
          body: { ...CHAT, machine: 'nobody' },
          headers: { 'accept-language': language },
        })
      ).body['title'];
    expect(await ask('es-AR,es;q=0.9')).toMatch(/No conozco ningún equipo llamado «nobody»/);
    expect(await ask('en-GB')).toMatch(/No computer called “nobody”/);
  });

  it.each<[string, [string, string, unknown], string, string]>([
    ['an unknown field', chat({ ...CHAT, yolo: 1 }), '«yolo» no es un campo', '“yolo” is no field'],
    ['a missing field', chat({}), 'falta «message»', '“message” is missing'],
    ['no text', chat({ message: 3 }), '«message» no puede estar vacío', '“message” must not be empty'],
    [
      'another mode',
      chat({ ...CHAT, mode: 'yolo' }),
      '«mode» tiene que ser look, ask o auto',
      'must be look, ask, or auto',
    ],
    [
      'no machine',
      chat({ ...CHAT, machine: 'PC 1' }),
      'el id de un equipo: minúsculas',
      'id of a computer: lower-case',
    ],
    ['no time zone', chat({ ...CHAT, timeZone: 'h' }), 'zona horaria como Europe', 'time zone such as Europe'],
    ['no id', chat({ ...CHAT, conversationId: '¿?' }), 'un identificador que dio Ordena', 'an id that Ordena gave'],
    ['no JSON', chat('{"message": '), 'la petición tiene que ser JSON', 'the request must be well-formed JSON'],
    ['no object', chat('[]'), 'la petición tiene que ser un objeto', 'the request must be a JSON object'],
    ['a list too long', key({ scopes: ['read', 'read'] }), '«scopes» repite un elemento', '“scopes” has an item twice'],
    ['no list', key({ scopes: 'read' }), '«scopes» tiene que ser una lista', '“scopes” must be a list'],
    [
      'a long name',
      key({ name: 'a'.repeat(101) }),
      'puede tener hasta 100 caracteres',
      'may have up to 100 characters',
    ],
    ['no date', key({ expiresAt: 'mañana' }), 'una fecha como 2025-03-31', 'a date such as 2025-03-31'],
    ['the past', key({ expiresAt: '2001-01-01' }), 'que aún no ha llegado', 'that is still to come'],
    ['too deep', find({ select: { depth: 65 } }), '«select.depth» tiene que ser 64 como máximo', 'must be at most 64'],
    [
      'no whole number',
      find({ limit: 1.5 }),
      '«limit» tiene que ser un número entero',
      '“limit” must be a whole number',
    ],
    ['no truth', find({ select: { hidden: 'no' } }), 'tiene que ser true o false', 'must be true or false'],
    [
      'another kind',
      find({ select: { kind: 'x' } }),
      'tiene que ser file, folder o any',
      'must be file, folder, or any',
    ],
    ['a field inside', find({ select: { yolo: 1 } }), '«select.yolo» no es un campo', '“select.yolo” is no field'],
    ['no day', find({ select: { modified: { to: '' } } }), '«select.modified.to» tiene que ser', 'must be a date'],
    [
      'no new name',
      run('rename', { from: 'desktop/a' }),
      'hace falta to, replace o case',
      'to, replace, or case is needed',
    ],
    ['an old page', ['GET', '/v1/history?cursor=xyz', undefined], '«cursor» no es el de la página', 'page before'],
  ])('%s is told in both languages, with what is accepted', async (...[, [method, path, body], es, en]) => {
    const titled = async (language: string): Promise<unknown> =>
      (await house.ask(method, path, { body, headers: { 'accept-language': language } })).body['title'];
    expect(await titled('es')).toContain(es);
    expect(await titled('en')).toContain(en);
    expect(await titled('es')).not.toMatch(/must|should|expected|Invalid|property/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s is refused: JSON only',
    async (type) => {
      const answer = await house.ask('POST', '/v1/chat', {
        body: '{"message":"a"}',
        headers: { 'content-type': type },
      });
      expect(answer).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE' } });
    },
  );

  it('tells the sketch in its own form', async () => {
    const answer = await house.ask('POST', '/chat', { body: { message: '' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'error', content: expect.stringMatching(/No se cambió nada/) },
    });
  });
});
