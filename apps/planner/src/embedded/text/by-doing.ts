import { foldText } from './fold.js';

/** "clean up downloads by moving …", "limpia descargas moviendo …": the order that tells how is the order. */

const TIDIES = /^\W*(?:\S+\s+){0,4}(?:clean|tidy|organi[sz]|sort|limpi|orden|acomod|arregl)\w*/;
const ORDERS: Readonly<Record<string, string>> = {
  moving: 'move',
  putting: 'put',
  copying: 'copy',
  deleting: 'delete',
  sending: 'send',
  moviendo: 'mueve',
  pasando: 'pasa',
  poniendo: 'pon',
  metiendo: 'mete',
  llevando: 'lleva',
  mandando: 'manda',
  copiando: 'copia',
  borrando: 'borra',
};
const DOING = new RegExp(`,?\\s+(?:by\\s+)?(${Object.keys(ORDERS).join('|')})(?=\\s)`, 'i');

export const withHow = (sentence: string): string => {
  const doing = DOING.exec(sentence);
  if (!doing || !TIDIES.test(foldText(sentence.slice(0, doing.index)))) return sentence;
  const after = sentence.slice(doing.index + doing[0].length);
  return `${sentence.slice(0, doing.index)}: ${ORDERS[doing[1]!.toLowerCase()]!}${after}`;
};
