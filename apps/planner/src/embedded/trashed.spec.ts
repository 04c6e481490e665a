import { describe, expect, it } from '@jest/globals';
import { answer } from './answer.js';
import { factsFor, firstMove } from './testing/first-calls.js';

/** What is in the trash is asked of the machine's history: nothing is looked for, nothing is changed. */

const ASKED = [{ name: 'history', args: { limit: 200 } }];

const receipt = (operation: string, from: string, undoable = true) => ({
  operation,
  undoable,
  done: 1,
  entries: [{ action: operation, from, result: 'done' }],
});

const told = (sentence: string, receipts: readonly unknown[]): string => {
  const rounds = [{ calls: ASKED, results: [{ ok: true, receipts }] }];
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
