import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetHouse, type OtherPc } from './testing/fleet-house.js';

/** A PC joins with one pasted line, works, is shut out and cannot come back; all of it in real processes, over TLS. */

jest.setTimeout(60_000);
const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const [INVITE = '', REVOKE = ''] = [...README.matchAll(/```sh\n(curl [^`]*\/v1\/machines[^`]*)```/g)].map(
  ([, line = '']) => line,
);

describe('a PC that pastes the line', () => {
  let house: FleetHouse;
  let pc: OtherPc;

  beforeAll(async () => {
    house = await FleetHouse.open();
  });
  afterAll(() => house.close());

  it('is there within two seconds of its word, under the name its owner gave it, and works', async () => {
    const { command } = await house.shell(INVITE);
    pc = house.paste('pc2', `${String(command)} --name "la compu de la oficina"`);
    while (!pc.said.includes('"ready":true') && !pc.isOver) await new Promise((done) => setTimeout(done, 20));
    expect(pc.said).toContain('{"enrolled":true,"machine":"pc2"}');
    expect(await house.sees('pc2', true)).toBeLessThan(2000);
    expect(await house.machine('pc2')).toMatchObject({ displayName: 'la compu de la oficina', places: ['desktop'] });
    writeFileSync(join(pc.home, 'Desktop', 'carta.txt'), 'hola');
    const { body } = await house.ask('POST', '/v1/machines/pc2/operations/find', { in: 'desktop' });
    expect(body).toMatchObject({ entries: [{ name: 'carta.txt' }] });
    const enrolled = await house.ask('GET', '/v1/machines/enrolments');
    expect(enrolled.body).toEqual({
      machines: [{ machine: 'pc2', displayName: 'la compu de la oficina', enrolledAt: expect.any(String) }],
    });
  });

  it('keeps its key for itself', () => {
    const folder = join(pc.state, 'enrolment');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder))
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('is cut at once when it is shut out, says why, and cannot come back', async () => {
    expect(await house.shell(REVOKE)).toEqual({ machine: 'pc2', revoked: true });
    expect(await pc.end()).toBe(1);
    expect(pc.said).toMatch(/"code":"FORBIDDEN".*not enrolled here any more/);
    await house.sees('pc2', false);
    const again = house.paste('pc2', `node ${join(pc.state, 'agent', 'ordena-agent.mjs')}`);
    expect(await again.end()).toBe(1);
    expect(again.said).toMatch(/not enrolled here any more/);
    expect((await house.ask('DELETE', '/v1/machines/pc2')).body).toMatchObject({ code: 'UNKNOWN_MACHINE' });
  });

  it('stays out after the house was started again, and comes in with a new code', async () => {
    await house.stop();
    await house.start();
    const again = house.paste('pc2', `node ${join(pc.state, 'agent', 'ordena-agent.mjs')}`);
    expect(await again.end()).toBe(1);
    const { command } = await house.invite('pc2');
    house.paste('pc2', command);
    await house.sees('pc2', true);
  });

  it('that is enrolled finds the house by itself when that is started again', async () => {
    await house.stop();
    await house.start();
    await house.sees('pc2', true);
  });
});
