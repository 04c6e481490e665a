import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../facts.js';
import type { Call } from './job.js';
import { factsFor, firstMove, firstMoveAmong } from '../testing/first-calls.js';

/** What is said after a question of ours is its answer, and a bare yes names nothing. */

/** The question that the sentence leads to, and what the answer leads to then. */
const answered = (sentence: string, answer: string) => {
  const [call] = firstMove(sentence) as readonly Call[];
  const asked = call!.args as unknown as NonNullable<Facts['asked']>;
  return { asked, after: firstMove(answer, { language: factsFor(sentence).language, asked }) };
};

describe('a bare yes in answer to a question', () => {
  it.each([
    ['mueve los pdf de descargas', 'sí'],
    ['mueve los pdf de descargas', 'claro, hazlo'],
    ['mueve los pdf de descargas', 'dale'],
    ['move the pdfs in downloads', 'yes please'],
    ['move the pdfs in downloads', 'ok'],
    ['move the pdfs in downloads', 'go ahead'],
    ['crea una carpeta en documentos', 'sí'],
    ['tidy up my downloads', 'yes'],
  ])('%s, %s: the same is asked again', (sentence, yes) => {
    const { asked, after } = answered(sentence, yes);
    expect(after).toMatchObject([{ name: 'ask_person', args: { question: asked.question } }]);
  });

  it.each([
    ['mueve los pdf de descargas', 'documentos', 'documents'],
    ['move the pdfs in downloads', 'to documents', 'documents'],
    ['mueve los pdf de descargas', 'a la carpeta «sí»', 'downloads/sí'],
  ])('%s, %s: is an answer', (sentence, answer, to) =>
    expect(answered(sentence, answer).after).toMatchObject([{ name: 'move', args: { to } }]),
  );
});

describe('an answer in other words', () => {
  it.each([
    ['delete the old pdfs in downloads', 'the ones older than 60 days'],
    ['delete the old pdfs in downloads', 'older than 60 days'],
    ['borra los pdf viejos de descargas', 'los de más de 60 días'],
  ])('%s, %s', (sentence, answer) =>
    expect(answered(sentence, answer).after).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { modified: { to: '2026-09-19T12:00:00.000Z' } } } },
    ]),
  );

  it.each([
    ['delete the old pdfs in downloads', 'never mind, leave it'],
    ['borra los pdf viejos de descargas', 'no, déjalo así'],
  ])('%s, %s: nothing is done and nothing asked', (sentence, answer) =>
    expect(typeof answered(sentence, answer).after).toBe('string'),
  );

  it.each(['only those in downloads', 'los de descargas', 'solo en descargas'])(
    '%s: which of several folders',
    (answer) => {
      const there = ['downloads/a.tmp', 'desktop/b.tmp'];
      const [call] = firstMoveAmong(there, 'delete the tmp files') as readonly Call[];
      const asked = call!.args as unknown as NonNullable<Facts['asked']>;
      expect(firstMoveAmong(there, answer, { asked })).toMatchObject([{ name: 'trash', args: { from: 'downloads' } }]);
    },
  );
});

describe('several of those that were offered', () => {
  const contracts = ['documents/contract_hughes.docx', 'documents/contract_oakley.docx'];
  const picked = (answer: string, there = contracts): unknown => {
    const [call] = firstMoveAmong(there, 'move the contract from documents to the desktop') as readonly Call[];
    const asked = call!.args as unknown as NonNullable<Facts['asked']>;
    const calls = firstMoveAmong(there, answer, { asked });
    return typeof calls === 'string' ? calls : calls.map(({ name, args }) => [name, args['from']]);
  };
  it.each(['both of them', 'both', 'las dos', 'all of them'])('%s: all that were offered', (answer) =>
    expect(picked(answer)).toEqual(contracts.map((location) => ['move', location])),
  );
  it.each(['both', 'las dos'])('%s, where three were offered, is asked again', (answer) =>
    expect(picked(answer, [...contracts, 'documents/contract_reed.docx'])).toEqual([['ask_person', undefined]]),
  );
});
