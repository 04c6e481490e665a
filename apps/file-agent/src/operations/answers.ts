import type { OperationName } from '#contracts/catalog';
import type { Desk } from '../desk.js';
import type { Work } from '../thread/turns.js';
import { answerCopy } from './copy.js';
import { answerCreateFolder } from './create-folder.js';
import { answerDiscard } from './discard.js';
import { answerDuplicates } from './duplicates.js';
import { answerFind } from './find.js';
import { answerHistory } from './history.js';
import { answerMove } from './move.js';
import { answerPlan } from './plan.js';
import { answerPlaces } from './places.js';
import { answerRead } from './read.js';
import { answerRename } from './rename.js';
import { answerTrash } from './trash.js';
import { answerUndo } from './undo.js';
import { answerWrite } from './write.js';

/**
 * One plain function per operation of the catalog: the desk and a checked request in; a reply out, or paged work that
 * ends with one. `commit` is not here: it goes one at a time and may answer before it ends (thread/disk-work.ts).
 */
type Answer = (desk: Desk, request: never) => Work<object> | object;

export const ANSWERS: Readonly<Record<Exclude<OperationName, 'commit'>, Answer>> = {
  places: answerPlaces,
  find: answerFind,
  read: answerRead,
  duplicates: answerDuplicates,
  history: answerHistory,
  plan: answerPlan,
  move: answerMove,
  copy: answerCopy,
  rename: answerRename,
  trash: answerTrash,
  'create-folder': answerCreateFolder,
  write: answerWrite,
  undo: answerUndo,
  discard: answerDiscard,
};
