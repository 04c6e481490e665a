import type { OperationName } from '#contracts/catalog';
import type { Desk } from '../desk.js';
import { answerFind } from './find.js';
import { answerPlaces } from './places.js';
import { answerRead } from './read.js';

/** One plain function per operation of the catalog: the desk and a checked request in, disk work with a reply out. */
type Answer = (desk: Desk, request: never) => Generator<unknown, object>;

export const ANSWERS: Partial<Readonly<Record<OperationName, Answer>>> = {
  places: answerPlaces,
  find: answerFind,
  read: answerRead,
};
