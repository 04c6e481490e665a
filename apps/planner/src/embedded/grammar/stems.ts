import { literal } from './patterns.js';

/** Words in any order: "contrato de Pérez" is also "Perez_contrato.pdf". Plurals match their singular. */
export const permuted = (terms: readonly string[]): string[] => {
  const stems = terms.map((term) => literal(terms.length > 1 ? stem(term) : longStem(term)));
  const orders = stems.length > 3 ? [stems] : orderings(stems);
  return orders.map((order) => `*${order.join('*')}*`);
};

/** A short word by itself would begin too many others. */
const longStem = (said: string): string => (said.length > 4 ? stem(said) : said);

export const stem = (said: string): string => {
  const term = said.replace(/['’]s$/i, '');
  return /[^s]s$/i.test(term) && term.length > 3
    ? term.replace(/(?:(?<=[lrndjz]|[^aeiou]x|ch|sh|ss)es|(?<=\w{5})ies|s)$/i, '')
    : term;
};

const orderings = (items: readonly string[]): string[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, at) =>
        orderings([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
      );
