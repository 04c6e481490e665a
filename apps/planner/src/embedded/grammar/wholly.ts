import type { Thing } from './clause.js';

const WHOLE = /^(?<name>.+?) (?:(?:complet|enter)(?:a|ita|o|ito)|al completo|in full|in its entirety|entirely)$/;

/** "la carpeta Juzgado completa": called so, or Juzgado, all of it. */
export const wholly = (said: string): Pick<Thing, 'name' | 'alsoName'> => {
  const name = WHOLE.exec(said)?.groups?.['name'];
  return name === undefined ? { name: said } : { name, alsoName: said };
};
