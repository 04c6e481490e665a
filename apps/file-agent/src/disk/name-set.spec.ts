import { expect, it } from '@jest/globals';
import { NameSet } from './name-set.js';

it('knows each of fifty thousand names, and none that is not in it', () => {
  const set = new NameSet();
  const names = Array.from({ length: 50_000 }, (_, at) => (at % 2 === 0 ? `file-${at}.txt` : `${at}ñ漢/\udcff`));
  for (const name of names) set.add(name);
  for (const name of names) set.add(name);
  expect(set.size).toBe(names.length);
  expect(names.every((name) => set.has(name))).toBe(true);
  expect(names.filter((name) => set.has(`${name}x`) || set.has(`x${name}`))).toEqual([]);
  expect(['', '0', 'file-0.txT'].filter((name) => set.has(name))).toEqual([]);
});
