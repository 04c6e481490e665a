import { either } from './either.js';

/** Before a verb they make it an order: "hay que pasar", "would you move". Folded patterns. */

const CAN_ES = either(
  'puedes|podes|podrias|podria|puede|podemos|podriamos|pudieras|quieres|queres|querrias|queria|se pueden?',
  'se podrian?|se deben?|es posible|seria posible|podrias por favor',
);
const WISH_ES = either(
  'me gustaria|nos gustaria|quisiera|quiero|queremos|quisieramos|(?:ne[cs]e[cs]ito|necesitamos|necesitaria|necesitaba)|ocupo',
  'preciso|quiero pedir ?~?te|lo que (?:quiero|queria|quisiera|necesito|necesitaba) (?:es|era)|la idea (?:es|era)',
);
const MUST_ES = either(
  'hay que|habria que|tienes que|tenes que|tengo que|tenemos que|debes|deberias|toca|te toca|tocaria',
  'hace falta|es necesario|urge|me urge|trata de|intenta|procura|encarga ?~?te de|haz que|asegura ?~?te de',
  'vamos a|vas a|voy a|(?:vuelve|volve|vuelva|vuelvas|volver) a|hagamos|tener|(?:ve|anda|vaya|corre) a',
);
const HELP_ES = either(
  'ayudame(?: a| con)?|ayuda a|ayudas a|me ayudas (?:a|con)|me podrias ayudar a|(?:puedes|podrias) ayudarme a',
  'ayudar(?: ~?me)? a|que me ayudes(?: a)?|me ayudes(?: a)?|colaborame(?: con)?',
  '(?:me )?(?:colabora|colaboras|ayudas|echas una mano|das una mano)(?: ~me)?(?: con)?',
);
const KINDLY_ES = either(
  '(?:seria|fuera|sea|serias|eres|es) tan amable de',
  '(?:tendrias|tendria|ten|tenga) la (?:bondad|amabilidad|gentileza) de',
  'favor de|favor|te importaria|te importa|te molestaria|te molesta|le importaria|te animas a',
  'me vendria bien|estaria bien|seria bueno|seria genial(?: si)?|sera que|sera posible',
);
const DO_FAVOUR_ES =
  '(?:me )?(?:haz|haces|haga|hace|hazme|hagas|harias|podrias hacer) ?(?:~me )?' +
  '(?:el|un) (?:favor|favorcito|paro|catorce|gran favor)(?: de)?';

const CAN_EN =
  "(?:can|could|would|will|can'?t|couldn'?t|won'?t) (?:you|we|u|ya)" +
  '(?: please| just| maybe| possibly| kindly| also| be so kind as to| help me(?: to)?| help(?: to)?)*';
const WISH_EN = either(
  "i(?:'d| would)? (?:really )?(?:want|need|like|love|wish)(?: for)?(?: you)?(?: to)?(?: just)?",
  "i(?:'m| am) (?:trying|going)(?: to)?|i gotta|i (?:have|need) to|we (?:need|want|have)(?: you)? to",
  'gonna|wanna|want to|want you to|what i (?:want(?:ed)?|need(?:ed)?|meant) (?:is|was)(?: for you)?(?: to)?',
  '(?:can|could|may) i(?= (?:get|have) )|(?:can|could|may)(?= (?:they|these|those|it|the|my|all) )',
);
const MUST_EN = either(
  "you (?:need|have) to|you (?:should|must|can|could)|let'?s|let us|make sure (?:to|you|that you)",
  'time to|it is time to|the plan is to|your job is to',
);
const KINDLY_EN = either(
  'be so kind as to|would you mind|do you mind|mind|(?:please )?help me(?: to| with)?',
  '(?:is it|would it be) possible (?:for you )?to|do you think you could|any chance you (?:could|can)',
  '(?:it )?would be (?:great|nice|good|lovely) if you(?: could)?|i would appreciate it if you',
  'i was (?:hoping|wondering)(?: if| that)? you (?:could|would|can)|be a (?:dear|love|star) and',
);

export const MODALS: readonly string[] = [
  `(?:me )?${either(CAN_ES, WISH_ES, MUST_ES, HELP_ES, KINDLY_ES, DO_FAVOUR_ES)}(?: usted)?(?: que(?: me)?)?`,
  either(CAN_EN, WISH_EN, MUST_EN, KINDLY_EN),
];
