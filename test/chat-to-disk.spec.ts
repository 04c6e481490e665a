import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatReply } from '#contracts/chat';
import { startSystem, type System } from './testing/system.js';
import { makeHome, snapshot } from './testing/tree.js';

const SENTENCE =
  'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y adentro de esa carpeta mete todos los archivos';

const FILES = {
  'Escritorio/factura.pdf': 'una factura',
  'Escritorio/foto playa.jpg': 'una foto',
  'Escritorio/notas.txt': 'unas notas',
  'Escritorio/.oculto': 'escondido',
  'Escritorio/Proyectos/idea.md': 'una idea',
  'Documentos/contrato.docx': 'un contrato',
  'Descargas/musica.mp3': 'una canción',
};

/** The whole system starts first: nats-server, agent, planner, gateway. */
jest.setTimeout(60_000);

describe(`«${SENTENCE}»`, () => {
  let home: string;
  let system: System;

  beforeAll(async () => {
    home = makeHome(FILES);
    system = await startSystem({ homes: { pc1: home } });
  });

  afterAll(async () => {
    await system.close();
    rmSync(home, { recursive: true });
  });

  const desktop = (...parts: string[]): string[] => readdirSync(join(home, 'Escritorio', ...parts)).toSorted();
  const people = (path: string): boolean => path.startsWith('.');
  const say = async (message: string, more: object = {}): Promise<ChatReply> => {
    const { status, body } = await system.ask<ChatReply>('POST', '/v1/chat', { message, ...more });
    expect([status, body.status]).toEqual([200, 'done']);
    return body;
  };

  it('moves every file of the desktop, leaves folders and hidden files, and «deshaz eso» puts all back, same inodes', async () => {
    const before = snapshot(home, people);
    const done = await say(SENTENCE);
    expect(desktop()).toEqual(['.oculto', 'Proyectos', 'luyd']);
    expect(desktop('luyd')).toEqual(['factura.pdf', 'foto playa.jpg', 'notas.txt']);
    expect(done.reply).toMatch(/3 de 3/);
    expect(done.reply).toMatch(/0 sobrescritos/);
    expect(done.receipts).toMatchObject([{ operation: 'move', done: 3, failed: 0, overwritten: 0, undoable: true }]);
    expect(done.planner.rung).toBe('embedded');

    const undone = await say('deshaz eso', { conversationId: done.conversationId });
    expect(undone.receipts).toMatchObject([{ operation: 'undo', failed: 0 }]);
    expect(snapshot(home, people)).toEqual(before);
  });

  it('a folder that was made is removed again, and both are told as what they were, also later', async () => {
    const before = snapshot(home, people);
    const { conversationId } = await say('crea una carpeta llamada nueva en el escritorio');
    expect((await say('deshaz eso', { conversationId })).reply).toMatch(/^Hecho: 1 de 1 carpeta quitada\./);
    expect(snapshot(home, people)).toEqual(before);
    const [undone, made] = (await say('¿qué has hecho?', { conversationId })).reply.split('\n');
    expect(undone).toMatch(/^• 1 carpeta quitada/);
    expect(made).toMatch(/^• 1 carpeta creada .*deshecho/);
  });

  it('answers the original sketch the same way, on its own doors', async () => {
    const before = snapshot(home, people);
    for (const door of ['/chat', '/chat/', '/api/ejecutar_comando_ia']) {
      const { status, body } = await system.ask<{ type: string; content: string }>('POST', door, { message: SENTENCE });
      expect([status < 300, body.type]).toEqual([true, 'text']);
      expect(body.content).toMatch(/3 de 3/);
      expect(existsSync(join(home, 'Escritorio/luyd/factura.pdf'))).toBe(true);
      const { body: history } = await system.ask<{ receipts: { planId: string }[] }>('GET', '/v1/history');
      await system.ask('POST', `/v1/plans/${history.receipts[0]!.planId}/undo`, {});
      expect(snapshot(home, people)).toEqual(before);
    }
  });
});
