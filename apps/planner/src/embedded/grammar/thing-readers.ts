import { CATEGORIES } from '#contracts/selection';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { words } from '../text/cursor.js';
import { eatTime } from '../time/ranges.js';
import { newThing, without, type Clause, type Thing } from './clause.js';
import { readExcept } from './exceptions.js';
import { eatHead, eatRank, VAGUE } from './heads.js';
import { locOfPath } from './locations.js';
import { eatBareName, eatMasked } from './names.js';
import { eatPattern } from './patterns.js';
import { eatSize } from './sizes.js';
import type { Reader, World } from './world.js';

/** Readers of what: heads, and what is said about them. */

/** The thing being described; modifiers before any head make one. */
const current = (clause: Clause): Thing => {
  const last = clause.things.at(-1);
  if (last) return last;
  const thing = { ...newThing(), plural: true };
  clause.things.push(thing);
  return thing;
};

const mergeHead = (thing: Thing, select: Thing['select']): void => {
  const kind = thing.select.kind;
  const names = thing.select.names;
  Object.assign(thing.select, select);
  if (kind && select.kind === undefined) thing.select.kind = kind;
  if (names && select.names) thing.select.names = select.names;
};

const JOINED =
  /(?:(?:^|[\s,])(?:y|and|e|o|or|u|ni|tambien|ademas)|,)\s*(?:(?:los|las|el|la|the|mis|my|tod[oa]s|all|any|de|of)\s+)*$/;

const refinable = (thing: Thing): boolean =>
  thing.name === undefined &&
  !thing.pronoun &&
  !thing.rest &&
  !thing.terms &&
  (thing.select.category ?? thing.select.names) === undefined;

const readHead: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const wasJoined = JOINED.test(cursor.before.slice(-30));
    const head = eatHead(cursor);
    if (!head) return undefined;
    const last = clause.things.at(-1);
    if (last && wasJoined && head.isKind && last.select.kind && refinable(last)) {
      if (last.select.kind !== head.select.kind) last.select.kind = 'any';
    } else if (last && !wasJoined && (refinable(last) || (head.isKind && last.name === undefined && !last.pronoun)))
      refine(last, head);
    else
      clause.things.push({
        ...newThing({ ...head.select }),
        plural: head.plural,
        ...(head.orPlace && { orPlace: true }),
      });
    const count = clause.count;
    if (count !== undefined) current(clause).plural = count > 1;
    return true;
  }) ?? false;

const refine = (thing: Thing, head: NonNullable<ReturnType<typeof eatHead>>): void => {
  if (head.isKind && (thing.select.names ?? thing.select.category)) return;
  mergeHead(thing, head.select);
  thing.plural = head.plural || thing.plural;
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
  if (found.called !== undefined) named(thing, found.called);
  return true;
};

/** "el archivo llamado X" is one thing; "los archivos llamados X" are those whose names begin so. */
const named = (thing: Thing, name: string): void => {
  const isMany = thing.plural === true && !/\.[a-z0-9]+$/i.test(name);
  if (isMany) thing.select.names = [name, `${name}.*`, `${name} *`, `${name}_*`, `${name}-*`];
  else {
    thing.name = name;
    thing.nameKind = thing.select.kind === 'folder' ? 'folder' : 'file';
  }
};

const readRank: Reader = (cursor, clause) => {
  const top = eatRank(cursor);
  if (!top) return false;
  const limit = top.limit ?? clause.count ?? (top.plural ? 5 : 1);
  current(clause).top = { sort: top.sort, order: top.order, limit };
  return true;
};

const COUNT = words(
  `(?!(?:an?|una?|uno|one) )(?<n>${NUMBER})(?= (?:(?:primer|ultim|mas)[a-z]* )?(?:archivos|ficheros|documentos|fotos|imagenes|videos|carpetas|files|documents|photos|pictures|images|folders|pdfs?|cosas|canciones))`,
);
const readCount: Reader = (cursor, clause) => {
  const match = cursor.eat(COUNT);
  if (match) clause.count = numberOf(match.groups!['n']!);
  return match !== undefined;
};

const readVague: Reader = (cursor, clause) => {
  const vague = VAGUE.find(([pattern]) => cursor.eat(pattern) !== undefined)?.[1];
  if (vague) current(clause).vague = vague;
  return vague !== undefined;
};

const EMPTY = words(
  "(?:(?:que )?(?:esten|estan|esta|are|that are|that's) )?(?:vaci[oa]s?|empty|sin nada(?: adentro| dentro)?)",
);
const HIDDEN = words('ocult[oa]s?|escondid[oa]s?|hidden');
const readEmpty: Reader = (cursor, clause) => {
  if (cursor.eat(EMPTY)) return (current(clause).select.empty = true);
  return cursor.eat(HIDDEN) !== undefined && (current(clause).select.hidden = true);
};

const PRONOUN = words(
  '~(?:los|las|lo|la)|them(?: all)?|all of them|those(?: files| ones| photos| folders)?|these(?: files| ones| photos| folders)?|es[oa]s(?: mism[oa]s)?(?: (?:archivos|fotos|carpetas|documentos|pdfs?|mism[oa]s))?|est[oa]s(?: mism[oa]s)?(?: (?:archivos|fotos|carpetas|documentos))?|ell[oa]s|aquell[oa]s|(?:los|las) mism[oa]s|(?:ese|este|that|this|the same|el mismo) (?:archivo|file|documento|document|one)|esa foto|it|eso|esto|that|this(?! (?:week|month|year|morning))',
);
const readPronoun: Reader = (cursor, clause) => {
  const match = cursor.eat(PRONOUN);
  if (!match) return false;
  if (clause.things.length === 0)
    clause.things.push({ ...newThing(), pronoun: /s$|them|those|these/.test(match[0]) ? 'them' : 'it' });
  return true;
};

const readMasked: Reader = (cursor, clause, world) => {
  const start = cursor.at;
  const isJoined = JOINED.test(cursor.before.slice(-30));
  const value = eatMasked(cursor);
  if (value === undefined) return false;
  const kind = cursor.text.spans.find((span) => span.start === start)?.kind;
  if (kind === 'glob' && !/[\\/]/.test(value)) return addNames(clause, value);
  return addNamed(clause, { value, isJoined }, world);
};

const addNames = (clause: Clause, glob: string): boolean => {
  const last = clause.things.at(-1);
  if (last && !last.name && !last.pronoun && !last.select.category)
    last.select.names = [...(last.select.names ?? []), glob];
  else clause.things.push({ ...newThing({ names: [glob] }), plural: true });
  return true;
};

const addNamed = (clause: Clause, { value, isJoined }: { value: string; isJoined: boolean }, world: World): boolean => {
  const loc = /[\\/]/.test(value) ? locOfPath(value, world) : undefined;
  if (loc && loc.absolute === undefined && loc.path.length === 0) return clause.locs.push({ role: 'object', loc }) > 0;
  const last = clause.things.at(-1);
  const canTake =
    last && !isJoined && last.name === undefined && !last.pronoun && !last.terms && last.select.kind !== undefined;
  const thing = canTake ? last : newThing();
  thing.name = loc ? (loc.absolute ?? loc.path.at(-1)) : value;
  if (thing.select.kind === 'file') thing.nameKind = 'file';
  thing.plural = false;
  if (loc && loc.absolute === undefined) thing.loc = { ...loc, path: loc.path.slice(0, -1) };
  if (!canTake) clause.things.push(thing);
  return true;
};

/** A word nobody knows: one thing of that name, or several when it is a plural with an article ("las facturas"). */
const readBare: Reader = (cursor, clause) => {
  const wasPlural = /(?:^|\s)(?:los|las|mis|my|all|unas|unos|the|cuant[oa]s|many|algun[oa]s|~me)\s+$|^$/.test(
    cursor.before,
  );
  const name = cursor.attempt(() => eatBareName(cursor, false));
  if (name === undefined) return false;
  const last = clause.things.at(-1);
  const isNounAfterHead =
    last && last.name === undefined && !last.pronoun && last.select.kind && !last.plural && !last.terms;
  if (isNounAfterHead) {
    last.name = name;
    last.nameKind = last.select.kind === 'folder' ? 'folder' : 'file';
  } else if (wasPlural && /s$/i.test(name) && !/\s/.test(name))
    clause.things.push({ ...newThing(), terms: [name], plural: true });
  else clause.things.push({ ...newThing(), name });
  return true;
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
  return true;
};

const REST = words(
  "(?:todo )?(?:lo|los|las) (?:demas|restantes?|otr[oa]s)|el resto|(?:all )?the (?:rest|others?|remaining)|(?:everything|anything|todo) (?:else|lo demas)|the other|what(?:'s| is) left|lo que (?:quede|queda|sobre|sobra)",
);
const DEEP = words(
  '(?:(?:y|and|con|including|incluyendo|incluso|incluidas|en|in|with|de|dentro de)(?: todas| all)?(?: (?:las|sus|the|its|any))? )?(?:sub ?carpetas?|sub ?folders?|sub ?directorios?|subdirectories)(?: (?:tambien|too|incluidas|included|as well))?|recursivamente|recursively|en todas partes|everywhere|por todos lados|en todos lados|en todo(?: el| la)? (?:disco|lado)|anywhere|at any depth|en cualquier (?:parte|lado|lugar)|in all folders|en todas las carpetas',
);
const readWords: Reader = (cursor, clause) => {
  if (clause.act !== 'create' && cursor.eat(DEEP)) return (current(clause).deep = true);
  if (!cursor.eat(REST)) return false;
  return clause.things.push({ ...newThing(), rest: true, plural: true }) > 0;
};

const TOPIC_MARK = words(
  'de|del|of|sobre|about|para|for|con|with|from|relacionad[oa]s con|related to|que sean de|by|named after',
);
const TOPIC_DET = words('el|la|los|las|the|mi|my|un|una|a|mis');

/** "los pdf de facturas": a folder or a word of the names; which one is seen when the folders are known. */
const readTopic: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (!thing || thing.pronoun || !cursor.eat(TOPIC_MARK)) return undefined;
    cursor.eat(TOPIC_DET);
    const value = eatMasked(cursor) ?? eatBareName(cursor, false);
    if (value === undefined) return undefined;
    const isFile =
      /\.[a-z0-9]{1,11}$/i.test(value) &&
      thing.name === undefined &&
      thing.terms === undefined &&
      thing.select.names === undefined;
    if (isFile) Object.assign(thing, { name: value, nameKind: 'file', plural: false });
    else if (thing.terms) thing.terms.push(...value.split(/\s+/));
    else if (thing.name !== undefined && !thing.name.includes('.')) toTerms(thing, value);
    else thing.topic = thing.topic === undefined ? value : `${thing.topic} ${value}`;
    return true;
  }) ?? false;

const toTerms = (thing: Thing, more: string): void => {
  thing.terms = [...thing.name!.split(/\s+/), ...more.split(/\s+/)];
  thing.name = undefined;
};

export const EXCEPTION_READERS: readonly Reader[] = [exclusion];
export const MODIFIER_READERS: readonly Reader[] = [readTime, readSize, readPattern, readCount, readRank, readWords];
export const HEAD_READERS: readonly Reader[] = [readMasked, readHead, readEmpty, readVague, readPronoun];
export const LAST_READERS: readonly Reader[] = [readTopic];
export const BARE_READERS: readonly Reader[] = [readBare];
