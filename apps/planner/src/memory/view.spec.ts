import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deed } from '../facts.js';
import type { ConversationEvent } from './conversation-events.js';
import { deedsOf } from './deeds.js';
import { viewOf } from './view.js';

const base = (runId: string): { at: string; runId: string } => ({ at: '2026-11-22T10:00:00Z', runId });
const turn = (
  at: number,
  more: Partial<Extract<ConversationEvent, { kind: 'answered' }>> = {},
): ConversationEvent[] => [
  { ...base(`r${at}`), kind: 'said', message: `pregunta ${at}`, language: 'es' },
  { ...base(`r${at}`), kind: 'answered', status: 'done', reply: `respuesta ${at}`, tainted: false, ...more },
];
const turns = (count: number): ConversationEvent[] => Array.from({ length: count }, (_, at) => turn(at)).flat();

describe('what a model sees of a conversation', () => {
  it('shows the last turns in full and what was asked before them', () => {
    const { messages, said } = viewOf(turns(15));
    expect(messages[0]).toMatchObject({ role: 'system', content: expect.stringContaining('"pregunta 2"') });
    expect(messages.slice(1).map(({ role }) => role)).toEqual(
      Array.from({ length: 12 }, () => ['user', 'assistant']).flat(),
    );
    expect(said.at(-1)).toBe('pregunta 14');
  });

  it('stays bounded, however long the conversation and its messages', () => {
    const long = Array.from({ length: 200 }, (_, at) => turn(at, { reply: 'x'.repeat(40_000) })).flat();
    expect(JSON.stringify(viewOf(long).messages).length).toBeLessThan(60_000);
  });

  it('never shows two turns of one side in a row, also when an answer is missing', () => {
    const { messages } = viewOf([turn(0)[0]!, ...turn(1)]);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
  });

  it('takes the later answer of a run that waited', () => {
    const { messages } = viewOf([
      ...turn(0, { status: 'needs_approval', reply: '¿lo hago?' }),
      turn(0, { reply: 'hecho' })[1]!,
    ]);
    expect(messages.map(({ content }) => content)).toEqual(['pregunta 0', 'hecho']);
  });

  it('is tainted only while words made from contents are in view', () => {
    expect(viewOf([...turn(99, { tainted: true }), ...turns(3)]).tainted).toBe(true);
    expect(viewOf([...turn(99, { tainted: true }), ...turns(12)]).tainted).toBe(false);
  });

  it('keeps a question open until the next thing the person says', () => {
    const asked: ConversationEvent = { ...base('r0'), kind: 'asked', question: '¿cuál?', draft: 'nota' };
    expect(viewOf([...turn(0), asked]).asked).toEqual({ question: '¿cuál?', draft: 'nota' });
    expect(viewOf([...turn(0), asked, ...turn(1)]).asked).toBeUndefined();
  });
});

const deed = (planId: string | undefined, state: Deed['state']): ConversationEvent => ({
  ...base('r'),
  kind: 'deed',
  deed: { operation: planId ? 'move' : 'find', machine: 'pc1', state, ...(planId && { planId }) },
});

describe('what a conversation did', () => {
  it('shows each deed in its latest state', () => {
    const decided: ConversationEvent[] = [
      { ...base('r'), kind: 'decided', planId: 'p-1', state: 'committed' },
      { ...base('r'), kind: 'decided', planId: 'p-1', state: 'undone' },
      { ...base('r'), kind: 'decided', planId: 'p-2', state: 'rejected' },
    ];
    const states = deedsOf([deed('p-1', 'planned'), deed('p-2', 'planned'), deed('p-3', 'planned'), ...decided]);
    expect(states.map(({ state }) => state)).toEqual(['undone', 'rejected', 'planned']);
  });

  it('keeps plans that wait, then the newest of the rest, in order', () => {
    const state = fc.constantFrom<Deed['state']>('looked', 'planned', 'committed');
    fc.assert(
      fc.property(fc.array(state, { maxLength: 60 }), (given) => {
        const events = given.map((each, at) => deed(each === 'looked' ? undefined : `p-${at}`, each));
        const kept = deedsOf(events);
        expect(kept.length).toBe(Math.min(20, given.length));
        const waiting = given.filter((each) => each === 'planned').length;
        expect(kept.filter((each) => each.state === 'planned').length).toBe(Math.min(20, waiting));
        const order = kept.flatMap(({ planId }) => (planId ? [Number(planId.slice(2))] : []));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});
