import { isFileName } from '../text/file-name.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { words } from '../text/cursor.js';
import { addNames, addPattern } from './added-names.js';
import { bothNames } from './both-names.js';
import { countBefore } from './counted.js';
import { current } from './current.js';
import { newThing, type Clause, type Thing } from './clause.js';
import { describe, isDescribing, isChanging, isStray, saysWhich } from './described.js';
import { asWords, readFormat } from './formats.js';
import { eatHead, eatRank, VAGUE, type Head, type Rank } from './heads.js';
import { JOINED } from './joined.js';
import { eatPattern, type PatternReading } from './patterns.js';
import { readRest } from './rest.js';
import { POINTING_READERS } from './pointing.js';
import { readSize, readTime } from './measure-readers.js';
import type { Reader } from './world.js';

/** Readers of what: heads, and what is said about them. */

const mergeHead = (thing: Thing, select: Thing['select']): void => {
  const kind = thing.select.kind;
  const names = thing.select.names;
  Object.assign(thing.select, select);
  if (kind && select.kind === undefined) thing.select.kind = kind;
  if (names && select.names) thing.select.names = bothNames(names, select.names) ?? select.names;
};

const refinable = (thing: Thing): boolean =>
  thing.name === undefined &&
  !thing.pronoun &&
  !thing.rest &&
  !thing.terms &&
  (thing.select.category ?? thing.select.names) === undefined;

const readHead: Reader = (cursor, clause, { isEnglish }) =>
  cursor.attempt(() => {
    const { before, at } = cursor;
    const wasJoined = JOINED.test(before.slice(-30));
    const head = eatHead(cursor);
    if (!head) return undefined;
    const said = cursor.text.folded.slice(at, cursor.at).trim();
    const last = clause.things.at(-1);
    if (last && !wasJoined && isEnglish && isDescribing(last, head, before)) describe(last, head);
    else takeHead(clause, head, wasJoined ? undefined : said);
    if (!head.isKind) current(clause).kindSaid = said;
    const count = LISTED.test(cursor.rest) ? undefined : countBefore(before, said);
    takeCount(clause, { count, said, last });
    return true;
  }) ?? false;

interface Counted {
  readonly count: number | undefined;
  readonly said: string;
  readonly last: Thing | undefined;
}

/** How many the new thing is said to be. */
const takeCount = (clause: Clause, { count = clause.count, said, last }: Counted): void => {
  const thing = current(clause);
  if (clause.count !== undefined) thing.plural = clause.count > 1;
  if (count !== undefined && thing !== last) Object.assign(thing, { count: clause.count ?? count, said });
};

/** "the docx and pptx files", "the pdf names" are many. */
const LISTED = /^(?:(?:and|or|,)\s+\.?[a-z0-9]{2,4}\s*)+files\b|^(?:file ?)?names\b/;

/** `alone`: the words of a head that was not added to the thing before it by "and". */
const takeHead = (clause: Clause, head: Head, alone: string | undefined): void => {
  const last = clause.things.at(-1);
  if (!last) return pushHead(clause, head);
  if (alone === undefined) return joinOrRefine(last, head, true) ? undefined : pushHead(clause, head);
  if (last.select.names && head.select.names) {
    if (!addNames(last, head.select.names)) clause.left.push(alone);
    return;
  }
  if (!saysWhich(last, head) && isStray(clause)) return void clause.left.push(alone);
  if (joinOrRefine(last, head, false)) return;
  if (isChanging(clause)) clause.left.push(alone);
  else pushHead(clause, head);
};

const pushHead = (clause: Clause, { select, plural, orPlace }: Head): void =>
  void clause.things.push({ ...newThing({ ...select }), plural, ...(orPlace && { orPlace }) });

/** "archivos y carpetas" is any kind; "archivos pdf" says more about the same. */
const joinOrRefine = (last: Thing, head: Head, wasJoined: boolean): boolean =>
  wasJoined ? joinKinds(last, head) : saysKindOf(last, head) || refined(last, head);

const joinKinds = (last: Thing, head: Head): boolean => {
  if (!head.isKind || last.select.kind === undefined || !refinable(last)) return false;
  if (last.select.kind !== head.select.kind) last.select.kind = 'any';
  return true;
};

const refined = (last: Thing, head: Head): boolean => {
  if (narrows(last, head)) last.select = { ...last.select, category: undefined };
  const canRefine = refinable(last) || (head.isKind === true && last.name === undefined && !last.pronoun);
  if (canRefine) refine(last, head);
  return canRefine;
};

const saysKindOf = (last: Thing, head: Head): boolean => {
  const { plural } = head;
  const kind = head.select.kind === 'folder' ? 'folder' : 'file';
  if (last.name === undefined || !saysWhich(last, head)) return false;
  const isFile = isFileName(last.name);
  if (!plural) last.nameKind = kind;
  else if (isFile || kind !== 'file') return false;
  else Object.assign(last, { terms: last.name.split(/\s+/), name: undefined, plural: true });
  return true;
};

/** "archivos comprimidos .zip": the ending says which of that kind. */
const narrows = ({ select, name, pronoun, terms }: Thing, head: Head): boolean =>
  name === undefined && !pronoun && !terms && select.category !== undefined && head.select.names !== undefined;

const refine = (thing: Thing, head: Head): void => {
  if (head.isKind && (thing.select.names ?? thing.select.category)) return;
  mergeHead(thing, head.select);
  thing.plural = head.plural || thing.plural;
};

const takeSaid = (thing: Thing, { text, says, contains }: PatternReading): void => {
  if (text) thing.select.text = text;
  if (text && says) thing.says = text;
  if (contains) thing.contains = contains;
};

const readPattern: Reader = (cursor, clause) => {
  const { at } = cursor;
  const found = eatPattern(cursor);
  if (!found) return false;
  const thing = current(clause);
  if (found.names) thing.byName = true;
  const names = found.names ?? namesCalled(thing, found.called);
  if (names && isNamedFile(thing)) asWords(thing);
  if (names && !addPattern(thing, names)) clause.left.push(cursor.raw(at, cursor.at).trim());
  takeSaid(thing, found);
  if (names === undefined && found.called !== undefined) named(thing, found.called);
  return true;
};

/** "los archivos llamados X" are those whose names begin so; one that is called so is one thing. */
const namesCalled = ({ plural }: Thing, name: string | undefined): string[] | undefined =>
  name === undefined || plural !== true || isFileName(name)
    ? undefined
    : [name, `${name}.*`, `${name} *`, `${name}_*`, `${name}-*`];

/** "la factura que empiece por 2026": one of that name, and the other part must hold as well. */
const isNamedFile = ({ name, nameKind, pronoun }: Thing): boolean =>
  !pronoun && name !== undefined && nameKind !== 'folder' && !isFileName(name);

const named = (thing: Thing, name: string): void => {
  thing.name = name;
  thing.nameKind = thing.select.kind === 'folder' ? 'folder' : 'file';
};

const readRank: Reader = (cursor, clause) => {
  const { at } = cursor;
  const top = eatRank(cursor);
  if (!top) return false;
  const thing = current(clause);
  if (isOther(thing, top) && (clause.act === undefined || isChanging(clause)))
    clause.left.push(cursor.raw(at, cursor.at).trim());
  const said = top.limit ?? clause.count;
  const unsaid = said === undefined && top.plural;
  thing.top = {
    sort: top.sort,
    order: top.order,
    limit: said ?? (unsaid ? 5 : 1),
    ...(unsaid && { unsaid }),
  };
  return true;
};

/** "el más grande y el más viejo": two things, and only one of them would be had. */
const isOther = ({ top }: Thing, { sort, order }: Rank): boolean =>
  top !== undefined && (top.sort !== sort || top.order !== order);

const COUNT = words(
  `(?!(?:an?|una?|uno|one) )(?<n>${NUMBER})(?= (?:(?:primer|ultim|mas)[a-z]* )?(?:(?:word|excel|powerpoint|text|pdf|image) )?(?:archivos|ficheros|documentos|fotos|imagenes|videos|carpetas|files|documents|photos|pictures|images|folders|pdfs?|cosas|canciones))`,
);
/** "the two jpgs", "los tres recibos": by a word and an article, so many of whatever is named. */
const SPOKEN_COUNT = words(
  '(?<=(?:the|my|los|las|mis|these|those|es[oa]s|est[oa]s) )(?<n>dos|tres|cuatro|cinco|seis|two|three|four|five|six)(?= (?:(?:[^\\s,.;:]+ )?[^\\s,.;:]+s\\b|(?:word|excel|powerpoint|pdf|zip|jpg|png|txt|csv|mp[34])\\b|(?:archivos |files )?\\.[a-z0-9]{2,5}\\b))',
);
const readCount: Reader = (cursor, clause) => {
  const match = cursor.eat(COUNT) ?? cursor.eat(SPOKEN_COUNT);
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

const DEEP = words(
  '(?:(?:y|and|con|including|incluyendo|incluso|inclusive|incluid[oa]s|en|in|with|de|dentro de|tambien|also|plus)(?: (?:todas|all|any|the ones|those|ones|everything|l[oa]s|l[oa]s de|l[oa]s que (?:estan|esten|hay)|lo de|in|en|de|inside|dentro de|las|sus|the|its|tambien|also))* )?(?:sub ?carpetas?|sub ?folders?|sub ?directorios?|subdirectories)(?: (?:tambien|too|incluidas|included|as well))?|recursivamente|recursively|en todas partes|everywhere|por todos lados|en todos lados|en todo(?: el| la)? (?:disco|lado)|anywhere|at any depth|en cualquier (?:parte|lado|lugar)|in all folders|en todas las carpetas',
);
const readWords: Reader = (cursor, clause) => {
  const isDeep = clause.act !== 'create' && cursor.eat(DEEP) !== undefined;
  return (
    (isDeep || (LOOKS.has(clause.act ?? '') && cursor.eat(SOMEWHERE) !== undefined)) && (current(clause).deep = true)
  );
};
const LOOKS = new Set(['find', 'list', 'count']);
const SOMEWHERE = words('somewhere(?! else)|(?:en|por) alg(?:un|una) (?:parte|lado|lugar|sitio)');

const ONLY = words(
  '(?:pero |but )?(?:solo|solamente|unicamente|nomas|only|just)(?: (?:los|las|the|my|mis|a los|a las))?',
);
/** "…, solo los archivos": no more of them than these. */
const readOnly: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    if (!cursor.eat(ONLY)) return undefined;
    const last = clause.things.at(-1);
    if (!last) return (clause.only = true);
    const head = eatHead(cursor);
    if (!head || !refinable(last)) return undefined;
    mergeHead(last, head.select);
    return true;
  }) ?? false;

export const MODIFIER_READERS: readonly Reader[] = [
  readWords,
  readRest,
  readOnly,
  readTime,
  readSize,
  readPattern,
  readFormat,
  readCount,
  readRank,
];
export const HEAD_READERS: readonly Reader[] = [...POINTING_READERS, readHead, readEmpty, readVague];
