import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseConfig } from './config/config.js';
import { TempFolder } from './disk/testing/temp-folder.js';
import { sweepPlans } from './planning/sweep.js';
import { TestDesk, type TestDeskOptions } from './testing/test-desk.js';

let test: TestDesk;
const open = (options: TestDeskOptions): TestDesk => (test = new TestDesk(options));
afterEach(() => test.close());

const tree = { Desktop: { 'a.txt': '1', 'b.txt': '2', 'c.txt': '3', 'claves.kdbx': 'k' }, Documents: {} };

describe('the limits of the owner', () => {
  it('a read-only place gives and takes nothing, but may be copied from', () => {
    open({ tree, config: { readOnly: ['desktop'] } });
    for (const [operation, request] of [
      ['move', { from: 'desktop/a.txt', to: 'documents' }],
      ['move', { from: 'documents', select: {}, to: 'desktop' }],
      ['trash', { from: 'desktop/a.txt' }],
      ['rename', { from: 'desktop/a.txt', to: 'x' }],
      ['write', { file: 'desktop/n.txt', text: '' }],
      ['create-folder', { folder: 'desktop/x' }],
    ] as const) {
      expect(test.codeOf(operation, request)).toBe('READ_ONLY');
    }
    expect(test.do('copy', { from: 'desktop/a.txt', to: 'documents' }).done).toBe(1);
  });

  it('a read-only machine changes nothing at all, and says so', () => {
    open({ tree, config: { readOnly: true } });
    expect(test.codeOf('move', { from: 'desktop/a.txt', to: 'documents' })).toBe('READ_ONLY');
    expect(test.ask<object>('places', {})).toMatchObject({ readOnly: true });
  });

  it('more entries than allowed are no plan, whichever way they are asked for', () => {
    open({ tree, config: { quotas: { entriesPerPlan: 2 } } });
    expect(test.codeOf('move', { from: 'desktop', select: {}, to: 'documents' })).toBe('TOO_MANY');
    expect(
      test.codeOf('trash', { from: 'desktop', select: { names: ['[ab].txt', 'a.txt', 'b.txt'] } }),
    ).toBeUndefined();
    expect(readdirSync(test.state.at('plans')).filter((name) => name.endsWith('.ops'))).toHaveLength(1);
  });

  it('more bytes than allowed need a person', () => {
    open({ tree, config: { quotas: { bytesPerPlan: 2 } } });
    expect(test.ask('move', { from: 'desktop', select: {}, to: 'documents' }).needs).toContain('over-quota');
    expect(test.ask('move', { from: 'desktop/a.txt', to: 'documents' }).needs).toEqual([]);
  });

  it('what holds keys is spared in bulk and counted, refused when named, open when the owner says so', () => {
    open({ tree });
    const plan = test.ask('move', { from: 'desktop', select: {}, to: 'documents' });
    expect(plan.summary).toMatchObject({ entries: 3, skipped: 1 });
    expect(test.codeOf('rename', { from: 'desktop/claves.kdbx', to: 'a.txt' })).toBe('SENSITIVE');
    test.close();
    open({ tree, config: { sensitive: { allow: ['*.KDBX'], deny: ['b.*'] } } });
    expect(test.ask('move', { from: 'desktop', select: {}, to: 'documents' }).summary).toMatchObject({
      entries: 3,
      skipped: 1,
    });
    expect(test.codeOf('read', { file: 'desktop/b.txt' })).toBe('SENSITIVE');
    test.close();
    open({ tree, config: { sensitive: { deny: ['Ca\u00f1\u00f3n*'] } } });
    for (const name of ['CAN\u0303O\u0301N.txt', 'ca\u00f1\u00f3n', 'canon.pdf']) {
      expect(test.codeOf('read', { file: `desktop/${name}` })).toBe('SENSITIVE');
    }
  });

  it('nothing gets a name that holds keys, by whatever rule, nor into a folder that does', () => {
    open({ tree: { ...tree, Desktop: { ...tree.Desktop, 'env.txt': '', 'x.ssh': '', '.ssh': {}, sub: {} } } });
    for (const [operation, request] of [
      ['rename', { from: 'desktop/a.txt', to: '.env' }],
      ['rename', { from: 'desktop/sub', to: '.SSH' }],
      ['rename', { from: 'desktop', select: {}, replace: { find: 'a.txt', with: 'id_rsa' } }],
      ['move', { from: 'desktop', select: {}, to: 'documents/.{stem}' }],
      ['move', { from: 'desktop', select: { names: ['x.*'] }, to: 'desktop/.{ext}/' }],
      ['copy', { from: 'desktop', select: { names: ['x.*'] }, to: 'documents/.{ext}/' }],
    ] as const) {
      expect([request, test.codeOf(operation, request)]).toEqual([request, 'SENSITIVE']);
    }
  });

  it('closes known places and opens others', () => {
    open({ tree, config: { closed: ['documents'] } });
    expect(test.codeOf('find', { in: 'documents' })).toBe('UNKNOWN_PLACE');
    expect(test.codeOf('find', { in: test.home.at('Documents') })).toBe('OUTSIDE_ROOT');
    test.close();
    const extra = new TempFolder({ x: '1' });
    open({ tree, config: { places: { extra: { path: extra.path, readOnly: true } } } });
    expect(test.ask<{ totals: object }>('find', { in: 'extra' }).totals).toMatchObject({ files: 1 });
    expect(test.codeOf('trash', { from: 'extra/x' })).toBe('READ_ONLY');
    extra.remove();
  });

  it('the own folder of the agent is out of reach, though it lies in a place', () => {
    open({ tree, config: { places: { todo: tmpdir() } } });
    const relative = test.state.path.slice(tmpdir().length + 1);
    expect(test.codeOf('find', { in: `todo/${relative}` })).toBe('PROTECTED');
    expect(test.codeOf('read', { file: `todo/${relative}/lock` })).toBe('PROTECTED');
    expect(test.codeOf('trash', { from: `todo/${relative}` })).toBe('PROTECTED');
    expect(test.codeOf('write', { file: `todo/${relative}/plans/x`, text: '' })).toBe('PROTECTED');
  });

  it('a stored plan that somebody altered is not carried out', () => {
    open({ tree });
    const plan = test.ask('move', { from: 'desktop/a.txt', to: 'documents' });
    const ops = test.state.at('plans', `${plan.planId}.ops`);
    const entries = readFileSync(ops, 'utf8');
    for (const altered of [entries.replace('a.txt', 'b.txt'), entries + entries, '']) {
      writeFileSync(ops, altered);
      expect(() => test.commit(plan)).toThrow(expect.objectContaining({ code: 'PLAN_CHANGED' }));
    }
    writeFileSync(ops, entries);
    appendFileSync(test.state.at('plans', `${plan.planId}.json`), '');
    expect(test.commit(plan).done).toBe(1);
  });

  it('a yes is over when the plan is old or was dropped', () => {
    open({ tree });
    const plan = test.ask('move', { from: 'desktop/a.txt', to: 'documents' });
    test.laterMs = 31 * 60_000;
    expect(() => test.commit(plan)).toThrow(expect.objectContaining({ code: 'EXPIRED' }));
    expect(test.ask<object>('plan', { planId: plan.planId })).toMatchObject({ state: 'expired' });
    test.laterMs = 0;
    test.ask('discard', { planId: plan.planId });
    expect(() => test.commit(plan)).toThrow(expect.objectContaining({ code: 'EXPIRED' }));
  });

  it('drops plans that nobody said yes to after a day, and those that ran when the owner keeps them no longer', () => {
    open({ tree });
    const ran = test.ask('move', { from: 'desktop/a.txt', to: 'documents' });
    test.commit(ran);
    const idle = test.ask('move', { from: 'desktop/b.txt', to: 'documents' });
    const kept = (days: number): string[] => {
      test.laterMs = days * 86_400_000;
      sweepPlans(test.desk);
      return test.desk.plans.planIds();
    };
    expect(kept(0.9)).toEqual([ran.planId, idle.planId]);
    expect(kept(29)).toEqual([ran.planId]);
    expect(kept(31)).toEqual([]);
    expect(test.ask<{ receipts: object[] }>('history', {}).receipts).toHaveLength(1);
  });

  it('limits on places that other PCs have, and on those it opens itself, are fine', () => {
    open({ tree });
    const text = '{"places":{"nas":"/mnt/nas"},"readOnly":["nas","videos"],"closed":["music"]}';
    expect(parseConfig(text, 'agent.json')).toMatchObject({ readOnly: ['nas', 'videos'], closed: ['music'] });
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown field', '{"place":{}}'],
    ['a wrong type', '{"readOnly":"yes"}'],
    ['a limit of nothing', '{"quotas":{"entriesPerPlan":0}}'],
    ['a list', '[]'],
    ['a place to look at only that is none', '{"readOnly":["escritorio"]}'],
    ['a closed place that is none', '{"closed":["desktops"]}'],
    ['an opened name that was never spared', '{"sensitive":{"allow":["*.kdbxx"]}}'],
    ['a path that depends on where one stands', '{"places":{"x":"music"}}'],
    ['a path of some home', '{"places":{"x":{"path":"~/Music"}}}'],
  ])('a configuration with %s opens nothing', (_, text) => {
    open({ tree });
    expect(() => parseConfig(text, 'agent.json')).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
  });
});
