import { foldName } from './fold.js';

/** The words of a name, whatever stands between them: "acta_junta 3.pdf" has four. */
export const wordsOfName = (name: string): string[] =>
  foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
