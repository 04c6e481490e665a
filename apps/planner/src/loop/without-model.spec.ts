import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { embeddedFetch } from '../embedded/embedded-fetch.js';
import { QuirkServer } from '../testing/quirk-server.js';
import { Stage } from '../testing/stage.js';

/** A real nats-server and real HTTP servers start for it, on machines that may be busy. */
jest.setTimeout(30_000);

const SENTENCE = 'mueve todos los archivos del escritorio a una carpeta llamada luyd en el escritorio';

let server: QuirkServer;
let broken: Stage;
let keyless: Stage;

beforeAll(async () => {
  server = await new QuirkServer().start();
  server.play({ status: 400, body: { error: { message: 'billing hard limit reached' } } });
  const machines = [{ machine: 'pc1', files: { 'desktop/a.txt': 'x', 'desktop/b.txt': 'y' } }];
  broken = await Stage.open({ machines, embeddedFetch, model: { baseUrl: server.baseUrl, apiKey: 'k', model: 'm' } });
  keyless = await Stage.open({ machines, embeddedFetch, model: undefined });
});
afterAll(async () => {
  await broken.close();
  await keyless.close();
  await server.stop();
});

describe('no model configured', () => {
  it('the embedded planner does the job through the same loop', async () => {
    const reply = await keyless.say(SENTENCE);
    expect(reply).toMatchObject({ status: 'done', planner: { rung: 'embedded' }, receipts: [{ operation: 'move' }] });
    expect(reply.reply).toBe(
      'Hecho: 2 de 2 archivos movidos a escritorio/luyd, 0 sobrescritos. Puedes decir «deshaz eso».',
    );
  });
});

describe('the configured model fails before anything was planned', () => {
  it('what can be understood without it is done, and the person is told', async () => {
    const reply = await broken.say(SENTENCE);
    expect(reply.planner).toMatchObject({ rung: 'embedded', note: expect.stringContaining('billing hard limit') });
    expect(reply.reply).toMatch(/^El modelo de lenguaje no respondió; esto lo entendí sin él\.\nHecho: 2 de 2/u);
  });

  it('what cannot is told with the reason and what still works', async () => {
    const reply = await broken.say('compón un haiku sobre mis facturas');
    expect(reply).toMatchObject({ status: 'failed', planner: { rung: 'configured' } });
    expect(reply.reply).toMatch(/billing hard limit.*\nMientras tanto/u);
  });
});
