/**
 * Folded forms of regular Spanish verbs as people give orders: tú, vos, usted and ustedes imperatives, subjunctives
 * ("quiero que muevas"), infinitive, first person ("muevo"), and the stems that change ("mueve", "movemos").
 */
const ENDINGS: Readonly<Record<'ar' | 'er' | 'ir', readonly string[]>> = {
  ar: ['a', 'as', 'ar', 'e', 'es', 'en', 'an', 'ad', 'emos', 'amos', 'ando', 'aras', 'aria', 'arias'],
  er: ['e', 'es', 'er', 'a', 'as', 'an', 'en', 'ed', 'amos', 'emos', 'iendo', 'eras', 'erias'],
  ir: ['e', 'es', 'ir', 'i', 'a', 'as', 'an', 'en', 'id', 'amos', 'imos', 'iendo', 'iras', 'irias'],
};

/** `ar:pas,llev` → every form of pasar and llevar. A bare word stays as it is. */
export const spanishForms = (table: string): string[] =>
  table.split(' ').flatMap((entry) => {
    const [kind, stems] = entry.split(':');
    if (!stems) return [entry.replaceAll('_', ' ')];
    return stems.split(',').flatMap((stem) => ENDINGS[kind as 'ar' | 'er' | 'ir'].map((ending) => stem + ending));
  });
