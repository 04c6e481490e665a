import { words, type Cursor } from '../text/cursor.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { after, ago, before, momentAgo, since, until, type Clock, type Range } from './calendar.js';
import { eatPoint, UNIT, unitOf } from './points.js';

/*
 * Own resolver for relative time: ranges, never single moments, in both languages. The usual library reads "desde el
 * lunes" as next Monday and "last month" as one day.
 */

const AMOUNT = `(?<n>${NUMBER}) (?<unit>${UNIT})`;
const TOUCHED =
  "(?:que )?(?:yo )?(?:se |he |han |ha |hayan |fueron |fue |sean |sido |were |was |have |has |been |i(?:'ve)? )*(?:modificad[oa]s?|modifique|modificaron|cread[oa]s?|cree|crearon|descargad[oa]s?|descargue|descargaron|bajad[oa]s?|baje|bajaron|guardad[oa]s?|guarde|editad[oa]s?|edite|hech[oa]s?|hice|tomad[oa]s?|tome|recibid[oa]s?|recibi|actualizad[oa]s?|cambiad[oa]s?|cambiaron|cambie|subid[oa]s?|fechad[oa]s?|escanead[oa]s?|modified|created|downloaded|saved|edited|taken|took|made|received|updated|changed|dated|added|scanned|touched)(?: por ultima vez| last)?|(?:que )?(?:son|sean|datan|daten|that are|which are|are|con fecha|that date|dated|correspondientes|pertenecientes)";
const TOUCH = words(TOUCHED);
const NOT_TOUCHED = words(
  `(?:(?:que|that|which) )?(?:(?:yo|i|we) )?(?:no|nunca|not|haven't|hasn't|(?:have|has|were|was) not|never|untouched|sin) (?:(?:he|hemos|se|han|ha|sido|hayan|haya|hayas|been|have|has) )*(?:abierto|abrir|usado|usar|tocado|tocar|modificado|modificar|cambiado|cambiar|editado|editar|opened|used|touched|modified|changed|edited)s?(?: (?:desde|en|hace|for|in|since))?(?: (?:hace|los ultimos))?(?: (?:mas de|more than|over))? ${AMOUNT}`,
);

type Reading = readonly [RegExp, (groups: Record<string, string>, clock: Clock) => Range];

const olderThan = (g: Record<string, string>, clock: Clock): Range => ({
  to: momentAgo(unitOf(g.unit!), numberOf(g.n!), clock).toISOString(),
});
const newerThan = (g: Record<string, string>, clock: Clock): Range => ago(unitOf(g.unit!), numberOf(g.n!), clock);

const READINGS: readonly Reading[] = [
  [NOT_TOUCHED, olderThan],
  [
    words(
      `(?:de |desde )?hace mas de ${AMOUNT}(?: atras)?|(?:(?:que|that|which) )?(?:ya )?(?:(?:tienen|tengan|tenga|tiene|llevan|lleven|lleva|lleve|sean|son|con|de|have|has|are|is|with) )?(?:been (?:there|in there|around)(?: for)? )?(?:mas de|mas que|more than|over|at least|al menos|por lo menos) ${AMOUNT.replace('<n>', '<n2>').replace('<unit>', '<unit2>')}(?: (?:old|there|ahi|alli|guardad[oa]s|sin (?:usar|tocar|abrir|modificar)(?: ?~?se)?|de (?:antiguedad|viej[oa]s?|antigu[oa]s?|edad|cread[oa]s|existencia|vida)))?(?! (?:de duracion|ago|atras))`,
    ),
    (g, clock) => olderThan({ n: g.n ?? g.n2!, unit: g.unit ?? g.unit2! }, clock),
  ],
  [
    words(
      `(?:(?:que )?(?:son |sean |that are |which are )?)(?:mas (?:viej[oa]s?|antigu[oa]s?) (?:que|de)|mayores (?:a|de|que)|anteriores a|older than|more than|over|de mas de)(?: hace)? ${AMOUNT}(?: old| de antiguedad| ago)?`,
    ),
    olderThan,
  ],
  [words(`(?:con )?${AMOUNT} (?:o mas de antiguedad|or older|de antiguedad o mas|old or more|or more old)`), olderThan],
  [
    words(
      `(?:de |desde )?hace menos de ${AMOUNT}|(?:mas (?:nuev[oa]s?|recientes) (?:que|de)|newer than|less than|con menos de|de menos de|que tengan menos de|under|within(?: the last| the past)?)(?: hace)? ${AMOUNT.replace('<n>', '<n2>').replace('<unit>', '<unit2>')}(?: old| de antiguedad)?`,
    ),
    (g, clock) => newerThan({ n: g.n ?? g.n2!, unit: g.unit ?? g.unit2! }, clock),
  ],
  [words(`(?:desde hace|since) ${AMOUNT}(?: ago)?`), newerThan],
  [
    words(
      `(?:(?:de|en|durante|in|from|during|over|within|for) )?(?:l[oa]s |the |these |est[oa]s )?(?:ultim[oa]s|pasad[oa]s|last|past|previous) ${AMOUNT}`,
    ),
    newerThan,
  ],
  [words(`(?:(?:de|en|durante|in|from) )?(?:l[oa]s )?${AMOUNT} (?:mas recientes|anteriores|pasad[oa]s)`), newerThan],
  [
    words(
      `(?:(?:(?:en|durante|in|during|over|within) )(?:el |la |the )?(?:ultim[oa]|past|last)|(?:(?:de|del|from|of) )?(?:el |la |the )?(?:ultim[oa]|past)|(?:from|of) the last) (?<unit>semana|week|mes|month|ano|year|hora|hour|dia|day)`,
    ),
    (g, clock) => newerThan({ n: '1', unit: g.unit! }, clock),
  ],
];

type Edge = readonly [RegExp, (range: Range) => Range];

const EDGES: readonly Edge[] = [
  [
    words(
      '(?:que sean |que son |que datan |de |from )?(?:antes|anteriores|anterior|previos?|previas?|mas (?:viej[oa]s|antigu[oa]s)|before|earlier|older|prior)(?: (?:de|del|a|al|que|to|than))?(?: el)?',
    ),
    before,
  ],
  [
    words(
      '(?:de )?(?:despues|posteriores|posterior|mas (?:nuev[oa]s|recientes)|after|later|newer)(?: (?:de|del|a|al|que|than))?',
    ),
    after,
  ],
  [words('desde|since|starting(?: from| on)?|from(?= .*\\bon(?:wards?)?\\b)|a partir (?:de|del)'), since],
  [words('hasta|until|till|up to|through'), until],
];

const BETWEEN: readonly (readonly [RegExp, RegExp])[] = [
  [words('entre|between'), words('y|and')],
  [words('de|desde|del|from'), words('a|al|hasta|to|until|till|through')],
];

const PREPOSITION = words(
  'de|del|en|in|from|on|during|durante|para|of|for|con fecha(?: de| del)?|correspondientes? a(?: la)?',
);

const between = (cursor: Cursor, clock: Clock): Range | undefined =>
  BETWEEN.map(([open, middle]) =>
    cursor.attempt(() => {
      if (!cursor.eat(open)) return undefined;
      const first = eatPoint(cursor, clock);
      if (!first || !cursor.eat(middle)) return undefined;
      const second = eatPoint(cursor, clock);
      // "Las de abril a Abril" go there: nobody says a span of one point so.
      return second && !isSame(first, second) ? { ...since(first), ...until(second) } : undefined;
    }),
  ).find((range) => range !== undefined);

const counted = (cursor: Cursor, clock: Clock): Range | undefined => {
  for (const [pattern, range] of READINGS) {
    const match = cursor.eat(pattern);
    if (match) return range(match.groups ?? {}, clock);
  }
  return undefined;
};

const edged = (cursor: Cursor, clock: Clock): Range | undefined => {
  for (const [pattern, edge] of EDGES) {
    const found = cursor.attempt(() => {
      if (!cursor.eat(pattern)) return undefined;
      cursor.eat(words('de|del|el|la|a'));
      const point = eatPoint(cursor, clock);
      return point && edge(point);
    });
    if (found) return found;
  }
  return undefined;
};

const isSame = (one: Range, other: Range): boolean => one.from === other.from && one.to === other.to;

const plain = (cursor: Cursor, clock: Clock): Range | undefined => {
  cursor.eat(PREPOSITION);
  cursor.eat(words('los|las|el|la|the'));
  const first = eatPoint(cursor, clock);
  return first && (withNext(first, cursor, clock) ?? first);
};

const AND = words('(?:y|e|and|&)(?: (?:de|del|from|of|in|en|el|la|the))?');

/** "De marzo y abril", "hoy y ayer": one span, where one follows the other. */
const withNext = (first: Range, cursor: Cursor, clock: Clock): Range | undefined =>
  cursor.attempt(() => {
    const second = cursor.eat(AND) && eatPoint(cursor, clock);
    if (!second) return undefined;
    if (isFollowedBy(first, second)) return { from: first.from!, to: second.to! };
    return isFollowedBy(second, first) ? { from: second.from!, to: first.to! } : undefined;
  });

const isFollowedBy = ({ to }: Range, { from }: Range): boolean =>
  to !== undefined && from !== undefined && Date.parse(to) + 1 === Date.parse(from);

/** A time phrase where the cursor stands: "del mes pasado", "older than 30 days", "desde el lunes". */
export const eatTime = (cursor: Cursor, clock: Clock): Range | undefined =>
  cursor.attempt(() => {
    const wasTouched = cursor.eat(TOUCH) !== undefined;
    if (wasTouched) cursor.eat(words('el|la|los|en|on|in|de|from|during|durante'));
    const direct = () =>
      counted(cursor, clock) ?? between(cursor, clock) ?? edged(cursor, clock) ?? plain(cursor, clock);
    return direct();
  });
