import { words } from '../text/cursor.js';
import { current } from './current.js';
import { eatValue, IN_NAME, literal, THEIR_NAMES } from './patterns.js';
import type { Reader } from './world.js';

const THOSE = words(
  '(?:(?:the|all|los|las|lo) )*(?:(?:ones?|those|files|archivos|los|las) )?(?:(?:que|that|which) )?(?:with|having|have|has|say(?:s|ing)?|contain(?:s|ing)?|con|de|of|teng(?:an|a)|tienen?|dig(?:an|a)|dicen?|llev(?:en|an)|conteng(?:an|a)|contienen?)(?! (?:los|las|the) )',
);

/** "los de 2023 en el nombre": no year. */
const OF_NAME = words(`(?:los|las|archivos|files|ones) (?:de|of)(?= \\S+ ${THEIR_NAMES})`);

const GOES = words('(?:(?:should|deben|tienen que) )?(?:go(?:es)?|van|vayan|ir)(?= (?:in|into|to|en|a|al) )');

/** "the ones with 2023 in the name go to A": says where to, and no name. */
export const readGoes: Reader = (cursor, { things, hasVerb }) =>
  things.some(({ select }) => select.names) && !hasVerb && cursor.eat(GOES) !== undefined;

/** "… and the ones with 2024 to B", after "the ones with 2023 in the name to A". */
export const readSameNames: Reader = (cursor, clause, { inNames }) =>
  cursor.attempt(() => {
    const isSame = inNames === true && clause.things.length === 0;
    if (!cursor.eat(OF_NAME) && !(isSame && cursor.eat(THOSE))) return undefined;
    const value = eatValue(cursor);
    if (value === undefined) return undefined;
    cursor.eat(IN_NAME);
    Object.assign(current(clause).select, { names: [`*${literal(value)}*`] });
    return (current(clause).plural = true);
  }) ?? false;
