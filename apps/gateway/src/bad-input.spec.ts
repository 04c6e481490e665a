import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './testing/house.js';
import type { ScriptedAgent } from './testing/scripted-agent.js';

const chat = (body: unknown): [string, string, unknown] => ['POST', '/v1/chat', body];
const KEY_FOR_DOOR = { name: 'a', scopes: ['read'], machines: ['enrolments'] };
const CHAT = { message: 'mueve todo' };

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
    ['a time zone that is none', chat({ ...CHAT, timeZone: 'Europe/Madird' }), 400, 'BAD_REQUEST'],
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
    ['a foreign cursor', ['GET', '/v1/history?cursor=xyz', undefined], 400, 'BAD_REQUEST'],
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
