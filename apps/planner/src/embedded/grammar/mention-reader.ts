import { OF_WHAT, SPEAKS } from '../lexicon/mentions.js';
import { words } from '../text/cursor.js';
import { eatIntroducedName } from './names.js';
import { stopsName } from './stops.js';
import type { Reader } from './world.js';

const MENTIONS = words(`${SPEAKS}${OF_WHAT}`);
const LOOKS = new Set(['find', 'list']);

/** "which of the notes mentions Brightwater": what is looked for is in the texts, wherever they lie. */
export const readMention: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    const thing = clause.things.at(-1);
    if (!LOOKS.has(clause.act ?? '') || !thing || thing.name !== undefined || thing.select.text) return undefined;
    if (thing.select.kind === undefined && !thing.kindSaid) return undefined;
    const text = cursor.eat(MENTIONS) && eatIntroducedName(cursor, stopsName);
    if (text === undefined) return undefined;
    thing.select.text = text;
    clause.act = 'find';
    return true;
  }) ?? false;
