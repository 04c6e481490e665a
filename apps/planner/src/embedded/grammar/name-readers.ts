import { isFileName } from '../text/file-name.js';
import { foldText } from '../text/fold.js';
import { words, type Cursor } from '../text/cursor.js';
import { eatHead } from './heads.js';
import { newThing, type Clause, type Loc, type Thing } from './clause.js';
import { JOINED } from './joined.js';
import { locOfPath } from './locations.js';
import { eatBareName, eatMasked } from './names.js';
import { countBefore } from './counted.js';
import { PLACES } from './note-parts.js';
import { arePlural, isCarried, severalCalled } from './several.js';
import { isVerbWord } from './vocabulary.js';
import type { Reader, World } from './world.js';

/** Readers of names: quoted, file names, patterns, paths, and words that no lexicon knows. */

const readMasked: Reader = (cursor, clause, world) => {
  const start = cursor.at;
  const isJoined = JOINED.test(cursor.before.slice(-30));
  const { before } = cursor;
  const value = eatMasked(cursor);
  if (value === undefined) return false;
  const kind = cursor.text.spans.find((span) => span.start === start)?.kind;
  if (kind === 'glob' && !/[\\/]/.test(value)) return addNames(clause, value);
  if (kind === 'file' && !isJoined && takeKindBefore(clause, value, before)) return true;
  return addNamed(clause, { value, isJoined }, world);
};

/** "la foto perro.jpg", "video boda.mp4": the file of that name, be the kind a part of it or not. */
const takeKindBefore = (clause: Clause, value: string, before: string): boolean => {
  const last = clause.things.at(-1);
  const kind = last?.kindSaid;
  if (!last || kind === undefined || !isNameless(last) || !before.trimEnd().endsWith(kind)) return false;
  Object.assign(last, { name: value, alsoName: `${kind} ${value}`, nameKind: 'file', plural: false, select: {} });
  return true;
};

const DESCRIBES_FILE = words(
  '(?:old|new|big|small|large|recent|nuev[oa]|viej[oa]|antigu[oa]|grande|pequen[oa]|reciente|ultim[oa]|urgente|urgent|importante|important)(?= )',
);
const AFTER_ARTICLE = /(?:^|\s)(?:the|my|that|this|el|la|mi|es[ea]|est[ea])\s+$/;
const MAKES = new Set(['create', 'write']);

/** "old rota.xlsx" is a file called so; "the old rota.xlsx" may be called without it as well. */
const readDescribedFile: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const { at, before } = cursor;
    if (MAKES.has(clause.act ?? '') || !cursor.eat(DESCRIBES_FILE)) return undefined;
    const bare = eatBareName(cursor, false);
    if (bare === undefined || !isFileName(bare)) return undefined;
    const alsoName = AFTER_ARTICLE.test(before) ? bare : undefined;
    const name = `${cursor.text.raw.slice(at).split(/\s/)[0]!} ${bare}`;
    clause.things.push({ ...newThing(), name, nameKind: 'file', ...(alsoName !== undefined && { alsoName }) });
    return true;
  }) ?? false;

const addNames = (clause: Clause, glob: string): boolean => {
  const last = clause.things.at(-1);
  if (last && !last.name && !last.pronoun && !last.select.category)
    last.select.names = [...(last.select.names ?? []), glob];
  else clause.things.push({ ...newThing({ names: [glob] }), plural: true });
  return true;
};

const isNameless = (thing: Thing): boolean => thing.name === undefined && !thing.pronoun && !thing.terms;

const addNamed = (clause: Clause, { value, isJoined }: { value: string; isJoined: boolean }, world: World): boolean => {
  const loc = /[\\/]/.test(value) ? locOfPath(value, world) : undefined;
  if (loc && loc.absolute === undefined && loc.path.length === 0) return clause.locs.push({ role: 'object', loc }) > 0;
  const last = clause.things.at(-1);
  const canTake = last !== undefined && !isJoined && isNameless(last) && last.select.kind !== undefined;
  const thing = canTake ? last : newThing();
  nameIt(thing, value, loc);
  if (!canTake) clause.things.push(thing);
  return true;
};

const nameIt = (thing: Thing, value: string, loc: Loc | undefined): void => {
  thing.name = loc ? (loc.absolute ?? loc.path.at(-1)) : value;
  if (thing.select.kind === 'file') thing.nameKind = 'file';
  thing.plural = false;
  if (loc && loc.absolute === undefined) thing.loc = { ...loc, path: loc.path.slice(0, -1) };
};

const MANY =
  /(?:^|\s)(?:los|las|mis|my|all|unas|unos|the|cuant[oa]s|many|algun[oa]s|dos|tres|cuatro|cinco|seis|two|three|four|five|six|both|ambos|ambas|~me)\s+$|^$/;

/** A word nobody knows: one thing of that name, or several when it is a plural with an article ("las facturas"). */
const readBare: Reader = (cursor, clause) => {
  const { before } = cursor;
  const name = cursor.attempt(() => eatBareName(cursor, false));
  if (name === undefined) return false;
  if (isSecondTarget(clause, before)) return clause.left.push(name) > 0;
  const list = listBehind(cursor, name, before);
  const isMany = MANY.test(before) && /^\S+s$/i.test(name);
  const isPlural = isCarried(clause) && arePlural(name, before) && !cursor.ahead(() => eatHead(cursor));
  if (list) clause.things.push({ ...newThing(), terms: list, ...(list.at(-1)!.endsWith('s') && { plural: true }) });
  else if (isPlural) clause.things.push(severalCalled(clause, name, before));
  else if (!takesName(clause.things.at(-1), name))
    clause.things.push(
      isMany ? several(clause, name, before) : { ...oneOf(name), ...pairBehind(cursor, clause, before) },
    );
  return true;
};

/** "a.pdf to Ana and Luis": one more folder to go to, and nothing that goes there. */
const isSecondTarget = ({ locs }: Clause, before: string): boolean => {
  const { role, loc } = locs.at(-1) ?? {};
  const joint = JOINT.exec(before)?.[0].length ?? 0;
  const said = before.slice(0, before.length - joint);
  const isBehind = loc?.path.length ? said.endsWith(foldText(loc.path.at(-1)!)) : BEHIND_PLACE.test(said);
  return role === 'to' && joint > 0 && isBehind;
};
const BEHIND_PLACE = new RegExp(`\\b${PLACES}$`);

const JOINT = /\s(?:y|e|and|&)\s+$/;
/** "… de Ana y Luis", "from Smith and Jones": the two may be one name. */
const pairBehind = (cursor: Cursor, { things, locs }: Clause, before: string): Pick<Thing, 'pair'> => {
  const [last] = locs.slice(-1);
  const first = things.at(-1)?.topic ?? (last?.role === 'to' ? undefined : last?.loc.path.at(-1));
  const joint = JOINT.exec(before)?.[0].length ?? 0;
  const at = before.length - joint - (first ?? '').length;
  const isBehind = first !== undefined && joint > 0 && cursor.text.raw.slice(at, before.length - joint) === first;
  return isBehind ? { pair: cursor.raw(at, cursor.at).trim() } : {};
};

const takesName = (last: Thing | undefined, name: string): boolean => {
  if (!last || !isNameless(last) || !last.select.kind || last.plural) return false;
  Object.assign(last, { name, nameKind: last.select.kind === 'folder' ? 'folder' : 'file' });
  return true;
};

const oneOf = (name: string): Thing => ({ ...newThing(), name });

const several = ({ count }: Clause, name: string, before: string): Thing => {
  const so = count ?? countBefore(before, name);
  return { ...newThing(), terms: [name], plural: true, ...(so !== undefined && { count: so, said: name }) };
};

const LIST = '(?:list|order|sheet|form|note|log|plan)s?';
const LIST_BEHIND = words(`(?<=[a-z0-9] )${LIST}(?! (?:all|the|my|every))`);
const LIST_OF = words(
  '(?<=(?:^| )(?:el|la|los|las|mi|mis|una?|the|my|a|an) )(?:lista|listado|orden|list|order|note|nota)s?(?= (?:de|del|of) )',
);

/** "la lista de precios": after an article the word is a noun, and a part of the name. */
const readListOf: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const noun = clause.hasVerb ? cursor.eat(LIST_OF)?.[0] : undefined;
    if (noun === undefined || !cursor.eat(words('de|del|of'))) return undefined;
    const name = eatBareName(cursor, false);
    if (name === undefined || name.includes('.')) return undefined;
    clause.things.push({ ...newThing(), terms: [noun, ...name.split(/\s+/)] });
    return true;
  }) ?? false;

/** "the price list": the same in English. */
const listBehind = (cursor: Cursor, name: string, before: string): string[] | undefined => {
  const isNoun = /(?:^|\s)(?:the|my|our)\s+$/.test(before) && !name.includes('.');
  const noun = isNoun ? cursor.eat(LIST_BEHIND)?.[0] : undefined;
  return noun === undefined ? undefined : [...name.split(/\s+/), noun];
};

const TOPIC_MARK = words(
  'de|del|of|sobre|about|para|for|con|with|from|relacionad[oa]s con|related to|que sean de|by|named after',
);
const TOPIC_DET = words('el|la|los|las|the|mi|my|un|una|a|mis');

/** "las actas de la junta": after an article it is no order. */
const FIRST_WORD = /[a-z]+/y;

/** "los pdf de facturas": a folder or a word of the names; which one is seen when the folders are known. */
const readTopic: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (!thing || thing.pronoun || !cursor.eat(TOPIC_MARK)) return undefined;
    const isNoun = cursor.eat(TOPIC_DET) !== undefined && thing.terms !== undefined;
    const value = eatMasked(cursor) ?? eatBareName(cursor, isNoun && isVerbWord(cursor.look(FIRST_WORD)?.[0] ?? ''));
    if (value === undefined) return undefined;
    if (/[\\/]/.test(value) && thing.select.kind !== undefined)
      return clause.locs.push({ role: 'from', loc: locOfPath(value, world) }) > 0;
    addTopic(thing, value);
    return true;
  }) ?? false;

const OF = words('del?|of');

/** "cotas.dwg de Plantas": one file has no more words to its name, so it is where that is. */
const readFileOf: Reader = (cursor, { things }) =>
  cursor.attempt(() => {
    const thing = things.at(-1);
    if (!isFileName(thing?.name ?? '') || thing!.loc || !cursor.eat(OF)) return undefined;
    cursor.eat(TOPIC_DET);
    const folder = eatMasked(cursor) ?? eatBareName(cursor, false);
    if (folder === undefined || isFileName(folder)) return undefined;
    thing!.loc = { path: [folder] };
    return true;
  }) ?? false;

const addTopic = (thing: Thing, value: string): void => {
  const isFile = isFileName(value) && isNameless(thing) && thing.select.names === undefined;
  if (isFile) Object.assign(thing, { name: value, nameKind: 'file', plural: false });
  else if (thing.terms) thing.terms.push(...value.split(/\s+/));
  else if (thing.name !== undefined && !thing.name.includes('.')) toTerms(thing, value);
  else thing.topic = thing.topic === undefined ? value : `${thing.topic} ${value}`;
};

const toTerms = (thing: Thing, more: string): void => {
  thing.terms = [...thing.name!.split(/\s+/), ...more.split(/\s+/)];
  thing.name = undefined;
};

export const MASKED_READERS: readonly Reader[] = [readDescribedFile, readMasked];
export const TOPIC_READERS: readonly Reader[] = [readFileOf, readTopic];
export const BARE_READERS: readonly Reader[] = [readListOf, readBare];
