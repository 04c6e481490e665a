/**
 * Folded forms of regular Spanish verbs as people give orders: tú, vos, usted and ustedes imperatives, subjunctives
 * ("quiero que muevas"), infinitive, first person ("muevo"), and the stems that change ("mueve", "movemos").
 */
const ENDINGS: Readonly<Record<'ar' | 'er' | 'ir', readonly string[]>> = {
  ar: ['a', 'as', 'ar', 'e', 'es', 'en', 'an', 'ad', 'emos', 'ando', 'aras', 'aria', 'arias'],
  er: ['e', 'es', 'er', 'a', 'as', 'an', 'en', 'ed', 'amos', 'iendo', 'eras', 'erias', 'iera', 'ieras', 'ieran'],
  ir: ['e', 'es', 'ir', 'i', 'a', 'as', 'an', 'en', 'id', 'amos', 'iendo', 'iras', 'irias', 'iera', 'ieras', 'ieran'],
};

/** Forms of the same verbs that tell, and order nothing: "borro", "borramos", "borrado", "borraba", "borraron". */
const TOLD: typeof ENDINGS = {
  ar: 'o amos ado ada ados adas aba abas aban abamos aste aron are ara aran aremos ase asen'.split(' '),
  er: 'o emos ido ida idos idas ia ias ian iamos iste io ieron ere era eran eremos'.split(' '),
  ir: 'o imos ido ida idos idas ia ias ian iamos iste io ieron ire ira iran iremos'.split(' '),
};

export const toldForms = (table: string): string[] => inflected(table, TOLD);

/** `ar:pas,llev` → every form of pasar and llevar. A bare word stays as it is. */
export const spanishForms = (table: string): string[] =>
  table.split(' ').flatMap((entry) => (entry.includes(':') ? inflected(entry, ENDINGS) : entry.replaceAll('_', ' ')));

const inflected = (table: string, endings: typeof ENDINGS): string[] =>
  table.split(' ').flatMap((entry) => {
    const [kind, stems] = entry.split(':');
    return (stems?.split(',') ?? []).flatMap((stem) =>
      endings[kind as 'ar' | 'er' | 'ir'].map((ending) => stem + ending),
    );
  });
