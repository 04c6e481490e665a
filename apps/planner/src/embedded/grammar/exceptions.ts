import type { Category } from '#contracts/selection';
import { words, type Cursor } from '../text/cursor.js';
import { eatTime } from '../time/ranges.js';
import type { Vague } from './clause.js';
import { eatHead, VAGUE } from './heads.js';
import { eatCapitalName } from './late-names.js';
import { eatBareName, eatMasked } from './names.js';
import { eatPattern, literal, type PatternReading } from './patterns.js';
import { permuted } from './stems.js';
import type { World } from './world.js';
import { eatSize } from './sizes.js';

/** What an exception takes out of a selection. */
export interface Exclusion {
  names?: string[];
  category?: Category[];
  kind?: 'file' | 'folder';
  size?: { min?: number; max?: number };
  modified?: { from?: string; to?: string };
  vague?: Vague;
  /** Names nobody introduced: unless something is called so, the exception was not understood. */
  said?: string[];
  /** What cannot be taken out: then the whole clause is not understood. */
  left?: string;
}

const EXCEPT = words(
  "(?:y )?(?:menos|excepto|except(?:ing)?(?: for)?|salvo|sin(?= (?:los|las|el|la) )|without(?= (?:the|any|my) )|but(?= (?:the|my) )|but for|all but|a excepcion de|con excepcion de|exceptuando|quitando|apart from|aside from|other than|excluding|excluyendo|but not|but (?:leave|keep|ignore|skip)|(?:pero|y|and|but)(?: que)? (?:no (?:toques|muevas|borres|incluyas|copies|te lleves|pases|metas|elimines)|deja(?:me)?(?: ~me)?(?: quiet[oa]s)?|don'?t (?:touch|move|delete|include|copy|remove)|leave|keep|skip|ignore)|sin (?:tocar|contar|incluir|mover|borrar)|without (?:touching|including|moving)|not (?:the|my|any|including)|not(?= an? )|que no (?:sean|son|sea)|that (?:are not|aren't|isn't|is not)|which aren't|no (?:toques|incluyas)|leaving|dejando(?: fuera)?|(?:pero )?(?:conservando|manteniendo|conserva|manten)|keep(?:ing)?|ignorando|ignoring|minus|pero no)(?: a| de| por)?",
);
const TAIL = words(
  '(?:donde|como) (?:estan?|esta|ya estan)|tal cual|sin mover|untouched|(?:quiet[oa]s|fuera|afuera|en paz|ahi|alone|out(?: of it)?|in place|where (?:they|it) (?:are|is)|as (?:they|it) (?:are|is)|behind|sin tocar|en su lugar|en su sitio)',
);
const DETS = words(
  '(?:a )?(?:tod[oa]s |all )?(?:(?:los|las|the|mis|my|those|these|es[oa]s) (?:dos|tres|two|three)|los|las|el|la|lo|mis|mi|the|my|any|all|todo|l[oa]s que|the ones|ones|cualquier|aquell[oa]s|those|un|una|an?)(?: (?:que (?:sean|son)|que|that are|that|which are|are|ones))?',
);
const OF = words('de|del|of|tipo|con|with|llamad[oa]s?|named|called|que (?:se )?llam(?:a|e|en|an)');
const AND = words('y|and|o|or|ni|nor|e|u|,');

const add = (out: Exclusion, names: readonly string[]): true => {
  out.names = [...(out.names ?? []), ...names];
  return true;
};

/** Takes out sizes by keeping the other side; a range in the middle cannot be kept as one range. */
const flipSize = (out: Exclusion, size: { min?: number; max?: number }): boolean => {
  if ((size.min === undefined) === (size.max === undefined)) return false;
  out.size = size.min === undefined ? { min: size.max! + 1 } : { max: size.min - 1 };
  return true;
};

const flipTime = (out: Exclusion, range: { from?: string; to?: string }, world: World): boolean => {
  const reachesNow = range.to === undefined || Date.parse(range.to) >= world.clock.now.getTime();
  if (range.from !== undefined && reachesNow) out.modified = { to: new Date(Date.parse(range.from) - 1).toISOString() };
  else if (range.from === undefined && range.to !== undefined)
    out.modified = { from: new Date(Date.parse(range.to) + 1).toISOString() };
  else return false;
  return true;
};

/** "but don't delete anything": nothing would be left to do. */
const ANYTHING = words('anything|any files?|nothing|nada|ningun[oa]?(?: archivos?)?|cualquier cosa|cualquier archivo');

/** "menos las carpetas". */
const takeKind = (out: Exclusion, kind: 'file' | 'folder' | 'any'): true => {
  if (kind === 'any') out.left = '…';
  else out.kind = kind;
  return true;
};

/** "The excel one". */
const ONE = words('one');
const readHead = (cursor: Cursor, out: Exclusion): boolean => {
  const head = cursor.look(ANYTHING) ? undefined : eatHead(cursor);
  if (!head) return cursor.eat(ANYTHING) !== undefined && leave(out, '…');
  cursor.eat(ONE);
  if (head.select.names) return add(out, head.select.names);
  if (head.select.kind) return takeKind(out, head.select.kind);
  if (head.select.category) out.category = [...(out.category ?? []), ...head.select.category];
  return true;
};

const readMeasure = (cursor: Cursor, out: Exclusion, world: World): boolean | undefined => {
  const size = eatSize(cursor);
  if (size) return flipSize(out, size);
  const says = readSays(cursor, out);
  if (says !== undefined) return says;
  const pattern = eatPattern(cursor);
  if (pattern?.text !== undefined) return leave(out, pattern.text);
  if (pattern) return addPattern(out, pattern);
  const time = eatTime(cursor, world.clock);
  return time && flipTime(out, time, world);
};

/** What is in a text is not known when entries are chosen. */
const leave = (out: Exclusion, text: string): true => {
  out.left = text;
  return true;
};

/** "que digan borrador": in the name. */
const SAYS = words(
  '(?:que |that |which )?(?:diga|digan|dice|dicen|ponga|pongan|says?|saying)(?: (?:la palabra|the word))?',
);
const readSays = (cursor: Cursor, out: Exclusion): boolean | undefined =>
  cursor.attempt(() => {
    const word = cursor.eat(SAYS) ? (eatMasked(cursor) ?? eatBareName(cursor, true)) : undefined;
    return word === undefined ? undefined : add(out, [`*${literal(word)}*`]);
  });

const addPattern = (out: Exclusion, { names, contains, called }: PatternReading): boolean =>
  add(out, names ?? (contains === undefined ? calledIn(out, called ?? '') : [`*${literal(contains)}*`]));

/** "except the ones called test": those whose names begin so, as where they are meant; and there must be one. */
const calledIn = (out: Exclusion, name: string): string[] => {
  const begun = name.includes('.') ? [] : [' *', '_*', '-*', '(*'].map((end) => `${literal(name)}${end}`);
  const names = [...named(name), ...begun];
  out.said = [...(out.said ?? []), ...names];
  return names;
};

const named = (name: string): string[] =>
  name.includes('.') || name.includes('*') ? [name] : [literal(name), `${literal(name)}.*`];

const TITLED = words(
  '(?:(?:el|la|los|las|the|mi|mis|my|a) )*(?:archivos?|ficheros?|carpetas?|folders?|files?)(?: (?:llamad[oa]s?|called|named|de nombre))?(?= (?!de |del |of |que |that |with |con |y |and |mas |en |in |on )\\S)',
);
const FOLDER_AFTER = words('(?:sub ?)?folders?');

/** "la carpeta Recibos", "el archivo hoy.txt", "the Recibos folder": one thing by its name. */
const readTitled = (cursor: Cursor, out: Exclusion): boolean =>
  cursor.attempt(() => {
    const isTitled = cursor.eat(TITLED) !== undefined;
    if (!isTitled) cursor.eat(words('(?:the|my|my own|your)'));
    const isCapital = /^\p{Lu}/u.test(cursor.text.raw.slice(cursor.at));
    const name = eatMasked(cursor) ?? (isTitled ? undefined : eatCapitalName(cursor)) ?? eatBareName(cursor, isCapital);
    if (name === undefined || (!isTitled && !cursor.eat(FOLDER_AFTER))) return undefined;
    out.said = [...(out.said ?? []), literal(name)];
    return add(out, named(name));
  }) ?? false;

const readOne = (cursor: Cursor, out: Exclusion, world: World): boolean => {
  if (readTitled(cursor, out)) return true;
  cursor.eat(DETS);
  const said = readMeasure(cursor, out, world);
  if (said !== undefined) return said;
  while (cursor.eat(OF) ?? cursor.eat(DETS));
  const measured = readMeasure(cursor, out, world);
  if (measured !== undefined) return measured;
  if (readHead(cursor, out)) return true;
  out.vague = VAGUE.find(([pattern]) => cursor.eat(pattern) !== undefined)?.[1];
  if (out.vague) return true;
  const masked = eatMasked(cursor);
  if (masked !== undefined) return add(out, named(masked));
  const name = cursor.attempt(() => eatBareName(cursor, false));
  if (name === undefined) return false;
  const globs = permuted(name.split(/\s+/));
  out.said = [...(out.said ?? []), ...globs];
  return add(out, globs);
};

/** Goes on while the exception does: more things after "y", or more about the same ("archivos de más de 10 MB"). */
const readMore = (cursor: Cursor, out: Exclusion, world: World): void => {
  for (;;) {
    const more = cursor.attempt(() => {
      const joined = cursor.eat(AND) !== undefined;
      if (
        !joined &&
        !cursor.look(
          words(
            'que .*|de .*|con .*|llamad.*|named.*|called.*|in .*|en .*|mayores .*|over .*|larger .*|bigger .*|menores .*|older .*|of .*',
          ),
        )
      )
        return undefined;
      if (joined && cursor.look(NEW_ORDER)) return undefined;
      if (
        !joined &&
        cursor.look(words('(?:de|del|en|a|al|in|on|from|to) .*')) &&
        !cursor.look(words('de (?:mas|menos|word|excel|tipo|hoy|ayer|este|esta|el|\\d+).*'))
      )
        return undefined;
      return readOne(cursor, out, world) ? true : undefined;
    });
    if (!more) return;
  }
};
const NEW_ORDER = words(
  '(?:luego|despues|then|also|tambien|ponl|met|muev|borr|cre|pas|renombr|copi|elimin|move|put|delete|create|copy|rename|make|trash)[a-z]*',
);

const KEEP = words(
  "(?:(?:i|we)(?:'?d)? (?:want|need|have|would like|like) to |(?:quiero|queremos|quisiera|necesito|hay que) )?(?:deja|dejes|dejar|leave|keep|conservar|mantener)(?: ~?me)?",
);
const STAYS = /[\s.!?]*(?:$|,)/y;

/** "deja los pdf donde están", "leave the pdfs": without a place to leave them in, they stay. */
const readKept = (cursor: Cursor, world: World): Exclusion | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(KEEP)) return undefined;
    const out: Exclusion = {};
    if (!readOne(cursor, out, world)) return undefined;
    readMore(cursor, out, world);
    return cursor.eat(TAIL) || cursor.done || cursor.look(STAYS) ? out : undefined;
  });

/** An exception where the cursor stands: "menos los pdf", "except the big ones", "pero no toques informe.docx". */
export const readExcept = (cursor: Cursor, world: World): Exclusion | undefined =>
  readNamed(cursor, world) ?? readKept(cursor, world) ?? readDenied(cursor, world) ?? readLeftAlone(cursor, world);

const BUT = words('pero|but|y|and');
const DENIES = words('no|not');
/** Looked for first: these readers are tried at every word. */
const DENYING = /\b(?:no|not|don'?t)\b/;

/** "…, pero el excel no": denied behind it. */
const readDenied = (cursor: Cursor, world: World): Exclusion | undefined =>
  cursor.attempt(() => {
    if (!DENYING.test(cursor.rest) || !cursor.eat(BUT) || !cursor.look(DETS)) return undefined;
    const out: Exclusion = {};
    return readOne(cursor, out, world) && cursor.eat(DENIES) && (cursor.done || cursor.look(STAYS)) ? out : undefined;
  });

const THESE = words('(?:y |and |pero |but )?(?:los|las|el|la|lo|the|mis|my) .*');
const NOT_DONE = words(
  "no (?:l[oa]s? )?(?:toques|muevas|borres|copies|elimines|lleves|pases|metas|incluyas|quites)(?: ~?l[oa]s?)?|(?:don'?t|do not) (?:touch|move|delete|copy|include|take)(?: them| it)?",
);
const AT_THE_END = /^[\s.,!]*(?:gracias|thanks|thank you|please|por favor|porfa)?[\s.!]*$/;

/** "… Los xml no los toques." Said last, of things apart: what came behind it could be about them. */
export const readLeftAlone = (cursor: Cursor, world: World): Exclusion | undefined =>
  cursor.attempt(() => {
    if (!DENYING.test(cursor.rest) || cursor.before.trim() === '' || !cursor.look(THESE)) return undefined;
    cursor.eat(BUT);
    const out: Exclusion = {};
    if (!readOne(cursor, out, world)) return undefined;
    readMore(cursor, out, world);
    cursor.eat(/,\s*/y);
    return cursor.eat(NOT_DONE) && AT_THE_END.test(cursor.text.folded.slice(cursor.at)) ? out : undefined;
  });

const readNamed = (cursor: Cursor, world: World): Exclusion | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(EXCEPT)) return undefined;
    const out: Exclusion = {};
    if (!readOne(cursor, out, world)) return undefined;
    readMore(cursor, out, world);
    cursor.eat(TAIL);
    return out;
  });
