import { OF_WHAT, SPEAKS } from '../lexicon/mentions.js';
import { words } from '../text/cursor.js';
import type { Thing } from './clause.js';
import { eatIntroducedName } from './names.js';
import { stopsName } from './stops.js';
import type { Reader } from './world.js';

const MENTIONS = words(`${SPEAKS}${OF_WHAT}`);
const LOOKS = new Set(['find', 'list']);

const NOTES = /^(?:notas?|notes?|apuntes)$/;
/** Told from other files by what is in them, and not by what they are called. */
const areNotes = ({ terms }: Thing): boolean => terms?.length === 1 && NOTES.test(terms[0]!);

/** "which of the notes mentions Brightwater": what is looked for is in the texts, wherever they lie. */
export const readMention: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (!LOOKS.has(clause.act ?? '') || !thing || thing.name !== undefined || thing.select.text) return undefined;
    if (thing.select.kind === undefined && !thing.kindSaid && !areNotes(thing)) return undefined;
    const text = cursor.eat(MENTIONS) && eatIntroducedName(cursor, stopsName);
    if (text === undefined) return undefined;
    thing.select.text = text;
    if (areNotes(thing)) delete thing.terms;
    clause.act = 'find';
    return true;
  }) ?? false;
