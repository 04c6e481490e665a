/** Words for which of several same files stays; folded patterns. */

const COUNTED_OUT =
  ' (?:de|of|por|per|for|from) (?:cada(?: (?:un[oa]|grupo|archivo|foto))?|each(?: (?:one|set|file|photo))?|them|ell[oa]s|es[oa]s)';
const OF_EACH = `(?:${COUNTED_OUT})?`;
const ONES =
  '(?:(?:only |just |solo |solamente )?(?:the|those|el|la|los|las|lo)(?: (?:ones?|files?|photos?|cop(?:y|ies)|versions?|archivos?|fotos?|copias?))?)';

/** "quédate con", "keep": with what it takes before and behind. */
export const KEEPS =
  '(?:[,;.:-]\\s*)?(?:(?:y|and|but|pero) )?(?:(?:queda|quede) ~?[ts]e con|quedate con|(?:deja|deje|dejando|conserva|conserve|conservando|manten|mantenga|manteniendo)(?: ~me)?|keep|keeping|leave|leaving|hold on to) ';

const LACKING =
  "(?:sin|without|(?:que )?no (?:tienen?|tengan?|llevan?|lleven?|dicen?|digan?|ponen?|pongan?)|(?:that |which )?(?:don'?t|do not|doesn'?t|does not) (?:have|say|contain))";
const HAVING =
  '(?:con|with|que (?:tienen?|tengan?|llevan?|lleven?|dicen?|digan?|ponen?|pongan?)|(?:that |which )(?:have|has|say|says|contain|contains))';
const PART = '(?:(?:el|la|un|una|the|an?) )?(?:(?:palabra|word) )?(?<part>\\S+?(?: \\S+?)?)';
const IN_NAME =
  '(?: (?:en|in|de|of|from) (?:el |su |sus |los |the |its |their )?(?:file ?)?(?:nombres?|names?|titulo))';

export const KEPT_ONE = `(?:only |just |solo |solamente )?(?:un[oa]|one|1|a single (?:one|copy))(?: sol[oa])?(?: copia| copy)?${OF_EACH}`;
export const KEPT_ORIGINAL = `(?:(?:only |just |solo )?(?:el|la|los|las|the) )?original(?:es|s)?(?: (?:ones?|files?|photos?))?${OF_EACH}`;
export const KEPT_OLDEST = `(?:only |just |solo |solamente )?(?:el|la|los|las|the) (?:(?:archivo|foto|copia)s? )?(?:mas (?:antigu|viej)[oa]s?|oldest|earliest)(?: (?:ones?|files?|cop(?:y|ies)|versions?|photos?))?${OF_EACH}`;
export const KEPT_NEWEST = `(?:only |just |solo |solamente )?(?:el|la|los|las|the) (?:(?:archivo|foto|copia)s? )?(?:mas (?:nuev[oa]s?|recientes?)|newest|latest|most recent)(?: (?:ones?|files?|cop(?:y|ies)|versions?|photos?))?${OF_EACH}`;
export const KEPT_LACKING = `${ONES} ${LACKING} ${PART}${IN_NAME}?`;
export const KEPT_HAVING = `${ONES} ${HAVING} ${PART}${IN_NAME}`;
/** What follows is read as a folder. */
export const KEPT_IN = `${ONES} (?=(?:de|del|en|in|on|from|inside|that (?:is|are)|que (?:estan?|hay))(?: |$))`;
