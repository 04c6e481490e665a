import { readFileSync, writeFileSync } from 'node:fs';
import { Journal } from '../../apps/file-agent/src/disk/journal.js';
import { StateFolder } from '../../apps/file-agent/src/disk/state-folder.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import type { Verdict } from './verdict.js';

const SEGMENT = 'journal-000001.jsonl';
const PLANS = 12;

/** A journal of some plans, as it is after a clean end. */
const written = (path: string): string => {
  const journal = Journal.open(StateFolder.open(realSys, path));
  for (let plan = 0; plan < PLANS; plan++) {
    const planId = `p-0000000${plan}`;
    journal.append('begin', planId, { planId, total: 2 });
    journal.append('intent', planId, { ops: [{ seq: 0, action: 'trash', kind: 'file', bytes: 1 }] });
    journal.append('done', planId, { first: 0, count: 1, but: {} });
    journal.append('commit', planId, { planId, done: 1 });
    journal.sync();
  }
  journal.keepHead();
  journal.close();
  return readFileSync(`${path}/${SEGMENT}`, 'latin1');
};

type Change = (text: string, at: number) => string;

const flip: Change = (text, at) => {
  const place = (at * 7919) % text.length;
  const other = String.fromCharCode(text.charCodeAt(place) ^ (1 << (at % 7)));
  return text.slice(0, place) + other + text.slice(place + 1);
};

const lines = (text: string): string[] => text.split('\n').slice(0, -1);
const joined = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

const drop: Change = (text, at) => joined(lines(text).filter((_, number) => number !== at % lines(text).length));

const swap: Change = (text, at) => {
  const all = lines(text);
  const first = at % (all.length - 1);
  [all[first], all[first + 1]] = [all[first + 1]!, all[first]!];
  return joined(all);
};

const truncate: Change = (text, at) => text.slice(0, (at * 104_729) % text.length);

const repeat: Change = (text, at) => {
  const all = lines(text);
  return joined([...all.slice(0, at % all.length), all[at % all.length]!, ...all.slice(at % all.length)]);
};

const CHANGES: Readonly<Record<string, Change>> = { flip, drop, swap, truncate, repeat };

/** Whether the journal at this path still counts as good. */
const isTrusted = (path: string): boolean => {
  const journal = Journal.open(StateFolder.open(realSys, path));
  try {
    return journal.isGood;
  } finally {
    journal.close();
  }
};

/** P17: a history that was changed in any way switches changes off; what is merely added at its end is cut off again. */
export const tamperSweep = (tries: number): Verdict => {
  const folder = new TempFolder({}, '/dev/shm');
  const path = folder.at('journal');
  const text = written(path);
  const violations: string[] = [];
  const names = Object.keys(CHANGES);
  for (let at = 0; at < tries; at++) {
    const name = names[at % names.length]!;
    writeFileSync(`${path}/${SEGMENT}`, CHANGES[name]!(text, Math.floor(at / names.length)), 'latin1');
    if (isTrusted(path) && readFileSync(`${path}/${SEGMENT}`, 'latin1') !== text) violations.push(`${name} ${at}`);
  }
  writeFileSync(`${path}/${SEGMENT}`, text, 'latin1');
  if (!isTrusted(path)) violations.push('the unchanged journal is not trusted');
  folder.remove();
  return { promise: 'P17', what: 'journal flipped, cut, swapped, doubled', cases: tries, violations };
};
