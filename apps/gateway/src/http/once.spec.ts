import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { House, type Answer } from '../testing/house.js';

describe('a request sent twice with one Idempotency-Key', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ machines: ['pc1'] });
  });

  afterAll(() => house.close());

  const say = (message: string, key: string): Promise<Answer> =>
    house.ask('POST', '/v1/chat', { body: { message }, headers: { 'idempotency-key': key } });

  it('is done once and answered twice, also after a restart', async () => {
    const first = await say('hola', 'a');
    await house.gateway.close();
    await house.startGateway();
    const second = await say('hola', 'a');
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(house.planner.asked.filter(({ message }) => message === 'hola').length).toBe(1);
  });

  it('is refused for another request, while the first is at work, and when it is no key', async () => {
    await say('uno', 'b');
    expect(await say('dos', 'b')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    house.planner.script = async () => held.then(() => ({ reply: 'tarde' }));
    const slow = say('lento', 'c');
    while (!house.planner.asked.some(({ message }) => message === 'lento')) await sleep(10);
    expect(await say('lento', 'c')).toMatchObject({ status: 423, body: { code: 'BUSY' } });
    release();
    expect((await slow).body).toMatchObject({ reply: 'tarde' });
    expect(await say('x', 'k'.repeat(201))).toMatchObject({ status: 400 });
  });

  it('may be tried again after a failure of ours', async () => {
    house.planner.script = async () => Promise.reject(new Error('broken'));
    expect((await say('falla', 'd')).status).toBe(500);
    house.planner.script = async () => ({ reply: 'ya' });
    expect((await say('falla', 'd')).body).toMatchObject({ reply: 'ya' });
  });

  it('belongs to whoever sent it', async () => {
    await say('mío', 'e');
    const key = await house.ask('POST', '/v1/keys', { body: { name: 'other', scopes: ['read'] } });
    const headers = { 'idempotency-key': 'e', authorization: `Bearer ${String(key.body['key'])}` };
    const other = await house.ask('POST', '/v1/chat', { body: { message: 'mío' }, headers });
    expect(other.headers.get('idempotency-replayed')).toBeNull();
  });
});
