const ASCII = /^[ -~]*$/;
const ACCENTS = /[\u0300-\u036f]/g;

/** How names are compared when people speak of them: "Informe.PDF", "informe.pdf" and "infórme.pdf" are one. */
export const fold = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(ACCENTS, '').toLowerCase();
