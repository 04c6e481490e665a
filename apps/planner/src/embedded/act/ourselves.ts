import { either } from '../lexicon/either.js';
import { foldText } from '../text/fold.js';

/*
 * What people ask of Ordena itself before they trust it: is it safe, who sees my files, what can it not do. Whole
 * sentences only: with anything more in it, it may be an order.
 */

const MINE = '(?:mis|los|las) (?:archivos|cosas|datos|documentos|fotos|ficheros)';
const MY = '(?:my|the) (?:files?|things|stuff|photos|pictures|documents|data|work)';
const SLIP_ES = either(
  '(?:te )?equivocas?(?: con algo)?|te confundes?|algo sale mal|sale (?:algo )?mal|me equivoco|la riegas|falla(?:s)?(?: algo)?',
  'borras (?:algo|una cosa)(?: (?:importante|sin querer|por error|que no (?:debias|era)))?|se va la luz|se apaga la (?:compu|computadora|pc)',
);
const SLIP_EN = either(
  'you (?:make a mistake|make mistakes|get it wrong|mess (?:it )?up|fail|break something|misunderstand(?: me)?)|i make a mistake',
  '(?:something|it) goes wrong|the power goes (?:out|off)|(?:my|the) (?:pc|computer) (?:crashes|turns off|dies)',
  'you delete something(?: (?:important|by mistake|by accident|i need))?',
);

const SAFETY = either(
  `(?:estan|estaran|quedan) (?:segur[oa]s|a salvo|bien cuidad[oa]s) ${MINE}|${MINE} (?:estan|estaran|quedan) (?:segur[oa]s|a salvo|en peligro)`,
  '(?:es|eres|esto es|ordena es|es esto) (?:segur[oa]|peligros[oa]|de (?:fiar|confianza))(?: usar ?(?:te|lo|esto))?|puedo (?:confiar en ti|fiarme de ti|confiar en esto)',
  `(?:y )?(?:que (?:pasa|hago|ocurre|sucede) )?si ${SLIP_ES}`,
  `(?:puedo|puedes|podrias|vas a|voy a|se pueden?) (?:perder|borrar|danar|romper|destruir|estropear) (?:algo|${MINE}|archivos)(?: (?:sin querer|por error|para siempre))?`,
  `(?:are|will) ${MY} (?:be )?(?:safe|secure|ok|in danger)|is (?:this|it|ordena) (?:safe|secure|dangerous)(?: to use)?|are you (?:safe|dangerous|reliable)|can i trust (?:you|this|ordena)`,
  `(?:and )?what (?:happens )?if ${SLIP_EN}`,
  `(?:can|could|will|would|might) (?:i|you) (?:lose|break|damage|destroy|ruin) (?:anything|something|${MY}|files)(?: (?:by mistake|by accident|forever))?`,
);

const PRIVACY = either(
  `(?:a )?(?:donde|quien) (?:van|mandas|envias|subes|se (?:van|mandan|envian|suben)) ${MINE}`,
  `(?:subes|mandas|envias|compartes|vendes|guardas) ${MINE}(?: (?:a|en) (?:internet|la nube|algun lado|alguien|otro lado|otra parte|un servidor))?`,
  `quien (?:puede )?(?:ver|ve|lee|leer) ${MINE}|${MINE} son privad[oa]s|(?:sale|salen) (?:algo|${MINE}) de (?:mi|esta) (?:pc|compu|computadora)`,
  `do you (?:send|upload|share|sell|store) ${MY}(?: (?:anywhere|online|to (?:the cloud|the internet|anyone|anybody|someone|a server|openai)|in the cloud))?`,
  `where (?:do|does|are|is) ${MY} (?:go|sent|stored)|who (?:can )?(?:see|sees|read|reads) ${MY}|(?:is|are) ${MY} private|(?:do|does) (?:anything|${MY}) leave (?:my|this) (?:pc|computer)`,
);

const LIMITS = either(
  '(?:que|cuales)(?: cosas)? no (?:puedes|podes|puede|sabes|haces|hace)(?: hacer)?|cuales son tus limites|que limites tienes',
  "what (?:can'?t|cannot|can not|don'?t|do not|won'?t) you do|what are you (?:not able|unable) to do|what are your limits",
);

const SENTENCES = [
  ['safety', SAFETY],
  ['privacy', PRIVACY],
  ['limits', LIMITS],
] as const;

const BEHIND = '(?: (?:contigo|aqui|con esto|con ordena|with you|here|with this|with ordena|entonces|then))?';

/** Which of our own answers the sentence asks for. */
export const askedOfUs = (sentence: string): (typeof SENTENCES)[number][0] | undefined => {
  const said = foldText(sentence.normalize('NFC'))
    .replace(/[¿?¡!.,;:…]+/g, ' ')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return SENTENCES.find(([, pattern]) => new RegExp(`^${pattern}${BEHIND}$`).test(said))?.[0];
};
