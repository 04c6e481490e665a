import { words, type Cursor } from '../text/cursor.js';
import { MONTH } from '../time/points.js';
import { eatBareName } from './names.js';
import { stopsName } from './stops.js';

const OF = words('(?:del?|of)(?: (?:la|el|los|las|the|mi|my|our))?');
/** These say which things are meant. */
const TIME = words(`\\d{4}|hoy|ayer|today|yesterday|${MONTH}|(?:mas|menos|more|less|hace|este|esta|this|last) .*`);

/** "a la carpeta Fin de curso", also where none is called so yet: nothing that goes into it is "de curso". */
export const eatRestOfTarget = (cursor: Cursor): string =>
  cursor.attempt(() => {
    const { at } = cursor;
    if (stopsName(cursor) || !cursor.eat(OF) || cursor.look(TIME)) return undefined;
    return eatBareName(cursor) === undefined ? undefined : ` ${cursor.raw(at, cursor.at)}`;
  }) ?? '';
