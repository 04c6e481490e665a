import { either } from './either.js';

/** How things look, and that they are no longer needed: said around an order and no part of it. Folded patterns. */

const OUCH = either(
  'oops|ups|uy|ay|epa|uh oh|oh|ouch|mmm+|hmm+|uf+|ufa|vaya|joder|caray',
  'no queria (?:eso|hacer eso)|eso no (?:era|es) lo que (?:queria|quiero|pedi)|no era (?:eso|asi)|asi no',
  'that (?:is|was) not what i (?:wanted|meant|asked for)|i (?:did|do) not (?:mean|want) (?:that|it|to do that)',
  'no me gust[ao](?: (?:como quedo|asi|eso))?|i (?:don.?t|do not|did not) like (?:it|that|this)',
  'wrong (?:folder|one|files?|place)|carpeta equivocada',
);
const MESS = either(
  'mess|disaster|desastre|desorden|caos|lio|chaos|relajo|despelote|quilombo|asco|porqueria|cochinero',
);
/** Before anything is said. */
export const EXCLAMATIONS = either(
  'madre mia|dios mio|por dios|ay dios|virgen santa|ostras|hostia|jolin(?:es)?|jobar|caramba|vaya|que horror|que barbaridad|uf+|ay',
  'oh (?:my (?:god|goodness|days|word)|dear|no|wow)|omg|my (?:god|goodness)|goodness(?: me)?|good (?:grief|lord|heavens)|blimey|crikey|wow|yikes|ugh|dear me',
);

const SUCH = '[^.,;:!?\\d]{1,40}';
/** How a folder looks, with the folder as a group: no question, whatever its words. */
export const complaintsOf = (folder: string): string =>
  either(
    `(?:(?:mira|fijate|hay que ver) )?(?:como|que (?:mal|llen[oa]s?)) (?:tengo|tenemos|esta|estan|anda|andan|quedo|quedaron) (?<a>${folder})(?: ya| ultimamente)?`,
    `(?:vaya|que|menud[oa]|tremend[oa]) ${MESS}(?: (?:que )?(?:tengo|tenemos|hay|es|son|de|en)){0,2} (?<b>${folder})`,
    `(?<c>${folder}) (?:esta|estan|es|son|is|are|has become|have become|looks?) (?!(?:en|in|on)\\b)${SUCH}`,
    `(?:tengo|tenemos) (?<f>${folder}) (?:hech[oa]s?|llen[oa]s?|desordenad[oa]s?|fatal)(?: ${SUCH})?`,
    `(?:just )?look at (?:the (?:state|mess) (?:of|in|on) )?(?<d>${folder})|what a ${MESS}(?: (?:in|on|of))? (?<e>${folder})(?: (?:is|are|has become))?`,
  );
const FULL = either('desordenad[oa]s?|llen[oa]s?|hech[oa]s? un (?:lio|desastre|caos|asco)');

export const MOODS = either(
  '(?:que )?ya no l[oa]s? (?:quiero|necesito|uso|ocupo)|no l[oa]s? (?:quiero|necesito|uso) (?:mas|ya)',
  'i (?:do not|no longer) (?:need|want|use) (?:them|it)(?: any ?more)?',
  '(?:is|are) (?:not|no longer) (?:needed|wanted|used)(?: any ?more)?|(?:is|are) of no use(?: any ?more)?',
  'ya no (?:se )?(?:necesitan?|usan?|sirven?|hacen? falta)(?: para nada)?(?! (?:el|la|los|las) )',
  `${OUCH}(?:,? no)?(?=[\\s,.!]|$)`,
  `(?:(?:is|are|esta|estan|hay|tengo|it is) )?(?:(?:hech[oa]s? )?(?:a|an|un|una) )` +
    `(?:(?:total|real|gran|verdadero|complete|huge) )?${MESS}`,
  '(?:is|are) (?:so |too |very |really )?(?:messy|full|cluttered|a mess)(?! of)',
  `estan? (?:muy |tan |todo |toda )?${FULL}(?! de)|no (?:aguanto|soporto) mas este desorden`,
);

const WANT_NOT = either('quiero|necesito|ocupo|uso|preciso|hacen? falta|me (?:hacen? falta|sirven?)');

/** Why it may be done. */
export const NOT_NEEDED = either(
  `(?:ya )?no ${WANT_NOT}(?: mas| ya| para nada)?(?= (?:los|las|el|la|esos|esas|mis|un|una))`,
  "i (?:do not|don'?t|no longer) (?:need|want|use)(?: any(?: of)?)?(?= (?:the|those|these|my|any))",
);
