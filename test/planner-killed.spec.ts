import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatReply } from '#contracts/chat';
import { ScriptedModel, type Script } from '../apps/planner/src/testing/scripted-model.js';
import { startSystem, type System } from './testing/system.js';
import { makeHome } from './testing/tree.js';

/** Real processes; a planner counts as dead after eight silent seconds, and the gateway asks again every five. */
jest.setTimeout(120_000);

const COPY: Script = { calls: [{ name: 'copy', args: { machine: null, from: 'desktop/nota.txt', to: 'documents' } }] };
const COMMIT: Script = { calls: [{ name: 'commit', args: { plans: [] } }] };
const ASKED = 'copia nota.txt del escritorio a documentos';

describe('a planner killed with -9', () => {
  let home: string;
  let model: ScriptedModel;
  let system: System;
  let planner: string;
  let planners = 1;

  beforeAll(async () => {
    home = makeHome({ 'Escritorio/nota.txt': 'una nota', 'Documentos/otra.txt': 'otra' });
    model = await new ScriptedModel().start();
    const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'test', OPENAI_MODEL: 'script' };
    system = await startSystem({ homes: { pc1: home }, env });
    planner = 'planner';
  });

  beforeEach(() => {
    for (const name of readdirSync(join(home, 'Documentos'))) rmSync(join(home, 'Documentos', name), { force: true });
    writeFileSync(join(home, 'Documentos', 'otra.txt'), 'otra');
  });

  afterAll(async () => {
    await system.close();
    await model.stop();
    rmSync(home, { recursive: true });
  });

  const copies = (): string[] => readdirSync(join(home, 'Documentos')).filter((name) => name.startsWith('nota'));

  const say = async (message: string, more: object = {}): Promise<ChatReply> => {
    const { status, body } = await system.ask<ChatReply>('POST', '/v1/chat', { message, ...more });
    expect(status).toBe(200);
    return body;
  };

  /** Only its own process is killed: nothing is told, nothing is closed; then another one starts. */
  const killAndReplace = async (): Promise<void> => {
    process.kill(system.children.get(planner)!.pid, 'SIGKILL');
    planners += 1;
    planner = `planner-${planners}`;
    await system.restart(planner);
  };

  /** The planner dies while the model is thinking: what the model says then reaches nobody. */
  const dying: Script = () => {
    void killAndReplace();
    return { words: 'nobody hears this' };
  };

  it('while the model thinks: another one does the request, and the person is told', async () => {
    model.play(dying, COPY, COMMIT, { words: '' });
    const reply = await say(ASKED);
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'copy', done: 1 }] });
    expect(reply.reply).toMatch(/^El planificador que tenía tu petición se detuvo a mitad/u);
    expect(copies()).toEqual(['nota.txt']);
  });

  it('after its commit: the receipt is told and nothing is copied twice', async () => {
    model.play(COPY, COMMIT, dying, { words: 'ya' });
    const reply = await say(ASKED);
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'copy', done: 1 }] });
    expect(copies()).toEqual(['nota.txt']);
  });

  it('between question and yes: the next one goes on', async () => {
    model.play(COPY, COMMIT, { words: 'ya' });
    const asked = await say(ASKED, { mode: 'ask' });
    expect([asked.status, copies()]).toEqual(['needs_approval', []]);
    await killAndReplace();
    const reply = await say('sí', { conversationId: asked.conversationId });
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'copy', done: 1 }] });
    expect(copies()).toEqual(['nota.txt']);
  });

  it('while it goes on after the yes: another one ends it, and nothing is copied twice', async () => {
    model.play(COPY, COMMIT, dying, { words: 'ya' });
    const asked = await say(ASKED, { mode: 'ask' });
    const reply = await say('sí', { conversationId: asked.conversationId });
    expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'copy', done: 1 }] });
    expect(reply.receipts).toHaveLength(1);
    expect(copies()).toEqual(['nota.txt']);
  });
});
