import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { House, TOKEN } from '../testing/house.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

/**
 * P13: a web page somewhere else, in a browser that holds the owner's cookie, can neither look nor change anything. Every
 * combination of what a browser says of a page, at a door that looks and at one that changes.
 */
const MOVE = { from: 'desktop', to: 'desktop/luyd' };
const HOSTS = ['{own}', 'localhost:{port}', 'evil.example', 'evil.example:{port}', '127.0.0.1.nip.io:{port}'];
const ORIGINS = [undefined, 'http://{host}', 'https://evil.example', 'null', 'http://127.0.0.1:1'];
const SITES = [undefined, 'none', 'same-origin', 'same-site', 'cross-site'];
const ASKS: readonly (readonly [method: string, path: string, type?: string])[] = [
  ['GET', '/v1/machines'],
  ['POST', '/v1/machines/pc1/operations/move', 'application/json'],
  ['POST', '/v1/machines/pc1/operations/move', 'text/plain'],
  ['POST', '/v1/machines/pc1/operations/move', 'application/x-www-form-urlencoded'],
  ['POST', '/v1/machines/pc1/operations/move', undefined],
  ['POST', '/v1/plans/{plan}/approve', 'text/plain'],
];

const CELLS = HOSTS.flatMap((host) =>
  ORIGINS.flatMap((origin) => SITES.flatMap((site) => ASKS.map((ask) => ({ host, origin, site, ask })))),
);
type Cell = (typeof CELLS)[number];

const isOwn = ({ host, origin, site }: Cell): boolean =>
  HOSTS.indexOf(host) < 2 && ORIGINS.indexOf(origin) < 2 && SITES.indexOf(site) < 3;

const expected = (cell: Cell): number => {
  if (!isOwn(cell)) return 403;
  const [method, , type] = cell.ask;
  return method === 'GET' || type === 'application/json' ? 200 : 415;
};

describe(`${CELLS.length} requests of pages in the owner's browser`, () => {
  let house: House;
  let pc1: ScriptedAgent;
  let cookie: string;

  beforeAll(async () => {
    house = await House.open({ env: { ORDENA_RATE: '0' } });
    pc1 = await house.agent('pc1');
    const first = await house.ask('GET', `/?token=${TOKEN}`, { headers: { authorization: '' } });
    cookie = first.headers.get('set-cookie')!.split(';')[0]!;
  });

  afterAll(() => house.close());

  /** fetch forbids the headers this is about. */
  const send = ({ host, origin, site, ask }: Cell): Promise<number> => {
    const { hostname, port, host: own } = new URL(house.gateway.base);
    const [method, path, type] = ask;
    const named = host.replace('{own}', own).replace('{port}', port);
    const headers = {
      host: named,
      cookie,
      ...(origin !== undefined && { origin: origin.replace('{host}', named) }),
      ...(site !== undefined && { 'sec-fetch-site': site }),
      ...(type !== undefined && { 'content-type': type }),
    };
    const body = method === 'GET' ? '' : JSON.stringify(path.endsWith('/move') ? MOVE : {});
    const { planId } = pc1.planFor('move', MOVE);
    return new Promise((done, failed) => {
      request({ host: hostname, port, path: path.replace('{plan}', planId), method, headers }, (response) =>
        done(response.resume().statusCode ?? 0),
      )
        .on('error', failed)
        .end(body);
    });
  };

  it.each(HOSTS)('to %s: only its own page is let in, and only with JSON', async (host) => {
    const cells = CELLS.filter((cell) => cell.host === host);
    const seen: [Cell, number][] = [];
    for (const cell of cells) seen.push([cell, await send(cell)]);
    expect(seen).toEqual(cells.map((cell) => [cell, expected(cell)]));
    expect(pc1.commits).toEqual([]);
  });
});
