import { words, type Cursor } from '../text/cursor.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { monthRange, period, plusDays, span, today, weekday, type Clock, type Range, type Unit } from './calendar.js';

const MONTHS =
  'enero|january|jan,febrero|february|feb,marzo|march|mar,abril|april|apr|abr,mayo|may,junio|june|jun,julio|july|jul,agosto|august|aug|ago,' +
  'septiembre|setiembre|september|sept|sep,octubre|october|oct,noviembre|november|nov,diciembre|december|dec|dic';
const WEEKDAYS =
  'domingo|sunday,lunes|monday,martes|tuesday,miercoles|wednesday,jueves|thursday,viernes|friday,sabado|saturday';

const indexIn = (table: string, word: string): number =>
  table.split(',').findIndex((names) => names.split('|').includes(word));

export const MONTH = `(?:${MONTHS.replaceAll(',', '|')})`;
export const isMonth = (word: string): boolean => indexIn(MONTHS, word) >= 0;
const WEEKDAY = `(?:${WEEKDAYS.replaceAll(',', '|')})`;
const YEAR = '(?:19|20)\\d\\d';

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['hour', /^h/],
  ['day', /^d/],
  ['week', /^(sem|w)/],
  ['month', /^(mes|mo)/],
  ['year', /^(a|y)/],
];
export const UNIT = '(?:horas?|hours?|hrs?|dias?|days?|semanas?|weeks?|mes(?:es)?|months?|anos?|years?)';
export const unitOf = (word: string): Unit => UNITS.find(([, pattern]) => pattern.test(word))![0];

type Point = readonly [RegExp, (groups: Record<string, string>, clock: Clock) => Range | undefined];

const yearOf = (text: string | undefined, clock: Clock): number | undefined => {
  if (text === undefined) return undefined;
  if (/pasad|last|anterior|previous/.test(text)) return today(clock).year - 1;
  if (/este|this|actual/.test(text)) return today(clock).year;
  return Number(/\d{4}/.exec(text)?.[0]);
};

/** A month without a year is the newest one that has begun. */
const month = (name: string, year: string | undefined, clock: Clock): Range => {
  const wanted = indexIn(MONTHS, name) + 1;
  const now = today(clock);
  return monthRange(yearOf(year, clock) ?? (wanted > now.month ? now.year - 1 : now.year), wanted, clock);
};

const date = (
  [day, monthNumber, year]: readonly [string, number, number | undefined],
  clock: Clock,
): Range | undefined => {
  const now = today(clock);
  const number = Number(day);
  if (number < 1 || number > 31 || monthNumber < 1 || monthNumber > 12) return undefined;
  const isAhead = monthNumber > now.month || (monthNumber === now.month && number > now.day);
  const full = year === undefined ? (isAhead ? now.year - 1 : now.year) : year < 100 ? 2000 + year : year;
  const at = { year: full, month: monthNumber, day: number };
  return span(at, at, clock.zone);
};

/** "el lunes" is the newest Monday before today; a week more for "el lunes de la semana pasada" is left to ranges. */
const onWeekday = (name: string, clock: Clock): Range => {
  const now = today(clock);
  const back = (weekday(now) - indexIn(WEEKDAYS, name) + 7) % 7 || 7;
  return span(plusDays(now, -back), plusDays(now, -back), clock.zone);
};

const weekend = (clock: Clock): Range => {
  const now = today(clock);
  const sunday = plusDays(now, -(weekday(now) || 7));
  return span(plusDays(sunday, -1), sunday, clock.zone);
};

const OF_YEAR = `(?:,? (?:de|del|of|in|en)?(?: ?el| the)? ?(?:ano )?(?<year>${YEAR}|ano pasado|pasado ano|last year|este ano|this year|ano anterior))?`;

const POINTS: readonly Point[] = [
  [words('(?:el dia de )?(?:hoy|today)|hoy dia'), (_, clock) => period('day', 0, clock)],
  [
    words('esta manana|this morning|esta tarde|this afternoon|esta noche|tonight'),
    (_, clock) => period('day', 0, clock),
  ],
  [words('(?:el dia de )?(?:ayer|yesterday)|anoche|last night'), (_, clock) => period('day', 1, clock)],
  [words('anteayer|antier|antes de ayer|(?:the )?day before yesterday'), (_, clock) => period('day', 2, clock)],
  [
    words(`(?:el |la |the )?(?:pasad[oa]|previous|last|prior) (?<unit>semana|week|mes|month|ano|year)`),
    (g, clock) => period(unitOf(g.unit!), 1, clock),
  ],
  [
    words(`(?:el |la )?(?<unit>semana|mes|ano) (?:pasad[oa]|anterior|previ[oa])`),
    (g, clock) => period(unitOf(g.unit!), 1, clock),
  ],
  [
    words(
      `(?:est[ea]|this|the current|el presente|la presente) (?:mism[oa] )?(?<unit>semana|week|mes|month|ano|year)(?: actual| en curso)?`,
    ),
    (g, clock) => period(unitOf(g.unit!), 0, clock),
  ],
  [words(`(?:el |la )?(?<unit>semana|mes|ano) (?:actual|en curso)`), (g, clock) => period(unitOf(g.unit!), 0, clock)],
  [words('(?:el |este |the |this |last )?(?:fin de semana|finde|weekend)(?: pasado)?'), (_, clock) => weekend(clock)],
  [
    words(`(?:hace )(?:como |unos |unas |aproximadamente )?(?<n>${NUMBER}) (?<unit>${UNIT})(?: atras)?`),
    (g, clock) => period(unitOf(g.unit!), numberOf(g.n!), clock),
  ],
  [
    words(`(?:about |around )?(?<n>${NUMBER}) (?<unit>${UNIT}) (?:ago|atras)`),
    (g, clock) => period(unitOf(g.unit!), numberOf(g.n!), clock),
  ],
  [words(`(?<y>${YEAR})-(?<m>\\d{1,2})-(?<d>\\d{1,2})`), (g, clock) => date([g.d!, Number(g.m), Number(g.y)], clock)],
  [
    words(`(?:el |the |dia )*(?<d>\\d{1,2})[/-](?<m>\\d{1,2})[/-](?<y>\\d{2,4})`),
    (g, clock) => date([g.d!, Number(g.m), Number(g.y)], clock),
  ],
  [
    words(`(?:el |the |dia )*(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: de| of)? (?<name>${MONTH})${OF_YEAR}`),
    (g, clock) => date([g.d!, indexIn(MONTHS, g.name!) + 1, yearOf(g.year, clock)], clock),
  ],
  [
    words(`(?<name>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>${YEAR}))?`),
    (g, clock) => date([g.d!, indexIn(MONTHS, g.name!) + 1, yearOf(g.year, clock)], clock),
  ],
  [
    words(`(?:el mes de |the month of |mes de |last |el pasado |this past )?(?<name>${MONTH})(?: pasado)?${OF_YEAR}`),
    (g, clock) => month(g.name!, g.year, clock),
  ],
  [
    words(`(?:el |los |the )?(?:ano |year )?(?<y>${YEAR})`),
    (g, clock) => span({ year: Number(g.y), month: 1, day: 1 }, { year: Number(g.y), month: 12, day: 31 }, clock.zone),
  ],
  [words(`(?:el |this |last |on )?(?:dia )?(?<name>${WEEKDAY})(?: pasado)?`), (g, clock) => onWeekday(g.name!, clock)],
];

/** One stretch of time that has a name: a day, a week, a month, a year. */
export const eatPoint = (cursor: Cursor, clock: Clock): Range | undefined => {
  for (const [pattern, range] of POINTS) {
    const found = cursor.attempt(() => {
      const match = cursor.eat(pattern);
      return match && range(match.groups ?? {}, clock);
    });
    if (found) return found;
  }
  return undefined;
};
