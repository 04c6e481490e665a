import { either } from './either.js';

/** Courtesies: they change nothing about what is asked. Folded patterns. */

const IF_YOU_CAN = either(
  "if you (?:can|could|please|would|don'?t mind|have a (?:second|minute|moment))",
  'si (?:puedes|podes|pudieras|es posible|no es molestia|no te molesta|no te importa)',
  'si (?:(?:eres|es|sos|fueras) tan amable|tienes (?:tiempo|un (?:minuto|momento)))',
  'when you (?:can|(?:get|have) a (?:chance|moment|minute|sec|second))',
  'cuando (?:puedas?|tengas? (?:tiempo|un (?:rato|momento|minuto)))',
);
const EXCUSES = either(
  '(?:disculpa|perdona|sorry for|excuse)(?: ~?me)? (?:la molestia|las molestias|the bother|the trouble)',
  '(?:que )?pena (?:con usted|molestar ?~?(?:l[oae]|te))|perdon(?:e|a)? (?:que )?(?:te |l[eo] )?moleste',
);
const THANKS = either(
  '(?:muchas |muchisimas |mil )?gracias(?: de antemano| por (?:tu ayuda|todo|adelantado)| mil)?',
  '(?:many )?thanks?(?: you)?(?: ever so much| so much| very much| a lot| a (?:bunch|million))?(?: in advance)?',
  'de antemano|thx|tks|ty|cheers|ta(?=[\\s.!]*$)',
  'te (?:pido|agradeceria|agradezco|ruego|encargo|lo agradezco|lo agradeceria)(?: mucho| muchisimo)?(?: que| si)?(?: me)?',
  '(?:le|les) (?:pido|agradeceria|agradezco|ruego|encargo)(?: mucho)?(?: que| si)?(?: me)?',
  "i(?:'d| would)? (?:really )?(?:appreciate|be grateful)(?: it)?(?: if you(?: could| can| would)?)?",
);
const FAVOURS = either(
  'un favor(?:cito)?',
  '(?:me )?(?:haces|hazme|harias|podrias hacer(?:me)?) (?:el|un) (?:favor|gran favor)(?: de)?',
  '(?:haga|hagame|haga ~me|regale|regala|regaleme|regale ~me) (?:el|un) (?:favor|favorcito)(?: y)?(?: me(?= ))?',
  'do me a favou?r(?: and)?',
);

export const POLITENESS = either(
  'por favor(?:cito)?|porfa(?:vor(?:cito)?|s|ta|plis|voh)?|porfis?|plis|pls|plz|please|kindly',
  IF_YOU_CAN,
  EXCUSES,
  THANKS,
  FAVOURS,
  'usted(?=,| los| las| el| la| mis| todos| todas)|anda(?=[\\s.!]*$)|venga(?=[\\s,.!]*$)|hombre|mujer|vos(?= )',
  '(?<!\\b(?:lo|los|las|the|mas|muy|more|y) )(?:es urgente|urgentemente|urgente|urgently|urgent)(?=[\\s.!]*$)',
  'en total|in total|altogether',
  'tu(?=,)|senor(?:a|ita)?|po(?=[\\s,.!]|$)',
);
