import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { plant } from '../disk/testing/temp-folder.js';
import { TestDesk, toTheEnd } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';
import { Arranger } from './arrange.js';
import { selectSources } from './selecting.js';
import { TargetFolders } from './target-folders.js';

let test: TestDesk;
const names = (folder: string): string[] => readdirSync(test.home.at('Desktop', folder)).sort();
const changes = (plan: Plan): string[] =>
  plan.sample.map(({ from, to }) => `${from?.split('/').at(-1)} → ${to?.split('/').at(-1)}`);

beforeEach(() => {
  const shift = Object.fromEntries([1, 2, 3, 4].map((n) => [`foto ${n}.jpg`, `${n}`]));
  test = new TestDesk({
    tree: {
      Desktop: {
        m: { 'Uno.TXT': '1', 'dos.txt': '2', 'sin extensión': '3', carpeta: {} },
        s: { ...shift, 'a.jpg': '0' },
      },
    },
  });
});
afterEach(() => test.close());

describe('new names', () => {
  it.each([
    [{ to: 'nota {n}' }, ['dos.txt → nota 1.txt', 'sin extensión → nota 2', 'Uno.TXT → nota 3.TXT']],
    [{ replace: { find: 's', with: 'S' } }, ['dos.txt → doS.txt', 'sin extensión → Sin extenSión']],
    [{ replace: { find: 'sin', with: '' } }, ['sin extensión → extensión']],
    [{ case: 'upper' }, ['dos.txt → DOS.txt', 'sin extensión → SIN EXTENSIÓN', 'Uno.TXT → UNO.TXT']],
    [{ case: 'title' }, ['dos.txt → Dos.txt', 'sin extensión → Sin Extensión']],
    [{ case: 'lower' }, ['Uno.TXT → uno.txt']],
    [{ to: '{stem} {parent}.md' }, ['dos.txt → dos m.md', 'sin extensión → sin extensión m.md', 'Uno.TXT → Uno m.md']],
  ])('%j', (rule, expected) => {
    const plan = test.ask('rename', { from: 'desktop/m', select: {}, ...rule });
    expect(changes(plan)).toEqual(expected);
  });

  it('one file keeps its extension, and a taken name is refused', () => {
    expect(changes(test.ask('rename', { from: 'desktop/m/dos.txt', to: 'tres' }))).toEqual(['dos.txt → tres.txt']);
    expect(test.codeOf('rename', { from: 'desktop/m/dos.txt', to: 'Uno.TXT' })).toBe('EXISTS');
    expect(test.codeOf('rename', { from: 'desktop/m/dos.txt', to: 'dos' })).toBe('NOTHING_TO_DO');
    expect(test.codeOf('rename', { from: 'desktop/m/dos.txt', to: 'a/b' })).toBe('BAD_NAME');
    expect(test.codeOf('rename', { from: 'desktop', to: 'mesa' })).toBe('PROTECTED');
  });

  it('a name is never taken away whole', () =>
    expect(test.codeOf('rename', { from: 'desktop/m', select: {}, replace: { find: 'dos', with: '' } })).toBe(
      'NOTHING_TO_DO',
    ));

  it('names that several get are numbered, or refused where that was asked', () => {
    test.do('rename', { from: 'desktop/s', select: {}, to: 'igual' });
    expect(names('s')).toEqual(['igual (1).jpg', 'igual (2).jpg', 'igual (3).jpg', 'igual (4).jpg', 'igual.jpg']);
    expect(test.codeOf('rename', { from: 'desktop/m', select: {}, to: 'x.txt', onConflict: 'fail' })).toBe(
      'PLAN_CONFLICT',
    );
  });

  it('a chain of names runs from its free end, and each file keeps its content', () => {
    const before = treeOf(test.home.at('Desktop', 's'));
    const plan = test.ask('rename', { from: 'desktop/s', select: {}, to: 'foto {n}' });
    expect(plan.summary).toMatchObject({ entries: 5, conflicts: 0 });
    expect(changes(plan)[0]).toMatch(/^foto 4\.jpg → foto 5\.jpg$/);
    expect(test.commit(plan)).toMatchObject({ status: 'complete', done: 5 });
    const after = treeOf(test.home.at('Desktop', 's'));
    expect([1, 2, 3, 4, 5].map((n) => after[`foto ${n}.jpg`])).toEqual([
      before['a.jpg'],
      ...[1, 2, 3, 4].map((n) => before[`foto ${n}.jpg`]),
    ]);
    test.do('undo', {});
    expect(treeOf(test.home.at('Desktop', 's'))).toEqual(before);
  });

  it('a circle of names is refused', () => {
    const from = test.desk.reach.toChange('desktop/s');
    const sources = toTheEnd(
      selectSources(test.desk, { from, select: { names: ['foto [12].jpg', 'foto 1.jpg', 'foto 2.jpg'] } }),
    ).sources;
    const targets = new TargetFolders(from.place, test.desk.reach);
    const folder = targets.at(from.parts);
    const wants = [...sources].map((source, at) => ({ source, folder, name: sources.at(1 - at).name }));
    const options = { targets, policy: 'number', vacates: true, isSamePlace: true } as const;
    expect(() => [...new Arranger(wants, options).run()]).toThrow(expect.objectContaining({ code: 'PLAN_CONFLICT' }));
    targets.close();
  });

  it('a chain of three thousand names is put in order', () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`foto ${at + 1}.jpg`, '']));
    plant(test.home.at('Desktop', 'chain'), { ...files, 'a.jpg': '' });
    const plan = test.ask('rename', { from: 'desktop/chain', select: {}, to: 'foto {n}' });
    expect(plan.summary).toMatchObject({ entries: 3001, conflicts: 0 });
    expect(changes(plan)[0]).toBe('foto 3000.jpg → foto 3001.jpg');
    expect(test.commit(plan)).toMatchObject({ status: 'complete', done: 3001 });
  });
});
