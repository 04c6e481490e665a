import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Journal } from './journal.js';
import { StateFolder } from './state-folder.js';
import { realSys } from './sys.js';
import { codeOf } from './testing/code-of.js';
import { TempFolder } from './testing/temp-folder.js';

describe('the journal', () => {
  let disk: TempFolder;
  let journal: Journal;
  const open = (): Journal => Journal.open(StateFolder.open(realSys, disk.at('journal')));
  const segment = () => disk.at('journal/journal-000001.jsonl');
  const reopen = (): Journal => {
    journal.close();
    journal = open();
    return journal;
  };

  beforeEach(() => {
    disk = new TempFolder();
    journal = open();
    journal.append('begin', 'p-00000001', { planId: 'p-00000001' });
    journal.append('intent', 'p-00000001', { ops: [] });
    journal.sync();
  });
  afterEach(() => {
    journal.close();
    disk.remove();
  });

  it('remembers after a restart, and goes on', () => {
    reopen().append('commit', 'p-00000001', { done: 1 });
    journal.sync();
    reopen();
    expect(journal.unfinished()).toEqual([]);
    expect([...journal.records('p-00000001', 'begin', 'commit')].map(({ body }) => body)).toEqual([
      { planId: 'p-00000001' },
      { done: 1 },
    ]);
  });

  it('cuts a torn last record, and goes on', () => {
    const size = statSync(segment()).size;
    appendFileSync(segment(), '{"seq":4,"type":"done","plan":"p-0000');
    reopen();
    expect(journal.isGood).toBe(true);
    expect(statSync(segment()).size).toBe(size);
  });

  it('is private, and can be read by a person', () => {
    expect(statSync(segment()).mode & 0o777).toBe(0o600);
    expect(statSync(disk.at('journal')).mode & 0o777).toBe(0o700);
    expect(readFileSync(segment(), 'utf8')).toContain('"type":"begin","plan":"p-00000001"');
  });

  it('with a bad record before good ones: nothing may change any more, and nothing is thrown away', () => {
    const damaged = readFileSync(segment(), 'utf8').replace('"type":"begin"', '"type":"bigin"');
    writeFileSync(segment(), damaged);
    reopen();
    expect(codeOf(() => journal.refuseUnlessGood())).toBe('JOURNAL_DAMAGED');
    expect(readFileSync(segment(), 'utf8')).toBe(damaged);
  });

  it('notices that its end was cut off', () => {
    journal.keepHead();
    const lines = readFileSync(segment(), 'utf8').split('\n');
    writeFileSync(segment(), `${lines.slice(0, 2).join('\n')}\n`);
    expect(codeOf(() => reopen().refuseUnlessGood())).toBe('JOURNAL_DAMAGED');
  });
});
