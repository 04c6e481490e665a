/** How reasons begin, and statements that are no part of an order; folded patterns. */

const INFINITIVE =
  '(?!(?:met|pon|guard|coloc|deposit|almacen)\\w*r)\\w+[aei]r(?:~?(?:se|me|nos|te|le|l[oa]s?|sel[oa]s?))?';
const NOT_VERBS = '(?:lugar|celular|hogar|bar|taller|mujer|ayer|mar|lider|familiar|alquiler|dolar)';

/** Anywhere behind the order; what follows is why, up to the next order or the end. */
export const REASONS_BEHIND: readonly string[] = [
  '(?:es )?porque|es que|ya que(?! est[ea] )|dado que|puesto que|debido a(?:l| que)?|que es que|a fin de|con el fin de',
  'por si (?:acaso|las (?:moscas|dudas)|algo (?:pasa|falla|sale mal)|se (?:pierden?|borran?|dana(?:n)?))|por las dudas|por seguridad|just in case|to be (?:safe|on the safe side)',
  'para que (?:no )?(?:(?:me|te|se|nos|le|les|l[oa]s?|todo|tod[oa]s|yo|mi|mis|el|la|los|las) )*(?!(?:met|pon|guard|muev|mov|copi|pas|llev|se llam|llam)\\w*)\\w+',
  `para (?:no )?(?!${NOT_VERBS}\\b)${INFINITIVE}\\b`,
  '(?:para (?:que )?|to )(?:met|guard|pon|coloc|deposit|almacen|put|store|hold|keep|save)\\w*(?! ?(?:~|them|it|those))',
  'asi (?:que )?(?:no |ya |luego |despues )*(?:me|te|se|nos|los|las|lo|la|puedo|podemos|queda|quedan|libero|tengo|todo|es mas|sera mas|hay)',
  'que (?:es que|si no|luego|despues|asi|ya|no|me|se|te|nos|mi|mis|hoy|ahora|manana|ahi|ahora) (?:~?(?:l[oa]s?|me|se|nos|te) )*(?:no |ya )?(?:~?(?:l[oa]s?|me|se|nos) )+\\w+',
  'que (?:ya )?(?:no )?~?l[oa]s? (?:necesit|us|quier|ocup|teng|imprim|mand|envi|revis|le|vi|ve|vo|pid|est|va|van|tiene|pag|subi|entreg|copi|guard|perd|busc|encuentr)\\w*',
  'because|cos|cuz|in order to|so as to',
  "(?:since|as|given that) (?:i|we|they|it|the|my|he|she|there|that|those|these)(?:(?:'| )(?:m|ve|re|s|ll|d))? \\w+",
  "so (?:that )?(?:i|we|they|it|everything|nobody|nothing|my|the|he|she|people|everyone|people)(?:(?:'| )(?:m|ve|re|s|ll|d))? (?:can|could|will|am|are|is|do|does|have|has|know|find|get|stay|look|would|won|ca|don)(?:n?'?t)?\\b",
  '(?:just )?to (?:free|save|make (?:room|space|some|it|things|life)|have|keep (?:them|it|things|everything|my|the|track)|get (?:some|more|things|everything|it|my|organi[sz]ed)|clear some|avoid|help|be able|give me|gain|tidy|clean|declutter|reduce|prevent|stop|work|check|review|look|use)\\b',
  '(?:for|for the) (?:safe ?keeping|later|now|tomorrow|the record|future reference|good measure|convenience)(?=\\s*(?:$|[.,;!?]))',
];

/** Before an order: "como ya no los uso, borra …". */
export const REASONS_BEFORE: readonly string[] = [
  'como (?!(?:archivo|carpeta|en|a|por))\\w+',
  '(?:since|as|seeing as|now that|given that) (?:i|we|they|it|the|my|he|she|there|that|those|these|downloads|documents)\\b',
  'para|por(?! favor)|con tant[oa]s?|visto que|aprovechando que|ahora que|a ver si|en vista de que',
];

/** Said after an order and a comma: need, use and room, never which things are meant. */
export const STATEMENTS_BEHIND: readonly string[] = [
  '(?:que )?(?:(?:yo|realmente|la verdad|total|igual|pues|ya) )*(?:no |ya no )(?:me |se |los |las |lo |la |nos )*(?:necesit|us|quier|ocup|sirv|hac(?:e|en) falta|interes|val|gust|pertenec|import|encuentr|hay prisa|corre prisa|cab)\\w*[^,.;!?]*',
  '(?:que )?(?:me |nos |ya )*(?:ocupan?|estan ocupando|quitan?|gastan?|comen?|estorban?|sobran?|molestan?|pesan?)(?: (?:mucho|muchisimo|demasiado|un monton|bastante|espacio|sitio|lugar|de mas|much[oa]s?|la verdad))*',
  '(?:que )?(?:son|es|eran|era|esta|estan) (?:(?:pura|puro|solo|todo|toda|una|un|muy|ya) )*(?:basura|porqueria|viej[oa]s|inutil(?:es)?|de mas|chatarra|urgente|para (?:el|la|mi)(?: \\w+){1,3}|antigu[oa]s|repetid[oa]s|vacaciones pasadas)',
  '(?:que )?(?:ya )?(?:los|las|lo|la) (?:tengo|imprimi|envie|mande|revise|subi|copie|guarde|necesito|lei|vi|quiero|voy a (?:necesitar|usar|imprimir|revisar|mandar|enviar)|tengo que (?:entregar|enviar|mandar|presentar|revisar))(?: (?:ya|hoy|en papel|todo|todos|todas|por correo|en otro lado|en el disco externo|en la nube|urgente|ahi|alli|a mano|para manana|impres[oa]s?|respaldad[oa]s?|mas|por separado|junt[oa]s))*',
  'sin (?:miedo|problema|pena|apuro|prisa|drama|rollo)s?|no hay (?:problema|drama|apuro|prisa)|con confianza|cuidadito',
  "(?:i|we)(?: really| just| clearly)? (?:don'?t|do not|no longer|never|can'?t|won'?t|will not|didn'?t)(?: ever| really| even)? (?:need|want|use|like|care|have (?:room|space)|listen|open|look|find|play|watch|read)\\w*[^,.;!?]*",
  "(?:they|it|that|those|these|this)(?:'?s|'?re| is| are| was| were)?(?: all| just| only| really| too)* (?:taking|take|takes|eating|eat|using|hogging|filling|clutter|cluttering|rubbish|junk|useless|no use|old|ancient|in the way|clogging|of no use|not needed|not important|no longer needed|urgent|done|finished|garbage|huge|too big)[^,.;!?]*",
  "(?:i|we)(?:'?ve| have)? (?:already )?(?:printed|sent|emailed|backed|read|finished|filed|paid|seen|saved|uploaded|posted|got|have) (?:them|it|those|that|these|a copy|copies|all of (?:it|them))[^,.;!?]*",
  "(?:i|we)(?:'ll| will) (?:need|be|have|use|want|read|print|look|deal|sort|check|take)[^,.;!?]*|no rush|no hurry|whenever (?:you can|suits|you like)|it'?s (?:for|my|the|a|been|so|too|getting|all|really)[^,.;!?]*",
];

/** How things stand: a sentence of its own before the order. */
export const STATEMENTS_BEFORE =
  "(?:(?:y|and|pero|but|so|bueno|mira|oye|uf+|ay|ugh|the thing is|la cosa es que|resulta que|fijate que|la verdad|la verdad es que|lo que pasa es que|pasa que|es que|sucede que) )*(?:i(?:'m|'ve|'ll|'d)? (?!(?:want|need|would like|'d like|'d love|have(?! (?:a meeting|to |an? (?:audit|exam|interview|deadline)))|got)\\b)|we(?:'re|'ve|'ll)? (?!(?:want|need|have)\\b)|my |mi |mis |the |el |la |los |las |un |una |este |esta |esto |estos |estas |this |these |it |it's |[a-z]+'s |gonna |going |printer |laptop |interview |lo |es |son |there's no |there is no |they |he |she |everything|nothing|somebody|someone|nobody|me |se |nos |te |le |ya |no |asi |ando |estoy |estamos |acabo |acabamos |tengo |tenemos |voy |vamos |van |viene |necesito espacio|quiero espacio|hoy |ayer |anoche |hace |manana |el otro dia |today|yesterday|tomorrow|last |hay |perdi |que |what a |how |demasiad|tanto|con |trabaj|terminamos|termine|soy |somos |a veces|siempre|nunca|por fin|llevo |creo |parece |seems|looks like|just |finally|finished|too many|so many|almost|running|getting|need (?:space|room|to free)|don't |can't |hope |espero |sorry|perdon|disculp|esper|como |dice |mirando|looking|working|cleaning|limpiando|ordenando|haciendo|doing|apparently|for some reason|is |esta |esto)";
