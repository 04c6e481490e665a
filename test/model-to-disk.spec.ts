import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatReply } from '#contracts/chat';
import { lastResults, ScriptedModel, type Script } from '../apps/planner/src/testing/scripted-model.js';
import { startSystem, type System } from './testing/system.js';
import { makeHome, snapshot } from './testing/tree.js';

/** Four processes start for it. */
jest.setTimeout(60_000);

const FILES = {
  'Escritorio/factura.pdf': 'una factura',
  'Escritorio/notas.txt': 'unas notas',
  'Escritorio/Proyectos/idea.md': 'una idea',
  'Descargas/viejo.zip': 'un paquete',
};

const commit: Script = (request) => ({
  calls: [{ name: 'commit', args: { plans: lastResults(request).map((result) => result['planId']) } }],
});

describe.each(['chat', 'responses'] as const)('a scripted model over real HTTP and SSE, wire %s', (api) => {
  let home: string;
  let model: ScriptedModel;
  let system: System;

  beforeAll(async () => {
    home = makeHome(FILES);
    model = await new ScriptedModel(api).start();
    const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'test', OPENAI_MODEL: 'script' };
    system = await startSystem({ homes: { pc1: home }, env });
  });

  afterAll(async () => {
    await model.stop();
    await system.close();
    rmSync(home, { recursive: true });
  });

  const listed = (...parts: string[]): string[] => readdirSync(join(home, ...parts)).toSorted();
  const people = (path: string): boolean => path.startsWith('.');
  const say = async (message: string, more: object = {}): Promise<ChatReply> => {
    const { status, body } = await system.ask<ChatReply>('POST', '/v1/chat', { message, ...more });
    expect(status).toBe(200);
    return body;
  };

  it('looks, plans, commits and answers; «deshaz eso» puts all back', async () => {
    const before = snapshot(home, people);
    model.play(
      { calls: [{ name: 'find', args: { machine: null, in: 'desktop', select: null } }] },
      {
        calls: [
          { name: 'move', args: { machine: null, from: 'desktop', select: { kind: 'file' }, to: 'desktop/luyd' } },
        ],
      },
      commit,
      { words: 'Ya están en luyd.' },
      { calls: [{ name: 'undo', args: { machine: null, planId: null } }] },
      commit,
      { words: '' },
    );
    const done = await say('mueve todos los archivos del escritorio a una carpeta luyd en el escritorio');
    expect(done).toMatchObject({ status: 'done', planner: { rung: 'configured', model: 'script' } });
    expect(done.reply).toMatch(/^Hecho: 2 de 2 archivos movidos a escritorio\/luyd, 0 sobrescritos\./u);
    expect(done.reply).toMatch(/Ya están en luyd\.$/u);
    expect(listed('Escritorio')).toEqual(['Proyectos', 'luyd']);
    const undone = await say('deshaz eso', { conversationId: done.conversationId });
    expect(undone.receipts).toMatchObject([{ operation: 'undo', failed: 0 }]);
    expect(snapshot(home, people)).toEqual(before);
  });

  it('waits for a yes, survives a planner that is killed meanwhile, and goes on exactly once', async () => {
    model.play(
      { calls: [{ name: 'trash', args: { machine: null, from: 'downloads', select: { kind: 'file' } } }] },
      commit,
      {
        words: 'Listo, quedó limpio.',
      },
    );
    const asked = await say('tira a la papelera todos los archivos de descargas');
    expect(asked).toMatchObject({ status: 'needs_approval', plans: [{ operation: 'trash', summary: { entries: 1 } }] });
    expect(listed('Descargas')).toEqual(['viejo.zip']);

    const planner = system.children.get('planner')!;
    process.kill(planner.pid, 'SIGKILL');
    await planner.gone;
    await system.restart('planner');

    const yes = await say('sí', { conversationId: asked.conversationId });
    expect(yes).toMatchObject({ status: 'done', receipts: [{ operation: 'trash', done: 1 }] });
    expect(yes.reply).toMatch(/Listo, quedó limpio\.$/u);
    expect(listed('Descargas')).toEqual([]);
    const bodies = model.bodies.length;
    const again = await system.ask<ChatReply>('POST', `/v1/plans/${asked.plans[0]!.planId}/approve`, {});
    expect(again.status).toBeLessThan(500);
    expect(model.bodies).toHaveLength(bodies);
  });
});
