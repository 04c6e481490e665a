import type { Act } from './acts.js';
import { either } from './either.js';
import { DOING } from './undo.js';

/** Words that only finish what an act says: "… take up?", "… without moving them". Folded patterns. */

const STAYING = either(
  '(?:donde|como|ahi donde) (?:ya )?estan?|where (?:it|they) (?:is|are)|as (?:they|it) (?:are|is)|intact[oa]?s?',
  'in place|untouched|ahi(?: mismo)?|en su (?:lugar|sitio)|alone|there|quiet[oa]s?|tambien|too|as well',
);
const KEEPING = either(
  'sin (?:borrar|mover|tocar|quitar|eliminar|perder)|dej(?:a|ando|ar|es)(?: ~?me)?|conserv(?:a|ando)|manten|manteniendo',
  'keep(?:ing)?|leave|leaving|without (?:deleting|removing|moving|touching|losing)',
);
const ORIGINALS = '(?:los |las |the |el |my |mis )?original(?:es|s)?(?: (?:files|archivos|ones))?';
const COPY = either(
  'sin (?:borrar|mover|tocar|quitar|sacar|eliminar) ?~l[oa]s?' +
    '(?: (?:de )?(?:donde|ahi|alli|como|su (?:sitio|lugar|carpeta))(?: (?:ya )?estan?)?)?',
  'without (?:deleting|removing|moving|touching|taking) (?:them|it)' +
    '(?: (?:from|out of)? ?(?:where (?:they|it) (?:are|is)|there))?',
  `(?:(?:pero|y|and|but|,) )?${KEEPING} ${ORIGINALS}(?: ${STAYING})?`,
);
const SIZE =
  '(?:(?:se )?(?:ocupan?|pesan?|miden?)|takes?(?: up)?|taking(?: up)?|uses?|using|occupy|occupies|weighs?)' +
  '(?: (?:on|en) (?:my |el |the )?(?:disk|disco|pc|computer))?';
const RENAME = either(
  'call|name|llama|nombra|queden?|esten|tengan?|sean|(?:should|to|must)(?: all)? be|be',
  '(?:pon|pone|poner|pasa|pasar|cambia|cambiar|convierte|convertir|renombra|renombrar|haz|deja|dejar)(?: ~?(?:l[oa]s?|les?|me))*',
  '(?:make|put|change|convert|turn|rename|set)(?: ~?(?:l[oa]s?|les?|me))*',
  '(?:el |los |the |all the |their |its )?(?:nombres?|names?|file ?names?)(?: (?:de|del|of))?',
);
const WRITE = either(
  'leave|deja(?: ~?me)?|want|quiero|(?:an?|una?) (?:line|linea|frase|renglon|entry|entrada)(?= (?:to|a|al|en|in|on) )',
  '(?:(?:to|at|onto) )?the end of|(?:al |el )?final del?|nuev[oa]|new|en blanco|blank|vaci[oa]|(?:de |con (?:el )?)?nombre',
);
const READ = either(
  'back|aloud|out loud|(?:en )?voz alta|says?|contains?|dice|pone|el contenido(?: de)?|the contents?(?: of)?|lo que dice',
);
const WHERE_IS = '(?:donde (?:esta|estan|quedo)|where (?:it|they) (?:is|are))(?=[\\s.?!]*$)';
/** "… y decime cómo se llama": a look tells the names anyway. */
const CALLED_WHAT = either(
  '(?:(?:y|and) )?(?:dime|decime|di ~?me|me (?:dices|decis)|tell me) ' +
    '(?:como se llaman?|(?:su|el|sus|los) nombres?|(?:its|the|their) (?:file ?)?names?|what (?:(?:it|they) (?:is|are)|it s) called|cual(?:es)? (?:es|son))',
);
const FIND = either(
  CALLED_WHAT,
  'si(?= )|if|whether',
  `(?:(?:could|can) you )?(?:tell me |dime |me puedes decir |me dices )?${WHERE_IS}`,
  '(?:esta|estan|is|are) (?:guardad[oa]s?|saved|stored)|go|gone|went',
  '(?:buscar|busca|encontrar|find|look for)(?: ?~l[oa]s?| it| them)?',
);
const THERE_ARE = 'are there|there are|do i have|i have';
const COUNT = either(THERE_ARE, 'have i got|hay|tengo|tenemos|exist(?:en)?|existe');
const LIST = either(
  CALLED_WHAT,
  'si(?= )|if|whether',
  `(?:could you |can you )?(?:tell me |dime )?${WHERE_IS}`,
  THERE_ARE,
  '(?:did|have) i (?:download|sav|chang|modif|edit|creat|take|taken|receiv|add|open)\\w*',
  '(?:cual(?:es)?|que) (?:es|son|fue|fueron)|which (?:is|are|one)',
);

export const ACT_WORDS: Readonly<Partial<Record<Act, string>>> = {
  copy: COPY,
  undo: DOING,
  size: SIZE,
  rename: RENAME,
  write: WRITE,
  read: READ,
  find: FIND,
  count: COUNT,
  list: LIST,
};

const TOUCHED_ES = 'modificad|descargad|bajad|cread|guardad|editad|recibid|cambiad|anadid|agregad|actualizad';
const I_TOUCHED_ES = either(
  'descargue|baje|modifique|guarde|modifico|descargo|guardo|bajo|creo|edito|cambio|edite|cree|anadio|agrego',
);

/** "el último archivo descargado": a rank by time already says so. */
export const TOUCHED = either(
  `(?:que )?(?:he |i |se |ha |han |sido |fue |fueron |was |were )*(?:${TOUCHED_ES})[oa]s?`,
  '(?:(?:has|have|is|are|was|were|been) )*(?:downloaded|modified|created|saved|edited|received|changed|updated|added)',
  `(?:que )?(?:yo |se )?${I_TOUCHED_ES}(?: (?:ultim[oa]|por ultima vez))?`,
  'i (?:downloaded|saved|modified)',
);
