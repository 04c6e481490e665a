import { either } from './either.js';

/** How people begin and end when they put right what was just done; folded patterns. */

/** "wrong client", "ese no es el inquilino": it is the name that was wrong, and not which things. */
const NOT_THINGS =
  '(?!(?:files?|ones?|folders?|places?|photos?|pictures?|documents?|pdfs?|copy|archivos?|fotos?|documentos?|carpetas?|copia)\\b)';
const WRONG = either(
  `(?:(?:that|it)(?:['’]s| is| was) )?(?:the )?wrong(?: ${NOT_THINGS}[a-z]+|(?=\\s*[,.;:!]))`,
  `(?:me )?equivoque (?:de|con el|con la) ${NOT_THINGS}[a-z]+|${NOT_THINGS}[a-z]+ equivocad[oa]`,
  `(?:ese|esa|este|esta) no (?:es|era) (?:el|la|mi|su) ${NOT_THINGS}[a-z]+`,
);

/** Said before anything: nothing is asked for by it. */
export const INTERJECTIONS = `${WRONG}|${either(
  'm{2,}|h+m+|uh+|um+|eh+|ah+|oh+|ay+|uy+|huy|oops|whoops|ups|vaya|espera|esperate|para|wait|hold on|stop|hey|che|oye|perdona?|perdon|disculpa|sorry|lo siento|ok(?:ay)?|bueno|pues|hombre|a ver',
  'actually|en realidad|la verdad|on second thought|pensandolo bien|mejor|typo|my (?:mistake|bad)|me equivoque(?: de (?:carpeta|lugar|sitio|nombre))?|i (?:was wrong|made a mistake)',
)}`;

/** "No" is one only where it does not run on: "no a documentos" denies instead. */
export const NO =
  '(?:no(?=\\s*[,.;:]|\\s+(?:no\\b|mejor|wait|espera|perdon|sorry|solo|only|just|i meant|quise))|nop|nope|nah)';

/** What follows is how it should have been. */
export const ANEW =
  'qui(?:se|ero) decir|queria decir|me referia a|digo|i mean(?:t)?|eran?|they were|it was|(?:it|that|they) should(?: have)? (?:be(?:en)?|say|said|read)(?: called)?|should (?:be|say)|debia ser|debe (?:ser|decir)|tenia que ser|tendria que ser';

/** These say so by themselves: what follows an "it was" may also be talk. */
export const SURELY_ANEW =
  /\b(?:meant?|decir|referia|digo|should|debia|debe|tenia que|tendria que|typo|equivoque|mistake)\b/;

/** Said behind a correction, and no part of it. */
export const CLOSING = /[\s,]*(?:\b(?:instead|mejor|rather|por favor|please|porfa|sorry|perdon)\b[\s,]*)*[\s.!]*$/;

/** What comes behind is a name for what was just spoken of. */
export const CALL_IT = either(
  '(?:you can |please |just |lets |let us |we can )?(?:call|name|title) (?:it|that|this|that one|this one)',
  '(?:change|rename) (?:it|that|the name|that name) to|make (?:it|that)(?= .*\\.[a-z0-9]{1,5}\\b)',
  '(?:llama|nombra|rebautiza|titula)l[oa]|(?:que se |se deberia |deberia |debe )llam(?:e|ar)|ponle(?: de| por)?(?: el)? nombre|(?:ponle|ponele|pongale|pon ?le)(?= .*\\.[a-z0-9]{1,5}\\b)',
  '(?:cambia|renombra)l[oa] (?:a|por|como)|(?:cambia|cambie|cambia)le el nombre (?:a|por)',
);

/** The same of the folder that things were just put in. */
export const CALL_FOLDER = either(
  '(?:cambia|cambie)(?:le)? el nombre (?:a|de) (?:la|esa|esta) carpeta,? (?:(?:y )?(?:que se llame|ponle)|a|por)',
  '(?:llama(?:le)?|ponle) (?:a )?(?:la|esa|esta) carpeta|(?:que )?(?:la|esa) carpeta (?:que )?se llame',
  '(?:call|name|title) (?:the|that|this) folder',
);

export const PREFERRED = 'mas bien|mejor|better|rather|make (?:it|that)|instead';

/** "no, put them in music": the same things, so what follows is where. */
export const PUT_THEM =
  '(?:put|move|place|send|leave) (?:them|it|those|that)|(?:pon|pone|mete|mueve|move|deja|manda|pasa|guarda|lleva)(?:me)?l[oa]s?';

/** Whether the words around it put something right at all. */
export const CORRECTS =
  /\b(?:no|nop|nope|nah|mejor|better|mas bien|perdona?|sorry|typo|equivoque|mistake|bad|wrong|meant?|decir|digo|instead|rather|should|debia|debe|tenia|tendria)\b/;

/** "solo los pdf": of what was done that much stays. */
export const ONLY = 'solo|solamente|unicamente|nomas|nada mas|only|just';

/** "menos los png", "not the exe": that much of it is put back. */
export const BUT =
  '(?:pero |y |but |and )?(?:menos|excepto|salvo|sin|no(?= (?:el|la|los|las|mis?) )|not(?= (?:the|my|that|those) )|except(?: for)?|but not|pero no|without|leave out|apart from)';

/** What a folder just made should have been called. */
export const FOLDER_CALLED =
  "it['’]s (?:called|named)|(?:(?:la|esa|el|ese) (?:carpeta|folder|nombre(?: de la carpeta)?) |(?:the|that) (?:folder|name)(?: of the folder)? |it )?(?:se llama(?:ba)?|iba a llamarse|(?:tenia que|tendria que|debia|debe|deberia) (?:llamarse|ser|decir)|es|era|is (?:called|named)|was (?:called|supposed to be(?: called)?|meant to be(?: called)?)|is|was|should(?: have)?(?: be(?:en)?)?(?: (?:called|named|say|read|said))?|needs to be(?: called)?)(?: con| with)?";

/** Asked for in so many words: no likeness is needed. */
export const NAMES_IT =
  /\b(?:llam\w*|called|named|nombre|name|carpeta|folder|typo|spelling|spelt|spelled|escrib\w*|letra)\b/;

/** "…, corrígele el nombre": asks for the name just said. */
export const MEND_IT =
  '(?:corrig[ea]|corregi|arregla|cambia|cambiale|corrigele|arreglale)(?: ?~?(?:me|le|lo|la))*(?: (?:el nombre|eso))?|(?:fix|correct|change) (?:it|that|the name|the spelling)|can you (?:fix|correct|change) (?:it|that)';
