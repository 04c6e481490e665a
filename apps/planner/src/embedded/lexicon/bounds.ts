import { either } from './either.js';

/** Words that tell an aside from what may bound an order; folded patterns, a space is any run of spaces. */

export const DAY_NAMES =
  'lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const MONTHS_ES = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

const CONDITIONS = either(
  'solo|solamente|unicamente|only|unless|mientras|while|until|hasta que|cuando|when|whenever|siempre|a menos que',
  'en caso de|once|despues|after|provided|as long as|whether|tomorrow|manana|mas tarde|next|proxim[oa]s?',
);
const EXCEPTIONS = 'excepto|menos|salvo|except|instead|en lugar|en vez';
const WHICH_ONES = either(
  `every|cada|(?:l[oa]s|el|la) de|de (?:${MONTHS_ES})|the (?:ones?|rest|others?)|that are|which`,
);
const FORBIDDEN =
  '\\b(?:no|not|never|nunca|don.?t) (?:l[oa]s? )?(?:borr|muev|toqu|copi|elimin|hag|delet|mov|touch|copy|remov|do it)';

const IF = '(?<!(?:que|por) )\\b(?:si|if)\\b';
export const CONDITIONAL = either(IF, `\\b${CONDITIONS}\\b`);

/** They bring a condition, an exception, a day, a measure or a name. */
export const BOUNDING = either(
  IF,
  `\\b${either(CONDITIONS, EXCEPTIONS, WHICH_ONES, DAY_NAMES)}\\b`,
  FORBIDDEN,
  '[\\ue000-\\uf8ff]|\\d',
);

const TELLING_ES = either(
  'encuentro|veo|puedo|sirven?|mando|uso|necesit\\w*|mira|quiero|vino|paso|acuerdo|entiendo|es|son|esta|estan|era|tiene',
  'tienen|tengo|me|se|nos|quiere|quieren|pide|piden|ocupan?|viene|hay|anda|sigue|va|van|quedo|queda|son|estoy|trabajo',
);
const EVENTS =
  'interview|meeting|exam|audit|deadline|appointment|flight|entrevista|reunion|examen|junta|auditoria|cita|viaje|vuelo|clase';
const TELLING_EN = either(
  `${EVENTS}(?= (?:tomorrow|today|tonight|manana|hoy|el |on |at |a las ))`,
  'i|is|are|was|has|have|wants?|moaning|like|got|took|gonna|going|needs?|asked|keeps?|takes?|looks|gets|sent|coming|been|running|trying|waiting|moving house',
  "rejects|accepts|refuses|complains|insists|uses|can't|cannot|don't|won't",
);

/** A noun phrase alone may be what the order is about; with a verb it tells something. */
export const TELLING = either(
  `\\b${either(TELLING_ES, TELLING_EN)}\\b`,
  "'(?:s|m|ve|re)\\b",
  '\\w(?:aron|ieron|aba|aban|ando|iendo)\\b',
  '\\b(?:he|hemos|ha|han)(?: ya| por fin)? \\w+(?:ado|ido|cho|sto|rto)\\b',
  "\\b(?:i|we|they|he|she|it)(?:'ve|'d| have| had)?(?: (?:just|already|never|finally|all))* \\w{3,}ed\\b",
);

const KIND_OF_FOLDER =
  'carpetas?|folders?|llam\\w+|called|named|empie\\w+|starts?|termin\\w+|ends?|contien\\w+|contains?';
const MEASURES = 'mes|meses|semana|anos?|months?|weeks?|years?|ayer|yesterday|grandes|pesados|big|large';

const LIES_IN =
  '(?:que|which|that) (?:esta|estan|is|are|se encuentran?) (?:en|in|on|inside|dentro)(?! (?:the|my|our) way)';

/** What would say which things are meant, or where they are. */
export const SPECIFYING = either(KIND_OF_FOLDER, MEASURES, LIES_IN, 'tambien|also|too|as well');
