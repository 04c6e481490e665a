import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FleetHouse, type OtherPc } from './testing/fleet-house.js';

jest.setTimeout(120_000);
const FILES = 30_000;

/** A PC is shut out while it carries out what was approved before: docs/decisions/0016. */
describe('a PC that is shut out in the middle of a commit', () => {
  let house: FleetHouse;
  let pc: OtherPc;

  beforeAll(async () => {
    house = await FleetHouse.open();
    const many = join(house.folder, 'pc2', 'Desktop', 'many');
    mkdirSync(many, { recursive: true });
    for (let at = 0; at < FILES; at++) writeFileSync(join(many, `${at}.txt`), '');
    pc = house.paste('pc2', (await house.invite('pc2')).command);
    await house.sees('pc2', true);
  });
  afterAll(() => house.close());

  const filesIn = (folder: string): number => {
    try {
      return readdirSync(join(pc.home, 'Desktop', folder)).length;
    } catch {
      return 0; // not made yet
    }
  };

  const planned = async (operation: string, body: object): Promise<string> => {
    const reply = await house.ask('POST', `/v1/machines/pc2/operations/${operation}`, body);
    expect(reply).toMatchObject({ status: 200, body: { operation } });
    return String(reply.body['planId']);
  };

  /** The last thing in its journal. */
  const lastRecord = (): unknown => {
    const folder = join(pc.state, 'agent-pc2', 'journal');
    const segments = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const lines = readFileSync(join(folder, segments.toSorted().at(-1)!), 'utf8').split('\n');
    return JSON.parse(lines.findLast((line) => line.startsWith('{'))!);
  };

  it('ends after the files it is at, writes down how far it came, and ends', async () => {
    const planId = await planned('move', { from: 'desktop/many', select: {}, to: 'desktop/moved' });
    void house.ask('POST', `/v1/plans/${planId}/approve`, {}).catch(() => undefined);
    while (filesIn('moved') === 0) await sleep(5);
    const ended = pc.endSlowly();
    expect((await house.ask('DELETE', '/v1/machines/pc2')).status).toBe(200);
    expect(await ended).toBe(1);
    expect(pc.said).toMatch(/"code":"FORBIDDEN".*not enrolled here any more/);
    const moved = filesIn('moved');
    expect([moved < FILES, filesIn('many') + moved]).toEqual([true, FILES]);
    expect(lastRecord()).toMatchObject({ type: 'commit', body: { planId, done: moved, stopped: true } });
  });

  it('can put that back once it is let in again', async () => {
    await house.sees('pc2', false);
    house.paste('pc2', (await house.invite('pc2')).command);
    await house.sees('pc2', true);
    const undo = await planned('undo', {});
    expect((await house.ask('POST', `/v1/plans/${undo}/approve`, {})).status).toBe(200);
    while (filesIn('many') < FILES) await sleep(50);
    expect(filesIn('moved')).toBe(0);
  });
});
