import { NOT_NEEDED } from './complaints.js';
import { either } from './either.js';
import { MODALS } from './modals.js';
import { POLITENESS } from './politeness.js';

/** Words that change nothing about what is asked; folded patterns, tried longest phrase first by order. */

const REST_EN = 'the rest|everything else|the others|all the rest|the other ones';
const REST_ES = 'lo demas|el resto|los demas|las demas|lo otro|los otros|las otras';
const AS_IT_IS = either(
  "alone|as (?:it )?is|there|where (?:it|they)(?: is| are|'s|'re)|be",
  'como estan?|donde estan?|ahi|quiet[oa]s?|igual|en paz|tal cual',
);

/** What is not spoken of stays: so it would anyway. */
export const REST_STAYS = either(
  "(?:y |and |but |pero )?(?:leave|deja|dejes|dejame|don'?t touch|do not touch|no toques|ni toques)(?: ~?me)? " +
    `(?:${REST_EN}|${REST_ES})(?: ${AS_IT_IS})?`,
  `(?:y |pero |and |but )?(?:${REST_ES}|${REST_EN}) ` +
    '(?:deja(?: ~?me)? ~l[oa]s?(?: ahi| donde estan| quiet[oa]s)?|you can leave|ni tocar(?: ?~?l[oa]s?)?|ni l[oa]s? toques|no (?:l[oa]s? )?toques|no se tocan?|stays?(?: put| there)?|can stay)',
  `(?:y |pero |and |but )?(?:(?:${REST_ES}|the rest|the others?(?: ones)?) (?:no|not)|not (?:the rest|the others?(?: ones)?)|no (?:el resto|l[oa]s (?:demas|otr[oa]s)))(?=[\\s,.!]*$)`,
  '(?:y |and )?(?:deja|dejar|deje|dejes|keep|leave|keeping|dejando) (?:solo |only |just )?(?:un[oa]|one)(?: copia| copy)?(?: sola?)? (?:de|of) (?:cada(?: un[oa])?|each(?: one)?|them|ell[oa]s|es[oa]s)',
  '(?:y |pero )?(?:deja|dejes)(?: ~l[oa]s?)? (?:lo que no|todo lo que no)(?: \\w+){1,3} (?:ahi|quieto|igual)',
  'es[eoa]s? ni de (?:chiste|broma)|ni de (?:broma|chiste)',
);

const NOT_KNOWN = either(
  "no (?:me acuerdo|recuerdo|se)|can(?:'?t| not) remember|do(?:n'?t| not) (?:remember|know)|forgot",
);
const WHERE = either('(?:de )?(?:en que carpeta|donde|a donde)|where|(?:in )?(?:which|what) folder');
const I_PUT = either('deje|puse|guarde|meti|tengo|esta|estan|quedo|put|left|saved|stored|have|is|are|went');
const WHEREABOUTS_FORGOTTEN = `(?:porque |y |but |i )?(?:ya )?${NOT_KNOWN} ${WHERE}(?: (?:l[oa]s? |i |it |they )?${I_PUT}(?: (?:it|them|those|that))?)?`;

const CALLS = either(
  '(?:hi|hello|hey) there|hiya|howdy|andale|orale|hola+|buenas|buen(?:os)? dias?|buenas tardes|buenas noches|oye|oiga',
  'oi|che|ey|hey|hi|hello|disculpa|perdon|sorry|mira|ordena|asistente|assistant|computer|team|folks|guys|buddy|mate',
  'chicos|chicas|muchachos|cabros|gente|viejo|loco|pana|hermano|hermana|socio|profe|doc|boss|dear|love|crack|genio',
  'mae|parce|wey|guey|bro|amig[oa]|compa|man|dude|jefe|tio|tia|guapo|guapa|maestro|capo|yo|thanks',
);
const ASSENT = either(
  'ok(?:ay|ey)?|bueno|bien|listo|perfecto|genial|vale|dale|va|a ver|entonces|so|now then|alright|well|right|exacto|claro',
  'great|cool|perfect|nice|lovely|wonderful|brilliant|fab|fantastic|excelente|buenisimo|joya|barbaro|de acuerdo|good|super',
);

const NOW = either(
  'ahora(?: mismo| si| bien)?|ya(?: mismo)?|rapido|rapidit[oa]|de una vez|de una|now|right now|right away|quickly',
  'immediately|asap|ahorita|al toque|al tiro|en este momento|at the moment|currently|actualmente|de momento|un momento',
  '(?:(?:real|super|really|nice and) )?(?:quick|fast|pronto)(?=[\\s.!]*(?:$|,))|lo antes posible|as soon as (?:possible|you can)',
  'a second|real quick|cuanto antes|en seguida|enseguida|todavia|aun|still|when ready',
);
const NEXT = either(
  'primero(?: que nada)?|first(?: of all)?|finalmente|finally|por ultimo|lastly|al final|at the end|despues de eso',
  'after that|next|una vez hecho eso|luego|despues|entonces|then|afterwards|later|acto seguido|a continuacion',
  'otra vez|de nuevo|again|una vez mas|mientras tanto|meanwhile|a la vez|all at once',
);
const ONLY = either(
  'just|simplemente|solamente|nomas|no mas|mas bien|mejor|tambien|also|too|as well|ademas|de paso|igualmente',
  'actually|really|de verdad|en realidad|basically|eh+|mmm+|pues|o sea|este(?= ,)|ah|oh|exactamente|exactly',
  'mas o menos|directamente|directly|con cuidado|carefully|de forma segura|en lugar de eso|instead|anyway',
  'de todas (?:formas|maneras)|de todos modos|after all(?=[\\s.!]*$)|tipo(?= ,)|como quieras|en general|in general|un poco|un poquito|a (?:little )?bit|a little|ver si',
  'eso es todo|nada mas|that (?:is|was) (?:all|it)|is all|that is everything|eso seria todo|y ya(?= esta|[\\s.!]*$)',
);
const FOR_ME = either(
  'for me|para mi|por mi|de mi parte|on my behalf|people|por aca|por ahi|aqui|here|ese',
  'asi(?=\\s*(?:[:.,!?]|$))|de esta (?:forma|manera)|like (?:this|so)|as follows',
);
const ALL_OF_IT = either(
  'completit[oa]s?|complet[oa]s?|enter[oa]s?|whole|entire|respectiv[oa]s?|correspondientes?|todito|en total|in total',
  'altogether|juntos|juntas|together|una? por una?|one by one',
);
const THERE_IS = either(
  'que (?:yo )?tengo(?! (?:en|guardad|mas|menos))(?: por ahi)?|(?:that )?i have(?! (?:in|on))|que hay(?! en)|existentes?',
  'there are|que encuentres|que veas|you (?:can )?find|de mi(?: propiedad)?|que haya|si (?:los )?hay(?= ?[.?!,]|$)',
  'if any|if there are any|cual(?:es)? (?:es|son|fue|fueron)(?=[\\s?.!]*$)',
);
/** "… con los demás pdf en documentos": what is there already. */
const WITH_OTHERS = either(
  '(?:junto )?con (?:l[oa]s|todos l[oa]s) (?:demas|otr[oa]s)(?: (?!en |in )\\S+)?|con el resto(?: de l[oa]s \\S+)?',
  '(?:together |along )?with (?:the|my|all the) (?:others?|rest)(?: (?:of (?:the|my) )?(?!in |on |from )\\S+)?',
);
const LYING = either(
  'tirad[oa]s|suelt[oa]s|regad[oa]s|desparramad[oa]s|acumulad[oa]s|guardad[oa]s|lying around',
  'sitting(?: (?:there|around))?|scattered|floating around|loose',
);
const DOWNLOADED = either(
  'que (?:yo |me )?(?:baje|descargue|he descargado|he bajado)(?! (?:ayer|hoy|esta|el|la|hace|en|a))',
  '(?:that )?i (?:have )?downloaded(?! (?:yesterday|today|this|last|in))',
);
const THAT_MACHINE = either(
  'en mi (?=compu|pc|maquina)|(?:en|de) (?:esa|la) misma (?:maquina|compu|pc|computadora)',
  '(?:en|de) es[ae] (?:maquina|compu|pc|computadora)|on (?:that|the) same (?:machine|pc|computer)',
);

export const FILLERS: readonly string[] = [
  POLITENESS,
  REST_STAYS,
  WHEREABOUTS_FORGOTTEN,
  `${either(CALLS, ASSENT)}(?=[\\s,.!?:;]|$)`,
  NOT_NEEDED,
  'anymore|any ?more|any longer|where did (?:it|they) go|a donde (?:fue|se fue)',
  ...MODALS,
  either(NOW, NEXT, ONLY, FOR_ME, ALL_OF_IT, THERE_IS, WITH_OTHERS, LYING, DOWNLOADED, THAT_MACHINE),
  'ya no l[oa]s? (?:quiero|necesito|uso|ocupo)',
];

const ARTICLES = either(
  'el|la|los|las|lo|un|una|unos|unas|the|a|an|any|some|algun|alguna|este|estos|estas?|ese|esos|esto|eso|this|that|these|those',
  'mi|mis|tu|tus|su|sus|nuestr[oa]s?|my|your|our|his|her|their|its|ambos|ambas|both|all|teh|hte',
);
const PRONOUNS = either(
  'me|te|se|nos|le|les|~me|~te|~nos|~le|~les|~se|it|us|i|you|we|yo|vos|ustedes|usted|uno|cada(?= uno)|which|who',
);
const PARTICLES = either(
  'of|de|del|que|y|e|and|or|o|u|con|with|also|for|at|by|up|out|to|so|as|al|a|en|in|on|para|por|no more|mas|ya',
  'there|here|aqui|aca|alla|ahi mismo|tipos?(?= de)|type(?= of)|kind(?= of)',
);
const BEING = either(
  'is|are|was|were|be|been|do|does|did|have|has|had|got|am|im|ive|id',
  'es|son|esta|estan|hay|sea|sean|fueron|fue|estoy|tengo|tenemos',
);

/** Small words that may stand anywhere once everything around them was understood. */
export const SMALL_WORDS = either(ARTICLES, PRONOUNS, PARTICLES, BEING);
