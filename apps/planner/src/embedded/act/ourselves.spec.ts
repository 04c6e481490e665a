import { describe, expect, it } from '@jest/globals';
import { questionText } from '#contracts/words/question-text';
import { factsFor, firstMove } from '../testing/first-calls.js';

/** What people ask of Ordena itself is answered from one text; with an order in it, it is an order. */

const told = (key: 'safety' | 'privacy' | 'limits', sentence: string): void =>
  expect(firstMove(sentence)).toBe(questionText(key, factsFor(sentence).language));

describe('questions about Ordena itself', () => {
  it.each([
    '¿están seguros mis archivos?',
    '¿Mis archivos están a salvo contigo?',
    '¿y si te equivocas?',
    '¿qué pasa si algo sale mal?',
    '¿qué pasa si borras algo importante?',
    '¿puedo perder mis fotos?',
    '¿vas a borrar mis cosas sin querer?',
    '¿puedo confiar en ti?',
    'are my files safe with you?',
    'Is this safe to use?',
    'what if you make a mistake?',
    'what happens if something goes wrong',
    'can I lose anything?',
    'Can I trust you?',
    'will my photos be safe?',
  ])('%s: how safe it is', (sentence) => told('safety', sentence));

  it.each([
    '¿subes mis archivos a internet?',
    '¿quién puede ver mis archivos?',
    '¿a dónde van mis datos?',
    'do you send my files anywhere?',
    'who can see my files?',
    'does anything leave my computer?',
    'is my data private?',
  ])('%s: who sees them', (sentence) => told('privacy', sentence));

  it.each(['¿qué no puedes hacer?', '¿cuáles son tus límites?', "what can't you do?", 'what are your limits?'])(
    '%s: what it does not do',
    (sentence) => told('limits', sentence),
  );

  it.each([
    'mueve mis archivos seguros a documentos',
    'borra mis fotos de descargas',
    'send my files to documents',
    '¿mis archivos están en descargas?',
    'what if you move the pdfs to documents',
    'where are my files?',
  ])('%s: is about files', (sentence) => {
    const move = firstMove(sentence);
    for (const key of ['safety', 'privacy', 'limits'] as const)
      expect(move).not.toBe(questionText(key, factsFor(sentence).language));
  });
});
