import { either } from './either.js';

/** Statements that are no part of an order; folded patterns. */

const REST = '[^,.;!?]*';
const THEM_ES = '(?:los|las|lo|la)';
const THEM_EN = either('them|it|those|that|these|a copy|copies|all of (?:it|them)|the (?:rest|others|whole lot)');

const NEEDS_ES = either(
  'necesit|us|quier|ocup|sirv|hac(?:e|en) falta|interes|val|gust|pertenec|import|encuentr|hay prisa|corre prisa|cab',
);
const BOTHERS_ES = 'ocupan?|estan ocupando|quitan?|gastan?|comen?|estorban?|sobran?|molestan?|pesan?';
const MUCH_ES = 'mucho|muchisimo|demasiado|un monton|bastante|espacio|sitio|lugar|de mas|much[oa]s?|la verdad';
const WORTHLESS_ES = either(
  'basura|porqueria|viej[oa]s|inutil(?:es)?|de mas|chatarra|urgente|para (?:el|la|mi)(?: \\w+){1,3}',
  'antigu[oa]s|repetid[oa]s|vacaciones pasadas',
);
const DEALT_WITH_ES = either(
  'tengo|imprimi|envie|mande|revise|subi|copie|guarde|necesito|lei|vi|quiero',
  'voy a (?:necesitar|usar|imprimir|revisar|mandar|enviar)|tengo que (?:entregar|enviar|mandar|presentar|revisar)',
);
const HOW_ES = either(
  'ya|hoy|en papel|todo|todos|todas|por correo|en otro lado|en el disco externo|en la nube|urgente|ahi|alli|a mano',
  'para manana|impres[oa]s?|respaldad[oa]s?|mas|por separado|junt[oa]s|seguido|siempre|a diario|todos los dias',
);
const NEEDS_EN = 'need|want|use|like|care|have (?:room|space)|listen|open|look|find|play|watch|read';
const BOTHERS_EN = either(
  'taking|take|takes|eating|eat|using|hogging|filling|clutter|cluttering|rubbish|junk|useless|no use|old|ancient',
  'in the way|clogging|of no use|not needed|not important|no longer needed|urgent|done|finished|garbage|huge|too big',
  'mine|my|our|his|hers|her|from (?:my|the|our)|for (?:my|the|our|work|school)|all over',
);
const DEALT_WITH_EN = either(
  'printed|sent|emailed|backed|read|finished|filed|paid|seen|saved|uploaded|posted|got|have|installed|extracted',
  'unzipped|copied|scanned|signed|used|checked|handed|submitted|processed|shared|watched|listened to|replaced',
);

const ROOM_EN = '(?:(?:disk|free|hard drive) )?(?:space|room|storage|memory|gigs|gigabytes)';
const ROOM_ES = '(?:espacio|sitio|lugar|hueco|memoria)';

/** Said after an order and a comma: need, use and room, never which things are meant. */
export const STATEMENTS_BEHIND: readonly string[] = [
  `(?:que )?(?:(?:yo|realmente|la verdad|total|igual|pues|ya) )*(?:no |ya no )(?:me |se |${THEM_ES} |nos )*${NEEDS_ES}\\w*${REST}`,
  `(?:que )?(?:me |nos |ya )*(?:${BOTHERS_ES})(?: (?:${MUCH_ES}))*`,
  `(?:que )?(?:son|es|eran|era|esta|estan) (?:(?:pura|puro|solo|todo|toda|una|un|muy|ya) )*${WORTHLESS_ES}`,
  `(?:que )?(?:ya )?${THEM_ES} ${DEALT_WITH_ES}(?: ${HOW_ES})*`,
  `(?:que |si |si total |total |pues )?ya (?:me |te |se |nos )*${THEM_ES} (?:he |hemos |tengo |tenemos )?\\w+${REST}`,
  `(?:es[oa]s?|est[oa]s?|aquell[oa]s) (?:si |ya |casi )*(?:no )?${THEM_ES} ${DEALT_WITH_ES}(?: ${HOW_ES})*`,
  `(?:es[oa]s?|est[oa]s?) ${THEM_ES} (?:uso|ocupo|abro|reviso|consulto|miro|veo|leo|presento|entrego)${REST}`,
  'sin (?:miedo|problema|pena|apuro|prisa|drama|rollo)s?|no hay (?:problema|drama|apuro|prisa)|con confianza|cuidadito',
  "(?:i|we)(?: really| just| clearly)? (?:don'?t|do not|no longer|never|can'?t|won'?t|will not|didn'?t)" +
    `(?: ever| really| even)? (?:${NEEDS_EN})\\w*${REST}`,
  "(?:they|it|that|those|these|this)(?:'?s|'?re| is| are| was| were)?(?: all| just| only| really| too)* " +
    `${BOTHERS_EN}\\b${REST}`,
  `(?:i|we)(?:'?ve| have)? (?:already |just )*${DEALT_WITH_EN} ${THEM_EN}${REST}`,
  `(?:i|we) (?:got|have|bought|received|made|found) (?:new|newer|better|fresh|the new|updated) (?:ones?|copies|versions?)${REST}`,
  `(?:i|we)(?:'ll| will) (?:need|be|have|use|want|read|print|look|deal|sort|check|take)${REST}`,
  `(?:i|we) need ${THEM_EN} (?:handy|ready|close|nearby|at hand|to hand|soon|asap|urgently|right away|for (?:a|an|the|my|our|work|school))${REST}`,
  `(?:(?:i|we)(?:'?ll)? )?(?:(?:really|badly|just) )?(?:need|want|could do with|could use) (?:(?:the|some|more|all the|a bit of) )*${ROOM_EN}(?: back| asap| now)?(?: (?:for|to) ${REST})?`,
  `(?:(?:que |yo |pues )*)?(?:necesit(?:o|amos)|me hace falta|nos hace falta|quiero) (?:(?:el|la|mas|algo de|un poco de) )*${ROOM_ES}(?: libre)?(?: (?:para|en) ${REST})?`,
  `(?:i |we )?(?:need|have|got|want|gotta|must|going) ?(?:to )?(?:tell|show|report|explain|brief|prove|let)(?: (?:it|this|them|that))?(?: to)?(?: (?:the|my|our|a|an|his|her))? [a-z]+(?: (?:know|about it|today|tomorrow|soon|now))?`,
  `(?:que |es que )?(?:se lo |les |le )?(?:tengo|tenemos|debo|voy|hay) (?:que|a) (?:dec|cont|ensen|mostr|explic|inform|avis|report)[a-z]*(?: ?~?(?:se|le|les|lo|la|los|las))*${REST}`,
  'no rush|no hurry|whenever (?:you can|suits|you like)',
  `it'?s (?:for|my|the|a|been|so|too|getting|all|really)${REST}`,
];

const WELL = either(
  'y|and|pero|but|so|bueno|mira|oye|uf+|ay|ugh|the thing is|la cosa es que|resulta que|fijate que|la verdad',
  'la verdad es que|lo que pasa es que|pasa que|es que|sucede que',
);
const DUTIES =
  'to (?:do|finish|go|prepare|send|submit|pay|hand|get ready|leave|start|work|meet|call|make (?:room|space)|tidy up a bit)\\b';
const HAVE_EVENT =
  '(?:a meeting|to |an? (?:audit|exam|interview|deadline)|already |just |never |finally |always |(?:finished|done|completed|marked|graded|corrected|handed|started|been) (?:my|our|the|all|with|out|off|it|them) )';
const WHO_SAYS = either(
  `i(?:'m|'ve|'ll|'d)? (?!(?:want(?:ed)?|needed|meant|asked|said|need(?! ${DUTIES})|would like|'d like|'d love|have(?! ${HAVE_EVENT})|got)\\b)`,
  "we(?:'re|'ve|'ll)? (?!(?:want(?:ed)?|need(?:ed)?|meant|asked|said|have)\\b)|my |mi |mis |the |el |la |los |las |un |una |lo |they |he |she |it |it's ",
  "est[eaoi]s? |estos |es[eao]s? |aquell[oa]s? |this |these |that |those |[a-z]+'s |everything|nothing|somebody|someone|nobody",
  'me |se |nos |te |le |ya |no |asi |printer |laptop |interview |somebody',
);
const SAYS_ES = either(
  'he |hemos |ando |estoy |estamos |acabo |acabamos |tengo |tenemos |voy |vamos |van |viene |necesito espacio|quiero espacio',
  'es |son |hay |perdi |que |demasiad|tanto|con |trabaj|terminamos|termine|soy |somos |llevo |creo |parece |espero ',
  'perdon|disculp|esper|como |dice |mirando|limpiando|ordenando|haciendo|sali |fui |vine |llegue |estuve ',
);
const WHEN = either(
  'hoy |ayer |anoche |hace |manana |el otro dia |today|yesterday|tomorrow|last |a veces|siempre|nunca|por fin',
);
const SAYS_EN = either(
  "gonna |going |there's no |there is no |what a |how |seems|looks like|just |finally|finished|too many|so many|almost",
  "running|getting|need (?:space|room|to free)|don't |can't |hope |sorry|looking|working|cleaning|doing|apparently",
  'for some reason|is |off to |back from |trying ',
);

/** How things stand: a sentence of its own before the order. */
export const STATEMENTS_BEFORE = `(?:${WELL} )*${either(WHO_SAYS, SAYS_ES, WHEN, SAYS_EN)}`;

/** "Hooray!", "por fin": glad or cross about something, and nothing that is to be done. */
export const EXCLAIMED = either(
  'hooray|hurrah|yay|woo ?hoo|phew|wow|great|brilliant|finally|at last|oh dear|silly me|goodness(?: me)?|good grief|well done me',
  'por fin|viva|ole|genial|menos mal|que (?:bien|alegria|pereza|lio)|madre mia|dios mio|vaya|uf+|bravo|estupendo',
);

const EVENTS_ES = 'trimestre|curso|ano|mes|semana|semestre|temporada|etapa|vida|cuatrimestre|ciclo|epoca';
const EVENTS_EN = 'term|year|month|week|season|semester|quarter|start|chapter|day|era';
/** "New term, new reports!", "curso nuevo, vida nueva": what has begun or ended. */
export const BEGINNINGS =
  `(?:(?:happy |feliz )?(?:new|another|nuev[oa]|otr[oa]|the end of(?: the)?|end of(?: the)?|fin de(?:l)?|start of(?: the)?) (?:${EVENTS_ES}|${EVENTS_EN})` +
  `|(?:${EVENTS_ES}) nuev[oa])(?:,? (?:and |y )?(?:new|another|nuev[oa]s?|otr[oa]s?) [a-z]+|,? (?:and |y )?[a-z]+ nuev[oa]s?)*`;
