import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './testing/house.js';
import type { ScriptedAgent } from './testing/scripted-agent.js';

describe('the doors of the gateway', () => {
  let house: House;
  let pc1: ScriptedAgent;

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
    house.planner.script = async (ask, planner) =>
      planner.change(ask.runId, [pc1.planFor('move', { from: 'desktop', to: 'desktop/luyd' })]);
    await house.gateway.close();
    await house.startGateway({ ORDENA_MACHINE: 'pc1' });
  });

  afterAll(() => house.close());

  it('answers health without a token, and nothing else', async () => {
    const open = await Promise.all(['/health', '/health/ready', '/'].map((path) => fetch(house.gateway.base + path)));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const path of ['/v1/machines', '/v1/history', '/docs', '/openapi.json', '/nothing'])
      expect((await fetch(house.gateway.base + path)).status).toBe(401);
    expect((await house.ask('GET', '/health')).body).toMatchObject({ status: 'ok', planner: { rung: 'embedded' } });
  });

  it('chats: the planner plans, policy lets a harmless move go ahead, the receipt comes back', async () => {
    const { status, body } = await house.ask('POST', '/v1/chat', { body: { message: 'mueve todo a luyd' } });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'done', receipts: [{ machine: 'pc1', done: 3 }] },
    });
    expect(house.planner.asked.at(-1)).toMatchObject({ machine: 'pc1', mode: 'auto', message: 'mueve todo a luyd' });
  });

  it('waits for a yes when asked to, and a bare "sí" in the talk is one', async () => {
    const asked = await house.ask('POST', '/v1/chat', { body: { message: 'mueve todo a luyd', mode: 'ask' } });
    expect(asked.body).toMatchObject({ status: 'needs_approval', plans: [{ machine: 'pc1' }] });
    const before = pc1.commits.length;
    const { conversationId } = asked.body;
    const said = await house.ask('POST', '/v1/chat', { body: { message: 'Sí, por favor', conversationId } });
    expect(said.body).toMatchObject({ status: 'done', reply: 'Hecho.', receipts: [{ done: 3 }] });
    expect(pc1.commits.length).toBe(before + 1);
    const talk = await house.ask('GET', `/v1/conversations/${String(conversationId)}`);
    expect(talk.body).toMatchObject({ turns: [{ message: 'mueve todo a luyd' }, { message: 'Sí, por favor' }] });
  });

  it('speaks the original sketch', async () => {
    for (const path of ['/chat', '/chat/', '/api/ejecutar_comando_ia'])
      expect((await house.ask('POST', path, { body: { message: 'mueve todo' } })).body).toEqual({
        type: 'text',
        content: 'Hecho.',
      });
    const asks = [
      { accion: 'crear_carpeta', destino: 'escritorio', nombre_carpeta: 'luyd' },
      { accion: 'mover_archivos', origen: 'escritorio', destino: 'escritorio/luyd' },
      { accion: 'eliminar_archivos', origen: 'escritorio', archivos_a_mover: ['a.txt', '¿{a,b}*[1].txt'] },
      { accion: 'listar_archivos', origen: 'escritorio' },
    ];
    const answers = await Promise.all(asks.map((body) => house.ask('POST', '/mcp_api/gestionar_archivos', { body })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.at(-1)?.body).toEqual({ message: 'escritorio (1 elemento): a.txt.' });
    const trash = pc1.asked.findLast(({ operation }) => operation === 'trash');
    expect(trash?.body).toMatchObject({ select: { names: ['a.txt', '¿\\{a,b\\}\\*[1].txt'] } });
    expect(answers[1]?.body).toMatchObject({ message: expect.stringMatching(/^Hecho: 3 de 3/) });
  });

  it('serves its documentation and its page from its own host, under its own policy', async () => {
    const docs = await house.ask('GET', '/docs');
    expect(docs.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(docs.text).not.toMatch(/https?:\/\/|<script>|style=/);
    expect((await house.ask('GET', '/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await house.ask('GET', '/openapi.json')).body).toMatchObject({
      openapi: expect.any(String),
      info: { title: 'Ordena' },
    });
  });
});
