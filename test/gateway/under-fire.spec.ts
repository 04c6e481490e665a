import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rmSync } from 'node:fs';
import { fuzzDoor, type Target } from '../../apps/gateway/src/docs/testing/fuzz.js';
import type { Document } from '../../apps/gateway/src/docs/testing/open-api-document.js';
import { startSystem, type System } from '../testing/system.js';
import { makeHome } from '../testing/tree.js';

/** The document says everything a stranger knows; every door of the real system keeps it, whatever is thrown at it. */
jest.setTimeout(180_000);

describe('every door of the whole system, driven from /openapi.json', () => {
  let home: string;
  let system: System;

  beforeAll(async () => {
    home = makeHome({ 'Escritorio/a.txt': 'a', 'Escritorio/b/c.txt': 'c', 'Documentos/d.txt': 'd' });
    system = await startSystem({ homes: { pc1: home } });
  });

  afterAll(async () => {
    await system.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('answers nothing outside the document, and no 5xx', async () => {
    const document = (await system.ask('GET', '/openapi.json')).body as unknown as Document;
    const plan = await system.ask('POST', '/v1/machines/pc1/operations/move', {
      from: 'desktop',
      select: {},
      to: 'documents',
    });
    const chat = await system.ask('POST', '/v1/chat', { message: '¿qué hay en el escritorio?' });
    const known = {
      machine: ['pc1'],
      planId: [String(plan.body['planId'])],
      runId: [String(chat.body['runId'])],
      conversationId: [String(chat.body['conversationId'])],
    };
    const target: Target = { base: system.base, token: system.token, document, known };
    for (const [path, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods)) await fuzzDoor(target, path, method);
    expect((await system.ask('GET', '/health/ready')).status).toBe(200);
  });
});
