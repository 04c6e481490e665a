import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { OperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import type { Approval, Plan, Receipt } from '#contracts/plan';
import { TestDesk, toTheEnd } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';
import { carryOut, checkedPlan } from './commit.js';

/** P9: what is approved is what runs, entry by entry, field by field, once, here, for a while. */

let test: TestDesk;
beforeEach(() => {
  const Desktop = { 'a.txt': '1', 'b.txt': '2', sub: { 'c.txt': '3', deep: {} } };
  test = new TestDesk({ tree: { Desktop, Documents: { 'a.txt': 'taken' } } });
});
afterEach(() => test.close());

const PLANS: readonly (readonly [Exclude<OperationName, 'commit'>, object])[] = [
  ['move', { from: 'desktop', select: {}, to: 'documents/{ext}' }],
  ['move', { from: 'desktop/a.txt', to: 'documents', onConflict: 'trash-existing' }],
  ['move', { from: 'desktop', select: { kind: 'any' }, to: 'documents' }],
  ['copy', { from: 'desktop/sub', to: 'documents/new' }],
  ['rename', { from: 'desktop', select: {}, to: '{n} {stem}' }],
  ['rename', { from: 'desktop/a.txt', to: 'z.txt' }],
  ['trash', { from: 'desktop', select: { kind: 'any' } }],
  ['create-folder', { folder: 'desktop/x/y' }],
  ['write', { file: 'desktop/n.txt', text: 'new' }],
  ['write', { file: 'desktop/a.txt', text: 'more', mode: 'append' }],
];

/** Every value that differs from this one in one field: changed, or left out. */
function* changed(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}x`;
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else if (Array.isArray(value)) {
    for (const at of value.keys()) {
      yield value.toSpliced(at, 1);
      for (const other of changed(value[at])) yield value.with(at, other);
    }
  } else {
    for (const [key, held] of Object.entries(value as object)) {
      yield Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key));
      for (const other of changed(held)) yield { ...(value as object), [key]: other };
    }
  }
}

/** Every other list of entries that one touch makes of these lines. */
function* altered(lines: readonly string[]): Generator<readonly string[]> {
  for (const [at, line] of lines.entries()) {
    for (const other of changed(JSON.parse(line))) yield lines.with(at, JSON.stringify(other));
    yield lines.toSpliced(at, 1);
    yield lines.toSpliced(at, 0, line);
    if (at > 0) yield lines.with(at, lines[at - 1]!).with(at - 1, line);
  }
  yield [];
}

const yesTo = ({ planId, hash, machine }: Plan, over: Partial<Approval> = {}): Approval => {
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  return { planId, hash, machine, by: 'test', yes: 'given', expiresAt, ...over };
};

const commit = (plan: Plan, approval = yesTo(plan)): Receipt => {
  const request = { planId: plan.planId, approval };
  return toTheEnd(carryOut(test.desk, request, checkedPlan(test.desk, request)));
};

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof OrdenaError ? error.code : String(error);
  }
};

describe('a yes to one plan', () => {
  it.each(PLANS)('%s %j: no stored entry may differ by a field, by number or by order', (operation, request) => {
    const plan = test.ask(operation, request);
    const before = treeOf(test.home.path);
    const path = test.state.at('plans', `${plan.planId}.ops`);
    const stored = readFileSync(path, 'utf8');
    let tries = 0;
    for (const lines of altered(stored.split('\n').slice(0, -1))) {
      writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
      expect([lines, codeOf(() => commit(plan))]).toEqual([lines, 'PLAN_CHANGED']);
      tries++;
    }
    expect(tries).toBeGreaterThan(10);
    expect(treeOf(test.home.path)).toEqual(before);
    writeFileSync(path, stored);
    expect(commit(plan)).toMatchObject({ status: 'complete', failed: 0 });
  });

  it.each(PLANS)('%s %j: no other plan, hash, machine or time', (operation, request) => {
    const [plan, twin] = [test.ask(operation, request), test.ask(operation, request)];
    const before = treeOf(test.home.path);
    const tries: readonly (readonly [Partial<Approval>, string])[] = [
      [{ planId: twin.planId }, 'PLAN_CHANGED'],
      [{ hash: twin.hash }, 'PLAN_CHANGED'],
      [{ planId: twin.planId, hash: twin.hash }, 'PLAN_CHANGED'],
      [{ hash: plan.hash.replace(/./, (digit) => (digit === '0' ? '1' : '0')) }, 'PLAN_CHANGED'],
      [{ machine: 'pc2' }, 'WRONG_MACHINE'],
      [{ expiresAt: new Date(Date.now() - 1).toISOString() }, 'EXPIRED'],
      [{ expiresAt: 'tomorrow' }, 'EXPIRED'],
    ];
    for (const [over, code] of tries) {
      expect([over, codeOf(() => commit(plan, yesTo(plan, over)))]).toEqual([over, code]);
    }
    test.laterMs = 31 * 60_000;
    const longYes = yesTo(plan, { expiresAt: '2099-01-01T00:00:00Z' });
    expect(codeOf(() => commit(plan, longYes))).toBe('EXPIRED');
    expect(treeOf(test.home.path)).toEqual(before);
  });

  it.each(PLANS)('%s %j: once, also after it was undone', (operation, request) => {
    const before = treeOf(test.home.path);
    const plan = test.ask(operation, request);
    const receipt = commit(plan);
    const after = treeOf(test.home.path);
    expect(after).not.toEqual(before);
    expect(commit(plan)).toEqual(receipt);
    expect(treeOf(test.home.path)).toEqual(after);
    expect(test.do('undo', { planId: plan.planId })).toMatchObject({ failed: 0, stale: 0 });
    const undone = treeOf(test.home.path);
    expect(commit(plan)).toEqual(receipt);
    expect(treeOf(test.home.path)).toEqual(undone);
  });

  it('is over when the owner changes the limits, and when what everybody sees of the plan is no plan any more', () => {
    const plan = test.ask('trash', { from: 'desktop/a.txt' });
    const { sealFacts } = test.desk;
    const desk = { ...test.desk, sealFacts: { ...sealFacts, limits: '0'.repeat(64) } };
    const request = { planId: plan.planId, approval: yesTo(plan) };
    expect(codeOf(() => toTheEnd(carryOut(desk, request, plan)))).toBe('PLAN_CHANGED');
    const head = test.state.at('plans', `${plan.planId}.json`);
    for (const text of ['', '{', '{}\n', '{"plan":\n', `${readFileSync(head, 'utf8').slice(0, -3)}\n`]) {
      writeFileSync(head, text);
      expect([text, codeOf(() => commit(plan))]).toEqual([text, 'PLAN_CHANGED']);
    }
  });
});
