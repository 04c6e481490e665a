import type { Loc } from '../grammar/clause.js';
import { eatLoc } from '../grammar/locations.js';
import { insideOf } from '../grammar/targets.js';
import { Cursor, words } from '../text/cursor.js';
import { readText } from '../text/text.js';
import { readClause } from '../grammar/read-clause.js';
import { ownPlaces, worldOf, type Context } from './context.js';

const BEFORE = words(
  '(?:(?:pues|ok|bueno|mejor|a ver|si)? ?,? ?)?(?:(?:only|just|solo|solamente) )?(?:(?:the ones?|those|l[oa]s?|el) (?=de|del|en|in|from|on))?(?:(?:a|al|en|hacia|de|del|desde|to|into|in|from|on|dentro de)(?: la| el| los| las| the)?)?',
);

/** "a documentos, en la carpeta X": said in more than one piece. */
const eatPieces = (context: Context, answer: string): Loc | undefined => {
  const clause = readClause(new Cursor(readText(answer.trim())), worldOf(context), { act: 'move', puts: true });
  if (clause.left.length > 0 || clause.things.length > 0 || clause.act !== 'move') return undefined;
  const [first, second, ...others] = clause.locs;
  if (first && second && others.length === 0) return insideOf(first.loc, second.loc);
  return second === undefined ? first?.loc : undefined;
};

/** A location given as the answer to a question: "en documentos", "documentos/luyd", "una carpeta llamada X". */
export const eatAnsweredLoc = (context: Context, key: string): Loc | undefined => {
  const answer = context.fill[key];
  return answer === undefined ? undefined : eatLocSaid(context, answer);
};

/** The same, of words that say a location and nothing else. */
export const eatLocSaid = (context: Context, answer: string): Loc | undefined => {
  const cursor = new Cursor(readText(answer.trim().replace(/[.!]+$/, '')));
  cursor.eat(BEFORE);
  const loc = eatLoc(cursor, { places: ownPlaces(context.facts) }, { bare: true });
  return loc && cursor.done ? loc : eatPieces(context, answer);
};
