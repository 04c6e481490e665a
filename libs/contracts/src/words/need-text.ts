import type { Language } from '../chat.js';
import type { Need } from '../plan.js';

/** Why a plan waits for a person; its card on the page tells it. */
const NEEDS = {
  trash: { es: 'va a la papelera', en: 'it goes to the trash' },
  overwrite: { es: 'ocupa el sitio de algo', en: 'it takes the place of something' },
  'other-machine': { es: 'toca otro equipo', en: 'it touches another computer' },
  'over-quota': { es: 'pasa de lo que se hace sin preguntar', en: 'it is more than is done unasked' },
  'changed-since': { es: 'algo cambió desde entonces', en: 'something changed since' },
  many: { es: 'son muchos', en: 'there are many' },
} as const satisfies Record<Need, Record<Language, string>>;

/** `need-trash`: the reason, for each of them. */
export const needsIn = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(NEEDS).map(([need, told]) => [`need-${need}`, told[language]]));
