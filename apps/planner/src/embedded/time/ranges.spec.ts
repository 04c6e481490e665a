import { describe, expect, it } from '@jest/globals';
import { Cursor } from '../text/cursor.js';
import { readText } from '../text/text.js';
import { eatTime } from './ranges.js';

/** A Wednesday at noon. */
const clock = { now: new Date('2026-11-18T12:00:00Z'), zone: 'UTC' };
const read = (words: string) => {
  const cursor = new Cursor(readText(words));
  const range = eatTime(cursor, clock);
  return range && cursor.done ? `${range.from?.slice(0, 10) ?? ''}..${range.to?.slice(0, 10) ?? ''}` : undefined;
};

describe('relative time as ranges', () => {
  it.each([
    ['de hoy', '2026-11-18..2026-11-18'],
    ['de ayer', '2026-11-17..2026-11-17'],
    ['del mes pasado', '2026-10-01..2026-10-31'],
    ['last month', '2026-10-01..2026-10-31'],
    ['de la semana pasada', '2026-11-09..2026-11-15'],
    ['de los últimos 7 días', '2026-11-11..'],
    ['in the last two weeks', '2026-11-04..'],
    ['que se han modificado en los últimos 7 días', '2026-11-11..'],
    ['que han sido modificados en los últimos 7 días', '2026-11-11..'],
    ['have been modified in the last 7 days', '2026-11-11..'],
    ['que no se han modificado en los últimos 7 días', '..2026-11-11'],
    ['que no he abierto en los últimos 7 días', '..2026-11-11'],
    ['that have not been touched for 7 days', '..2026-11-11'],
    ['sin usar en 7 días', '..2026-11-11'],
    ["that haven't been changed in over a year", '..2025-11-18'],
    ['de hace más de un año', '..2025-11-18'],
    ['older than 30 days', '..2026-10-19'],
    ['de este año', '2026-01-01..2026-12-31'],
    ['desde el lunes', '2026-11-16..'],
    ['en marzo', '2026-03-01..2026-03-31'],
    ['de diciembre', '2025-12-01..2025-12-31'],
    ['de 2024', '2024-01-01..2024-12-31'],
    ['de marzo de 2024', '2024-03-01..2024-03-31'],
    ['antes de 2025', '..2024-12-31'],
    ['entre enero y marzo', '2026-01-01..2026-03-31'],
    ['de hace 3 días', '2026-11-15..2026-11-15'],
    ['since yesterday', '2026-11-17..'],
  ])('%s', (words, range) => expect(read(words)).toBe(range));

  it('keeps to the days of the zone, also where the clocks change', () => {
    const madrid = { now: new Date('2026-10-26T10:00:00Z'), zone: 'Europe/Madrid' };
    const cursor = new Cursor(readText('ayer'));
    expect(eatTime(cursor, madrid)).toEqual({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T22:59:59.999Z' });
  });
});
