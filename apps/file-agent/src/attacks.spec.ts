import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { TempFolder } from './disk/testing/temp-folder.js';
import { AgentProcess } from './testing/agent-process.js';
import { treeOf } from './testing/tree-of.js';

/**
 * The attack list × every operation, over the wire, on a real disk. Each must be refused with exactly this code, change
 * nothing inside or outside, and say not one word of what is outside.
 */
const CANARY = 'canario-que-nadie-debe-leer';

/** How each operation is asked about one location, as source and as target. */
const ASKS: readonly (readonly [string, (location: string) => object])[] = [
  ['find', (location) => ({ in: location })],
  ['read', (location) => ({ file: location })],
  ['duplicates', (location) => ({ in: location })],
  ['move', (location) => ({ from: location, to: 'documents' })],
  ['move', (location) => ({ from: 'desktop/a.txt', to: location })],
  ['copy', (location) => ({ from: location, to: 'documents' })],
  ['copy', (location) => ({ from: 'desktop/a.txt', to: location })],
  ['rename', (location) => ({ from: location, to: 'otro' })],
  ['trash', (location) => ({ from: location })],
  ['create-folder', (location) => ({ folder: location })],
  ['write', (location) => ({ file: location, text: 'x', mode: 'replace' })],
];

/** Rows 1–5, 11–13, 15, 27, 32, 33 of the list: one answer for all operations. */
const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['../x', 'OUTSIDE_ROOT'],
  ['desktop/../../x', 'OUTSIDE_ROOT'],
  ['/etc/passwd', 'OUTSIDE_ROOT'],
  ['/etc/not-there', 'OUTSIDE_ROOT'],
  ['C:\\Windows\\x', 'OUTSIDE_ROOT'],
  ['{home}/Desktop-evil/x', 'OUTSIDE_ROOT'],
  ['/proc/self/fd/3/x', 'OUTSIDE_ROOT'],
  ['/dev/fd/3', 'OUTSIDE_ROOT'],
  ['~/x', 'BAD_PATH'],
  ['$HOME/x', 'BAD_PATH'],
  ['%USERPROFILE%/x', 'BAD_PATH'],
  ['file:///etc/passwd', 'BAD_PATH'],
  ['\\\\server\\share', 'BAD_PATH'],
  ['//server/share', 'BAD_PATH'],
  ['C:x', 'BAD_PATH'],
  ['.', 'BAD_PATH'],
  ['/', 'BAD_PATH'],
  ['desktop/a\0b', 'BAD_NAME'],
  [`desktop/${'n'.repeat(256)}`, 'NAME_TOO_LONG'],
  [`desktop/${'漢'.repeat(86)}`, 'NAME_TOO_LONG'],
  [`desktop/${'d/'.repeat(65)}x`, 'TOO_DEEP'],
  ['desktop/out/x', 'SYMLINK_OUTSIDE'],
  ['desktop/out-missing/x', 'SYMLINK_OUTSIDE'],
  ['desktop/.ssh/id_ed25519', 'SENSITIVE'],
  ['desktop/.SSH/id', 'SENSITIVE'],
  ['desktop/claves.KDBX', 'SENSITIVE'],
  ['desktop/.env', 'SENSITIVE'],
  ['nowhere/x', 'UNKNOWN_PLACE'],
];

/** Names that nothing new may be given: rows 6, 28–30, 41. */
const BAD_NAMES = [
  'a\nb',
  'a\u001bb',
  'CON',
  'nul.txt',
  'COM1',
  'LPT9.log',
  'CONIN$',
  'COM¹',
  'a.txt.',
  'a.txt ',
  'a:b',
  'a\u202eb',
  'a\u200bb',
];

/** What is already there and cannot be read as a file: rows 14, 17, 23, 24. */
const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['read', 'desktop/out', 'SYMLINK_OUTSIDE'],
  ['read', 'desktop/secret-link', 'SYMLINK_OUTSIDE'],
  ['read', 'desktop/secret-link-missing', 'SYMLINK_OUTSIDE'],
  ['find', 'desktop/out', 'SYMLINK_OUTSIDE'],
  ['copy', 'desktop/secret-link', 'SYMLINK_OUTSIDE'],
  ['write', 'desktop/secret-link', 'SYMLINK_OUTSIDE'],
  ['write', 'desktop/dangling', 'SYMLINK'],
  ['read', 'desktop/loop', 'SYMLINK_LOOP'],
  ['read', 'desktop/twin', 'HARDLINK'],
  ['copy', 'desktop/twin', 'HARDLINK'],
  ['write', 'desktop/twin', 'HARDLINK'],
  ['read', 'desktop/pipe', 'SPECIAL_FILE'],
  ['copy', 'desktop/pipe', 'SPECIAL_FILE'],
  ['move', 'desktop/pipe', 'SPECIAL_FILE'],
  ['write', 'desktop/pipe', 'SPECIAL_FILE'],
  ['read', 'desktop/%2e%2e%2fx', 'NOT_FOUND'],
  ['read', 'desktop/a.txt/', 'NOT_A_FOLDER'],
  ['move', 'desktop', 'PROTECTED'],
  ['rename', 'desktop', 'PROTECTED'],
  ['trash', 'desktop', 'PROTECTED'],
  ['trash', 'desktop/', 'PROTECTED'],
];

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
    agent = await AgentProcess.start({ natsUrl: server.url, tree });
    setTraps(agent.home, outside);
    stranger = await connect({ servers: server.url });
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
      ASKS.map(async ([operation, body]) => [operation, await refusal(operation, body(location))]),
    );
    expect(codes).toEqual(ASKS.map(([operation]) => [operation, code]));
    expect(all()).toEqual(before);
  });

  it.each(BAD_NAMES)('nothing new is called %j', async (name) => {
    const before = all();
    const asked = [
      ['create-folder', { folder: `desktop/${name}` }],
      ['write', { file: `desktop/${name}`, text: '' }],
      ['rename', { from: 'desktop/sub', to: name }],
      ['move', { from: 'desktop/a.txt', to: `desktop/${name}/` }],
    ] as const;
    const codes = await Promise.all(asked.map(([operation, body]) => refusal(operation, body)));
    expect(codes).toEqual(asked.map(() => 'BAD_NAME'));
    expect(all()).toEqual(before);
  });

  it.each(UNREADABLE)('%s of %s is %s, at once', async (operation, location, code) => {
    const before = all();
    const body = ASKS.find(([name]) => name === operation)![1](location);
    const started = performance.now();
    expect(await refusal(operation, body)).toBe(code);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(all()).toEqual(before);
  });

  it('outside sounds the same whether it exists or not', async () => {
    for (const [there, missing] of [
      ['/etc/passwd', '/etc/not-there'],
      ['desktop/out/secret.txt', 'desktop/out/not-there'],
      ['desktop/secret-link', 'desktop/secret-link-missing'],
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
    for (const name of ['secret-link', 'dangling', 'loop', 'twin']) {
      expect(await refusal('move', { from: `desktop/${name}`, to: 'documents' })).toBeUndefined();
      expect(await refusal('trash', { from: `desktop/${name}` })).toBeUndefined();
    }
  });
});

const setTraps = (home: TempFolder, outside: TempFolder): void => {
  const at = (name: string): string => home.at('Desktop', name);
  symlinkSync(outside.path, at('out'));
  symlinkSync(outside.at('not-there'), at('out-missing'));
  symlinkSync(outside.at('secret.txt'), at('secret-link'));
  symlinkSync(outside.at('not-there'), at('secret-link-missing'));
  symlinkSync('not-there', at('dangling'));
  symlinkSync('loop', at('loop'));
  linkSync(outside.at('secret.txt'), at('twin'));
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('.SSH'));
  writeFileSync(at('.SSH/id'), CANARY);
};
