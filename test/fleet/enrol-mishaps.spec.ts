import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetHouse, type OtherPc } from './testing/fleet-house.js';
import { openOtherDesk } from './testing/other-desk.js';

/** What goes wrong on people's PCs, and what they are told: by the pasted line, and by `doctor`. */

jest.setTimeout(60_000);
const DAY_MS = 24 * 60 * 60_000;

describe('what people are told', () => {
  let house: FleetHouse;

  beforeAll(async () => {
    house = await FleetHouse.open();
  });
  afterAll(() => house.close());

  const pasted = async (name: string, line: string): Promise<OtherPc & { code: number | null }> => {
    const pc = house.paste(name, line);
    return Object.assign(pc, { code: await pc.end() });
  };
  const enrolled = async (name: string): Promise<OtherPc> =>
    pasted(name, `${(await house.invite(name)).command} --no-start`);
  const told = (name: string, before = ''): Promise<OtherPc & { code: number | null }> =>
    pasted(name, `${before} node ${join(house.folder, name, 'state', 'agent', 'ordena-agent.mjs')} doctor`.trim());
  /** Its enrolment, as somebody changed it. */
  const change = (pc: OtherPc, file: string, to: (text: string) => string): void => {
    const path = join(pc.state, 'enrolment', file);
    writeFileSync(path, to(readFileSync(path, 'utf8')));
  };

  describe('by the line', () => {
    it.each([
      ['NATS_URL=nats://elsewhere:4222', /BAD_CONFIG.*NATS_URL is set and would count more.*paste the line again/],
      ['ORDENA_MACHINE=other', /BAD_CONFIG.*ORDENA_MACHINE says \\"other\\".*the enrolment is for \\"set\\"/],
      ['NATS_CREDS=/none', /BAD_CONFIG.*NATS_CREDS is set without NATS_URL/],
    ])('with %s: that it would not be what was meant; the code stays good', async (setting, words) => {
      const { command } = await house.invite('set');
      expect(await pasted('set', `env ${setting} ${command} --no-start`)).toMatchObject({
        code: 1,
        said: saying(words),
      });
      expect(await pasted('set', `${command} --no-start`)).toMatchObject({ code: 0 });
    });

    it('with --read-only and a code that is over: nothing stays behind, and the next code works the same way', async () => {
      const { command } = await house.invite('shy');
      const { command: good } = await house.invite('shy');
      const limits = join(house.folder, 'shy', 'state', 'agent.json');
      expect(await pasted('shy', `${command} --no-start --read-only`)).toMatchObject({
        code: 1,
        said: saying(/UNAUTHORIZED/),
      });
      expect(existsSync(limits)).toBe(false);
      expect(await pasted('shy', `${good} --no-start --read-only`)).toMatchObject({ code: 0 });
      expect(readFileSync(limits, 'utf8')).toContain('"readOnly": true');
      const { command: again } = await house.invite('shy');
      expect(await pasted('shy', `${again} --no-start --read-only`)).toMatchObject({ code: 0 });
    });

    it('with --read-only beside limits of the owner’s own, wherever they are: to write it there', async () => {
      const { command } = await house.invite('owned');
      const folder = join(house.folder, 'owned', '.config', 'ordena');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'agent.json'), '{"retentionDays": 7}');
      const refused = await pasted('owned', `${command} --no-start --read-only`);
      expect(refused).toMatchObject({ code: 1, said: saying(/There are limits in .*\.config.*the code was not used/) });
      writeFileSync(join(folder, 'agent.json'), '{"retentionDays": 7, "readOnly": true}');
      expect(await pasted('owned', `${command} --no-start --read-only`)).toMatchObject({ code: 0 });
      expect(existsSync(join(house.folder, 'owned', 'state', 'agent.json'))).toBe(false);
    });
  });

  describe('by the doctor', () => {
    it('of an admission that is good, and of one that ended while the PC was off: that it is renewed', async () => {
      const pc = await enrolled('old');
      expect(await told('old')).toMatchObject({
        code: 0,
        said: saying(
          /enrolled +as old at https.*Good until.*obeys +a yes that was signed with U[A-Z2-7]{55}\n.*not running/s,
        ),
      });
      change(pc, 'bus.creds', ended);
      const late = await told('old');
      expect(late).toMatchObject({ code: 0, said: saying(/It ended on .*renews it by itself.*NATS +tls:/s) });
      expect(late.said).not.toMatch(/Enrol this PC again|✗/);
    });

    it('of a PC that is out: that only a new code helps', async () => {
      await enrolled('out');
      await house.ask('DELETE', '/v1/machines/out');
      expect(await told('out')).toMatchObject({
        code: 1,
        said: saying(/✗ enrolment desk.*not enrolled here any more.*new code/),
      });
    });

    it('of settings beside an enrolment: which one counts', async () => {
      await enrolled('both');
      expect((await told('both', 'env ORDENA_MACHINE=other')).said).toMatch(
        /✗ environment.*ORDENA_MACHINE says "other"/,
      );
      expect((await told('both', 'env NATS_URL=nats://127.0.0.1:9')).said).toMatch(/enrolment +NATS_URL is set, so/);
    });

    it('of a desk that is another one, with another authority', async () => {
      const pc = await enrolled('moved');
      const other = await openOtherDesk({});
      change(pc, 'ca.pem', () => other.ca);
      await other.close();
      expect((await told('moved')).said).toMatch(/✗ enrolment desk.*is there, but .*authority this PC does not know/);
    });

    it.each([
      ['a certificate of tomorrow', { certificateMs: DAY_MS }, /not valid at the time this PC has. Set the clock/],
      [
        'a certificate of long ago',
        { certificateMs: -900 * DAY_MS },
        /not valid at the time this PC has. Set the clock/,
      ],
      ['a clock three hours later', { clockMs: 3 * 3_600_000 }, /✗ clock.*3 hours behind https/],
      ['a clock ten minutes earlier', { clockMs: -600_000 }, /✗ clock.*10 min ahead of https/],
    ])('of %s', async (_, off, words) => {
      const pc = await enrolled('clock');
      const other = await openOtherDesk(off);
      change(pc, 'ca.pem', () => other.ca);
      change(pc, 'enrolment.json', (text) => text.replace(/"desk": "[^"]*"/, `"desk": "${other.url}"`));
      const { code, said } = await told('clock');
      await other.close();
      expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    });

    it('of a house that is away: where it was looked for', async () => {
      await enrolled('alone');
      await house.stop();
      expect(await told('alone')).toMatchObject({
        code: 1,
        said: saying(/https:\/\/127.*cannot be reached: connect ECONNREFUSED/),
      });
    });
  });
});

/** Credentials as they are after their last day; the bus would take them as little as others that ended. */
const ended = (creds: string): string =>
  creds.replace(/^([\w-]+)\.([\w-]+)\./m, (_, head: string, body: string) => {
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const late = { ...claims, exp: Math.floor(Date.now() / 1000) - 3600 };
    return `${head}.${Buffer.from(JSON.stringify(late)).toString('base64url')}.`;
  });

const saying = (words: RegExp): unknown => expect.stringMatching(words);
