import { parentOf } from '#contracts/location-parts';
import { OrdenaError } from '#contracts/errors';
import type { Operation } from '#contracts/operation';
import { fold } from '#contracts/words/language';
import { placeWords } from './places.js';
import type { Run } from './run.js';
import { isSaid, partsOf, wordsOf } from './words-said.js';

/**
 * Once contents were read, a destination counts only if the person named it: what a file says must never choose where
 * other files go. Placeholders such as {yyyy} are free, and so is staying in the place the files are in.
 */
export const refuseUnnamedDestination = (run: Run, operation: Operation, request: Record<string, unknown>): void => {
  if (!run.tainted || operation.effect !== 'write') return;
  const destination = destinationOf(request);
  if (destination === undefined || isNamed(run, destination, textOf(request['from']))) return;
  throw new OrdenaError(
    'FORBIDDEN',
    'File contents were read, so only a destination the person named is allowed. Ask the person where.',
    { details: { destination } },
  );
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Where something new would appear; a file to be written counts by the folder it goes into. */
const destinationOf = (request: Record<string, unknown>): string | undefined => {
  const file = textOf(request['file']);
  if (file !== undefined) return parentOf(file);
  const to = textOf(request['to']);
  return textOf(request['folder']) ?? (to === undefined || isBareName(to) ? undefined : to);
};

/** A rename's `to` is a name, not a place. */
const isBareName = (to: string): boolean => !to.includes('/') && placeWords(to) === undefined;

const isNamed = (run: Run, location: string, from: string | undefined): boolean => {
  if (run.agreed.some((agreed) => fold(agreed) === fold(location))) return true;
  const said = wordsOf(run.said.join(' '));
  const [place = '', ...folders] = partsOf(location);
  const isHome = from !== undefined && fold(from.split('/')[0] ?? '') === fold(place);
  return (isHome || isSaid(place, said)) && folders.every((folder) => isSaid(folder, said));
};
