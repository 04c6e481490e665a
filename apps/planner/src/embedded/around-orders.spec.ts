import { describe, expect, it } from '@jest/globals';
import { firstMove, firstMoveAmong } from './testing/first-calls.js';

/** What people say around an order, and orders that hand things to people: neither changes what is done with the files. */

const MOVES = { name: 'move', args: { from: 'downloads', select: { names: ['*.pdf'] }, to: 'documents' } };

describe('an order stays what it is', () => {
  it.each([
    ['greeted', 'oye, mueve los pdf de descargas a documentos'],
    ['greeted by name', 'Ordena, mueve los pdf de descargas a documentos'],
    ['greeted at length', 'qué pena molestarlo, hágame el favor y me mueve los pdf de descargas a documentos'],
    ['asked as a favour', 'Buenas, regáleme un favor: los pdf de descargas, páselos a documentos'],
    ['with a vocative behind', 'mueve los pdf de descargas a documentos, gracias crack'],
    ['with a vocative in front', 'mijo, mueve los pdf de descargas a documentos'],
    ['with "will it be that"', '¿será que puedes mover los pdf de descargas a documentos?'],
    ['with "would it bother you"', '¿te molestaría pasar los pdf de descargas a documentos?'],
    ['with usted', 'disculpe, ¿podría usted trasladar los pdf de descargas a documentos?'],
    ['with a tag', 'mové los pdf de descargas a documentos, dale?'],
    ['with what was done already', 'mueve los pdf de descargas a documentos, ya los mandé'],
    ['with the habit of its owner', 'mueve los pdf de descargas a documentos, esos los uso seguido'],
    ['with what was done already', "move the pdfs in downloads to documents, I've already printed them"],
    ['with whose they are', 'could you move the pdfs in downloads to documents, love? they are my patterns'],
    ['after a glad word', 'Hooray! Move the pdfs in downloads to documents'],
    ['after what has begun', 'New term, new reports! Move the pdfs in downloads to documents'],
    ['after what has begun', 'Curso nuevo, vida nueva. Mueve los pdf de descargas a documentos'],
    ['after what is finished', "I've finished my marking, hooray. Move the pdfs in downloads to documents"],
    ['after what is finished', 'He terminado de corregir. Mueve los pdf de descargas a documentos'],
    ['with what came instead', 'move the pdfs in downloads to documents, I got new ones from the supplier'],
  ])('%s', (_, sentence) => expect(firstMove(sentence)).toMatchObject([MOVES]));
});

describe('what may say which things are meant is not left out', () => {
  it.each([
    'Only the new ones! Move the pdfs in downloads to documents',
    'New reports! Move the pdfs in downloads to documents',
    'Last week! Move the pdfs in downloads to documents',
    'Fin de curso, los pdf de historia. Mueve los pdf de descargas a documentos',
    'End of term. Move them to documents',
  ])('%s', (sentence) => expect(JSON.stringify(firstMove(sentence))).not.toContain('"move"'));
});

describe('what is for people or for other programs changes nothing', () => {
  it.each([
    'lleva los pdf de descargas a la contadora',
    'lleva los pdf de descargas a mi jefe',
    'pásale los pdf de descargas a Marta',
    'take the pdfs in downloads to the accountant',
  ])('%s', (sentence) => expect(firstMove(sentence)).toMatch(/persona|person/));

  it.each([
    'dale los pdf de descargas a la contadora',
    'entrega los pdf de descargas al jefe',
    'give the pdfs in downloads to the accountant',
    'hand the pdfs in downloads over to Karen',
    'pon música',
    'play some music',
    'pon contraseña a informe.docx',
    'put a password on informe.docx',
  ])('%s', (sentence) => expect(firstMove(sentence)).toMatch(/no lo hago yo|not something I do/));
});

describe('what is picked in one folder', () => {
  it('is thrown into the folder that is named, not into the trash', () =>
    expect(firstMove('agarra los pdf de descargas y tíralos en documentos')).toMatchObject([MOVES]));
  it('is not deleted from another folder', () =>
    expect(typeof firstMove('agarra los pdf de descargas y bórralos de documentos')).toBe('string'));
});

describe('how one file stands', () => {
  const THERE = ['downloads/oferta.pdf', 'downloads/oferta obra.pdf'];
  it.each([
    ['oferta.pdf ya está firmada, muévela a documentos', 'downloads/oferta.pdf'],
    ['oferta obra.pdf quedó lista, pásala a documentos', 'downloads/oferta obra.pdf'],
    ['oferta.pdf is signed now, move it to documents', 'downloads/oferta.pdf'],
    ['oferta obra.pdf has been paid, so please move it to documents', 'downloads/oferta obra.pdf'],
  ])('%s', (sentence, from) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([{ name: 'move', args: { from, to: 'documents' } }]),
  );

  it.each([
    'si oferta.pdf está firmada, muévela a documentos',
    '¿oferta.pdf está firmada? muévela a documentos',
    'when oferta.pdf is signed, move it to documents',
    'once oferta.pdf is paid, delete it',
    'oferta.pdf is paid, delete them',
  ])('%s: a condition is none', (sentence) =>
    expect(JSON.stringify(firstMoveAmong(THERE, sentence))).not.toMatch(/"name":"(?:move|trash)"/),
  );
});

describe('in a hurry', () => {
  it.each([
    'move oferta.pdf to documents, quick',
    'mueve oferta.pdf a documentos lo antes posible',
    'quick, move oferta.pdf to documents',
  ])('%s', (sentence) =>
    expect(firstMoveAmong(['downloads/oferta.pdf'], sentence)).toMatchObject([
      { name: 'move', args: { from: 'downloads/oferta.pdf', to: 'documents' } },
    ]),
  );
});

describe('why, without a word of reason', () => {
  it.each([
    'mueve los pdf de descargas a documentos, ya no vendemos nada de eso',
    'mueve los pdf de descargas a documentos, ya instalé todo',
    'mueve los pdf de descargas a documentos, no queda espacio',
    'move the pdfs in downloads to documents, we stopped making those',
    'move the pdfs in downloads to documents, there is no space left',
    'move the pdfs in downloads to documents, I need them handy for a call',
  ])('%s', (sentence) => expect(firstMove(sentence)).toMatchObject([MOVES]));

  it.each([
    'move the pdfs in downloads to documents, I wanted only the old ones',
    'move the pdfs in downloads to documents, I meant the jpgs',
    'move the pdfs in downloads to documents, we needed the big ones',
    'mueve los pdf de descargas a documentos, no hay que mover los grandes',
    'mueve los pdf de descargas a documentos, ya no muevas nada',
  ])('%s: that is more than a reason', (sentence) =>
    expect(JSON.stringify(firstMove(sentence))).not.toContain('"name":"move"'),
  );
});

describe('what is needed', () => {
  const ZIPS = { name: 'trash', args: { from: 'downloads', select: { names: ['*.zip'] } } };
  it.each([
    'delete the zips in downloads, I need the space',
    'delete the zips in downloads, we could do with the room for photos',
    'borra los zip de descargas, necesito el espacio',
  ])('%s: is a reason', (sentence) => expect(firstMove(sentence)).toEqual([ZIPS]));

  it.each([
    'delete the zips in downloads, I need the invoices',
    'delete the zips in downloads, I want the photos',
    'borra los zip de descargas, necesito las facturas',
    'borra los zip de descargas, pero quiero las fotos',
  ])('%s: is none of what is to go', (sentence) => expect(typeof firstMove(sentence)).toBe('string'));

  it.each([
    ['delete the zips in downloads, I want to keep the old.zip', 'old.zip'],
    ['borra los zip de descargas, quiero conservar old.zip', 'old.zip'],
  ])('%s: stays', (sentence, name) =>
    expect(firstMove(sentence)).toMatchObject([{ args: { select: { names: ['*.zip'], exclude: [name] } } }]),
  );

  it.each([
    'bin the zips that are left in downloads',
    'borra los zip que han quedado en descargas',
    'delete the zips still left in downloads',
  ])('%s: is what is there', (sentence) => expect(firstMove(sentence)).toEqual([ZIPS]));
});

describe('a cry about a folder says where "there" is, and asks nothing', () => {
  const ZIPS = { from: 'downloads', select: { names: ['*.zip'] } };
  it.each([
    'Madre mía, cómo tengo las descargas. Borra de ahí los zip, anda',
    'qué desastre de descargas. borra los zip de ahí',
    '¡Qué desorden tengo en descargas! Borra los zip que hay ahí',
    'Tengo las descargas hechas un desastre. Borra de ahí los zip',
    'look at the state of my downloads! delete the zips in there',
    'oh no, my downloads are a mess. Get rid of the zips in there',
    'what a mess my downloads folder is. delete the zips from there',
    'madre mía, borra los zip de descargas',
  ])('%s', (sentence) => expect(firstMove(sentence)).toMatchObject([{ name: 'trash', args: ZIPS }]));

  it.each([
    '¿cómo tengo las descargas? Borra de ahí los zip',
    'las descargas están en otro disco. borra de ahí los zip',
    '¡Cómo está el escritorio! Mete ahí los pdf de descargas',
    '¡Cómo tengo el escritorio! Pasa los pdf a documentos',
  ])('%s: nothing is taken from there', (sentence) =>
    expect(JSON.stringify(firstMove(sentence))).not.toMatch(/"name":"trash"|"from":"desktop"/),
  );
});
