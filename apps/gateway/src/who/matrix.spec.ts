import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House, TOKEN, type Answer } from '../testing/house.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

/** Every kind of caller at every door (P13): what happens is computed from two small tables and compared cell by cell. */

type Scope = 'nothing' | 'read' | 'write' | 'approve' | 'keys';

const BODY = {};
const MOVE = { from: 'desktop', to: 'desktop/luyd' };
const DOORS: readonly [method: string, path: string, needs: Scope, body?: object][] = [
  ['GET', '/health', 'nothing'],
  ['GET', '/health/ready', 'nothing'],
  ['GET', '/', 'nothing'],
  ['POST', '/v1/chat', 'read', { message: 'hola' }],
  ['GET', '/v1/conversations/nobody', 'read'],
  ['GET', '/v1/runs/nobody/events', 'read'],
  ['POST', '/v1/runs/nobody/cancel', 'read'],
  ['GET', '/v1/plans/{plan}', 'read'],
  ['POST', '/v1/plans/{plan}/approve', 'approve', BODY],
  ['POST', '/v1/plans/{plan}/reject', 'write', BODY],
  ['POST', '/v1/plans/{plan}/undo', 'approve', BODY],
  ['GET', '/v1/history', 'read'],
  ['GET', '/v1/machines', 'read'],
  ['GET', '/v1/machines/pc1', 'read'],
  ['POST', '/v1/machines/pc1/operations/find', 'read', { in: 'desktop' }],
  ['GET', '/v1/machines/enrolments', 'keys'],
  ['POST', '/v1/machines/enrolments', 'keys', { machine: 'pc2' }],
  ['DELETE', '/v1/machines/pc2', 'keys'],
  ['POST', '/v1/machines/pc1/operations/move', 'write', MOVE],
  ['GET', '/v1/keys', 'keys'],
  ['POST', '/v1/keys', 'keys', { name: 'x', scopes: ['keys'] }],
  ['DELETE', '/v1/keys/k-000000000000', 'keys'],
  ['GET', '/metrics', 'read'],
  ['GET', '/docs', 'read'],
  ['GET', '/openapi.json', 'read'],
  ['POST', '/chat', 'read', { message: 'hola' }],
  ['POST', '/api/ejecutar_comando_ia', 'read', { message: 'hola' }],
  ['POST', '/mcp_api/gestionar_archivos', 'read', { accion: 'listar_archivos', origen: 'escritorio' }],
  ['POST', '/mcp_api/gestionar_archivos', 'approve', { accion: 'crear_carpeta', nombre_carpeta: 'luyd' }],
  ['GET', '/v1/nothing', 'read'],
];

const CALLERS: readonly [who: string, may: readonly Scope[] | 'nobody'][] = [
  ['owner', ['read', 'write', 'approve', 'keys']],
  ['reader', ['read']],
  ['writer', ['read', 'write']],
  ['approver', ['read', 'write', 'approve']],
  ['keyholder', ['keys']],
  ['nobody at all', 'nobody'],
  ['a wrong token', 'nobody'],
  ['an expired key', 'nobody'],
  ['a revoked key', 'nobody'],
  ['a key of another gateway', 'nobody'],
];

describe('every caller at every door', () => {
  let house: House;
  let pc1: ScriptedAgent;
  const secrets = new Map<string, string>([
    ['owner', TOKEN],
    ['a wrong token', `${TOKEN}x`],
    ['a key of another gateway', `ordena_k-0123456789ab_${'A'.repeat(43)}`],
  ]);

  const keyFor = async (more: object): Promise<Record<string, unknown>> =>
    (await house.ask('POST', '/v1/keys', { body: { name: 'a', scopes: ['read', 'write', 'approve'], ...more } })).body;

  beforeAll(async () => {
    house = await House.open({ env: { ORDENA_RATE: '0', ORDENA_MACHINE: 'pc1' } });
    pc1 = await house.agent('pc1');
    for (const [who, may] of CALLERS)
      if (may !== 'nobody' && who !== 'owner') secrets.set(who, String((await keyFor({ scopes: may }))['key']));
    secrets.set('an expired key', String((await keyFor({ expiresAt: '2020-01-01T00:00:00Z' }))['key']));
    const revoked = await keyFor({});
    secrets.set('a revoked key', String(revoked['key']));
    await house.ask('DELETE', `/v1/keys/${String(revoked['keyId'])}`);
  });

  afterAll(() => house.close());

  const knock = (who: string, door: (typeof DOORS)[number]): Promise<Answer> => {
    const [method, path, , body] = door;
    const secret = secrets.get(who);
    const { planId } = pc1.planFor('move', MOVE);
    const headers = { authorization: secret === undefined ? '' : `Bearer ${secret}` };
    return house.ask(method, path.replace('{plan}', planId), { body, headers });
  };

  const expected = (needs: Scope, may: readonly Scope[] | 'nobody'): 'in' | 401 | 403 => {
    if (needs === 'nothing') return 'in';
    if (may === 'nobody') return 401;
    return may.includes(needs) ? 'in' : 403;
  };

  /** The file door is one route for looking and changing: whoever may not look is stopped there first. */
  const outcome = ({ status }: Answer): 'in' | 401 | 403 => (status === 401 || status === 403 ? status : 'in');

  it.each(CALLERS)('%s', async (who, may) => {
    const known = DOORS.filter(([, path]) => path !== '/v1/nothing' || may === 'nobody');
    const cells: [string, unknown][] = [];
    for (const door of known) cells.push([`${door[0]} ${door[1]}`, outcome(await knock(who, door))]);
    expect(cells).toEqual(known.map(([method, path, needs]) => [`${method} ${path}`, expected(needs, may)]));
  });

  it('has more than 200 cells, and refusals tell nothing but their code', async () => {
    expect(DOORS.length * CALLERS.length).toBeGreaterThanOrEqual(200);
    const { body } = await house.ask('GET', '/v1/keys', {
      headers: { authorization: `Bearer ${secrets.get('reader')}` },
    });
    expect(body).toMatchObject({ code: 'FORBIDDEN', details: { needs: 'keys' } });
  });

  it('commits nothing for a key that may not approve, whatever mode it asks for', async () => {
    house.planner.script = async (ask, planner) => planner.change(ask.runId, [pc1.planFor('move', MOVE)]);
    const before = pc1.commits.length;
    const say = (who: string): Promise<Answer> =>
      house.ask('POST', '/v1/chat', {
        body: { message: 'mueve', mode: 'auto' },
        headers: { authorization: `Bearer ${secrets.get(who)}` },
      });
    const asked = await say('writer');
    expect(asked.body).toMatchObject({ status: 'needs_approval' });
    expect(house.planner.asked.at(-1)).toMatchObject({ mode: 'ask' });
    await say('reader');
    expect(house.planner.asked.at(-1)).toMatchObject({ mode: 'look' });
    const yes = { message: 'sí', conversationId: asked.body['conversationId'] };
    const refused = await house.ask('POST', '/v1/chat', {
      body: yes,
      headers: { authorization: `Bearer ${secrets.get('writer')}` },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(pc1.commits.length).toBe(before);
  });
});
