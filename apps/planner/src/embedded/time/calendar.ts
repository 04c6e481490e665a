/** A day in somebody's zone. Months are 1–12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Range {
  readonly from?: string;
  readonly to?: string;
}

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** The clock a sentence is read by: the moment it was said, in the person's zone. Weeks start on Monday. */
export interface Clock {
  readonly now: Date;
  readonly zone: string;
}

const HOUR_MS = 3_600_000;

const partsIn = (at: Date, zone: string): Record<string, number> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );

const offsetMs = (at: Date, zone: string): number => {
  const part = partsIn(at, zone);
  const asUtc = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  return asUtc - Math.floor(at.getTime() / 1000) * 1000;
};

/** The first moment of a day in a zone; asked twice because the offset may change in between. */
export const startOf = (day: Day, zone: string): Date => {
  const utc = Date.UTC(day.year, day.month - 1, day.day);
  const guess = new Date(utc - offsetMs(new Date(utc), zone));
  return new Date(utc - offsetMs(guess, zone));
};

export const today = (clock: Clock): Day => {
  const part = partsIn(clock.now, clock.zone);
  return { year: part.year!, month: part.month!, day: part.day! };
};

/** Any day or month number is carried over: the 0th is the day before the 1st. */
export const normalDay = (day: Day): Day => {
  const utc = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
};

export const plusDays = (day: Day, days: number): Day => normalDay({ ...day, day: day.day + days });

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();

/** From the first moment of one day to the last of another. */
export const span = (first: Day, last: Day, zone: string): Range => ({
  from: startOf(first, zone).toISOString(),
  to: new Date(startOf(plusDays(last, 1), zone).getTime() - 1).toISOString(),
});

const MONTH_END = 0;

/** The calendar period `back` units ago: 0 is the present one. */
export const period = (unit: Unit, back: number, clock: Clock): Range => {
  const now = today(clock);
  if (unit === 'hour') return ago('hour', back, clock);
  if (unit === 'day') return span(plusDays(now, -back), plusDays(now, -back), clock.zone);
  if (unit === 'week') {
    const monday = plusDays(now, -((weekday(now) + 6) % 7) - 7 * back);
    return span(monday, plusDays(monday, 6), clock.zone);
  }
  if (unit === 'month') return monthRange(now.year, now.month - back, clock);
  return span({ year: now.year - back, month: 1, day: 1 }, { year: now.year - back, month: 12, day: 31 }, clock.zone);
};

export const monthRange = (year: number, month: number, clock: Clock): Range =>
  span(normalDay({ year, month, day: 1 }), normalDay({ year, month: month + 1, day: MONTH_END }), clock.zone);

/** The moment `count` units before now; months and years keep the day of the month where it exists. */
export const momentAgo = (unit: Unit, count: number, clock: Clock): Date => {
  if (unit === 'hour') return new Date(clock.now.getTime() - count * HOUR_MS);
  if (unit === 'day' || unit === 'week') {
    return new Date(clock.now.getTime() - count * (unit === 'week' ? 7 : 1) * 24 * HOUR_MS);
  }
  const back = new Date(clock.now);
  const months = Math.round(count * (unit === 'year' ? 12 : 1));
  back.setUTCMonth(back.getUTCMonth() - months);
  if ((clock.now.getUTCMonth() - months + 1200) % 12 !== back.getUTCMonth()) back.setUTCDate(0);
  return back;
};

/** From `count` units before now until now. */
export const ago = (unit: Unit, count: number, clock: Clock): Range => ({
  from: momentAgo(unit, count, clock).toISOString(),
});

export const before = (range: Range): Range =>
  range.from === undefined ? {} : { to: new Date(Date.parse(range.from) - 1).toISOString() };

export const after = (range: Range): Range =>
  range.to === undefined ? {} : { from: new Date(Date.parse(range.to) + 1).toISOString() };

export const since = (range: Range): Range => (range.from === undefined ? {} : { from: range.from });

export const until = (range: Range): Range => (range.to === undefined ? {} : { to: range.to });
