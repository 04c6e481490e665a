import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from './testing/system.js';

jest.setTimeout(60_000);

const FILES = 2_300;
const nameOf = (number: number): string => `${String(number).padStart(5, '0')}.txt`;

type Line = Record<string, unknown>;
const linesIn = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('a whole list over HTTP as lines', () => {
  let home: string;
  let system: System;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'ordena-lines-'));
    mkdirSync(join(home, 'Desktop', 'many'), { recursive: true });
    for (let at = 0; at < FILES; at += 1) writeFileSync(join(home, 'Desktop', 'many', nameOf(at)), 'x');
    system = await startSystem({ homes: { pc1: home } });
  });

  afterAll(async () => {
    await system.close();
    rmSync(home, { recursive: true, force: true });
  });

  const ask = (body: object): Promise<Response> =>
    fetch(`${system.base}/v1/machines/pc1/operations/find`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${system.token}`,
        accept: 'application/x-ndjson',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });

  it('has every file once, in the order asked for, and ends with the totals', async () => {
    const response = await ask({ in: 'desktop/many', sort: 'name', order: 'desc' });
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines = linesIn(await response.text());
    const names = Array.from({ length: FILES }, (_, at) => nameOf(FILES - 1 - at));
    expect(lines.slice(0, -1).map(({ name }) => name)).toEqual(names);
    expect(lines.at(-1)).toMatchObject({ in: 'desktop/many', totals: { entries: FILES }, truncated: false });
  });

  it('that cannot begin is an ordinary problem', async () => {
    const response = await ask({ in: 'desktop/nowhere' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask({ in: 'desktop', unknown: 1 })).status).toBe(400);
  });

  it('of a PC that goes meanwhile ends with that, never as if it were whole', async () => {
    const response = await ask({ in: 'desktop/many', limit: 1 });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? '';
    const gone = system.children.get('agent-pc1')!.stop(10_000);
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) text += piece.value;
    await gone;
    const lines = linesIn(text);
    expect(lines.length).toBeLessThan(FILES);
    expect(lines.at(-1)).toMatchObject({ error: { code: 'MACHINE_OFF' } });
  });
});
