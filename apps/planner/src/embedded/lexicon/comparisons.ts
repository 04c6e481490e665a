import { either } from './either.js';

/** Asking what one folder has and another has not; folded patterns with the folders as groups. */

const NAME = '[^,.;:!?]{1,80}?';
const A = `(?<a>${NAME})`;
/** The last thing that is said. */
const B = `(?<b>${NAME})`;
const KIND = '(?: (?<kind>[a-z]+(?: [a-z]+){0,2}?))??';

const TELL = either(
  'dime|decime|di ~?me|muestra(?: ~?me)?|ensena(?: ~?me)?|lista(?: ~?me)?|quiero (?:ver|saber)|me (?:dices|puedes decir)|a ver',
  'mira(?: ~?me)?|fijate|revisa|comprueba|puedes|podrias|por favor|porfa|oye',
  '(?:can|could|would) you|please|tell me|show me|list(?: me)?|check|see|find(?: out)?|i (?:want|need|would like) to (?:know|see)|let me know',
);
export const LEAD = `(?:${TELL}[,¿ ]+){0,3}`;

const HAS_ES = either('hay|tengo|tenemos|esta|estan|son|existe|guardo');
const NOT_ES =
  '(?:y )?(?:que )?(?:ya )?no (?:este[n]?|estan?|haya|hay|tenga(?:mos)?|tengo|tenemos|aparezcan?|aparecen?|existan?|figuren?|salgan?|salen?)(?: tambien)?(?: guardad[oa]s?| copiad[oa]s?)?|(?:y|pero) no';
const IN_ES = '(?:en|dentro de|adentro de)';
const NOT_EN =
  "(?:(?:that|which|but|and) )?(?:(?:is|are|do|does|did|have|has)(?: (?:i|we))? not(?: (?:have|got))?|(?:isn|aren)t|(?:don|doesn)'?t(?: have)?|(?:i|we) (?:do not|don'?t|have not|haven'?t) (?:have|got)|not)(?: also| already| yet)?";
const IN_EN = '(?:in|on|inside)';

/** What is in the first and not in the second. */
export const LACKING: readonly string[] = [
  `(?:que|cual(?:es)?|lo que|algo)${KIND}(?: (?:que )?${HAS_ES})? ${IN_ES} ${A} (?:${NOT_ES}) ${IN_ES} ${B}`,
  `(?:hay|tengo|tenemos) (?:algo|alguna? (?<kind>[a-z]+)) ${IN_ES} ${A} (?:${NOT_ES}) ${IN_ES} ${B}`,
  `(?:que|cual(?:es)?)${KIND} (?:de|del|tiene|hay en) ${A} (?:(?:que |y )?no (?:estan?|hay|tengo|aparecen?|tenga|tiene)|(?:(?:me|nos|le) )?faltan?) (?:en )?${B}`,
  `(?:que|cual(?:es)?)${KIND} (?:le )?faltan? (?:en|a|por copiar (?:en|a)) (?<b>${NAME}) (?:de lo que hay en|de (?:los|las) de|que (?:si )?(?:este[n]?|estan?|haya|hay|tengo)(?: si)? en|(?:con )?respecto (?:a|de)|comparad[oa] con|frente a) (?<a>${NAME})`,
  `(?:what|which|anything)${KIND}(?: (?:is|are|do i have|do we have|have i got|have we got|i have|there is))?(?: there)? ${IN_EN} ${A} ${NOT_EN} ${IN_EN} ${B}`,
  `(?:is there|are there|do i have|have i got|do we have) (?:anything|any (?<kind>[a-z]+)) ${IN_EN} ${A} ${NOT_EN} ${IN_EN} ${B}`,
  `what${KIND} (?:does|do) ${A} have (?:that|which) (?<b>${NAME}) (?:does not|do not|doesn'?t|don'?t)(?: have)?`,
  `(?:what|which)${KIND}(?: (?:is|are))? missing (?:from|in) (?<b>${NAME}) (?:(?:that|which|but) (?:is|are)(?: in)?|compared (?:to|with)|(?:and|but) (?:is |are )?in) (?<a>${NAME})`,
  `(?:what|which)${KIND} (?:in|from) ${A} (?:is|are) (?:missing (?:from|in)|not in) ${B}`,
  `(?:is|are|does|do) (?:everything|all(?: of)?(?: (?:the|my))?${KIND}) (?:in|from) ${A} (?:also |already |backed up |exists? )*(?:in|on) ${B}`,
  `(?:esta|estan) (?:todo lo (?:de|que hay en)|tod[oa]s l[oa]s (?<kind>[a-z]+) (?:de|que hay en)) ${A} (?:tambien |ya )*en ${B}`,
];

const FOLDERS =
  '(?:(?:las|los|la|el|estas|the|these|my|mis|two|dos|what is in|lo que hay en|el contenido de) )*(?:(?:carpetas?|directorios?|folders?) )?';
const WITH = either('con|contra|frente a|with|to|against|versus|vs');
const BESIDE = 'y|e|and|&';
const COMPARE = either(
  'compara(?:r|me)?(?: ~me)?|comparad|compare|(?:haz|hace|do|make) (?:una comparacion|a comparison) (?:de|of|between|entre)',
);
const DIFFER = either(
  '(?:en que se diferencian?|que diferencias? hay entre|(?:cual(?:es)? (?:es|son) )?(?:la |las )?diferencias? entre|que (?:cambia|diferencia) (?:entre|hay entre))',
  "(?:what (?:is|are) |what'?s )?(?:the )?differences? between|how (?:do|does|are)(?= .+ (?:differ|different))",
);
const SAME = either(
  '(?:son iguales|tienen lo mismo|tienen los mismos archivos|contienen lo mismo)|(?:are|do)(?= .+ (?:the same|identical|have the same files))',
);
const DIFFERENT = '(?: (?:differ|different|the same|identical|have the same files|iguales))?';

/** What each of the two has; a word such as "con" parts them before an "y" does, which may be in a name. */
export const COMPARING: readonly string[] = [
  `${COMPARE} ${FOLDERS}${A} ${WITH} ${FOLDERS}${B}`,
  `(?:${either(COMPARE, DIFFER, SAME)}) ${FOLDERS}${A} (?:${BESIDE}) ${FOLDERS}${B}${DIFFERENT}`,
];

/** What may be asked about the two once more, which the comparison tells anyway. */
export const ASKED_OF_BOTH = either(
  `(?:(?:y|and) )?(?:${TELL} )?(?:what|which|que|cual(?:es)?|lo que|whether|si)(?: [^\\s,.;:!?]+){0,3}? (?:missing|faltan?|sobran?|differs?|different|cambia|distint[oa]s?|diferentes?|iguales|the same|mas|extra|not|no)(?: [^\\s,.;:!?]+){0,6}`,
);
