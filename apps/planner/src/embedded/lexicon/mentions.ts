import { either } from './either.js';

/** Asking which files speak of something; folded patterns. */

const SPEAKS_ES = either(
  '(?:se )?(?:mencionan?|mencione[n]?|nombran?|citan?)|(?:se )?(?:hablan?|hable[n]?) (?:del?|sobre)|tratan? (?:del?|sobre)',
  '(?:se )?(?:dicen?|diga[n]?)|aparecen?|aparezca[n]?|(?:sale|salen|esta escrit[oa])(?! en )|tienen?(?= (?:la palabra|el texto))',
  '(?:apunte|anote|escribi|puse|guarde)(?= (?:lo |la |el |que |algo ))',
);
const SPEAKS_EN = either(
  '(?:mentions?|talks? about|refers? to|(?:is|are) about|says?|contains?|(?:has|have)(?= the (?:word|text)))',
  '(?:did i|i) (?:write|wrote|note|noted|put|jot)(?: down)?(?: about)?(?= (?:about |the |my |something ))',
);
export const SPEAKS = either(SPEAKS_ES, SPEAKS_EN);

/** What may stand before the words that are looked for. */
export const OF_WHAT =
  '(?: (?:la palabra|las palabras|el texto|la frase|the words?|the text|the phrase|algo (?:de|sobre)|something about|about' +
  '|lo del?(?: la| el| los| las)?|al?|el|la|los|las|the|my|mi))*';

const KINDS = either(
  '(?:archivos?|ficheros?|documentos?|notas?|txts?|pdfs?|words?|excels?|docx?|textos?)(?: de texto)?',
  '(?:text )?(?:files?|documents?|notes?)|docs|txt files?',
);
const OUT_OF = '(?:(?: uno| one)? (?:de|of)(?: (?:los|las|the|my|mis))*| (?:los|las))?';
/** "¿en cuál de los txt de X se menciona …?" */
export const WHICH_SPEAKS = `(?:en |in )?(?:que|cual(?:es)?|which|what)${OUT_OF}(?= ${KINDS}\\b.{0,60}? ${SPEAKS} )`;
