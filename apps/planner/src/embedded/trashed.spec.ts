import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '#contracts/plan';
import { okResult } from '../tools/compact.js';
import type { Result } from './act/job.js';
import { answer } from './answer.js';
import { factsFor, firstMove } from './testing/first-calls.js';

/** What is in the trash is asked of the machine's history: nothing is looked for, nothing is changed. */

const ASKED = [{ name: 'history', args: { limit: 200 } }];

const receipt = (operation: 'trash' | 'move', from: string, undoable = true): Receipt => ({
  planId: 'p-1',
  machine: 'pc1',
  operation,
  status: 'complete',
  from: 'downloads',
  total: 1,
  done: 1,
  skipped: 0,
  stale: 0,
  failed: 0,
  overwritten: 0,
  trashed: 1,
  newFolders: 0,
  undoable,
  bytes: 1,
  at: '2026-11-20T10:00:00.000Z',
  entries: [{ action: operation, from, result: 'done' }],
});

/** The history as the planner's loop hands it on: much is left out on the way. */
const handedOn = (receipts: readonly Receipt[]): Result => JSON.parse(okResult({ receipts })) as Result;

const told = (sentence: string, receipts: readonly Receipt[]): string => {
  const rounds = [{ calls: ASKED, results: [handedOn(receipts)] }];
  const reply = answer({ facts: factsFor(sentence), sentence, rounds, stream: false });
  return 'content' in reply ? reply.content : JSON.stringify(reply.calls);
};

describe('what is in the trash', () => {
  it.each([
    '¿qué hay en la papelera?',
    'dime qué tengo en la papelera',
    '¿qué has borrado?',
    'qué archivos has eliminado',
    "what's in the trash",
    'what is in the recycle bin?',
    'what have you deleted',
    'what files did you delete?',
  ])('%s: the history says it', (sentence) => expect(firstMove(sentence)).toEqual(ASKED));

  it.each([
    '¿qué hay en descargas?',
    'what is in the trash folder in downloads?',
    'vacía la papelera',
    '¿qué has movido?',
    'what have you moved',
    'borra lo que hay en la papelera',
  ])('%s: is another thing', (sentence) => expect(firstMove(sentence)).not.toEqual(ASKED));

  it.each([
    ['¿qué hay en la papelera?', 'descargas/b.png', 'descargas/a.png'],
    ["what's in the trash", 'downloads/b.png', 'downloads/a.png'],
  ])('%s: what was not put back, newest first', (sentence, newest, older) => {
    const text = told(sentence, [
      receipt('trash', 'downloads/b.png'),
      receipt('trash', 'downloads/back.png', false),
      receipt('move', 'downloads/moved.png'),
      receipt('trash', 'downloads/a.png'),
    ]);
    expect(text.toLowerCase()).toContain(`• ${newest}\n• ${older}\n`);
    expect(text).not.toMatch(/back\.png|moved\.png/);
  });

  it.each([
    ['¿qué has borrado?', 'No puse nada en la papelera que siga ahí.'],
    ['what have you deleted', 'Nothing that I put in the trash is still there.'],
  ])('%s: nothing', (sentence, text) =>
    expect(told(sentence, [receipt('trash', 'downloads/back.png', false)])).toBe(text),
  );
});
