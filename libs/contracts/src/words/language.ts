import type { Language } from '../chat.js';

/** Words that only one of the two languages has, as people type them: folded, without accents. */
const SPANISH =
  'el la los las un una unos unas de del al y o que en con por para mi mis tu tus su sus este esta estos estas ese esa eso esos ' +
  'todo todos toda todas lo le les se es son hay donde cuanto cuantos cuanta cuantas cual cuales como cuando quien ahora luego ' +
  'despues antes dentro adentro ahi alli aqui hola gracias favor si archivo archivos carpeta carpetas escritorio descargas ' +
  'documentos imagenes fotos mueve muevelos mover pasa pasar copia copiar borra borrar elimina eliminar crea crear haz hace ' +
  'ordena ordenar organiza pon poner mete meter saca busca buscar muestra mostrar muestrame lista listar deshaz deshacer ' +
  'renombra abre lee mes semana ano dias ayer hoy pasado pasada ultimo ultimos ultima grandes viejos nuevos repetidos ocupan';
const ENGLISH =
  'the an of and or to in on with for from my your his her this that these those it its all is are be there where how much many ' +
  'what which when who now then after before inside into here hello please thanks yes not do does file files folder folders ' +
  'desktop downloads documents pictures photos move copy delete remove create make tidy organize organise put take find search ' +
  'show list undo rename open read month week year days yesterday today last biggest largest old new older newer than duplicates them';

const words = (text: string): Set<string> => new Set(text.split(' '));
const VOTES: readonly [Language, Set<string>][] = [
  ['es', words(SPANISH)],
  ['en', words(ENGLISH)],
];

/** Lower case, without accents: how words are compared everywhere. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The language of a message by a vote of its everyday words; marks only Spanish uses (ñ, ¿, ¡, accents) count as one vote.
 * Undefined when the words do not say, e.g. "ok": the caller keeps the language of the conversation.
 */
export const detectLanguage = (text: string): Language | undefined => {
  const said = fold(withoutNames(text)).match(/\p{L}+/gu) ?? [];
  const [es = 0, en = 0] = VOTES.map(([, known]) => said.filter((word) => known.has(word)).length);
  const spanish = es + (/[ñ¿¡áéíóúü]/iu.test(text) ? 1 : 0);
  if (spanish === en) return undefined;
  return spanish > en ? 'es' : 'en';
};

/** Quoted names and file names say nothing about the language of the sentence around them. */
const withoutNames = (text: string): string =>
  text.replace(/"[^"]*"|«[^»]*»|“[^”]*”|`[^`]*`/gu, ' ').replace(/\S+\.[A-Za-z0-9]{1,5}(?=\s|$)/gu, ' ');
