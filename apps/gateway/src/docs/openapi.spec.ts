import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CATALOG } from '#contracts/catalog';
import { ERRORS } from '#contracts/errors';
import { House, TOKEN } from '../testing/house.js';
import { fuzzDoor, shootAgain, type Target } from './testing/fuzz.js';
import { DocumentChecker, type Document, type Door } from './testing/open-api-document.js';

/** Generated clients call them: one that is renamed breaks programs of others. */
const METHODS = `
  approvePlan cancelRun chat createEnrolment createKey followRun getConversation getHealth getMachine getPlan getReadiness
  listEnrolments listHistory listKeys listMachines rejectPlan revokeKey revokeMachine undoPlan
  sketchChat sketchCommand sketchFiles runDuplicates runFind runHistory runPlaces runPlan runRead
  planCopy planCreateFolder planMove planRename planTrash planUndo planWrite
`;

const AT = '/v1/machines/{machine}/operations';

describe('the document of the REST doors', () => {
  let house: House;
  let document: Document;
  let target: Target;

  beforeAll(async () => {
    house = await House.open({ machines: ['pc1'], env: { ORDENA_RATE: '0', ORDENA_MACHINE: 'pc1' } });
    document = (await house.ask('GET', '/openapi.json')).body as unknown as Document;
    const made = await house.ask('POST', '/v1/machines/pc1/operations/move', {
      body: { from: 'desktop', to: 'documents' },
    });
    const key = await house.ask('POST', '/v1/keys', { body: { name: 'fuzz', scopes: ['read'] } });
    const chat = await house.ask('POST', '/v1/chat', { body: { message: 'hola' } });
    const known = {
      machine: ['pc1'],
      planId: [String(made.body['planId'])],
      keyId: [String(key.body['keyId'])],
      runId: [String(chat.body['runId'])],
      conversationId: [String(chat.body['conversationId'])],
    };
    target = { base: house.gateway.base, token: TOKEN, document, known };
  });

  afterAll(() => house.close());

  const doors = (): [string, string, Door][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, door]): [string, string, Door] => [path, method, door]),
    );

  it('shows every operation of the catalog with its own types, and no door to a decision', () => {
    const shown = Object.keys(document.paths).filter((path) => path.includes('/operations/'));
    const offered = Object.values(CATALOG).filter(({ effect }) => effect !== 'decide');
    expect(shown).toEqual(offered.map(({ name }) => `/v1/machines/{machine}/operations/${name}`));
    expect(JSON.stringify(document)).not.toContain('"Object"');
  });

  it('tells each decision its own body, though an operation is called undo as well', () => {
    const checker = new DocumentChecker(document);
    const bodyOf = (path: string): unknown => {
      const door = (document.paths[path] as Record<string, Door>)['post']!;
      return checker.resolve(door.requestBody!.content['application/json']!.schema!)['properties'];
    };
    const fields = (path: string): string[] => Object.keys(bodyOf(path) as object);
    expect(fields('/v1/plans/{planId}/approve')).toEqual(['hash']);
    expect(fields('/v1/plans/{planId}/reject')).toEqual(['reason']);
    expect(fields('/v1/plans/{planId}/undo')).toEqual(['conversationId']);
    expect(fields('/v1/machines/{machine}/operations/undo')).toEqual(['planId', 'only']);
  });

  it('refers to nothing that is not in it', () => {
    const refs = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    const missing = [...new Set(refs)].filter((ref) => !(String(ref.split('/').at(-1)) in document.components.schemas));
    expect(missing).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  });

  it('says of every request that unknown fields are refused, because they are', () => {
    const checker = new DocumentChecker(document);
    const open = doors().filter(([, , { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema !== undefined && checker.resolve(schema)['additionalProperties'] !== false;
    });
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('tells every code that can be answered, with an example', () => {
    const told = new Set(
      doors().flatMap(([, , door]) =>
        Object.values(door.responses).flatMap(({ description }) => description.split(' · ')),
      ),
    );
    const never = ['BAD_CONFIG', 'GATEWAY_OFF'];
    expect(Object.keys(ERRORS).filter((code) => !told.has(code) && !never.includes(code))).toEqual([]);
  });

  it('has examples that are true to their schemas, one for every request and reply', () => {
    const checker = new DocumentChecker(document);
    const media = doors().flatMap(([path, method, door]) =>
      [...Object.values(door.responses), door.requestBody].flatMap((side) =>
        Object.entries(side?.content ?? {})
          .filter(([type]) => type.endsWith('json'))
          .map(([, one]) => ({ at: `${method} ${path}`, one })),
      ),
    );
    const wrong = media.flatMap(({ at, one }) => {
      const examples = [one.example, ...Object.values(one.examples ?? {}).map(({ value }) => value)].filter(
        (value) => value !== undefined,
      );
      return examples.flatMap((value) => checker.issue(one.schema, value) ?? []).map((issue) => `${at}: ${issue}`);
    });
    expect(wrong).toEqual([]);
    expect(media.length).toBeGreaterThan(200);
  });

  it('gives each door a name that a client can call a method, and that stays', () => {
    const names = doors().map(([, , { operationId }]) => operationId);
    expect(names.toSorted()).toEqual(METHODS.trim().split(/\s+/).toSorted());
  });

  it('asks for the token at every door but health', () => {
    const open = doors().filter(([, , door]) => door.security?.length === 0);
    expect(open.map(([path]) => path)).toEqual(['/health', '/health/ready']);
  });

  it.each<[string, string, object, unknown, number]>([
    ['get', '/v1/history', { limit: 1, cursor: '' }, undefined, 400],
    ['get', '/v1/history', { cursor: 'xyz' }, undefined, 422],
    ['post', '/v1/chat', {}, { message: '0', timeZone: 'h' }, 422],
    ['post', '/v1/chat', {}, { message: '0', machine: 'enrolments' }, 400],
    ['post', '/v1/keys', {}, { name: 'k', scopes: ['read'], expiresAt: '0161-07-31T11:25:48.466917Z' }, 422],
    ['post', '/mcp_api/gestionar_archivos', {}, { accion: 'crear_carpeta' }, 422],
    ['post', '/mcp_api/gestionar_archivos', {}, { accion: 'crear_carpeta', destino: '' }, 422],
    ['post', `${AT}/places`, { machine: 'pc1' }, null, 400],
    ['post', `${AT}/rename`, { machine: 'pc1' }, { from: 'desktop' }, 400],
    ['post', `${AT}/find`, { machine: 'pc1' }, { in: 'desktop', cursor: '\u00d9\u0019' }, 400],
    ['post', `${AT}/trash`, { machine: 'pc1' }, { from: 'desktop', select: { modified: { from: ').' } } }, 400],
  ])(
    '%s %s %j %j, which a fuzzer found, is %i as the document says',
    async (...[method, path, given, said, status]) => {
      expect(await shootAgain(target, { path, method }, { given: { ...given }, said })).toBe(status);
    },
  );

  it.each<[string, object]>([
    ['a folder and a name', { accion: 'crear_carpeta', destino: 'escritorio', nombre_carpeta: 'a'.repeat(4096) }],
    ['a name of signs', { accion: 'mover_archivos', origen: 'a', destino: 'b', archivos_a_mover: ['*'.repeat(255)] }],
  ])('%s that fit one by one and are too much together are 422, as the document says', async (_, said) => {
    const at = { path: '/mcp_api/gestionar_archivos', method: 'post' };
    expect(await shootAgain(target, at, { given: {}, said })).toBe(422);
  });

  it('is kept by every door under fire: no 5xx, no answer outside the document', async () => {
    const unscripted = /operations\/(places|read|duplicates)$/;
    for (const [path, method] of doors()) if (!unscripted.test(path)) await fuzzDoor(target, path, method);
  }, 120_000);
});
