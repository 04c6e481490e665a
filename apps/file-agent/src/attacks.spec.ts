import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { plant, TempFolder } from './disk/testing/temp-folder.js';
import { AgentProcess } from './testing/agent-process.js';
import { ASKS, BAD_NAMES, EVERYWHERE, THERE } from './testing/attack-list.js';
import { Caller } from './testing/caller.js';
import { treeOf } from './testing/tree-of.js';

/**
 * The attack list × every operation, over the wire, on a real disk. Each must be refused with exactly this code, change
 * nothing inside or outside, and say not one word of what is outside.
 */
const CANARY = 'canario-que-nadie-debe-leer';

describe('the attack list over the wire', () => {
  let server: TestServer;
  let agent: AgentProcess;
  let outside: TempFolder;
  let stranger: NatsConnection;

  beforeAll(async () => {
    server = await startNatsServer();
    outside = new TempFolder({ 'secret.txt': CANARY });
    const tree = {
      Desktop: { 'a.txt': 'hola', sub: {}, '.ssh': { id_ed25519: CANARY }, '.env': CANARY, 'claves.KDBX': CANARY },
      'Desktop-evil': { x: CANARY },
      Documents: {},
    };
    const config = { places: { system: '/sys' } };
    agent = await AgentProcess.start({ natsUrl: server.url, tree, config });
    setTraps(agent.home, outside);
    stranger = await connect({ servers: server.url });
    await ask('places', {}); // the disk thread is there from the first question on
  }, 30_000);

  afterAll(async () => {
    await stranger.close();
    await agent.close();
    await server.close();
    outside.remove();
  });

  const ask = async (operation: string, body: object): Promise<string> =>
    (await stranger.request(`ordena.agent.pc1.${operation}`, JSON.stringify(body), { timeout: 10_000 })).string();
  const all = (): unknown => [treeOf(agent.home.path), treeOf(outside.path)];

  /** The code; the reply must be one sentence that tells nothing of what is outside. */
  const refusal = async (operation: string, body: object): Promise<string | undefined> => {
    const reply = await ask(operation, body);
    expect(reply).not.toContain(CANARY);
    expect(reply).not.toContain(outside.path);
    return (JSON.parse(reply) as { error?: { code: string } }).error?.code;
  };

  it.each(EVERYWHERE)('%j is %s to every operation', async (raw, code) => {
    const before = all();
    const location = raw.replace('{home}', agent.home.path);
    const codes = await Promise.all(
      ASKS.map(async ([name, operation, body]) => [name, await refusal(operation, body(location))]),
    );
    expect(codes).toEqual(ASKS.map(([name]) => [name, code]));
    expect(all()).toEqual(before);
  });

  it.each(BAD_NAMES)('nothing new is called %j', async (name) => {
    const before = all();
    const asked = [
      ['create-folder', { folder: `desktop/${name}` }],
      ['write', { file: `desktop/${name}`, text: '' }],
      ['rename', { from: 'desktop/sub', to: name }],
      ['move', { from: 'desktop/a.txt', to: `desktop/${name}/` }],
      ['copy', { from: 'desktop/a.txt', to: `desktop/${name}/` }],
    ] as const;
    const codes = await Promise.all(asked.map(([operation, body]) => refusal(operation, body)));
    expect(codes).toEqual(asked.map(() => 'BAD_NAME'));
    expect(all()).toEqual(before);
  });

  it.each(THERE)('%s, by every operation', async (location, expected) => {
    const before = all();
    const codes: (readonly [string, string | undefined])[] = [];
    for (const [name, operation, body] of ASKS) codes.push([name, await refusal(operation, body(location))]);
    expect(codes).toEqual(ASKS.map(([name], at) => [name, expected[at]]));
    expect(all()).toEqual(before);
  });

  it('outside sounds the same whether it exists or not', async () => {
    for (const [there, missing] of [
      ['/etc/passwd', '/etc/not-there'],
      ['desktop/out/secret.txt', 'desktop/out/not-there'],
      ['desktop/secret', 'desktop/no-secret'],
    ] as const) {
      const [one, two] = await Promise.all([ask('read', { file: there }), ask('read', { file: missing })]);
      expect(one.replaceAll(there, '')).toBe(two.replaceAll(missing, ''));
    }
  });

  it.each([
    ['{"in":"desktop","in":"documents"}', undefined],
    ['{"in":"desktop","__proto__":{"x":1}}', 'BAD_REQUEST'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'BAD_REQUEST'],
    ['{"in":"desktop","select":{"names":["' + 'x'.repeat(300) + '"]}}', 'BAD_REQUEST'],
    ['{"in":"desktop","select":{"names":["' + '*a'.repeat(120) + '"]}}', undefined],
    ['"desktop"', 'BAD_REQUEST'],
    ['{', 'BAD_REQUEST'],
  ])('a body like %.40s is %s', async (body, code) => {
    const reply = await stranger.request('ordena.agent.pc1.find', body, { timeout: 5000 });
    expect(reply.json<{ error?: { code: string } }>().error?.code).toBe(code);
  });

  it('the links themselves can be moved and trashed, as links', async () => {
    for (const name of ['secret', 'dangling', 'loop', 'twin', 'inside']) {
      expect(await refusal('move', { from: `desktop/${name}`, to: 'documents' })).toBeUndefined();
      expect(await refusal('trash', { from: `desktop/${name}` })).toBeUndefined();
    }
  });
});

describe('a place that became another folder', () => {
  it('is ROOT_CHANGED to every operation, until it is itself again', async () => {
    const server = await startNatsServer();
    const agent = await AgentProcess.start({
      natsUrl: server.url,
      tree: { Desktop: { 'a.txt': 'hola' }, Documents: {} },
    });
    const caller = await Caller.connect(server.url);
    const codes = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (const [name, operation, body] of ASKS) {
        const reply = await caller.ask<{ error?: { code: string } }>(`pc1.${operation}`, body('desktop/a.txt'));
        found.push([name, reply.error?.code]);
      }
      return found;
    };
    const before = await codes();
    renameSync(agent.home.at('Desktop'), agent.home.at('was'));
    plant(agent.home.at('Desktop'), { 'a.txt': CANARY });
    expect(await codes()).toEqual(ASKS.map(([name]) => [name, 'ROOT_CHANGED']));
    rmSync(agent.home.at('Desktop'), { recursive: true });
    symlinkSync('was', agent.home.at('Desktop'));
    expect(await codes()).toEqual(ASKS.map(([name]) => [name, 'ROOT_CHANGED']));
    rmSync(agent.home.at('Desktop'));
    renameSync(agent.home.at('was'), agent.home.at('Desktop'));
    expect(await codes()).toEqual(before);
    await caller.close();
    await agent.close();
    await server.close();
  }, 30_000);
});

const setTraps = (home: TempFolder, outside: TempFolder): void => {
  const at = (name: string): string => home.at('Desktop', name);
  symlinkSync(outside.path, at('out'));
  symlinkSync(outside.at('not-there'), at('out-missing'));
  symlinkSync(outside.at('secret.txt'), at('secret'));
  symlinkSync(outside.at('not-there'), at('no-secret'));
  symlinkSync('not-there', at('dangling'));
  symlinkSync('loop', at('loop'));
  linkSync(outside.at('secret.txt'), at('twin'));
  symlinkSync('a.txt', at('inside'));
  for (let turn = 0; turn < 41; turn++) symlinkSync(turn === 40 ? 'a.txt' : `chain-${turn + 1}`, at(`chain-${turn}`));
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('.SSH'));
  writeFileSync(at('.SSH/id'), CANARY);
};
