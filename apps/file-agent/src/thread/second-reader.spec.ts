import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Errand, Files } from '../disk/errand.js';
import { Folder, within } from '../disk/folder.js';
import type { Helper, Ticket } from '../disk/reading.js';
import { realSys } from '../disk/sys.js';
import { TestDesk } from '../testing/test-desk.js';
import type { SecondReader } from './second-reader.js';

const BUILT = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'apps', 'file-agent', 'src', 'thread');
const built = (await import(join(BUILT, 'second-reader.js'))) as { SecondReader: typeof SecondReader };

/** Threads run what is built, so `npm run build` comes first. One for all tests: it ends with this process. */
const reader = new built.SecondReader();
const HOLDS: Errand = { kind: 'holds', text: 'hola' };

/** It wants many files to be asked about before it starts, and takes a moment to. */
const untilTaken = (folder: Folder, files: Files): Ticket => {
  for (;;) {
    reader.look(true);
    const ticket = reader.take(HOLDS, folder, files);
    if (ticket) return ticket;
  }
};

const untilOver = (ticket: Ticket): Ticket => {
  while (!ticket.answers && !ticket.isLost) reader.look(true);
  return ticket;
};

let test: TestDesk;
beforeEach(() => {
  test = new TestDesk();
});
afterEach(() => test.close());

const searched = (): object => test.ask('find', { in: 'desktop', select: { text: 'hola' }, sort: 'disk', limit: 1000 });
const twins = (): object => test.ask('duplicates', { in: 'desktop' });
const twinsOfBoth = (): object => test.ask('duplicates', { in: 'desktop', with: 'documents' });
const desktop = (): Folder => Folder.at(realSys, test.home.at('Desktop'));

describe('the second thread that reads', () => {
  it('finds exactly what one thread finds, in the same order, whatever lies there', () => {
    let taken = 0;
    const helper: Helper = {
      take: (...asked) => {
        const ticket = reader.take(...asked);
        if (ticket) taken++;
        return ticket;
      },
      look: (patiently) => reader.look(patiently),
      forget: (ticket) => reader.forget(ticket),
    };
    const texts = ['hola', 'HÓLA', 'adiós', 'x'.repeat(2_000_000) + 'hola', '\u0000hola'];
    const content = fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom('utf8', 'latin1', 'utf16le'))
      .map(([text, encoding]) => Buffer.from(text, encoding as BufferEncoding));
    fc.assert(
      fc.property(fc.array(content, { minLength: 20, maxLength: 150 }), (contents) => {
        for (const [at, bytes] of contents.entries())
          for (const place of at % 3 === 0 ? ['Desktop', 'Documents'] : ['Desktop'])
            writeFileSync(test.home.at(place, `f${at}`), bytes);
        for (const ask of [searched, twins, twinsOfBoth]) {
          test.helper = undefined;
          const alone = ask();
          test.helper = helper;
          expect(ask()).toEqual(alone);
        }
      }),
      { numRuns: 15 },
    );
    expect(taken).toBeGreaterThan(15);
  }, 60_000);

  it('tells apart what it may not read, and follows no link', () => {
    writeFileSync(test.home.at('fuera'), 'hola');
    writeFileSync(test.home.at('Desktop', 'si'), 'hola');
    writeFileSync(test.home.at('Desktop', 'no'), 'adiós');
    linkSync(test.home.at('fuera'), test.home.at('Desktop', 'dos nombres'));
    symlinkSync(test.home.at('fuera'), test.home.at('Desktop', 'enlace'));
    within(desktop(), (folder) => {
      const { answers } = untilOver(untilTaken(folder, { names: ['si', 'no', 'dos nombres', 'enlace', 'nada'] }));
      expect(answers).toEqual([true, false, undefined, undefined, undefined]);
    });
  });

  it('reads nothing in a folder that is not the very one it was sent to', () => {
    writeFileSync(test.home.at('Desktop', 'si'), 'hola');
    within(desktop(), (folder) => {
      const other = { self: folder.self, dev: folder.dev, ino: folder.ino + 1n } as Folder;
      expect(untilOver(untilTaken(other, { names: ['si'] }))).toEqual({ isLost: true });
    });
    const closed = desktop();
    const { self, dev, ino } = closed;
    closed.close();
    expect(untilOver(untilTaken({ self, dev, ino } as Folder, { names: ['si'] }))).toEqual({ isLost: true });
  });

  it('stops reading what nobody wants any more', () => {
    const big = Buffer.alloc(64 * 1024 * 1024, 'x');
    writeFileSync(test.home.at('Desktop', 'grande'), big);
    within(desktop(), (folder) => {
      const ticket = untilTaken(folder, { names: Array.from({ length: 64 }, () => 'grande') });
      reader.forget(ticket);
      const started = performance.now();
      expect(untilOver(ticket).isLost).toBe(true);
      expect(performance.now() - started).toBeLessThan(2_000); // all of it would be 4 GiB
    });
  });
});
