import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kvm } from '@nats-io/kv';
import { BUCKETS } from '#contracts/buckets';
import { startGateway } from '../gateway.js';
import { House, type Answer } from '../testing/house.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

describe('API keys', () => {
  let house: House;
  let pc1: ScriptedAgent;

  beforeAll(async () => {
    house = await House.open({ machines: ['pc2'] });
    pc1 = await house.agent('pc1');
  });

  afterAll(() => house.close());

  const make = async (body: object): Promise<Record<string, string>> =>
    (await house.ask('POST', '/v1/keys', { body: { name: 'test', scopes: ['read'], ...body } })).body as Record<
      string,
      string
    >;
  const as = (key: string | undefined, door: `${string} ${string}`, body?: object): Promise<Answer> =>
    house.ask(...(door.split(' ') as [string, string]), { body, headers: { authorization: `Bearer ${key}` } });

  it('are shown once, and kept as hashes', async () => {
    const { key, keyId } = await make({ name: 'backup' });
    const bucket = await new Kvm(await house.connect()).open(BUCKETS.keys);
    const kept = (await bucket.get(keyId ?? ''))?.string();
    expect(key).toMatch(/^ordena_k-[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(kept).toContain(keyId);
    expect(kept).not.toContain(key?.split('_').at(-1));
    expect((await house.ask('GET', '/v1/keys')).text).not.toContain(key);
  });

  it('work after a restart, until they are revoked', async () => {
    const { key, keyId } = await make({});
    await house.gateway.close();
    await house.startGateway();
    expect((await as(key, 'GET /v1/machines')).status).toBe(200);
    expect((await house.ask('DELETE', `/v1/keys/${keyId}`)).body).toEqual({ keyId, revoked: true });
    expect((await as(key, 'GET /v1/machines')).status).toBe(401);
    expect(await house.ask('DELETE', `/v1/keys/${keyId}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('made at one gateway count at every other, and so does their end', async () => {
    const other = await startGateway(house.env());
    const { key, keyId } = await make({});
    const there = (): Promise<number> =>
      fetch(`${other.base}/v1/machines`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status);
    expect(await there()).toBe(200);
    await house.ask('DELETE', `/v1/keys/${keyId}`);
    while ((await there()) !== 401) await sleep(20);
    await other.close();
  });

  it.each([
    ['2001-01-01T00:00:00Z', 422, 'BAD_VALUE'],
    ['2030-W01-1', 400, 'BAD_REQUEST'],
  ])('are not made for an hour that never comes (%s)', async (expiresAt, status, code) => {
    const answer = await house.ask('POST', '/v1/keys', { body: { name: 'late', scopes: ['read'], expiresAt } });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('stop at their hour', async () => {
    const { key } = await make({ expiresAt: new Date(Date.now() + 2500).toISOString() });
    expect((await as(key, 'GET /v1/machines')).status).toBe(200);
    await new Promise((done) => setTimeout(done, 2600));
    expect((await as(key, 'GET /v1/machines')).status).toBe(401);
  });

  it('see and touch only their machines, by every door', async () => {
    const { key } = await make({ machines: ['pc2'], scopes: ['read', 'write', 'approve'] });
    expect((await as(key, 'GET /v1/machines')).body).toMatchObject({ machines: [{ machine: 'pc2' }] });
    const foreign = pc1.planFor('move', {});
    const tries = [
      as(key, 'GET /v1/machines/pc1'),
      as(key, 'POST /v1/machines/pc1/operations/find', { in: 'desktop' }),
      as(key, 'POST /v1/chat', { message: 'hola', machine: 'pc1' }),
      as(key, 'GET /v1/history?machine=pc1'),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await as(key, `POST /v1/plans/${foreign.planId}/approve`, {})).status).toBe(404);
    house.planner.script = async (ask, planner) =>
      planner.change(ask.runId, [foreign]).catch((error: { code: string }) => ({ reply: error.code }));
    expect((await as(key, 'POST /v1/chat', { message: 'mueve' })).body).toMatchObject({ reply: 'FORBIDDEN' });
    expect(house.planner.asked.at(-1)).toMatchObject({ machines: ['pc2'] });
    expect(pc1.commits).toEqual([]);
  });

  it('see nobody else’s conversation, and may not hand out more than they have', async () => {
    const mine = await house.ask('POST', '/v1/chat', { body: { message: 'hola' } });
    const { conversationId, runId } = mine.body as { conversationId: string; runId: string };
    const { key } = await make({ scopes: ['read', 'keys'], machines: ['pc2'] });
    expect((await as(key, `GET /v1/conversations/${conversationId}`)).status).toBe(404);
    expect((await as(key, 'POST /v1/chat', { message: 'hola', conversationId })).status).toBe(404);
    expect((await as(key, `POST /v1/runs/${runId}/cancel`)).status).toBe(404);
    for (const wish of [
      { scopes: ['approve'], machines: ['pc2'] },
      { scopes: ['read'] },
      { scopes: ['read'], machines: ['pc1'] },
    ])
      expect((await as(key, 'POST /v1/keys', { name: 'more', ...wish })).status).toBe(403);
    expect((await as(key, 'POST /v1/keys', { name: 'same', scopes: ['read'], machines: ['pc2'] })).status).toBe(200);
  });
});
