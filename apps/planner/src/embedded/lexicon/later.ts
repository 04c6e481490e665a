import { either } from './either.js';

/** Conditions, timetables and what is elsewhere: none of it is ours to keep or to reach. Folded patterns. */

const DAYS_EN = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const DAYS_ES = 'lunes|martes|miercoles|jueves|viernes|sabados?|domingos?';

const CONSENT = either(
  '(?:check|confirm|verify|consult) with me|(?:pregunta|avisa|consulta|confirma) ?~?me|confirma conmigo',
  'let me (?:check|review|see|confirm)|deja ?~?me (?:ver|revisar)',
);
const EVERY = '(?:every|each|cada|todos los|todas las)';
const TIMES = either(
  `(?:(?:other )?(?:day|week|month|year|hour|morning|night|evening|${DAYS_EN})s?)`,
  `dias?|semanas?|mes(?:es)?|anos?|horas?|mananas?|noches?|${DAYS_ES}`,
);
const TIMETABLES = either(
  `${EVERY} ${TIMES}`,
  'manana|tomorrow|tonight at|next (?:week|month|year|monday|friday)|la proxima semana|el proximo (?:mes|ano)|pasado manana',
  'a las \\d+(?::\\d+)?(?: (?:de la )?(?:am|pm|manana|tarde|noche))?',
  "at \\d+(?::\\d+)? ?(?:am|pm|o'clock)?",
  'automatic(?:ally|amente)|automaticamente|from now on|de ahora en adelante|later today|mas tarde',
);
export const CONDITIONS = either(
  'when(?:ever)?(?! you)|cuando(?! puedas| tengas (?:tiempo|un))|siempre que|si (?:ya )?(?:no )?(?:hay|existe|esta|estan)',
  'si (?:ya )?(?:no )?(?:tiene|tienen|pesan?|son)|si|if(?! you)|mientras(?! tanto)|en caso de|in case|as long as',
  'siempre y cuando|provided|whether|salvo que|con tal de|unless|a menos que|once|una vez que|hasta que|until',
  "ni se te ocurra|ni se les ocurra|don't you dare",
);
const SERVICES = either(
  'dropbox|google ?drive|onedrive|icloud|gmail|whats ?app|telegram|correo|e-?mail|mail|usb|pen ?drive|nube|cloud',
  'impresora|printer|slack|teams',
);
const DEVICES = either(
  '(?:smart|cell|mobile )?phone|telefono|movil|celular|tablet|i(?:pad|phone)|(?:disco|unidad)(?: duro)? extern[oa]',
  '(?:external|portable|backup) (?:hard )?(?:drive|disk)|hard drive|memory stick|(?:sd|memory) card',
  'tarjeta(?: sd| de memoria)?|kindle|tele(?:vision|visor)?|tv|bluetooth',
);
const ELSEWHERE = either(
  `(?:to|a|al|en|por|via|by|on|in|with|con) (?:(?:la|el|mi|my|the|un|una|a|tu|su|our|nuestro) )*${SERVICES}`,
  `(?:al|(?:to|a|en|into|onto|on|in) (?:la|el|mi|my|the|un|una|an?|tu|your|su)) ${DEVICES}`,
);

export const LATER = either(CONSENT, TIMETABLES, CONDITIONS, ELSEWHERE);

const ALREADY = 'ya|tambien|aun|todavia|already|also|still';
const ARE = 'estan?|esten|existen?|existan|hay|tengo|tenga|are|is|exist|i have';

/** What the files have to do with others, or what they should become: neither is ours to see or to do. */
export const RELATED = either(
  `(?:que |that |which )(?:(?:${ALREADY}) )*(?:no )?(?:${ARE})` +
    '(?: (?:ya|tambien|repetid[oa]s|already|also|not|both|only|solo))+(?: .*)?',
  `(?:que|that|which) (?:ya|tambien|no|already|also)(?: (?:ya|tambien))? (?:${ARE})(?: .*)?`,
  '(?:that|which) (?:are|is) not (?:in|on)(?: .*)?',
  '(?:in|on|en)?to (?:one|a single|just one|only one)(?: (?:file|pdf|document|zip|archive))?(?! (?:(?:new |single )?(?:sub ?)?(?:folder|directory)\\b|(?:called|named) ))',
  'en (?:un[oa]?) (?:sol[oa]|unic[oa])(?! carpeta)(?: \\S+)?',
  'm(?:as|enos) [a-z]+ que(?= (?:[\\ue000-\\uf7ff]|(?:el|la|los|las|mis?|est[ea]|es[ea]) ))',
);
