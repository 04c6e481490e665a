import { OrdenaError } from '#contracts/errors';
import type { Operation } from '#contracts/operation';
import { fold } from '#contracts/words/language';
import { placeWords } from './places.js';
import type { Run } from './run.js';

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
    {
      details: { destination },
    },
  );
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Where something new would appear; a file to be written counts by the folder it goes into. */
const destinationOf = (request: Record<string, unknown>): string | undefined => {
  const file = textOf(request['file']);
  if (file !== undefined) return file.split('/').slice(0, -1).join('/');
  const folder = textOf(request['folder']);
  const to = textOf(request['to']);
  return folder ?? (to !== undefined && request['replace'] === undefined && to.includes('/') ? to : wholePlace(to));
};

/** A rename's `to` is a bare name, not a place. */
const wholePlace = (to: string | undefined): string | undefined =>
  to !== undefined && placeWords(to) !== undefined ? to : undefined;

/** Every folder of it was said by the person or agreed to earlier; the place itself may also be where the files are. */
export const isNamed = (run: Pick<Run, 'said' | 'agreed'>, location: string, from?: string): boolean => {
  if (run.agreed.some((agreed) => fold(agreed) === fold(location))) return true;
  const said = ` ${run.said.map(wordsOf).join(' ')} `;
  const [place = '', ...folders] = location.split('/').filter((part) => part !== '');
  const isHome = from !== undefined && fold(from.split('/')[0] ?? '') === fold(place);
  return (
    (isHome || placeIsSaid(place, said)) &&
    folders.every((folder) => isFree(folder) || said.includes(` ${wordsOf(folder)} `))
  );
};

const placeIsSaid = (place: string, said: string): boolean =>
  (placeWords(place) ?? [place]).some((word) => said.includes(` ${wordsOf(word)} `));

const isFree = (folder: string): boolean => wordsOf(folder.replace(/\{\w+\}/g, '')) === '';

const wordsOf = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
