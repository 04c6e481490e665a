import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { embeddedFetch } from './embedded-fetch.js';
import { factsFor, firstMove } from './testing/first-calls.js';

const FOUNDING =
  'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y adentro de esa carpeta mete todos los archivos';

interface Said {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

const BASE = 'http://embedded.invalid/v1';
const start = (sentence: string): Said[] => [
  { role: 'system', content: 'rules' },
  { role: 'system', content: JSON.stringify(factsFor(sentence)) },
  { role: 'user', content: sentence },
];
const post = (body: unknown): Promise<Response> =>
  embeddedFetch(`${BASE}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
const ask = async (messages: readonly Said[]): Promise<Said> => {
  const body = (await (await post({ model: 'embedded', messages })).json()) as { choices: { message: Said }[] };
  return body.choices[0]!.message;
};
const result = (message: Said, content: string): Said => ({
  role: 'tool',
  content,
  tool_call_id: message.tool_calls![0]!.id,
});

describe('embeddedFetch speaks Chat Completions', () => {
  it('lists itself as a model, and refuses other doors and bodies', async () => {
    const models = (await (await embeddedFetch(`${BASE}/models`)).json()) as { data: { id: string }[] };
    expect(models.data.map(({ id }) => id)).toEqual(['embedded']);
    expect((await embeddedFetch(`${BASE}/files`)).status).toBe(404);
    expect((await post({ messages: [{ role: 'user', content: 'hola' }] })).status).toBe(400);
  });

  it('says of a machine that could not be asked that it is off, and not that the folder is not there', async () => {
    const said = start('move all files from desktop/invoices to desktop/old');
    const look = await ask(said);
    expect(look.tool_calls).toMatchObject([{ function: { name: 'find' } }]);
    const told = async (code: string): Promise<string | null> =>
      (await ask([...said, look, result(look, `{"ok":false,"error":{"code":"${code}","message":"No."}}`)])).content;
    expect(await told('MACHINE_OFF')).not.toMatch(/cannot find/);
    expect(await told('NOT_FOUND')).toMatch(/cannot find the folder “desktop\/invoices”/);
  });

  it('makes the founding sentence one move, and ends with nothing to say after its commit', async () => {
    const said = start(FOUNDING);
    const first = await ask(said);
    expect(first.tool_calls).toMatchObject([{ function: { name: 'move' } }]);
    expect(JSON.parse(first.tool_calls![0]!.function.arguments)).toEqual({
      from: 'desktop',
      select: { kind: 'file' },
      to: 'desktop/luyd',
    });
    const planned = [...said, first, result(first, '{"ok":true,"planId":"p-00000000"}')];
    const second = await ask(planned);
    expect(second.tool_calls).toMatchObject([{ function: { name: 'commit', arguments: '{"plans":["p-00000000"]}' } }]);
    const last = await ask([...planned, second, result(second, '{"ok":true,"status":"committed","receipts":[]}')]);
    expect(last).toMatchObject({ content: '' });
    expect(last.tool_calls).toBeUndefined();
  });

  it('streams the same call as server-sent events', async () => {
    const text = await (await post({ stream: true, messages: start(FOUNDING) })).text();
    const lines = text.split('\n\n').filter((line) => line !== '');
    expect(lines.at(-1)).toBe('data: [DONE]');
    const chunks = lines
      .slice(0, -1)
      .map((line) => JSON.parse(line.slice('data: '.length)) as { choices: { delta: Said; finish_reason: string }[] });
    expect(chunks.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? [])).toMatchObject([
      { function: { name: 'move' } },
    ]);
    expect(chunks.map(({ choices }) => choices[0]?.finish_reason)).toContain('tool_calls');
  });

  it("says a tool's error in words and stops", async () => {
    const said = start('borra los pdf de descargas');
    const first = await ask(said);
    const last = await ask([...said, first, result(first, '{"error":{"code":"READ_ONLY","message":"no"}}')]);
    expect(last.tool_calls).toBeUndefined();
    expect(last.content).not.toBe('');
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
    'los pdf a documentos',
    'vacía la papelera',
    'borra descargas',
    'devuelve todos los archivos a documentos',
    '¿debería borrar los zip de descargas?',
    'should I delete the zips in downloads?',
    'can I delete the zips in downloads?',
    'ya borré los zip de descargas',
    'mi jefe borró los pdf de descargas',
    '¿borraste los zip de descargas?',
    'did you delete the zips in downloads?',
    'mueve los pdf de descargas a documentos pero no ahora',
    'borra los pdf de descargas menos los borradores',
    'delete some files in downloads',
    'borra algunos archivos de descargas',
    'move d.zip from downloads to the Dropbox account of my colleague',
    'pon contraseña a contrato.pdf',
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
});
