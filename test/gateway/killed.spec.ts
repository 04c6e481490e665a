import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { ChatReply } from '#contracts/chat';
import { openStream, type Stream, type StreamLine } from '../../apps/gateway/src/testing/stream.js';
import type { Child } from '../../apps/start/src/child.js';
import { freePort } from '../browser/browser.js';
import { startSystem, type System } from '../testing/system.js';
import { makeHome, snapshot } from '../testing/tree.js';

jest.setTimeout(60_000);

/** So many that it is still at work when the second line of the stream has come. */
const FILES = 20_000;

/** A gateway that is killed in the middle: the PC goes on, the next gateway tells it to the end, and nothing is done twice. */
describe('a gateway that is killed while a plan is carried out', () => {
  let home: string;
  let system: System;

  beforeAll(async () => {
    const many = Array.from({ length: FILES }, (_, index) => [`Escritorio/${index}.txt`, String(index)] as const);
    home = makeHome(Object.fromEntries(many));
    system = await startSystem({ homes: { pc1: home }, env: { PORT: String(await freePort()) } });
  });

  afterAll(async () => {
    await system.close();
    rmSync(home, { recursive: true, force: true });
  });

  const stream = (path: string, more: object): Promise<Stream> =>
    openStream(system.base + path, { token: system.token, ...more });
  const say = async (message: string): Promise<ChatReply> =>
    (await system.ask<ChatReply>('POST', '/v1/chat', { message })).body;

  it('is followed to its receipt at the gateway that comes after it, and undone', async () => {
    const before = snapshot(home, (path) => path.startsWith('.'));
    const { plans, conversationId } = await say('mueve los archivos del escritorio a una carpeta llamada todo');
    const first = await stream(`/v1/plans/${plans[0]?.planId}/approve`, { method: 'POST', body: {} });
    const [run, progress] = (await first.some(2)) as [StreamLine, StreamLine];
    expect(progress.event).toBe('progress');
    await killed(system.children.get('gateway'));
    await system.restart('gateway');
    const { runId } = run.data as { runId: string };
    const lines = await (await stream(`/v1/runs/${runId}/events`, { lastEventId: progress.id })).all();
    expect(lines.at(-1)).toMatchObject({ event: 'reply', data: { receipts: [{ status: 'complete', done: FILES }] } });
    const talk = await system.ask<{ turns: object[] }>('GET', `/v1/conversations/${conversationId}`);
    expect(talk.body.turns).toMatchObject([{ message: expect.any(String) }, { pressed: 'approve' }]);
    await system.ask('POST', `/v1/plans/${plans[0]?.planId}/undo`, { conversationId });
    expect(snapshot(home, (path) => path.startsWith('.'))).toEqual(before);
  });
});

const killed = async (child: Child | undefined): Promise<void> => {
  if (child === undefined) throw new Error('there is no such process');
  process.kill(child.pid, 'SIGKILL');
  await child.gone;
};
