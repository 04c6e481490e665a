/** Words that point at what was spoken of, by what they can mean; folded patterns. */

const THAT_ES = '(?:es[ea]|est[ea]|el mismo|la misma)';
const THOSE_ES = '(?:es[oa]s|est[oa]s|aquell[oa]s|l[oa]s mism[oa]s)';
const FILE_ES = '(?:archivo|fichero|documento|foto|imagen|nota|video|mism[oa]|de ahi)';
const FILES_ES = '(?:archivos|ficheros|documentos|fotos|imagenes|notas|videos|mism[oa]s|de ahi)';
const FILE_EN = '(?:file|document|one|photo|picture|note|video)';
const FILES_EN = '(?:files|documents|ones|photos|pictures|notes|videos|two|three)';

/** One thing and no other. */
export const IT = `~l[oa]|it|${THAT_ES} ${FILE_ES}|(?:that|this|the same|the said) ${FILE_EN}`;

export const THEM = `~l[oa]s|(?:all (?:of )?)?(?:them|those|these)(?: all)?(?: ${FILES_EN})?|${THOSE_ES}(?: mism[oa]s)?(?: (?:dos|tres))?(?: ${FILES_EN}| ${FILES_ES})?|ell[oa]s|they|both of (?:them|those|these)`;

/** Where a phrase without a noun ends. */
const NO_NOUN =
  '(?=\\s*(?:$|[,.;!?])|\\s+(?:a|al|de|del|en|dentro|para|to|into|in|inside|onto|on|from|por|please|ahi|alli|there|back|too|tambien)(?![a-z]))';

/** "las dos", "both": said without what they are, so many of what was spoken of last. */
export const SO_MANY = `(?:(?:las|los|esas|esos|estas|estos) (?:dos|tres|cuatro)|(?:the|all|those|these) (?:two|three|four)|amb[oa]s|both)(?: (?:archivos|ficheros|cosas|files|things))?${NO_NOUN}`;

/** However many it was. */
export const THAT =
  '(?:tod[oa] |all (?:of )?)?(?:eso|esto|aquello|that(?! (?:folder|directory))|this(?! (?:folder|directory|week|month|year|morning)))';

const DET =
  '(?:el|la|los|las|es[ea]|es[oa]s|est[ea]|est[oa]s|the|that|those|this|these|both|ambos|ambas|both the|l[oa]s dos|the two)';

/** What the last copy made. */
export const COPIES = `(?:${DET} )(?:new |nuev[oa]s? )?(?:copi(?:a|as|ed one|ed ones)|cop(?:y|ies)|duplicate(?! (?:files|photos|pictures|documents|images|ones|items))|duplicado)(?: (?:nuev[oa]s?|files?|que (?:hiciste|acabas de hacer)|(?:that )?you (?:just )?made))?(?! (?:de|of) )`;

/** What it was made from. */
export const ORIGINALS = `(?:(?:${DET}|mis|my) )?(?:archivos? |ficheros? )?original(?:es|s)?(?: (?:files?|ones?|archivos?))?`;

/** The folder just made or filled, as a thing to be changed itself. */
export const FOLDER =
  '(?:es[ea]|est[ea]|dicha|la misma|that|this|the same|the new|la nueva)(?: new| same| nueva)? (?:carpeta|folder|directorio|directory)(?: nueva)?';

/** "the docx ones", "solo los pdf": some of what was spoken of. */
export const ONES = 'ones?|of (?:them|those|these)|de (?:es[oa]s|ell[oa]s|est[oa]s)|entre (?:es[oa]s|ell[oa]s)';

/** "ambos", "all of them": said of several that were shown. */
export const ALL_OF_THEM =
  '(?:de |en |from |in )?(?:tod[oa]s(?: ell[oa]s| las carpetas)?|(?:l[oa]s )?(?:dos|tres)(?: cosas| lados| carpetas| partes| sitios| lugares)?|amb[oa]s(?: lados| carpetas| partes| sitios| lugares)?|all(?: of (?:them|the folders|those))?|(?:the )?both(?: of (?:them|those)| folders| places| sides)?|all (?:two|three)|everywhere)';

/** Before a noun: the others of that kind. */
export const OTHERS =
  '(?:(?:todos |todas )?(?:l[oa]s) (?:demas|otr[oa]s|restantes)|(?:all )?the (?:other|remaining))(?= (?!ones?\\b)[a-z.])';

/** Of two the one that was not spoken of, before its noun or alone; a folder or a computer is another matter. */
export const THE_OTHER =
  '(?:(?:el|la) otr[oa]|the other)(?! (?:folders?|carpetas?|directori[oa]s?|vez|dia|day|compu\\w*|pc|laptop|maquina|machine|ordenador|equipo|server|lado|side)\\b)';

/** Not where it is, and no more is said: it is asked. */
export const ELSEWHERE =
  '(?:(?:a|en|to|in|into) )?(?:otr[oa] (?:carpeta|lugar|sitio|lado|parte)|another (?:folder|place)|some other (?:folder|place)|somewhere else|some place else|elsewhere)(?! (?:que|llamad[oa]|called|named))';

/** All that is left. */
export const REST =
  "(?:todo )?(?:lo|los|las) (?:demas|restantes?|otr[oa]s|que (?:queda|quedan|quede|queden|falta|faltan|sobra|sobran))|el resto|(?:all )?the (?:rest|others|other ones|remaining(?: ones)?)|(?:everything|anything|todo) (?:else|lo demas)|what(?:'s| is) left";
