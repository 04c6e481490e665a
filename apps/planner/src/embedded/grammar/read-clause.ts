import type { Act } from '../lexicon/acts.js';
import { MOODS } from '../lexicon/complaints.js';
import { REST_STAYS, SMALL_WORDS } from '../lexicon/fillers.js';
import { MODALS } from '../lexicon/modals.js';
import { POLITENESS } from '../lexicon/politeness.js';
import { words, type Cursor } from '../text/cursor.js';
import { readDuplicates } from './duplicates.js';
import { readStand } from './standing.js';
import { emptyClause, newThing, type Clause } from './clause.js';
import { eatExtras } from './extras.js';
import { eatMachine } from './machines.js';
import { NAME_READERS, PLACE_READERS, PREPOSITION_READERS } from './place-readers.js';
import { BARE_READERS, MASKED_READERS, TOPIC_READERS } from './name-readers.js';
import { distinct, fillMade, joinTargets } from './targets.js';
import { EXCEPTION_READERS, HEAD_READERS, MODIFIER_READERS } from './thing-readers.js';
import { isTold } from './ordered.js';
import { readAnd, readFiller } from './small-readers.js';
import { eatOpening, eatOtherVerb, eatVerb } from './verbs.js';
import type { Reader, World } from './world.js';

const politeness = words(POLITENESS);
const modals = MODALS.map((pattern) => words(pattern));
const SMALL = words(SMALL_WORDS);
const MOOD = words(MOODS);
const STAYS = words(REST_STAYS);
const QUANTIFIER = words(
  '(?:absolutamente )?(?:tod[oa]s?|all(?: of)?|cada un[oa] de|cada|every(?: single| one of)?|each|cualquier|cualesquiera|any|tod[oa] tipo de|los|las|the|mis|my|ambos|both)(?: (?:los|las|mis|the|my|of|esos|esas|estos|those|these|tus))*',
);
const NOT = words("no|don'?t|do not|never|nunca|dont");
const AGAIN = words(
  '(?:haz |hace |hacer |do )?(?:lo mismo|the same(?: thing)?|igual|likewise|lo propio)(?: (?:con|para|with|for|to|en|in))?',
);

const take = (cursor: Cursor, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => cursor.eat(pattern) !== undefined);

const readVerb: Reader = (cursor, clause) => {
  if (clause.hasVerb && clause.act !== 'select') return false;
  const wasNegated = cursor.look(NOT) !== undefined;
  const { at } = cursor;
  const reading = cursor.attempt(() => {
    if (wasNegated) cursor.eat(NOT);
    return eatVerb(cursor);
  });
  if (!reading) return false;
  const { act, puts } = reading.sense;
  const pronoun = reading.pronouns.find((each) => /^~l[oa]s?$/.test(each));
  if (pronoun && clause.things.length === 0)
    clause.things.push({ ...newThing(), pronoun: pronoun.endsWith('s') ? 'them' : 'it' });
  Object.assign(clause, {
    act,
    puts: puts === true,
    empties: reading.sense.empties === true,
    throws: reading.sense.throws === true,
    clears: reading.sense.clears === true,
    sends: reading.sense.sends === true,
    hasVerb: true,
    negated: wasNegated,
    ...(isTold(cursor, at) && { told: true }),
  });
  if (OF_OBJECT.test(cursor.before)) cursor.eat(OF);
  return true;
};

/** Where an order begins, or with a pronoun: elsewhere the word may be a name. */
const readOther: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    if (clause.hasVerb) return undefined;
    const isFirst = clause.things.length === 0 && clause.locs.length === 0;
    const word = eatOtherVerb(cursor);
    if (word === undefined || !(isFirst || cursor.look(PRONOUN))) return undefined;
    return Object.assign(clause, { act: 'other' as const, hasVerb: true, otherVerb: word }).hasVerb;
  }) ?? false;
const PRONOUN = words('~l[oa]s?');

/** "haz una copia de X": this "de" brings what is copied, not where it is. */
const OF_OBJECT = /(?:copias?|cop(?:y|ies)|backup|respaldo|seguridad|nombres?|names?|deshaz(?: ~te)?)\s+$/;
const OF = words('del?|of');

const readOpening: Reader = (cursor, clause) => {
  if (clause.hasVerb || clause.things.length > 0 || clause.locs.length > 0) return false;
  const { at } = cursor;
  const opening = eatOpening(cursor);
  if (!opening) return false;
  Object.assign(clause, { act: opening.act, hasVerb: true, ...(isTold(cursor, at) && { told: true }) });
  return true;
};

/** "hay que borrar …": before a verb these words only make it an order. */
const readModal: Reader = (cursor, clause) =>
  !clause.hasVerb &&
  (cursor.attempt(() => {
    let said = 0;
    while (take(cursor, modals) || (said > 0 && cursor.eat(politeness))) said += 1;
    return said > 0 && cursor.ahead(() => eatVerb(cursor)) ? true : undefined;
  }) ??
    false);

const STATES = words(
  '(?:hay|tengo|tenemos|quedaron|quedan|estan|tiene|contiene|guardo|there (?:is|are)|i (?:have|got)|i have got|we have|has|contains|is full of|are full of|esta llen[oa] de|estan llen[oa]s de)(?: (?:got|guardad[oa]s?|tirad[oa]s?|saved|sitting|lying around|acumulad[oa]s|ahi|un monton de|a bunch of))*(?! ~)',
);
const WISHES = words(
  "(?:hace falta|es necesario|conviene|haz|haga|asegura ?~?te de|procura|que sea)? ?que(?= (?:l[oa]s?|tod[oa]s|mis?|el|cada) )|(?:los |las |lo |la )?(?:quiero|quisiera|necesito|me gustaria|quisieramos|queremos)(?: (?:tener|que|ver|~?l[oa]s?))*|(?:can|could|may) (?:i|we) (?:have|get)|there (?:should|must) be|(?:i |we )?(?:'d |would )?(?:want|need|like|love)(?: to have| them| those| it)*",
);

/** "hay varios pdf en descargas": what the next order is about; by itself it is looked at. */
const readState: Reader = (cursor, clause) => {
  if (clause.hasVerb || !cursor.eat(STATES)) return false;
  return Object.assign(clause, { act: 'find', hasVerb: true, states: true }).states;
};

const BACK = /^l[oa]s? |\b(?:them|those|it)\b/;
const readWish: Reader = (cursor, clause) => {
  const match = clause.hasVerb ? undefined : cursor.eat(WISHES);
  if (!match) return false;
  if (BACK.test(match[0]) && clause.things.length === 0) clause.things.push({ ...newThing(), pronoun: 'them' });
  return (clause.wished = true);
};

const readAgain: Reader = (cursor, clause) =>
  !clause.hasVerb && cursor.eat(AGAIN) !== undefined && (clause.again = true);

/** Words that only finish the question: "… take up?", "… say?". */
const ACT_WORDS: Readonly<Partial<Record<Act, RegExp>>> = {
  copy: words(
    'sin (?:borrar|mover|tocar|quitar|sacar|eliminar) ?~l[oa]s?(?: (?:de )?(?:donde|ahi|alli|como|su (?:sitio|lugar|carpeta))(?: (?:ya )?estan?)?)?|without (?:deleting|removing|moving|touching|taking) (?:them|it)(?: (?:from|out of)? ?(?:where (?:they|it) (?:are|is)|there))?|(?:(?:pero|y|and|but|,) )?(?:sin (?:borrar|mover|tocar|quitar|eliminar|perder)|dej(?:a|ando|ar|es)(?: ~?me)?|conserv(?:a|ando)|manten|manteniendo|keep(?:ing)?|leave|leaving|without (?:deleting|removing|moving|touching|losing)) (?:los |las |the |el |my |mis )?original(?:es|s)?(?: (?:files|archivos|ones))?(?: (?:(?:donde|como|ahi donde) (?:ya )?estan?|where (?:they|it) (?:are|is)|as (?:they|it) (?:are|is)|intact[oa]?s?|in place|untouched|ahi(?: mismo)?|en su (?:lugar|sitio)|alone|there|quiet[oa]s?|tambien|too|as well))?',
  ),
  size: words(
    '(?:(?:se )?(?:ocupan?|pesan?|miden?)|takes?(?: up)?|taking(?: up)?|uses?|using|occupy|occupies|weighs?)(?: (?:on|en) (?:my |el |the )?(?:disk|disco|pc|computer))?',
  ),
  rename: words(
    'call|name|llama|nombra|queden?|esten|tengan?|sean|(?:should|to|must)(?: all)? be|be|(?:pon|pone|poner|pasa|pasar|cambia|cambiar|convierte|convertir|renombra|renombrar|haz|deja|dejar|make|put|change|convert|turn|rename|set)(?: ~?(?:l[oa]s?|les?|me))*|(?:el |los |the |all the |their |its )?(?:nombres?|names?|file ?names?)(?: (?:de|del|of))?',
  ),
  write: words(
    '(?:(?:to|at|onto) )?the end of|(?:al |el )?final del?|nuev[oa]|new|en blanco|blank|vaci[oa]|(?:de |con (?:el )?)?nombre',
  ),
  read: words(
    'back|aloud|out loud|(?:en )?voz alta|says?|contains?|dice|pone|el contenido(?: de)?|the contents?(?: of)?|lo que dice',
  ),
  find: words(
    'si(?= )|if|whether|(?:(?:could|can) you )?(?:tell me |dime |me puedes decir |me dices )?(?:donde (?:esta|estan|quedo)|where (?:it|they) (?:is|are))(?=[\\s.?!]*$)|(?:esta|estan|is|are) (?:guardad[oa]s?|saved|stored)|go|gone|went|(?:buscar|busca|encontrar|find|look for)(?: ?~l[oa]s?| it| them)?',
  ),
  count: words('are there|there are|do i have|i have|have i got|hay|tengo|tenemos|exist(?:en)?|existe'),
  list: words(
    'si(?= )|if|whether|(?:could you |can you )?(?:tell me |dime )?(?:donde estan?|where (?:it|they) (?:is|are))(?=[\\s.?!]*$)|are there|there are|do i have|i have|(?:cual(?:es)?|que) (?:es|son|fue|fueron)|which (?:is|are|one)',
  ),
};
/** "el último archivo descargado": a rank by time already says so. */
const TOUCHED = words(
  '(?:que )?(?:he |i |se |fue |fueron |was |were )*(?:modificad|descargad|bajad|cread|guardad|editad|recibid)[oa]s?|downloaded|modified|created|saved|edited|received|(?:que )?(?:yo |se )?(?:descargue|baje|modifique|guarde|modifico|descargo|guardo|bajo|creo|edito|cambio|edite|cree)(?: (?:ultim[oa]|por ultima vez))?|i (?:downloaded|saved|modified)',
);
/** Conditions and timetables are not ours to keep: a clause with one is not understood. */
const LATER = words(
  "(?:check|confirm|verify|consult) with me|(?:pregunta|avisa|consulta|confirma) ?~?me|confirma conmigo|let me (?:check|review|see|confirm)|deja ?~?me (?:ver|revisar)|(?:every|each|cada|todos los|todas las) (?:(?:other )?(?:day|week|month|year|hour|morning|night|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|dias?|semanas?|mes(?:es)?|anos?|horas?|mananas?|noches?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)|manana|tomorrow|tonight at|next (?:week|month|year|monday|friday)|la proxima semana|el proximo (?:mes|ano)|pasado manana|a las \\d+(?::\\d+)?(?: (?:de la )?(?:am|pm|manana|tarde|noche))?|at \\d+(?::\\d+)? ?(?:am|pm|o'clock)?|when(?:ever)?(?! you)|cuando(?! puedas| tengas (?:tiempo|un))|siempre que|(?:to|a|al|en|por|via|by|on|in|with|con) (?:(?:la|el|mi|my|the|un|una|a|tu|su|our|nuestro) )*(?:dropbox|google ?drive|onedrive|icloud|gmail|whats ?app|telegram|correo|e-?mail|mail|usb|pen ?drive|nube|cloud|impresora|printer|slack|teams)|(?:al|(?:to|a|en|into|onto|on|in) (?:la|el|mi|my|the|un|una|an?|tu|your|su)) (?:(?:smart|cell|mobile )?phone|telefono|movil|celular|tablet|i(?:pad|phone)|(?:disco|unidad)(?: duro)? extern[oa]|(?:external|portable|backup) (?:hard )?(?:drive|disk)|hard drive|memory stick|(?:sd|memory) card|tarjeta(?: sd| de memoria)?|kindle|tele(?:vision|visor)?|tv|bluetooth)|automatic(?:ally|amente)|automaticamente|from now on|de ahora en adelante|si (?:ya )?(?:no )?(?:hay|existe|esta|estan|tiene|tienen|pesan?|son)|si|if(?! you)|mientras(?! tanto)|en caso de|in case|as long as|siempre y cuando|provided|whether|salvo que|con tal de|unless|a menos que|once|una vez que|hasta que|until|later today|mas tarde|ni se te ocurra|ni se les ocurra|don't you dare",
);
/** What the files have to do with others, or what they should become: neither is ours to see or to do. */
const RELATED = words(
  '(?:que |that |which )(?:(?:ya|tambien|aun|todavia|already|also|still) )*(?:no )?(?:estan?|esten|existen?|existan|hay|tengo|tenga|are|is|exist|i have)(?: (?:ya|tambien|repetid[oa]s|already|also|not|both|only|solo))+(?: .*)?|(?:que|that|which) (?:ya|tambien|no|already|also)(?: (?:ya|tambien))? (?:estan?|esten|existen?|existan|hay|tengo|tenga|are|exist)(?: .*)?|(?:that|which) (?:are|is) not (?:in|on)(?: .*)?|(?:in|on|en)?to (?:one|a single|just one|only one)(?: (?:file|pdf|document|zip|archive))?|en (?:un[oa]?) (?:sol[oa]|unic[oa])(?: (?!carpeta)\\S+)?',
);
const readLater: Reader = (cursor, clause) => {
  const match = cursor.eat(RELATED) ?? cursor.eat(LATER);
  if (match) clause.left.push(match[0]);
  return match !== undefined;
};

const readTouched: Reader = (cursor, clause) =>
  clause.things.some(({ top }) => top?.sort === 'modified') && cursor.eat(TOUCHED) !== undefined;

const readActWords: Reader = (cursor, clause) =>
  clause.act !== undefined &&
  ACT_WORDS[clause.act] !== undefined &&
  !cursor.look(HELD_IN) &&
  cursor.eat(ACT_WORDS[clause.act]!) !== undefined;
const HELD_IN = words('(?:hay|tengo|tenemos|i have) (?:en|in|on|guardad[oa]s? en)');

/** Tried in this order wherever the cursor stands: the more a phrase says, the earlier. */
const READERS: readonly Reader[] = [
  (cursor) => cursor.eat(MOOD) !== undefined,
  (cursor) => cursor.eat(STAYS) !== undefined,
  readModal,
  readStand,
  readOpening,
  (cursor) => cursor.eat(politeness) !== undefined,
  readActWords,
  readTouched,
  ...EXCEPTION_READERS,
  eatExtras,
  readLater,
  eatMachine,
  readAgain,
  ...NAME_READERS,
  ...MODIFIER_READERS,
  ...PREPOSITION_READERS,
  readDuplicates,
  readVerb,
  readOther,
  ...PLACE_READERS,
  ...MASKED_READERS,
  ...HEAD_READERS,
  readWish,
  readFiller,
  readState,
  (cursor) => cursor.eat(QUANTIFIER) !== undefined,
  readAnd,
  ...TOPIC_READERS,
  (cursor) => cursor.eat(SMALL) !== undefined,
  (cursor) => cursor.eat(/[,.;:!?¡¿()'"…-]+/y) !== undefined,
  ...BARE_READERS,
];

/** "quiero los pdf de descargas en documentos": the last place is where they should be. */
const settleWish = (clause: Clause): void => {
  if (!clause.wished || clause.act !== undefined || clause.things.length === 0) return;
  const isBack = clause.things.every(({ pronoun }) => pronoun !== undefined);
  if (clause.locs.length < (isBack ? 1 : 2)) return;
  if (clause.locs.at(-1)!.role !== 'in' && clause.locs.at(-1)!.role !== 'to') return;
  const locs = clause.locs.map((each, at) => (at === clause.locs.length - 1 ? { ...each, role: 'to' as const } : each));
  Object.assign(clause, { act: 'move', hasVerb: true, puts: true, locs });
};

/** What only the whole clause tells of its act. */
const settle = (clause: Clause): void => {
  settleWish(clause);
  joinTargets(clause);
  if (clause.act === 'select' && clause.locs.some(({ role }) => role === 'to'))
    Object.assign(clause, { act: 'move', puts: true });
  if (clause.act === 'trash' && clause.throws && clause.locs.some(({ role }) => role === 'to'))
    Object.assign(clause, { act: 'move', puts: true });
  if ((clause.act === 'create' || clause.act === 'clean') && clause.by)
    Object.assign(clause, { act: 'organise', things: [] });
  if (clause.act === undefined && clause.locs.some(({ loc }) => loc.isNew))
    Object.assign(clause, { act: 'create', hasVerb: true });
  fillMade(clause);
  if (clause.act === 'organise') clause.locs = distinct(clause.locs);
};

/** Reads one clause; what no reader takes goes into `left`, so that nothing is quietly dropped. */
export const readClause = (cursor: Cursor, world: World, like?: Partial<Clause>): Clause => {
  const clause: Clause = { ...emptyClause(), ...like };
  while (!cursor.done) {
    if (READERS.some((reader) => reader(cursor, clause, world))) continue;
    const word = cursor.eat(/\S+/y);
    if (!word) break;
    clause.left.push(word[0]);
  }
  settle(clause);
  return clause;
};
