import type { Effect, Operation } from './operation.js';
import { commit } from './operations/commit.js';
import { copy } from './operations/copy.js';
import { createFolder } from './operations/create-folder.js';
import { discard } from './operations/discard.js';
import { duplicates } from './operations/duplicates.js';
import { find } from './operations/find.js';
import { history } from './operations/history.js';
import { move } from './operations/move.js';
import { places } from './operations/places.js';
import { plan } from './operations/plan.js';
import { read } from './operations/read.js';
import { rename } from './operations/rename.js';
import { trash } from './operations/trash.js';
import { undo } from './operations/undo.js';
import { write } from './operations/write.js';

/** Everything an agent can do: the one list, in the order people read it. */
export const CATALOG = {
  places,
  find,
  read,
  duplicates,
  history,
  plan,
  move,
  copy,
  rename,
  trash,
  'create-folder': createFolder,
  write,
  undo,
  commit,
  discard,
} as const;

export type OperationName = keyof typeof CATALOG;

export const OPERATION_NAMES = Object.keys(CATALOG) as OperationName[];

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(CATALOG, name);

/** The operations of one effect, e.g. all that a read-only key may call. */
export const operationsWith = (effect: Effect): Operation[] =>
  Object.values<Operation>(CATALOG).filter((operation) => operation.effect === effect);
