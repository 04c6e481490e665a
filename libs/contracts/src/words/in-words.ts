import type { Language } from '../chat.js';

/** One sentence or word in the language of whoever reads it. */
export const inWords = (language: Language, es: string, en: string): string => (language === 'es' ? es : en);
