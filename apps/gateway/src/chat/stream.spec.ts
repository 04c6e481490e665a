import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { House, TOKEN } from '../testing/house.js';
import { openStream, type StreamLine } from '../testing/stream.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

const step = { operation: 'find', words: 'Mirar escritorio', ok: true, ms: 1 };

/** Whoever left has five seconds to come back, and the gateway a moment to tell. */
const LEAVING_MS = 15_000;

describe('a chat as a stream', () => {
  let house: House;
  let pc1: ScriptedAgent;

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
  });

  beforeEach(() => {
    pc1.slow = false;
    pc1.commits.length = 0;
    house.planner.asked.length = 0;
    house.planner.script = async (ask, planner) => {
      planner.tell(ask.runId, { kind: 'step', step });
      await sleep(150);
      return planner.change(ask.runId, [pc1.planFor('move', {})]);
    };
  });

  afterAll(() => house.close());

  const say = (body: object, path = '/v1/chat') =>
    openStream(house.gateway.base + path, { method: 'POST', token: TOKEN, body });

  const names = (lines: StreamLine[]): string[] => lines.map(({ event }) => event);

  it('tells the run, each step and the answer, with numbers that grow', async () => {
    const lines = await (await say({ message: 'mueve' })).all();
    expect(names(lines)).toEqual(['run', 'step', 'reply']);
    const ids = lines.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    expect(lines.at(-1)?.data).toMatchObject({ status: 'done', receipts: [{ done: 3 }] });
  });

  it('tells progress while a slow commit runs, also when it was approved by its door', async () => {
    pc1.slow = true;
    expect(names(await (await say({ message: 'mueve' })).all())).toEqual(['run', 'step', 'progress', 'reply']);
    const asked = (await (await say({ message: 'mueve', mode: 'ask' })).all()).at(-1)?.data as {
      plans: { planId: string }[];
    };
    const lines = await (await say({}, `/v1/plans/${asked.plans[0]?.planId}/approve`)).all();
    expect(names(lines)).toEqual(['run', 'progress', 'reply']);
    expect(lines[1]?.data).toMatchObject({ done: 1, total: 3 });
  });

  it('goes on after Last-Event-ID when the line was lost, and the request is not cancelled by that', async () => {
    const stream = await say({ message: 'mueve' });
    const [first] = await stream.some(1);
    stream.close();
    const { runId } = (first as StreamLine).data as { runId: string };
    const events = (lastEventId: number): ReturnType<typeof openStream> =>
      openStream(`${house.gateway.base}/v1/runs/${runId}/events`, { token: TOKEN, lastEventId });
    const lines = await (await events((first as StreamLine).id)).all();
    expect(names(lines)).toEqual(['step', 'reply']);
    expect(lines.at(-1)?.data).toMatchObject({ status: 'done' });
    expect(names(await (await events((lines[0] as StreamLine).id)).all())).toEqual(['reply']);
  });

  it.each([['1000000000'], ['-1'], ['1.5'], ['abc'], ['']])(
    'tells all of it after Last-Event-ID: %s, which no line has',
    async (lastEventId) => {
      const whole = await (await say({ message: 'mueve' })).all();
      const { runId } = (whole[0] as StreamLine).data as { runId: string };
      const again = await openStream(`${house.gateway.base}/v1/runs/${runId}/events`, { token: TOKEN, lastEventId });
      expect(await again.all()).toEqual(whole);
    },
  );

  describe('when whoever asked closes it', () => {
    /** What the gate said to the planner of the run. */
    let said: Promise<unknown>;

    beforeEach(() => {
      let tell: (what: unknown) => void = () => undefined;
      said = new Promise((done) => (tell = done));
      house.planner.script = async (ask, planner) => {
        await sleep(150);
        const answer = planner.askForYes(ask.runId, [pc1.planFor('move', {})]);
        tell(await answer.catch((error: { code: string }) => error.code));
        return { reply: 'late' };
      };
    });

    it(
      'nothing begins any more, and whoever looks for it later reads that it was cancelled',
      async () => {
        const stream = await say({ message: 'mueve', mode: 'auto' });
        const [first] = await stream.some(1);
        stream.close();
        expect(await said).toBe('CANCELLED');
        expect(pc1.commits).toEqual([]);
        const { runId } = (first as StreamLine).data as { runId: string };
        const lines = await (await openStream(`${house.gateway.base}/v1/runs/${runId}/events`, { token: TOKEN })).all();
        expect(lines.at(-1)).toMatchObject({ event: 'error', data: { code: 'CANCELLED' } });
      },
      LEAVING_MS,
    );

    it(
      'nothing begins any more, also before its first line was read',
      async () => {
        const abort = new AbortController();
        const sent = fetch(`${house.gateway.base}/v1/chat`, {
          method: 'POST',
          signal: abort.signal,
          headers: {
            accept: 'text/event-stream',
            authorization: `Bearer ${TOKEN}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ message: 'mueve', mode: 'auto' }),
        }).catch(() => undefined);
        while (house.planner.asked.length === 0) await sleep(1);
        abort.abort();
        await sent;
        expect(await said).toBe('CANCELLED');
        expect(pc1.commits).toEqual([]);
      },
      LEAVING_MS,
    );

    it('it waits for them to read on, and then goes on', async () => {
      const stream = await say({ message: 'mueve', mode: 'auto' });
      const [first] = (await stream.some(1)) as [StreamLine];
      stream.close();
      await sleep(800);
      expect(pc1.commits).toEqual([]);
      const { runId } = first.data as { runId: string };
      const at = `${house.gateway.base}/v1/runs/${runId}/events`;
      const lines = await (await openStream(at, { token: TOKEN, lastEventId: first.id })).all();
      expect(names(lines)).toEqual(['reply']);
      expect(await said).toMatchObject({ status: 'committed' });
    });

    it('nothing stops when they read on elsewhere already', async () => {
      const stream = await say({ message: 'mueve', mode: 'auto' });
      const [first] = (await stream.some(1)) as [StreamLine];
      const { runId } = first.data as { runId: string };
      const at = `${house.gateway.base}/v1/runs/${runId}/events`;
      const second = await openStream(at, { token: TOKEN, lastEventId: first.id });
      stream.close();
      expect(names(await second.all())).toEqual(['reply']);
      expect(await said).toMatchObject({ status: 'committed' });
    });

    it('a change that asks still asks: its question is there when they are back', async () => {
      const stream = await say({ message: 'mueve', mode: 'ask' });
      await stream.some(1);
      stream.close();
      expect(await said).toMatchObject({ status: 'needs_approval' });
    });
  });

  it('stops on request: what is not committed will not be', async () => {
    let answer: unknown;
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    house.planner.script = async (ask, planner) => {
      await held;
      answer = await planner
        .askForYes(ask.runId, [pc1.planFor('move', {})])
        .catch((error: { code: string }) => error.code);
      return { reply: 'late' };
    };
    const stream = await say({ message: 'mueve' });
    const [first] = await stream.some(1);
    const { runId } = (first as StreamLine).data as { runId: string };
    expect((await house.ask('POST', `/v1/runs/${runId}/cancel`)).body).toEqual({ runId, outcome: 'cancelled' });
    expect((await stream.all()).at(-1)).toMatchObject({ event: 'error', data: { code: 'CANCELLED' } });
    release();
    while (answer === undefined) await sleep(10);
    expect(answer).toBe('CANCELLED');
    expect(pc1.commits).toEqual([]);
  });

  it('stops what is being carried out at its next step, and its receipt says how far it came', async () => {
    pc1.slow = true;
    pc1.hold = new Promise<void>(() => undefined);
    const stream = await say({ message: 'mueve' });
    const [first] = await stream.some(3);
    const { runId } = (first as StreamLine).data as { runId: string };
    expect((await house.ask('POST', `/v1/runs/${runId}/cancel`)).body).toEqual({ runId, outcome: 'stopping' });
    expect((await stream.all()).at(-1)).toMatchObject({
      event: 'reply',
      data: { receipts: [{ status: 'partial', stopped: true, done: 1 }] },
    });
    expect((await house.ask('POST', `/v1/runs/${runId}/cancel`)).body).toEqual({ runId, outcome: 'over' });
    pc1.hold = Promise.resolve();
  });

  it('an answer that fails ends the stream with its problem', async () => {
    house.planner.script = async () => Promise.reject(new Error('broken'));
    expect((await (await say({ message: 'x' })).all()).at(-1)).toMatchObject({
      event: 'error',
      data: { code: 'INTERNAL', status: 500 },
    });
  });

  it('a closing gateway says goodbye to open streams and still answers', async () => {
    const stream = await say({ message: 'mueve' });
    await stream.some(1);
    await house.gateway.close();
    expect(names(await stream.all()).at(-1)).toBe('bye');
    await house.startGateway();
  });
});
