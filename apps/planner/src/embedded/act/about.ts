import { freeText, historyText, machinesText } from '#contracts/words/answer-text';
import { listed } from '#contracts/words/amounts';
import { shownLocation } from '#contracts/words/place-names';
import { trashText } from '#contracts/words/trash-text';
import { callOn, checked } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';

/** Questions about the system itself: what was done, what is shared, what is connected. */

export function* history(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'history', { limit: 10 })], context);
  return historyText((result?.['receipts'] as Parameters<typeof historyText>[0] | undefined) ?? [], context.language);
}

/** "¿qué hay en la papelera?": what was put there and is there still. */
export function* trashed(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'history', { limit: 200 })], context);
  return trashText((result?.['receipts'] as Parameters<typeof trashText>[0] | undefined) ?? [], context.language);
}

export function* places(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'places', {})], context);
  const names = ((result?.['places'] as { name: string }[] | undefined) ?? []).map(({ name }) =>
    shownLocation(name, context.language),
  );
  return `${listed(names, context.language)}.`;
}

export const machines = (context: Context): string => machinesText(context.facts.machines, context.language);

/** What is left on the disks behind the places; places on one disk say the same once. */
export function* free(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'places', {})], context);
  const shared = (result?.['places'] as { name: string; freeBytes: number }[] | undefined) ?? [];
  return freeText([...new Set(shared.map(({ freeBytes }) => freeBytes))], context.language);
}
