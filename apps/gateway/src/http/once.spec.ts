import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUCKETS } from '#contracts/buckets';
import { Bucket } from '#nats/bucket';
import { House, type Answer } from '../testing/house.js';

/** Longer than a gateway that lives is silent. */
const SILENT_MS = 9_000;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

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
    expect(await say('dos', 'b')).toMatchObject({ status: 422, body: { code: 'REPEAT_DIFFERS', retry: false } });
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    house.planner.script = async () => held.then(() => ({ reply: 'tarde' }));
    const slow = say('lento', 'c');
    while (!house.planner.asked.some(({ message }) => message === 'lento')) await sleep(10);
    expect(await say('lento', 'c')).toMatchObject({ status: 409, body: { code: 'REPEAT_TOO_SOON' } });
    release();
    expect((await slow).body).toMatchObject({ reply: 'tarde' });
    expect(await say('x', 'k'.repeat(201))).toMatchObject({ status: 400 });
    expect(await say('x', '')).toMatchObject({ status: 400, body: { details: { issues: ['Idempotency-Key: said'] } } });
  });

  it('is gone on with as the same run when its gateway died, once that was silent for a while', async () => {
    const answers = await Bucket.open(await house.connect(), BUCKETS.answers);
    const request = digest('POST /v1/chat {"message":"a medias"}');
    const keep = (at: number): Promise<unknown> =>
      answers.put(digest('owner f'), JSON.stringify({ request, at, runId: 'run-of-the-dead' }));
    house.planner.script = async () => ({ reply: 'sigo' });
    await keep(Date.now());
    expect(await say('a medias', 'f')).toMatchObject({ status: 409, body: { code: 'REPEAT_TOO_SOON', retry: true } });
    await keep(Date.now() - SILENT_MS);
    expect((await say('a medias', 'f')).body).toMatchObject({ runId: 'run-of-the-dead', reply: 'sigo' });
    await keep(Date.now() - SILENT_MS);
    expect((await say('a medias', 'f')).body).toMatchObject({ runId: 'run-of-the-dead', reply: 'sigo' });
    const turns = await house.ask(
      'GET',
      `/v1/conversations/${String((await say('a medias', 'f')).body['conversationId'])}`,
    );
    expect(turns.body['turns']).toHaveLength(1);
  });

  it('tells a key used for another request in both languages, and not as a file that changed', async () => {
    await say('uno', 'h');
    const titled = async (language: string): Promise<unknown> => {
      const headers = { 'idempotency-key': 'h', 'accept-language': language };
      return (await house.ask('POST', '/v1/chat', { body: { message: 'otro' }, headers })).body['title'];
    };
    expect(await titled('es')).toMatch(/«Idempotency-Key» ya se usó con otra petición/);
    expect(await titled('en')).toMatch(/“Idempotency-Key” was used with another request/);
  });

  it("is nobody else's as long as its gateway is at work on it", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    house.planner.script = async () => held.then(() => ({ reply: 'tarde' }));
    const slow = say('muy lento', 'g');
    await sleep(SILENT_MS);
    expect(await say('muy lento', 'g')).toMatchObject({ status: 409 });
    release();
    expect((await slow).body).toMatchObject({ reply: 'tarde' });
  }, 20_000);

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
