import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startGateway, type Gateway } from '../gateway.js';
import { House, TOKEN } from '../testing/house.js';
import { openStream, type Stream, type StreamLine } from '../testing/stream.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

describe('a run at any gateway', () => {
  let house: House;
  let other: Gateway;
  let pc1: ScriptedAgent;
  let release: () => void;

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
    other = await startGateway(house.env());
  });

  beforeEach(() => {
    pc1.slow = true;
    pc1.hold = new Promise<void>((done) => (release = done));
    house.planner.script = async (ask, planner) => planner.change(ask.runId, [pc1.planFor('move', {})]);
  });

  afterAll(async () => {
    await other.close();
    await house.close();
  });

  const begin = async (): Promise<{ stream: Stream; runId: string; last: number }> => {
    const url = `${house.gateway.base}/v1/chat`;
    const stream = await openStream(url, { method: 'POST', token: TOKEN, body: { message: 'mueve' } });
    const [run, progress] = (await stream.some(2)) as [StreamLine, StreamLine];
    return { stream, runId: (run.data as { runId: string }).runId, last: progress.id };
  };
  const follow = (base: string, runId: string, lastEventId: number): Promise<Stream> =>
    openStream(`${base}/v1/runs/${runId}/events`, { token: TOKEN, lastEventId });
  const names = (lines: StreamLine[]): string[] => lines.map(({ event }) => event);

  it('is followed at another gateway than the one that made it, and goes on though its first reader went', async () => {
    const { stream, runId, last } = await begin();
    stream.close();
    const there = await follow(other.base, runId, last);
    release();
    const lines = await there.all();
    expect(names(lines)).toEqual(['reply']);
    expect(lines.at(-1)?.data).toMatchObject({ status: 'done', receipts: [{ done: 3 }] });
  });

  it('is stopped at another gateway too', async () => {
    const { stream, runId } = await begin();
    const headers = { authorization: `Bearer ${TOKEN}` };
    const stopped = await fetch(`${other.base}/v1/runs/${runId}/cancel`, { method: 'POST', headers });
    expect(await stopped.json()).toEqual({ runId, outcome: 'stopping' });
    expect((await stream.all()).at(-1)?.data).toMatchObject({ receipts: [{ stopped: true, done: 1 }] });
  });

  it('is told again from its beginning, also when it was asked for without a stream', async () => {
    release();
    const { body } = await house.ask('POST', '/v1/chat', { body: { message: 'mueve' } });
    const again = await openStream(`${other.base}/v1/runs/${String(body['runId'])}/events`, { token: TOKEN });
    const lines = await again.all();
    expect(names(lines)).toEqual(['run', 'progress', 'reply']);
    expect(lines.at(-1)?.data).toEqual(body);
  });
});
