/*
 * "The pdfs in Clients, in documents, to downloads": a place between commas says where the folder before it is. Read as one
 * more folder, the files of that place would go along.
 */

const PLACE =
  '(?:(?:el|la|los|las|mis?|my|the)\\s+)?(?:escritorio|desktop|descargas|downloads|documentos|documents|im[aá]genes|pictures|fotos|photos|m[uú]sica|music|v[ií]deos)';
const IN = '(?:en|in|on|dentro\\s+de|inside)';
/** After another place it is one more of a list: "en descargas, en documentos". */
const APPOSED = new RegExp(
  `(?<!\\s(?:${IN}|de|from|a|to)\\s+${PLACE}),\\s*((?:que\\s+est[aá]n?\\s+|(?:which|that)\\s+(?:is|are)\\s+)?${IN}\\s+${PLACE})(?=\\s*(?:$|[.?!;,]))(?:\\s*,(?=\\s*(?:a|al|to|into|hacia)\\s))?`,
  'giu',
);

export const withoutApposition = (sentence: string): string => sentence.replace(APPOSED, ' $1');
