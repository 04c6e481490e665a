import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { House } from '../testing/house.js';

/** What never reaches a route is answered in the same form, by the same door. */
describe('requests without a route', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  });

  afterAll(() => house.close());

  /** These bytes, as they are; the whole answer. */
  const bytes = (sent: string): Promise<string> => {
    const { port } = new URL(house.gateway.base);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(sent);
    return text(socket);
  };

  it.each([
    ['an escape that is none', '/v1/machines/%zz', 400, 'BAD_REQUEST'],
    ['a name longer than any', `/v1/machines/${'a'.repeat(300)}`, 404, 'UNKNOWN_ROUTE'],
  ])('%s is a problem like every other', async (...[, path, status, code]) => {
    const answer = await house.ask('GET', path);
    expect(answer).toMatchObject({
      status,
      body: { status, code, title: expect.any(String), trace: expect.any(String) },
    });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const unknown = await house.ask('GET', path, { headers: { authorization: '' } });
    expect(unknown).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    expect(await bytes(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 403/,
    );
  });

  it('a known address with another method is told which there are, at every door of the document', async () => {
    const { paths } = (await house.ask('GET', '/openapi.json')).body as { paths: Record<string, object> };
    const tried = Object.keys(paths)
      .map((pattern) => pattern.replace(/\{\w+\}/g, 'x'))
      .flatMap((path) => METHODS.map((method) => ({ method, path, there: methodsAt(path, paths) })))
      .filter(({ method, there }) => !there.includes(method));
    const told = async ({ method, path }: (typeof tried)[number]): Promise<unknown> => {
      const { status, headers } = await house.ask(method, path);
      const allow = headers.get('allow')?.split(', ') ?? [];
      return { method, path, status, said: allow.filter((one) => one !== 'HEAD').toSorted() };
    };
    expect(await Promise.all(tried.map(told))).toEqual(
      tried.map(({ method, path, there }) => ({ method, path, status: 405, said: there.toSorted() })),
    );
    const wrong = await house.ask('PUT', '/v1/machines/', { headers: { 'accept-language': 'es' } });
    expect(wrong.headers.get('content-type')).toMatch('application/problem+json');
    expect(wrong.body).toMatchObject({
      code: 'WRONG_METHOD',
      title: 'Esa dirección no se usa así. Aquí valen: GET y HEAD; mira /docs.',
      details: { allowed: expect.arrayContaining(['GET', 'HEAD']) },
    });
    const unknown = await house.ask('PUT', '/v1/machines', { headers: { authorization: '' } });
    expect(unknown).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
  });

  it('a method that this Node has never heard of is no other', async () => {
    const [head, body] = (await bytes('BREW /v1/plans/p-1/approve?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')).split(
      '\r\n\r\n',
    );
    expect(head).toMatch(/^HTTP\/1.1 405 Method Not Allowed\r\n[^]*\r\nAllow: POST\r\n/);
    expect(JSON.parse(body ?? '')).toMatchObject({ status: 405, code: 'WRONG_METHOD' });
  });

  it('bytes that are no request of HTTP are told so', async () => {
    const [head, body] = (await bytes('MUEVE / HTTP/9\r\n\r\n')).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(JSON.parse(body ?? '')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('says how much is too much', async () => {
    const long = await bytes(`GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1.1 413[^]*at most 16.4 kB/);
    const body = await house.ask('POST', '/v1/chat', { body: { message: 'a'.repeat(1_100_000) } });
    expect(body).toMatchObject({ status: 413, body: { title: expect.stringContaining('at most 1 MB') } });
    const message = await house.ask('POST', '/v1/chat', { body: { message: 'a'.repeat(40_000) } });
    expect(message).toMatchObject({ status: 413, body: { title: expect.stringContaining('at most 32.8 kB') } });
  });
});

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What the document says of an address: as it stands, or as what fits it. */
const methodsAt = (path: string, paths: Record<string, object>): string[] => {
  const fits = (pattern: string): boolean => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const doors = paths[path] ?? paths[Object.keys(paths).find(fits) ?? ''] ?? {};
  return Object.keys(doors).map((method) => method.toUpperCase());
};
