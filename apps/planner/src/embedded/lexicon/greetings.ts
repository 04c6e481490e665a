import { either } from './either.js';

/** What people say before they come to the point, and how they address whom they ask. Folded patterns. */

export const GREETINGS = either(
  '(?:hi|hello|hey) (?:there|all|team|again)|hiya|howdy|hi|hello|hey|(?:good )?(?:morning|afternoon|evening)',
  'hola+|holi+|buenas (?:tardes|noches)|buenas|buen(?:os)? dias?|oye|oiga|oigan|oi|che|ey|andale|orale|epa',
  'disculp(?:a|e)(?: la molestia)?|perdon(?:a)?(?: (?:por )?la molestia)?|sorry(?: to bother you)?|excuse me',
  '(?:que )?pena (?:con usted|molestar(?:l[oae]|te))|(?:te|l[oe]) molesto|you there|esta[s]? ahi',
  'mira|mire|ok(?:ay|ey)?|bueno|vale|dale|listo|a ver|alright|well|right|so|yo|uf+|ay|ugh|pues|por favor|porfa|please',
  'una cosa|una cosita|otra cosa|quick (?:one|question|favou?r)|one more thing|small favou?r',
  '(?:hazme|haga ?me|regale ?me|regala ?me|pido|te pido|le pido) un favor(?:cito)?|un favor(?:cito)?|do me a favou?r',
  'necesito (?:tu |su |un poco de )?ayuda|i need (?:some |your )?help|can you help(?: me)?(?: out)?|me ayudas|ayudame',
  'estimad[oa]s?(?: \\w+)?|apreciad[oa]s?|junto con saludar ?(?:te|l[eo]|la)?|(?:le|te) saluda \\w+|dear (?:all|team|sir)',
  'espero que (?:estes?|se encuentre|esten) (?:muy )?bien|i hope (?:you are well|this finds you well|you are doing well)',
  'como estas?|como esta usted|how are you(?: doing)?|que tal|todo bien|que onda|que hubo|quiubo|what is up',
);

/** How a letter ends; a name may follow. */
export const CLOSINGS = either(
  '(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|un abrazo|abrazos?|atte|atentamente|quedo atent[oa]|quedo pendiente',
  'muchas gracias|mil gracias|gracias|cheers|many thanks|thanks(?: a lot| so much)?|thank you|(?:kind |best |warm )?regards|best',
  'all the best|cordialmente|saludos y gracias|love|xx?',
);

/** Whom they speak to: a name for us, or for anybody. */
export const ADDRESSED = either('ordena|asistente|assistant|computer|computadora|compu');
export const VOCATIVES = either(
  'mae|parce|wey|guey|bro|amig[oa]|amiguit[oa]|compa|companer[oa]|pana|hermano|mano|loco|viejo|socio|jefe|jefa|profe',
  'mij[oa]|mi (?:amor|vida|cielo|rey|reina|hij[oa])|amor|corazon|carino|tesoro|querid[oa]|linda|lindo|guap[oa]|cielo',
  'crack|genio|genia|capo|maestro|campeon|joven|ingeniero|inge|licenciad[oa]|lic|doctora?|doc|vecin[oa]|tio|tia',
  'mate|buddy|pal|man|dude|love|dear|darling|hon|honey|sweetie|boss|team|folks|guys|friend|my friend|chief|champ',
);

/** An answer to what was just said; without a mark behind it "si" is a condition. */
export const YES =
  '(?:si|sip|claro(?: que si)?|yes|yeah|yep|yup|eso es|that is (?:right|it))(?: (?:please|por favor|porfa))?(?=\\s*[,.!:])';
export const MY_FAULT =
  'my (?:mistake|bad|fault)|silly me|mi error|error mio|(?:fue )?culpa mia|(?:pero )?que (?:tont|despistad|burr)[oa] soy|que cabeza (?:la mia|tengo)';

/** "Cliente nuevo: …", "new pupil: …": what it is all about, and no part of it. */
const AFFAIRS = either(
  'cliente|clienta|paciente|alumn[oa]|proyecto|caso|expediente|encargo|obra|curso|trimestre|mes|ano|emplead[oa]|proveedora?',
  'inquilin[oa]|temporada|client|customer|patient|pupil|student|project|case|job|course|term|month|year|employee|supplier|tenant',
);
export const NEWS = `(?:(?:(?:un|una|a) )?${AFFAIRS} nuev[oa]|(?:(?:un|una|a) )?(?:nuev[oa]|new) ${AFFAIRS})(?=\\s*:)`;
