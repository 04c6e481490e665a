/** How many a noun is said to be by the word before it: "el pdf" and "un pdf" are one, "both pdfs" are two. */

const ONE_ES =
  /(?:^|\s)(?:el|la|al|del|un|una|algun|alguna|ese|esa|este|esta|otro|otra|mi|un[oa] de (?:los|las|mis|es[oa]s|est[oa]s)(?: \d+)?)\s+$/;
const ONE_EN = /(?:^|\s)(?:the|an?|one|my|that|this|another|one of (?:the|my|these|those))\s+$/;
const TWO =
  /(?:^|\s)(?:(?:both|ambos|ambas)(?: (?:of )?(?:the|los|las|my|mis|these|those))?|(?:the|los|las|mis|my) (?:dos|two)|the two)\s+$/;
const MASS = /music|contenid|content|todo|everything|anything|stuff|^lo\b|material|^(?:de )?texto|plain text/;

export const countBefore = (before: string, said: string): number | undefined => {
  const text = before.slice(-40);
  if (TWO.test(text)) return 2;
  if (MASS.test(said)) return undefined;
  const isPlural = said.endsWith('s');
  if (/one of|un[oa] de/.test(text.slice(-24)) && (ONE_ES.test(text) || ONE_EN.test(text))) return 1;
  return !isPlural && (ONE_ES.test(text) || ONE_EN.test(text)) ? 1 : undefined;
};
