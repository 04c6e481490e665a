import { CATEGORIES } from '#contracts/selection';
import { words, type Cursor } from '../text/cursor.js';
import { eatTime } from '../time/ranges.js';
import { emptyClause, newThing, without, type Clause, type Role, type Thing } from './clause.js';
import { eatHead, eatRank, VAGUE } from './heads.js';
import { eatLoc, locOfPath } from './locations.js';
import { eatMachine } from './machines.js';
import { eatBareName, eatMasked } from './names.js';
import { eatPattern } from './patterns.js';
import { eatSize } from './sizes.js';
import { FILLERS, SMALL_WORDS } from '../lexicon/fillers.js';
import { eatExtras } from './extras.js';
import { eatOpening, eatVerb } from './verbs.js';
import { readExcept } from './exceptions.js';
import type { Reader, World } from './world.js';

const fillers = FILLERS.map((pattern) => words(pattern));
const phrases = fillers.slice(0, 1);
const SMALL = words(SMALL_WORDS);
const AND = words('y|and|e|o|or|u|,|ademas de|as well as|plus|mas|junto con|along with|&');
const REST = words(
  "(?:todo )?(?:lo|los|las) (?:demas|restantes?|otr[oa]s)|el resto|(?:all )?the (?:rest|others?|remaining)|(?:everything|anything|todo) (?:else|lo demas)|the other|what(?:'s| is) left|lo que (?:quede|queda|sobre|sobra)",
);
const NOT = words("no|don'?t|do not|never|nunca|dont|sin");
const AGAIN = words(
  '(?:haz |hace |hacer |do )?(?:lo mismo|the same(?: thing)?|igual|likewise|lo propio)(?: (?:con|para|with|for|to|en|in))?',
);
const DEEP = words(
  '(?:(?:y|and|con|including|incluyendo|incluso|incluidas|en|in|with|de|dentro de)(?: todas| all)?(?: (?:las|sus|the|its|any))? )?(?:sub ?carpetas?|sub ?folders?|sub ?directorios?|subdirectories)(?: (?:tambien|too|incluidas|included|as well))?|recursivamente|recursively|en todas partes|everywhere|por todos lados|en todos lados|en todo(?: el| la)? (?:compu|computadora|pc|equipo|disco|lado)|anywhere|at any depth|en cualquier (?:parte|lado|lugar)|in all folders|en todas las carpetas',
);

export const take = (cursor: Cursor, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => cursor.eat(pattern) !== undefined);

const FROM = words(
  "desde|(?:(?:que|q) )?(?:yo )?(?:estan?|hay|tengo|tenemos|se encuentran?|esten|este|guarde|puse|deje|hayan?|haya|aparecen|viven|quedaron|quedan) (?:guardad[oa]s? )?(?:en|dentro de|adentro de|por)(?: todo| toda)?|dentro de(?= .* (?:a|to|hacia) )|from(?: (?:inside|within))?|out of|off(?: of)?|(?:(?:that|which) (?:are|is|live|lives)|that's|that i have|i have|sitting|stored|located|saved|lying|i (?:saved|put)) (?:in|on|inside|under)(?: of)?",
);
const OF = words('del?');
const TO = words(
  'a|al|hacia|hasta|rumbo a|para|to|into|onto|over to|(?:con destino|destino) (?:a|en)|y (?:ponl[oa]s|metel[oa]s) en|a la de|->|→|=>',
);
const IN = words(
  'en|in|on|inside(?: of)?|within|under|dentro(?: del?)?|adentro(?: del?)?|por|at|sobre|al interior de|bajo|of|across|(?:de )?dentro de',
);

const addLoc = (clause: Clause, role: Role, loc: Clause['locs'][number]['loc']): boolean =>
  clause.locs.push({ role, loc }) > 0;

const readLocWith =
  (pattern: RegExp, role: Role, bare: boolean): Reader =>
  (cursor, clause, world) =>
    cursor.attempt(() => {
      if (!cursor.eat(pattern)) return undefined;
      cursor.eat(words('todo|toda|all'));
      const making = role !== 'from' && (clause.act === 'create' || clause.puts);
      const loc = eatLoc(cursor, world, { bare, making: making && role === 'to' });
      return loc && addLoc(clause, role, loc) ? true : undefined;
    }) ?? false;

/** "los pdf de facturas": a folder or a word of the names; which one is seen when the folders are known. */
const readTopic: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (
      !thing ||
      thing.pronoun ||
      !cursor.eat(words('de|del|of|sobre|about|para|for|con|with|from|relacionad[oa]s con|related to|que sean de|by'))
    )
      return undefined;
    cursor.eat(words('el|la|los|las|the|mi|my|un|una|a'));
    const value = eatMasked(cursor) ?? eatBareName(cursor, false);
    if (value === undefined) return undefined;
    if (thing.terms) thing.terms.push(...value.split(/\s+/));
    else if (thing.name !== undefined && thing.topic === undefined && !thing.name.includes('.')) toTerms(thing, value);
    else thing.topic = thing.topic === undefined ? value : `${thing.topic} ${value}`;
    return true;
  }) ?? false;

const toTerms = (thing: Thing, more: string): void => {
  thing.terms = [...thing.name!.split(/\s+/), ...more.split(/\s+/)];
  thing.name = undefined;
};

const QUANTIFIER = words(
  '(?:absolutamente )?(?:tod[oa]s?|all(?: of)?|cada un[oa] de|cada|every(?: single| one of)?|each|cualquier|cualesquiera|any|tod[oa] tipo de|los|las|the|mis|my|ambos|both)(?: (?:los|las|mis|the|my|of|esos|esas|estos|those|these|tus))*',
);

const readHead: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const wasJoined =
      /(?:^|[\s,])(?:y|and|e|o|or|,|u)\s*(?:(?:los|las|el|la|the|mis|my|tod[oa]s|all)\s+)*$/.test(
        cursor.before.slice(-24),
      ) || /,\s*$/.test(cursor.before);
    const head = eatHead(cursor);
    if (!head) return undefined;
    const last = clause.things.at(-1);
    const refines =
      last &&
      !wasJoined &&
      last.name === undefined &&
      !last.pronoun &&
      (last.select.names ?? last.select.category) === undefined;
    if (refines) mergeHead(last, head.select);
    else if (last && wasJoined && head.isKind && last.select.kind && !last.select.names)
      last.select.kind = last.select.kind === head.select.kind ? last.select.kind : 'any';
    else clause.things.push({ ...newThing({ ...head.select }), plural: head.plural });
    return true;
  }) ?? false;

const mergeHead = (thing: Thing, select: Thing['select']): void => {
  const kind = thing.select.kind;
  Object.assign(thing.select, select);
  if (kind && select.kind === undefined) thing.select.kind = kind;
};

const current = (clause: Clause): Thing => {
  const last = clause.things.at(-1);
  if (last) return last;
  const thing = { ...newThing(), plural: true };
  clause.things.push(thing);
  return thing;
};

const readTime: Reader = (cursor, clause, world) => {
  const range = eatTime(cursor, world.clock);
  if (range) current(clause).select.modified = { ...current(clause).select.modified, ...range };
  return range !== undefined;
};

const readSize: Reader = (cursor, clause) => {
  const size = eatSize(cursor);
  if (size) current(clause).select.size = { ...current(clause).select.size, ...size };
  return size !== undefined;
};

const readPattern: Reader = (cursor, clause) => {
  const found = eatPattern(cursor);
  if (!found) return false;
  const thing = current(clause);
  if (found.names) thing.select.names = found.names;
  if (found.text) thing.select.text = found.text;
  if (found.contains) thing.contains = found.contains;
  return true;
};

const readRank: Reader = (cursor, clause) => {
  const top = eatRank(cursor);
  if (top) current(clause).top = top;
  return top !== undefined;
};

const readVague: Reader = (cursor, clause) => {
  const vague = VAGUE.find(([pattern]) => cursor.eat(pattern) !== undefined)?.[1];
  if (vague) current(clause).vague = vague;
  return vague !== undefined;
};

const readEmpty: Reader = (cursor, clause) => {
  if (cursor.eat(words('(?:que )?(?:estan?|esten|are|that are)? ?(?:vaci[oa]s?|empty)')))
    return (current(clause).select.empty = true);
  if (cursor.eat(words('(?:ocult[oa]s?|escondid[oa]s?|hidden)'))) return (current(clause).select.hidden = true);
  return false;
};

const readPronoun: Reader = (cursor, clause) => {
  const match = cursor.eat(PRONOUN);
  if (!match) return false;
  const hasOwn = clause.things.length > 0;
  if (!hasOwn)
    clause.things.push({ ...newThing(), pronoun: /s$|them|those|these|todo/.test(match[0]) ? 'them' : 'it' });
  return true;
};
const PRONOUN = words(
  '~(?:los|las|lo|la)|them(?: all)?|all of them|those(?: files| ones| photos| folders)?|these(?: files| ones| photos| folders)?|es[oa]s(?: mism[oa]s)?(?: (?:archivos|fotos|carpetas|documentos|pdfs?|mism[oa]s))?|est[oa]s(?: mism[oa]s)?(?: (?:archivos|fotos|carpetas|documentos))?|ell[oa]s|aquell[oa]s|(?:los|las) mism[oa]s|(?:ese|este|that|this|the same|el mismo) (?:archivo|file|documento|document|one)|esa foto|it|eso|esto|that|this',
);

const readGlob: Reader = (cursor, clause, world) => {
  const start = cursor.at;
  const value = eatMasked(cursor);
  if (value === undefined) return false;
  const kind = cursor.text.spans.find((span) => span.start === start)?.kind;
  if (kind === 'glob' && !/[\\/]/.test(value)) return addNames(clause, value);
  return addNamed(clause, value, world);
};

const addNames = (clause: Clause, glob: string): boolean => {
  const last = clause.things.at(-1);
  if (last && !last.name && !last.pronoun) last.select.names = [...(last.select.names ?? []), glob];
  else clause.things.push({ ...newThing({ names: [glob] }), plural: true });
  return true;
};

const addNamed = (clause: Clause, value: string, world: World): boolean => {
  const loc = /[\\/]/.test(value) ? locOfPath(value, world) : undefined;
  const name = loc ? (loc.absolute ?? loc.path.at(-1)) : value;
  const last = clause.things.at(-1);
  const thing =
    last && last.name === undefined && !last.plural && !last.pronoun && last.select.kind === 'file' ? last : newThing();
  thing.name = name ?? loc?.place;
  if (thing.select.kind === 'file') thing.nameKind = 'file';
  if (loc) thing.loc = { ...loc, path: loc.path.slice(0, -1) };
  if (loc && loc.path.length === 0) return addLoc(clause, 'in', loc);
  if (thing !== last) clause.things.push(thing);
  return true;
};

const readBare: Reader = (cursor, clause) => {
  const wasPlural = /(?:^|\s)(?:los|las|mis|my|all|unas|unos|the)\s+$/.test(cursor.before);
  const name = cursor.attempt(() => eatBareName(cursor, false));
  if (name === undefined) return false;
  const last = clause.things.at(-1);
  if (last && last.name === undefined && !last.pronoun && last.select.kind && !last.plural && !last.terms) {
    last.name = name;
    last.nameKind = last.select.kind === 'folder' ? 'folder' : 'file';
    return true;
  }
  if (wasPlural && /s$/i.test(name) && !/\s/.test(name))
    clause.things.push({ ...newThing(), terms: [name], plural: true });
  else clause.things.push({ ...newThing(), name });
  return true;
};

const readFolderObject: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    const isSingle = cursor.look(SINGLE_FOLDER);
    if (!isSingle) return undefined;
    const loc = eatLoc(cursor, world, { bare: false, making: clause.act === 'create' });
    if (!loc || loc.there) return undefined;
    if (clause.act === 'create') return addLoc(clause, 'to', { ...loc, isNew: true });
    if (loc.place && loc.path.length === 0) return addLoc(clause, 'in', loc);
    clause.things.push({
      ...newThing({ kind: 'folder' }),
      name: loc.path.at(-1),
      nameKind: 'folder',
      loc: { ...loc, path: loc.path.slice(0, -1) },
    });
    return true;
  }) ?? false;
const SINGLE_FOLDER = words(
  '(?:(?:el|la|una|un|mi|the|a|my|esta|esa|otra|another) )*(?:(?:nueva|new|sub) ?)?(?:(?:\\S+ ){0,3}?)(?:sub ?)?(?:carpeta|carpetita|folder|directorio|directory)(?: .*)?',
);

const readPlaceObject: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    const isShared = cursor.look(
      words(
        '(?:(?:mis|my|los|las|the|mi) )?(?:documentos|documents|fotos|photos|imagenes|pictures|musica|music|videos)',
      ),
    );
    if (isShared && !clause.placeWords) return undefined;
    const loc = eatLoc(cursor, world, { bare: false });
    return loc?.place !== undefined && addLoc(clause, 'in', loc) ? true : undefined;
  }) ?? false;

const readVerb: Reader = (cursor, clause) => {
  if (clause.act !== undefined && clause.hasVerb && clause.act !== 'select') return false;
  const wasNegated = cursor.look(NOT) !== undefined;
  const reading = cursor.attempt(() => {
    if (wasNegated) cursor.eat(NOT);
    return eatVerb(cursor);
  });
  if (!reading) return false;
  Object.assign(clause, {
    act: reading.sense.act,
    puts: reading.sense.puts === true,
    hasVerb: true,
    negated: wasNegated,
  });
  return true;
};

const readOpening: Reader = (cursor, clause) => {
  if (clause.hasVerb) return false;
  const opening = eatOpening(cursor);
  if (!opening) return false;
  Object.assign(clause, { act: opening.act, hasVerb: true });
  return true;
};

const readWords: Reader = (cursor, clause) => {
  if (cursor.eat(DEEP)) return (current(clause).deep = true);
  if (cursor.eat(REST)) return clause.things.push({ ...newThing(), rest: true, plural: true }) > 0;
  if (!clause.hasVerb && cursor.eat(AGAIN)) return (clause.again = true);
  return false;
};

const exclusion: Reader = (cursor, clause, world) => {
  const out = readExcept(cursor, world);
  if (!out) return false;
  const thing = current(clause);
  if (out.names) thing.select.exclude = [...(thing.select.exclude ?? []), ...out.names];
  if (out.category) thing.select.category = without(thing.select.category ?? CATEGORIES, out.category);
  if (out.size) thing.select.size = { ...thing.select.size, ...out.size };
  if (out.modified) thing.select.modified = { ...thing.select.modified, ...out.modified };
  if (out.vague) thing.vague = out.vague;
  if (out.left) clause.left.push(out.left);
  return true;
};

/** Tried in this order wherever the cursor stands: the more a phrase says, the earlier. */
const READERS: readonly Reader[] = [
  (cursor) => take(cursor, phrases),
  exclusion,
  readOpening,
  eatExtras,
  (cursor, clause, world) => eatMachine(cursor, clause, world),
  readTime,
  readSize,
  readPattern,
  readRank,
  readWords,
  readLocWith(FROM, 'from', true),
  readLocWith(OF, 'from', false),
  readLocWith(TO, 'to', true),
  readLocWith(IN, 'in', true),
  readVerb,
  readFolderObject,
  readPlaceObject,
  readGlob,
  readHead,
  readEmpty,
  readVague,
  readPronoun,
  (cursor) => take(cursor, fillers),
  (cursor) => cursor.eat(QUANTIFIER) !== undefined,
  (cursor) => cursor.eat(AND) !== undefined,
  readTopic,
  (cursor) => cursor.eat(SMALL) !== undefined,
  (cursor) => cursor.eat(/[,.;:!?¡¿()'"…-]+/y) !== undefined,
  readBare,
];

/** Reads one clause; what no reader takes goes into `left`, so that nothing is quietly dropped. */
export const readClause = (cursor: Cursor, world: World, like?: Clause): Clause => {
  const clause = { ...emptyClause(), ...(like && { act: like.act, puts: like.puts }) };
  while (!cursor.done) {
    if (READERS.some((reader) => reader(cursor, clause, world))) continue;
    const word = cursor.eat(/\S+/y);
    if (!word) break;
    clause.left.push(word[0]);
  }
  return clause;
};
