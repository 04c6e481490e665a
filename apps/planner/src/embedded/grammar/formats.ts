import { foldText } from '../text/fold.js';
import { isFileName } from '../text/file-name.js';
import { BARE_EXTENSIONS } from '../lexicon/extensions.js';
import { words, type Cursor } from '../text/cursor.js';
import { addNames } from './added-names.js';
import type { Clause, Thing } from './clause.js';
import { eatHead } from './heads.js';
import type { Reader } from './world.js';

/** "las actas en pdf", "the minutes in Word": in which format the things are that were named. */

const IN = words('en|in');
const OR = words('(?:o|or|y|and)(?: (?:en|in))?');
/** What goes on about the same things, or says where they are or go: no folder was meant by the format. */
const GOES_ON = words(
  'de|del|desde|from|out of|a|al|to|into|en|in|on|que|that|which|y|and|por|please|porfa|para|menos|except|excepto|salvo|but|pero',
);
/** "guarda las actas en pdf", "put them together in a pdf": these make one of another format, or one of many. */
const MAKES =
  /\b(?:guard|guárd|save|saving|export|dej|junt|un[ei]|merge|combin|reun|reún|gather|pon|put|turn|make|haz)\w*/;

const FORMAT = words(
  `(?:microsoft |ms )?(?:word|excel|power ?point|photoshop|illustrator|auto ?cad|open ?office|libre ?office|\\.?(?:${BARE_EXTENSIONS.join('|')}))`,
);
/** "pdf and word files": the word files are others. */
const OTHERS = /\s(?:files?|documents?|photos?|images?|pictures?)\s*$/;

const namesAt = (cursor: Cursor): string[] | undefined =>
  cursor.attempt(() => {
    const names = cursor.look(FORMAT) && eatHead(cursor)?.select.names;
    return names && !OTHERS.test(cursor.before) ? [...names] : undefined;
  });

const formatsAt = (cursor: Cursor): string[] | undefined => {
  const names = namesAt(cursor);
  if (names === undefined) return undefined;
  for (;;) {
    const more = cursor.attempt(() => (cursor.eat(OR) ? namesAt(cursor) : undefined));
    if (more === undefined) return names;
    names.push(...more);
  }
};

/** Where a verb of putting stands before it, "in" says where to, unless more follows. */
const isSaid = (cursor: Cursor, { puts }: Clause): boolean =>
  puts ? cursor.look(GOES_ON) !== undefined && !MAKES.test(foldText(cursor.before)) : true;

const isFile = ({ name, nameKind, pronoun, rest }: Thing): boolean =>
  !pronoun && !rest && nameKind !== 'folder' && !isFileName(name ?? '');

/** "la factura en pdf": the one of that name that is of that format. */
export const asWords = (thing: Thing): void => {
  const { name, terms = name?.split(/\s+/), plural } = thing;
  if (terms === undefined || (plural === true && name === undefined)) return;
  Object.assign(thing, { terms, name: undefined, plural: true, count: 1, said: name ?? terms.join(' ') });
};

export const readFormat: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (!thing || !isFile(thing) || !cursor.eat(IN)) return undefined;
    const formats = formatsAt(cursor);
    if (formats === undefined || !isSaid(cursor, clause)) return undefined;
    if (!addNames(thing, formats)) return undefined;
    asWords(thing);
    thing.select = { ...thing.select, category: undefined };
    return true;
  }) ?? false;
