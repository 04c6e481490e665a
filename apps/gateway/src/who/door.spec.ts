import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { readEnv } from '../env.js';
import { startGateway } from '../gateway.js';
import { House, TOKEN } from '../testing/house.js';
import { RateLimit } from './rate-limit.js';

describe('the door', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ machines: ['pc1'] });
  });

  afterAll(() => house.close());

  /** fetch forbids the headers this is about. */
  const knock = (headers: Record<string, string>, path = '/v1/machines', method = 'GET'): Promise<number> =>
    new Promise((done, failed) => {
      const url = new URL(house.gateway.base + path);
      const options = { host: url.hostname, port: url.port, path: url.pathname + url.search, method };
      const all = { authorization: `Bearer ${TOKEN}`, ...headers };
      request({ ...options, headers: all }, (response) => done(response.resume().statusCode ?? 0))
        .on('error', failed)
        .end();
    });

  const own = (): string => new URL(house.gateway.base).host;

  it('answers to its own names only: another name is a page that points it at us', async () => {
    const port = own().split(':')[1];
    for (const host of [own(), `localhost:${port}`, `[::1]:${port}`]) expect(await knock({ host })).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example'])
      expect(await knock({ host })).toBe(403);
  });

  it('lets no other web page in, not even to look', async () => {
    const base = `http://${own()}`;
    expect(await knock({ origin: base, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await knock({ 'sec-fetch-site': 'none' })).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      'file://',
      `http://${own()}.evil.example`,
      'http://127.0.0.1:1',
    ])
      expect(await knock({ origin })).toBe(403);
    for (const site of ['cross-site', 'same-site'])
      expect(await knock({ 'sec-fetch-site': site }, '/health')).toBe(403);
  });

  it('takes the token from the printed address once, and from then on the cookie', async () => {
    const first = await house.ask('GET', `/?token=${TOKEN}`, { headers: { authorization: '' } });
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(first).toMatchObject({ status: 303 });
    expect(first.headers.get('location')).toBe('/');
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(TOKEN);
    const value = cookie.split(';')[0] ?? '';
    expect(await knock({ authorization: '', cookie: `other=1; ${value}` })).toBe(200);
    expect(await knock({ authorization: '', cookie: `${value}x` })).toBe(401);
    expect(await knock({ authorization: `Bearer ${value.split('=')[1]}` })).toBe(401);
    expect(await knock({ authorization: '' }, '/?token=wrong')).toBe(401);
  });

  it('takes a token in the address at the sketch’s doors and nowhere else', async () => {
    const say = (path: string): Promise<{ status: number }> =>
      house.ask('POST', `${path}?token=${TOKEN}`, { body: { message: 'hola' }, headers: { authorization: '' } });
    for (const path of ['/chat', '/chat/', '/api/ejecutar_comando_ia']) expect((await say(path)).status).toBe(200);
    expect((await say('/v1/chat')).status).toBe(401);
  });

  it('changes nothing on GET, answers no preflight and tells no other origin anything', async () => {
    expect(await knock({}, '/v1/chat', 'OPTIONS')).toBe(405);
    const preflight = await house.ask('OPTIONS', '/v1/chat');
    expect(preflight.headers.get('access-control-allow-methods')).toBeNull();
    const answer = await house.ask('GET', '/v1/machines');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('slows down whoever asks too much, and whoever guesses tokens', async () => {
    const limit = new RateLimit(3);
    for (let count = 0; count < 3; count += 1) limit.take('a');
    limit.take('b');
    expect(() => limit.take('a')).toThrow(/Too many/);
    const guesses: number[] = [];
    for (let count = 0; count < 40; count += 1) guesses.push(await knock({ authorization: `Bearer guess${count}` }));
    expect(new Set(guesses)).toEqual(new Set([401, 429]));
    expect(await knock({})).toBe(200);
  });

  it.each([
    ['no token', { ORDENA_TOKEN: '' }],
    ['a short token', { ORDENA_TOKEN: 'short-token' }],
    ['no TLS', {}],
    ['a plain address of another host in front', { ORDENA_PUBLIC_URL: 'http://ordena.example' }],
  ])('never opens beyond this PC with %s', async (_, env) => {
    const strong = {
      ORDENA_TOKEN: 'x'.repeat(40),
      ORDENA_HOST: '0.0.0.0',
      NATS_URL: house.nats.url,
      PORT: '0',
      ...env,
    };
    await expect(startGateway(readEnv(strong))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  });
});
