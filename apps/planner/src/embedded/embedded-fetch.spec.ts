import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import OpenAI from 'openai';
import { embeddedFetch } from './embedded-fetch.js';
import { factsFor, firstMove } from './testing/first-calls.js';

const FOUNDING =
  'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y adentro de esa carpeta mete todos los archivos';

const client = new OpenAI({
  apiKey: 'embedded',
  baseURL: 'http://embedded.invalid/v1',
  fetch: embeddedFetch,
  maxRetries: 0,
});
const messages = (sentence: string): OpenAI.Chat.ChatCompletionMessageParam[] => [
  { role: 'system', content: 'rules' },
  { role: 'system', content: JSON.stringify(factsFor(sentence)) },
  { role: 'user', content: sentence },
];

describe('embeddedFetch behind the openai client', () => {
  it('lists itself as a model', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['embedded']);
  });

  it('makes the founding sentence one move', async () => {
    const { choices } = await client.chat.completions.create({ model: 'embedded', messages: messages(FOUNDING) });
    const [call] = choices[0]!.message.tool_calls!;
    expect(call).toMatchObject({ type: 'function', function: { name: 'move' } });
    expect(JSON.parse((call as { function: { arguments: string } }).function.arguments)).toEqual({
      from: 'desktop',
      select: { kind: 'file' },
      to: 'desktop/luyd',
    });
  });

  it('streams the same call', async () => {
    const stream = await client.chat.completions.create({
      model: 'embedded',
      stream: true,
      messages: messages(FOUNDING),
    });
    const names: string[] = [];
    for await (const chunk of stream)
      names.push(...(chunk.choices[0]?.delta.tool_calls ?? []).map((call) => call.function!.name!));
    expect(names).toEqual(['move']);
  });

  it('goes on from the results, and ends with nothing to say after a commit', async () => {
    const first = await client.chat.completions.create({ model: 'embedded', messages: messages(FOUNDING) });
    const [move] = first.choices[0]!.message.tool_calls!;
    const planned = [
      ...messages(FOUNDING),
      first.choices[0]!.message,
      { role: 'tool' as const, tool_call_id: move!.id, content: '{"ok":true,"planId":"p-00000000"}' },
    ];
    const second = await client.chat.completions.create({ model: 'embedded', messages: planned });
    const [commit] = second.choices[0]!.message.tool_calls!;
    expect(commit).toMatchObject({ function: { name: 'commit', arguments: '{"plans":["p-00000000"]}' } });
    const done = [
      ...planned,
      second.choices[0]!.message,
      { role: 'tool' as const, tool_call_id: commit!.id, content: '{"ok":true,"status":"committed","receipts":[]}' },
    ];
    const last = await client.chat.completions.create({ model: 'embedded', messages: done });
    expect(last.choices[0]!.message).toMatchObject({ content: '' });
  });
});

const WRITES = new Set(['move', 'copy', 'rename', 'trash', 'create_folder', 'write', 'undo']);
const writesOf = (sentence: string): string[] => {
  const moved = firstMove(sentence);
  return typeof moved === 'string' ? [] : moved.map(({ name }) => name).filter((name) => WRITES.has(name));
};

describe('never a change that was not asked for', () => {
  it.each([
    'no borres nada',
    "don't delete anything",
    'every friday delete my downloads',
    'mueve los pdf de descargas a documentos mañana a las 5',
    'borra los pdf de descargas si ya están copiados',
    'limpia el escritorio',
    'borra lo que no sirve de descargas',
    'borra los archivos viejos de descargas',
    'mueve los pdf de descargas',
    'pdfs de descargas a documentos',
    'vacía la papelera',
    'borra descargas',
    'devuelve todos los archivos a documentos',
  ])('%s', (sentence) => expect(writesOf(sentence)).toEqual([]));

  it('an unknown word anywhere in an order stops the whole of it', () => {
    const nonsense = fc.stringMatching(/^[bcdfgklmnprst]{3}[xzkw]{2}[bcdfg]{3}$/);
    fc.assert(
      fc.property(nonsense, (word) => {
        expect(writesOf(`borra los pdf ${word} de descargas`)).toEqual([]);
      }),
    );
  });
});

describe('forms of one order', () => {
  const target = [{ name: 'move', args: { from: 'downloads', select: { names: ['*.pdf'] }, to: 'documents' } }];
  it.each([
    'mueve los pdf de descargas a documentos',
    'pasá los PDFs de mis descargas a documentos porfa',
    'los pdf de descargas ponlos en documentos',
    'move the pdfs from downloads to documents',
  ])('%s', (sentence) => expect(firstMove(sentence)).toEqual(target));

  it('answers in well under the time a person notices', () => {
    const startedAt = performance.now();
    for (let turn = 0; turn < 100; turn++)
      firstMove('mueve los pdf de descargas a documentos menos los de más de 10 MB');
    expect((performance.now() - startedAt) / 100).toBeLessThan(20);
  });
});
