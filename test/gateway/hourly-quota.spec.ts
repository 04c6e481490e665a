import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import { startSystem, type System } from '../testing/system.js';
import { makeHome, type Files } from '../testing/tree.js';

/** The whole system starts first. */
jest.setTimeout(60_000);

/** Two files of each kind, and an owner who lets four entries an hour change unasked. */
const KINDS = ['pdf', 'jpg', 'txt', 'zip', 'csv'];
const FILES: Files = {
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [`Escritorio/a.${kind}`, `Escritorio/b.${kind}`].map((path) => [path, kind])),
  ),
  '.config/ordena/agent.json': '{"quotas":{"entriesPerHour":4}}',
};
const MACHINES = ['pc1', 'pc2', 'pc3', 'pc4'];

/** Attack row 80, as people meet it: many small orders are one big one. */
describe('orders that each stay under every limit, within one hour', () => {
  let homes: Record<string, string>;
  let system: System;

  beforeAll(async () => {
    homes = Object.fromEntries(MACHINES.map((machine) => [machine, makeHome(FILES)]));
    system = await startSystem({ homes });
  });

  afterAll(async () => {
    await system.close();
    for (const home of Object.values(homes)) rmSync(home, { recursive: true });
  });

  const say = async (machine: string, message: string, more: object = {}): Promise<ChatReply> =>
    (await system.ask<ChatReply>('POST', '/v1/chat', { message, machine, ...more })).body;
  const moving = (kind: string): string => `mueve los ${kind} del escritorio a documentos`;
  const moved = (machine: string): number => readdirSync(join(homes[machine]!, 'Documentos')).length;

  const restarted = async (machine: string): Promise<void> => {
    await system.children.get(`agent-${machine}`)?.stop(10_000);
    await system.restart(`agent-${machine}`);
    const isBack = async (): Promise<boolean> =>
      (await system.ask('POST', `/v1/machines/${machine}/operations/places`, {})).status === 200;
    while (!(await isBack())) await sleep(50);
  };

  it('are asked about once the hour’s share is used up, also by an agent that was started again, and run with a yes', async () => {
    expect((await say('pc1', moving('pdf'))).status).toBe('done');
    expect((await say('pc1', moving('jpg'))).status).toBe('done');
    await restarted('pc1');
    const asked = await say('pc1', moving('txt'));
    expect(asked).toMatchObject({ status: 'needs_approval', plans: [{ needs: ['over-quota'] }], receipts: [] });
    expect(asked.reply).toContain('Pasa del límite de lo que ese equipo cambia sin preguntar.');
    expect(moved('pc1')).toBe(4);
    const done = await say('pc1', 'sí', { conversationId: asked.conversationId });
    expect(done).toMatchObject({ status: 'done', receipts: [{ done: 2, status: 'complete' }] });
    const again = await say('pc1', 'move the zip files from the desktop to documents');
    expect(again.reply).toContain('It is over the limit of what that computer changes without asking.');
    expect(moved('pc1')).toBe(6);
  });

  it('given all at once run up to the limit, and the others wait', async () => {
    const answers = await Promise.all(KINDS.map((kind) => say('pc2', moving(kind))));
    const waiting = answers.filter(({ status }) => status === 'needs_approval');
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(2);
    expect(waiting.map(({ plans }) => plans[0]?.needs)).toEqual(Array(3).fill(['over-quota']));
    expect(moved('pc2')).toBe(4);
    for (const { conversationId } of waiting) await say('pc2', 'sí', { conversationId });
    expect(moved('pc2')).toBe(10);
  });

  const HALF_WAY = 'crea la carpeta descargas/uno y copia los jpg del escritorio a documentos';
  const half = async (machine: string): Promise<ChatReply> => {
    await say(machine, moving('pdf'));
    const asked = await say(machine, HALF_WAY);
    expect(asked).toMatchObject({
      status: 'needs_approval',
      receipts: [{ operation: 'create-folder', done: 1 }],
      plans: [{ operation: 'copy', needs: ['over-quota'] }],
    });
    expect(asked.steps.filter(({ operation }) => operation === 'copy')).toHaveLength(1);
    return asked;
  };

  it('of one order with two changes the first may run and the second wait; the yes is for the second', async () => {
    const { conversationId, runId } = await half('pc3');
    expect(moved('pc3')).toBe(2);
    const done = await say('pc3', 'sí', { conversationId });
    expect(done).toMatchObject({ runId, status: 'done', receipts: [{}, { operation: 'copy', done: 2 }] });
    expect(moved('pc3')).toBe(4);
  });

  it('a no to the rest does not claim that nothing was done, and putting all back asks nobody', async () => {
    const { conversationId } = await half('pc4');
    const no = await say('pc4', 'no', { conversationId });
    expect(no.reply).toMatch(/Hecho: .*\nDe acuerdo: esto último no se hizo\.$/su);
    expect(moved('pc4')).toBe(2);
    for (const left of [2, 0]) {
      expect((await say('pc4', 'deshaz eso', { conversationId })).status).toBe('done');
      expect(moved('pc4')).toBe(left);
    }
  });
});
