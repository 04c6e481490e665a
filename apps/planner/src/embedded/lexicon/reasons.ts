import { either } from './either.js';

/** How reasons begin; folded patterns. What is to be put somewhere is an order and no reason. */

const PUTS_ES = '(?:met|pon|guard|coloc|deposit|almacen)';
const PUTS_EN = '(?:put|store|hold|keep|save)';
const THEM_ES = '(?:~?(?:se|me|nos|te|le|l[oa]s?|sel[oa]s?))?';
const NOT_VERBS = '(?:lugar|celular|hogar|bar|taller|mujer|ayer|mar|lider|familiar|alquiler|dolar)';
const MOVES_ES = '(?:met|pon|guard|muev|mov|copi|pas|llev|se llam|llam)';
const WHOSE_ES = '(?:(?:me|te|se|nos|le|les|l[oa]s?|todo|tod[oa]s|yo|mi|mis|el|la|los|las) )*';
const HAD_ES = either(
  'necesit|us|quier|ocup|teng|imprim|mand|envi|revis|le|vi|ve|vo|pid|est|va|van|tiene|pag|subi|entreg|copi|guard',
  'perd|busc|encuentr',
);
const WHEN_ES = 'es que|si no|luego|despues|asi|ya|no|me|se|te|nos|mi|mis|hoy|ahora|manana|ahi';
const WHO_EN =
  '(?:i|we|they|it|everything|nobody|nothing|my|the|he|she|people|everyone|that|these|those|there)' +
  "(?:(?:'| )(?:m|ve|re|s|ll|d))?";
const CAN_EN = '(?:can|could|will|am|are|is|do|does|have|has|know|find|get|stay|look|would|won|ca|don)';
const GAIN_EN = either(
  'free|save|make (?:room|space|some|it|things|life)|have|keep (?:them|it|things|everything|my|the|track)',
  'get (?:some|more|things|everything|it|my|organi[sz]ed)|clear some|avoid|help|be able|give me|gain|tidy|clean',
  'declutter|reduce|prevent|stop|work|check|review|look|use',
);

/** "I want to keep the invoices" says what is to be, and not why. */
const NO_WISH = '(?<!\\b(?:want|need|like|love|have) )';

/** Anywhere behind the order; what follows is why, up to the next order or the end. */
export const REASONS_BEHIND: readonly string[] = [
  'for (?:storing|keeping|saving|putting|holding|filing|collecting)',
  '(?:es )?porque|es que|ya que(?! est[ea] )|dado que|puesto que|debido a(?:l| que)?|que es que|a fin de|con el fin de',
  'por si (?:acaso|las (?:moscas|dudas)|algo (?:pasa|falla|sale mal)|se (?:pierden?|borran?|dana(?:n)?))',
  'por las dudas|por seguridad|just in case|to be (?:safe|on the safe side)',
  `para que (?:no )?${WHOSE_ES}(?!${MOVES_ES}\\w*)\\w+`,
  `para (?:no )?(?!${NOT_VERBS}\\b)(?!${PUTS_ES}\\w*r)\\w+[aei]r${THEM_ES}\\b`,
  `${NO_WISH}(?:para (?:que )?|to )(?:${PUTS_ES}|${PUTS_EN})\\w*(?! ?(?:~|them|it|those))`,
  'asi (?:que )?(?:no |ya |luego |despues )*(?:me|te|se|nos|los|las|lo|la|puedo|podemos|quedan?|libero|tengo|todo|hay)',
  'asi (?:es|sera|queda) (?:mas|mejor)',
  `que (?:${WHEN_ES}) (?:~?(?:l[oa]s?|me|se|nos|te) )*(?:no |ya )?(?:~?(?:l[oa]s?|me|se|nos) )+\\w+`,
  `que (?:ya )?(?:no )?~?l[oa]s? ${HAD_ES}\\w*`,
  'que (?:vino|viene|vienen|vinieron|llega|llego|llegan|estoy|ando|voy|vamos|salgo|quiere|quieren|toca|urge)\\b',
  'because|cos|cuz|in order to|so as to',
  `(?:since|as|given that) ${WHO_EN} \\w+`,
  `so (?:that )?${WHO_EN} ${CAN_EN}(?:n?'?t)?\\b`,
  `${NO_WISH}(?:just )?to ${GAIN_EN}\\b`,
  '(?:for|for the) (?:safe ?keeping|later|now|tomorrow|the record|future reference|good measure|convenience)(?=\\s*(?:$|[.,;!?]))',
];

/** Before an order: "como ya no los uso, borra …". */
export const REASONS_BEFORE: readonly string[] = [
  'como (?!(?:archivo|carpeta|en|a|por))\\w+',
  `(?:since|as|seeing as|now that|given that) (?:${WHO_EN}|downloads|documents)\\b`,
  'para|por(?! favor)|con tant[oa]s?|visto que|aprovechando que|ahora que|a ver si|en vista de que',
  'to (?:keep|make|save|free|have|avoid|help|stay|get|be|tidy|clean|clear)(?! (?:it|them) to)',
];

/** How an order begins that has a file read and changes nothing. */
export const READ_ALOUD = either(
  '(?:(?:oye|porfa|por favor|please|(?:can|could|would) you|puedes|me)[ ,]+)*(?:lee|leer|leas|lees|read)',
  '(?:(?:dime|di ~?me|tell me)[ ,]+)?(?:(?:lo )?que (?:dice|pone|hay escrito)|what does)',
);

/** After the name of that file: what the speaker is not able to do, or is busy with. */
export const READ_FOR = either(
  '(?:que|porque|pues) (?:es que )?(?:ya )?(?:no (?:l[oa] |me |la )?(?:tengo|veo|llevo|traigo|encuentro|puedo|alcanzo|leo|entiendo|distingo|aclaro|acuerdo)|ando|estoy|voy|tengo (?:prisa|sueno|mala|l[oa]s (?:manos|ojos|gafas|lentes)))',
  "(?:as|since|because|cos|cause|'cause) (?:i|my|we)",
);
