import { describe, expect, it } from '@jest/globals';
import { firstMove, firstMoveAmong, lastWordsAmong } from './testing/first-calls.js';

/** Questions by more of the words that people have for them. */

const finds = (select: object, more: object = {}) => [{ name: 'find', args: { select, ...more } }];

describe('what is looked for, in other words', () => {
  const named = (sentence: string, there: readonly string[]) => JSON.stringify(firstMoveAmong(there, sentence));

  it.each([
    'which files in documents have VAT in the name?',
    '¿qué archivos de documentos tienen VAT en el nombre?',
    '¿qué archivos de documentos empiezan por VAT?',
  ])('%s: below its folders too, as a search is', (sentence) =>
    expect(firstMove(sentence)).toMatchObject(finds({ depth: 64 }, { in: 'documents' })),
  );

  it.each([
    "what's been changed in documents in the last 3 days? need to tell the boss",
    'what has changed in documents this week?',
    'which files have been changed in documents this week?',
    '¿qué ha cambiado en documentos en los últimos 3 días?',
    '¿qué se ha modificado en documentos esta semana? que tengo que decírselo al jefe',
    '¿qué se modificó ayer en documentos?',
  ])('%s', (sentence) => {
    expect(firstMove(sentence)).toMatchObject(
      finds({ modified: { from: expect.stringContaining('2026-11') } }, { in: 'documents' }),
    );
    expect(JSON.stringify(firstMove(sentence))).not.toContain('"names"');
  });

  it.each(['have I got anything on the Vikings?', 'what have I got on the Vikings?', '¿tengo algo sobre los Vikings?'])(
    '%s: in their names and in their texts',
    (sentence) => {
      expect(named(sentence, [])).toContain('"names":["*Vikings*"]');
      expect(named(sentence, [])).toContain('"text":"Vikings"');
    },
  );

  it.each(['do I have anything on my desktop?', '¿hay algo en el escritorio?'])('%s: the place', (sentence) =>
    expect(firstMove(sentence)).toMatchObject([{ name: 'find', args: { in: 'desktop' } }]),
  );

  it.each(['move everything on the Vikings to documents', 'borra los archivos sobre los vikingos'])(
    '%s: a change is not for what may be a subject',
    (sentence) => expect(typeof firstMove(sentence)).toBe('string'),
  );

  it.each([
    ['do we have a consent form for Milo anywhere?', '*consent*form*Milo*'],
    ['Could you please tell me whereabouts I put my knitting patterns?', '*knitting*pattern*'],
    ['can you please tell me where the budget is?', '*budget*'],
    ['wheres the budget', '*budget*'],
  ])('%s', (sentence, name) => expect(named(sentence, [])).toContain(name));

  it.each([
    'fijate cuál es el video más pesado que tengo y decime cómo se llama',
    "what's the biggest video I have and tell me what it's called",
    'find the biggest video and tell me its name',
  ])('%s', (sentence) => expect(lastWordsAmong(['videos/acto.mp4'], sentence)).toContain('acto.mp4'));

  it.each(['how many pdfs have i got in teh Homework folder', 'move the pdfs in downloads to teh Homework folder'])(
    '%s',
    (sentence) => expect(named(sentence, ['documents/Homework/'])).toContain('"documents/Homework"'),
  );
});

describe('why something is to be read', () => {
  const NOTES = ['documents/aviso.txt'];
  it.each([
    'léeme lo que pone en aviso.txt que no tengo las gafas',
    'lee aviso.txt que no veo bien',
    'lee aviso.txt que estoy conduciendo',
    "read me aviso.txt as I can't find my glasses",
    'whats written in aviso.txt?',
  ])('%s', (sentence) =>
    expect(firstMoveAmong(NOTES, sentence)).toMatchObject([{ name: 'read', args: { file: 'documents/aviso.txt' } }]),
  );

  it.each(['lee aviso.txt que no está en documentos', 'borra aviso.txt que no tengo en documentos'])(
    '%s: which one it is',
    (sentence) => expect(typeof firstMoveAmong(NOTES, sentence)).toBe('string'),
  );
});
