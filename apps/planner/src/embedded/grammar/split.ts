import { Cursor, words } from '../text/cursor.js';
import type { Text } from '../text/text.js';
import { FILLERS, REST_STAYS } from '../lexicon/fillers.js';
import { countedNamesAt, insideNamesAt } from './folder-forms.js';
import { readExcept, readLeftAlone } from './exceptions.js';
import type { World } from './world.js';
import { eatOpening, eatOtherPhrase, eatOtherVerb, eatVerb } from './verbs.js';
import { isVerbWord } from './vocabulary.js';
import { startsList } from './lists.js';
import type { Stretch } from './stretch.js';

const SEPARATOR =
  /\s*[;.!?:]+\s+(?:(?:y|and|e|pero|but) )?|\s*,\s*(?:(?:y|and|e) )?|\s+(?:y|and|e|&|luego|then)\s+|\s+(?=(?:con|with)\s+\S+\s+sub\s?(?:carpetas|folders))|\s+(?:para|(?<!\bas\s)to)\s+(?=(?:que )?(?:met|guard|pon|put|store|mov)\w*)/g;
const NO = /^\s*(?:no|nop|nope|uy|ay|ups|oops)\s*$/;
const ADVERBS = words(
  'luego(?: de eso)?|despues(?: de eso| de esto)?|then|tambien|also|ahora|now|por ultimo|finally|finalmente|after (?:that|this|which)|afterwards|next|entonces|una vez (?:hecho|creada|creado)(?: eso)?|ya que este|por favor|please|y|and|me|le|no|que|ademas|de paso|a continuacion|seguidamente|solo|solamente|only|just|~l[oa]s?',
);
const THERE = words(
  '(?:(?:a|en|hacia|dentro|adentro)(?: de(?:l)?)? ?)?(?:ahi|alli|alla|(?:en )?(?:esa|la|dicha|la misma|esta)(?: misma| nueva)? carpeta(?: nueva)?|ella|ese folder|dentro|adentro)|inside(?: (?:it|there|that folder))?|in (?:it|there|that folder)',
);
const fillers = FILLERS.map((pattern) => words(pattern));

/** "… y los zip bórralos". */
const TOPIC = /^(?:a )?(?:los|las|lo|el|la|tod[oa]s?)\s[^,;.]*?\s([a-z]+)\s~l[oa]s?(?=[\s,.;!?]|$)/;
const NAMING = words(
  '(?:pon ~?les?|(?:llama|llamar|nombra) ~?l[oa]s?|call it|name it|call them|que se llamen?)(?: .*)?',
);
const WISHED_BACK = words('(?:yo )?l[oa]s? (?:quiero|quisiera|necesito)|i (?:want|need) (?:them|those|it)');
/** "…, que está en documentos" says where; it asks nothing. */
const STAYS = words(REST_STAYS);
const RELATIVE = words('que (?:estan?|tengo|guarde|deje|puse)(?: guardad[oa]s?)? (?:en|dentro) .*');
/** Tidying said in two halves. */
const EACH_PLACED = words(
  '(?:met|pon|guard|coloc|muev|put|move|file|place)[a-z]*(?: ~?\\S+)? (?:cada|each|every)(?: \\S+){0,3}? (?:en|in|into|a|to|donde|where) (?:la suya|su |its |the (?:right|correct|matching|proper)|la que|correspond|it belongs).*',
);

/** "PDFs go in X": an order without a word of ordering. */
const GOES = words('(?:(?:los|las|the|my|mis|all|todos|todas) )*\\S+ (?:go|goes|van) (?:in|into|to|en|a) .*');

const startsTopic = (cursor: Cursor): boolean => {
  if (cursor.look(GOES)) return true;
  const topic = TOPIC.exec(cursor.rest);
  return (topic !== null && isVerbWord(topic[1]!)) || cursor.look(WISHED_BACK) !== undefined;
};

/** "… , there is no space left": it asks for nothing to be found. */
const NONE_THERE = words("(?:there (?:is|are) (?:no|not)|there's (?:no|not)|(?:ya )?no (?:hay|queda[n]?)) .*");
/** "… and the duplicate photos": more of the same order's things, though by itself it would be asked about. */
const SAME_FILES = words(
  '(?:(?:the|all|my|any|los|las|mis|tod[oa]s) )+(?:(?:archivos?|ficheros?|fotos?|imagenes|documentos?|videos?|files?|photos?|pictures?|images?|documents?) (?:que est[ae]n |that are )?)?(?:duplicad[oa]s?|repetid[oa]s?|identic[oa]s|duplicates?|repeated|identical).*',
);
const NO_ORDERS = [SAME_FILES, EACH_PLACED, NAMING, RELATIVE, STAYS, NONE_THERE];
/** "… , ya instalé todo" */
const TOLD = /^ya\s+(?:(?:l[oa]s?|me|nos|se|les?|no)\s+)*\p{Ll}+(?:é|í|ó|amos|imos)(?=[\s.,;!?]|$)/u;

/** Whether an order begins where the cursor stands, after adverbs, politeness and "adentro de esa carpeta". */
export const startsOrder = (cursor: Cursor, world: World): boolean => {
  if (NO_ORDERS.some((pattern) => cursor.look(pattern)) || TOLD.test(cursor.raw(cursor.at, cursor.end))) return false;
  if (readLeftAlone(new Cursor(cursor.text, cursor.at, cursor.end), world)) return false;
  if (startsTopic(cursor)) return true;
  if (readExcept(new Cursor(cursor.text, cursor.at, cursor.end), world)) return false;
  for (let steps = 0; steps < 8; steps++) {
    if (
      cursor.attempt(() =>
        eatOpening(cursor) || eatOtherPhrase(cursor) || eatVerb(cursor) || eatOtherVerb(cursor) ? true : undefined,
      )
    )
      return true;
    const moved =
      fillers.map((pattern) => cursor.eat(pattern)).find(Boolean) ??
      cursor.eat(ADVERBS) ??
      cursor.eat(THERE) ??
      cursor.eat(/[,.;]/y);
    if (!moved) return false;
  }
  return false;
};

export const stretchesOf = (text: Text, world: World): Stretch[] => {
  const found: Stretch[] = [];
  let names = countedNamesAt(text, { from: 0, to: text.folded.length }) ?? text.folded.length;
  let from = 0;
  for (const match of text.folded.matchAll(SEPARATOR)) {
    const right = match.index + match[0].length;
    const inside = insideNamesAt(text, { from: right, to: text.folded.length }, world);
    const begins =
      inside !== undefined || startsOrder(new Cursor(text, right), world) || startsList(text, match.index, right);
    if (match.index <= from || !begins || right >= names) continue;
    if (!/[a-z\ue000-\uf7ff]/.test(text.folded.slice(from, match.index).replace(NO, ''))) continue;
    found.push({ from, to: match.index });
    from = right;
    names = inside ?? names;
  }
  return [...found, { from, to: text.folded.length }];
};
