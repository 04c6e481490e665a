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
