import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { words, type Cursor } from '../text/cursor.js';

export interface SizeRange {
  readonly min?: number;
  readonly max?: number;
}

const K = 1000;
const UNIT =
  '(?:bytes?|k|kb|kbs|kilos?|kilobytes?|kas|m|mb|mbs|megas?|megs?|megabytes?|mib|g|gb|gbs|gigas?|gigs?|gigabytes?|gib|t|tb|teras?|terabytes?)';
const AMOUNT = `(?<n>${NUMBER}) ?(?<unit>${UNIT})`;
const WEIGH =
  '(?:(?:que |which |that )?(?:pes(?:en|an|e|a)|ocup(?:en|an|e)|mid(?:en|an|e)|teng(?:an|a)|tienen|sean|son|superen|superan|excedan|pasen de|weigh(?:ing)?|take(?: up)?|are|is|exceed|con|de|of|with|con un tamano|de un tamano|con un peso)(?: de)? )?';

const factor = (unit: string): number => ({ b: 1, k: K, m: K ** 2, g: K ** 3, t: K ** 4 })[unit[0] as 'b'] ?? 1;
const bytes = (groups: Record<string, string>): number => Math.round(numberOf(groups.n!) * factor(groups.unit!));

const NOTHING = words(`${WEIGH}(?:0|zero|cero) ?${UNIT}`);

const RANGES: readonly (readonly [RegExp, (groups: Record<string, string>) => SizeRange])[] = [
  [
    words(`${WEIGH}(?:entre|between) (?<low>${NUMBER}) ?(?<lowunit>${UNIT})? (?:y|and) ${AMOUNT}`),
    (g) => ({ min: Math.round(numberOf(g.low!) * factor(g.lowunit ?? g.unit!)), max: bytes(g) }),
  ],
  [
    words(`${WEIGH}(?:(?:con |de )?(?:un )?(?:minimo|al menos|por lo menos|at least|minimum)(?: de| of)?) ${AMOUNT}`),
    (g) => ({ min: bytes(g) }),
  ],
  [
    words(`${WEIGH}${AMOUNT} (?:o mas|or more|or larger|or bigger|en adelante|para arriba|and up|\\+)`),
    (g) => ({ min: bytes(g) }),
  ],
  [words(`${WEIGH}${AMOUNT} (?:o menos|or less|or smaller|para abajo)`), (g) => ({ max: bytes(g) })],
  [
    words(
      `${WEIGH}(?:(?:de |por )?(?:mas|arriba|encima) (?:de|que)|(?:mayor|superior|mas grande|mas pesad[oa])(?:e?s)? (?:a|de|que)(?: los)?|over|above|more than|(?:larger|bigger|heavier|greater) than|exceeding|>|superan(?: los)?|superen(?: los)?|exceden(?: los)?|excedan(?: los)?) ?${AMOUNT}`,
    ),
    (g) => ({ min: bytes(g) + 1 }),
  ],
  [
    words(`(?:que )?(?:superen|superan|excedan|exceden|pasen de|pasan de|exceed)(?: los| las)? ${AMOUNT}`),
    (g) => ({ min: bytes(g) + 1 }),
  ],
  [
    words(
      `${WEIGH}(?:(?:de |por )?(?:menos|debajo) (?:de|que)|(?:menor|inferior|mas chic[oa]|mas pequen[oa])(?:e?s)? (?:a|de|que)(?: los)?|under|below|less than|(?:smaller|lighter) than|<) ?${AMOUNT}`,
    ),
    (g) => ({ max: bytes(g) - 1 }),
  ],
  [
    words(`${WEIGH}(?:hasta|up to|como maximo|maximo|at most|no more than|no mas de) ${AMOUNT}`),
    (g) => ({ max: bytes(g) }),
  ],
];

/** A size phrase where the cursor stands. A megabyte is a million bytes, as our answers count them. */
export const eatSize = (cursor: Cursor): SizeRange | undefined => {
  for (const [pattern, range] of RANGES) {
    const match = cursor.eat(pattern);
    if (match) return range(match.groups ?? {});
  }
  return cursor.eat(NOTHING) ? { max: 0 } : undefined;
};
