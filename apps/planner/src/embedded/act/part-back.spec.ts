import { describe, expect, it } from '@jest/globals';
import { leafOf } from '#contracts/location-parts';
import type { Deed } from '../../facts.js';
import { answer } from '../answer.js';
import { factsFor } from '../testing/first-calls.js';
import type { Call, Round } from './job.js';

/** After a job that took several things out of downloads: which of them come back. */
const NAMES = [
  'budget.xlsx',
  'factura_pienso.pdf',
  'invoice_march.pdf',
  'radiografia_luna.jpg',
  'radiografia_toby.jpg',
  'respaldo.zip',
];
const did = (operation: string, more: Partial<Deed> = {}): Deed => ({
  operation,
  machine: 'pc1',
  planId: 'p1',
  run: 'r1',
  state: 'committed',
  from: 'downloads',
  ...(operation === 'move' && { to: 'documents/Obra' }),
  select: {},
  entries: NAMES.length,
  names: NAMES,
  ...more,
});
const TRASHED = did('trash');
const MOVED = did('move');
/** Of `TRASHED` one came back. */
const PART = did('undo', { planId: 'p2', run: 'r2', from: undefined, to: 'downloads', entries: 1, names: [NAMES[0]!] });

const entriesOf = ({ operation, to }: Deed) =>
  NAMES.map((name) => ({
    action: operation,
    kind: 'file',
    from: `downloads/${name}`,
    ...(to && { to: `${to}/${name}` }),
  }));

interface World {
  readonly deeds?: readonly Deed[];
  readonly truncated?: boolean;
}

/** The first that is more than a look, in a world where nothing but the plans is found. */
const firstAfter = (sentence: string, { deeds = [TRASHED], truncated = false }: World): readonly Call[] | string => {
  const facts = factsFor(sentence, { deeds: [...deeds] });
  const rounds: Round[] = [];
  const resultOf = ({ name, args }: Call) => {
    if (name === 'find') return { ok: true, entries: [], totals: { entries: 0 } };
    const deed = deeds.find(({ planId }) => planId === args['planId'])!;
    const back = [{ action: 'restore', kind: 'file', to: `downloads/${NAMES[0]}` }];
    return { ok: true, entries: deed === PART ? back : entriesOf(deed), truncated };
  };
  for (;;) {
    const reply = answer({ facts, sentence, rounds, stream: false });
    if ('content' in reply) return reply.content;
    if (!reply.calls.every(({ name }) => name === 'plan' || name === 'find')) return reply.calls;
    rounds.push({ calls: reply.calls, results: reply.calls.map(resultOf) });
  }
};

/** The names that come back, "all" of a job, or whatever else is done. */
const back = (sentence: string, world: World = {}): unknown => {
  const calls = firstAfter(sentence, world);
  if (typeof calls === 'string') return 'words';
  return calls.flatMap(({ name, args }) => {
    if (name !== 'undo') return [name];
    const only = args['only'] as string[] | undefined;
    return only?.map(leafOf) ?? [`all of ${String(args['planId'])}`];
  });
};

const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  ['oh wait, I still need budget.xlsx, bring just that one back', 'budget.xlsx'],
  ['we actually need the budget, so put it back in downloads', 'budget.xlsx'],
  ['the budget I still need, get it back please', 'budget.xlsx'],
  ['respaldo.zip sí lo necesito, devuélvemelo', 'respaldo.zip'],
  ['la factura la necesito, recupérala', 'factura_pienso.pdf'],
  ['espera, todavía necesito el respaldo, regrésamelo', 'respaldo.zip'],
  ['la de toby no, esa devuélvela a descargas', 'radiografia_toby.jpg'],
  ['the toby one no, put that one back in downloads', 'radiografia_toby.jpg'],
  ['not the toby one, put that one back', 'radiografia_toby.jpg'],
  ['actually the invoice should go back to downloads', 'invoice_march.pdf'],
  ['la factura tiene que volver a descargas', 'factura_pienso.pdf'],
  ['put the invoice back in downloads', 'invoice_march.pdf'],
  ['put the invoice back where it was', 'invoice_march.pdf'],
  ['move budget.xlsx back', 'budget.xlsx'],
  ['could you bring the march invoice back?', 'invoice_march.pdf'],
  ['restore only the budget', 'budget.xlsx'],
  ['recupera solo la factura', 'factura_pienso.pdf'],
  ['devuelve la factura a descargas', 'factura_pienso.pdf'],
  ['devuelve la factura a su sitio', 'factura_pienso.pdf'],
  ['¿me devuelves el respaldo?', 'respaldo.zip'],
  ['recupera la factura y el respaldo', 'factura_pienso.pdf', 'respaldo.zip'],
  ['bring the pdfs back', 'factura_pienso.pdf', 'invoice_march.pdf'],
  ['recupera las radiografías', 'radiografia_luna.jpg', 'radiografia_toby.jpg'],
  ['undo only the budget', 'budget.xlsx'],
  ['deshaz solo lo de la factura', 'factura_pienso.pdf'],
];

describe('one thing out of a job comes back', () => {
  it.each(SENTENCES)('%s: %s', (sentence, ...names) => {
    expect(back(sentence)).toEqual(names);
    expect(back(sentence, { deeds: [MOVED] })).toEqual(names);
  });

  it.each(['saca la factura de la papelera', 'get the invoice out of the trash'])(
    '%s: only what was deleted',
    (sentence) => {
      expect(back(sentence)).toHaveLength(1);
      expect(JSON.stringify(firstAfter(sentence, { deeds: [MOVED] }))).not.toMatch(/"name":"(?:undo|move)"/);
    },
  );

  it('of an older job, when the newest is about other things', () => {
    const renamed = did('rename', { planId: 'p5', run: 'r5', entries: 1, names: ['sopa.txt'] });
    expect(back('bring the budget back', { deeds: [TRASHED, renamed] })).toEqual(['budget.xlsx']);
    expect(back('recupera sopa', { deeds: [TRASHED, renamed] })).toEqual(['all of p5']);
  });

  it('all of a job is the whole of it', () =>
    expect(back('put the jpgs and the pdfs and the budget and the respaldo back')).toEqual(['all of p1']));

  it.each(['recupera la radiografía', 'put the radiografia back in downloads'])('%s: it is asked which', (sentence) =>
    expect(firstAfter(sentence, {})).toMatchObject([
      { name: 'ask_person', args: { options: [expect.stringMatching('luna'), expect.stringMatching('toby')] } },
    ]),
  );

  it('more than can be listed is only undone as a whole', () =>
    expect(firstAfter('bring the budget back', { truncated: true })).toMatch(/as a whole/));

  it.each(['put the invoice back in documents', 'devuelve la de march a documentos'])(
    '%s: somewhere else than it was is a move out of where it was put, and from the trash no way',
    (sentence) => {
      expect(firstAfter(sentence, { deeds: [MOVED] })).toMatchObject([
        { name: 'move', args: { from: 'documents/Obra/invoice_march.pdf', to: 'documents' } },
      ]);
      expect(firstAfter(sentence, {})).toMatchObject([{ name: 'ask_person' }]);
    },
  );
});

describe('what is no part of a job', () => {
  it.each([
    'deshaz eso',
    'bring it back',
    'bring them back',
    'boss changed her mind, put them back',
    'I need the photos for Sunday, bring them back',
    'recupera lo que borraste',
    'restore the files I just deleted',
    'undo only the last one',
  ])('%s: the whole', (sentence) => expect(back(sentence)).toEqual(['all of p1']));

  it.each([
    'bring everything but the budget back',
    'recupera todo menos la factura',
    'undo all but budget.xlsx',
    'deshazlo menos la factura',
    'devuelve la factura o el respaldo',
    "don't bring the invoice back",
    'no recuperes la factura',
    'does the invoice have to go back to downloads?',
    'should the invoice go back to downloads?',
    'did you put the invoice back?',
    'I put the invoice back in downloads',
    'the invoice should not go back to downloads',
    'I need the tax return for Monday, bring it back',
    'recupera la factura y la del dentista',
    'bring back the budget and delete the rest',
    'recupera la factura y borra el resto',
  ])('%s: nothing comes back', (sentence) =>
    expect(JSON.stringify(firstAfter(sentence, {}))).not.toMatch(/"name":"(?:undo|move|trash)"/),
  );
});

describe('after a part came back', () => {
  const deeds = [TRASHED, PART];
  it.each<[string, unknown]>([
    ['undo that', ['all of p2']],
    ['deshaz eso', ['all of p2']],
    ['undo everything', ['all of p1']],
    ['deshaz los dos últimos', ['all of p1']],
    ['bring the invoice back too', ['ask_person']],
    ['bring the invoice back', ['invoice_march.pdf']],
    ['recupera lo que borraste', ['all of p1']],
    ['bring it back', ['ask_person']],
    ['déjalo como estaba', ['ask_person']],
    ['the other one too', 'words'],
    ['y el anterior también', 'words'],
  ])('%s: %j', (sentence, expected) => expect(back(sentence, { deeds })).toEqual(expected));

  it('"it" is what came back', () =>
    expect(firstAfter('borra eso', { deeds })).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { names: ['budget.xlsx'] } } },
    ]));

  it('once that was undone, the next to be undone is the job', () => {
    const undone = [
      TRASHED,
      { ...PART, state: 'undone' as const },
      did('undo', { planId: 'p3', run: 'r3', undoOf: 'p2', entries: 1 }),
    ];
    expect(back('undo that', { deeds: undone })).toEqual(['all of p1']);
    expect(back('muévelo a documentos', { deeds: undone })).toEqual(['ask_person']);
  });
});
