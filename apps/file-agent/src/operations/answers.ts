import type { OperationName } from '#contracts/catalog';
import type { Desk } from '../desk.js';
import { answerCopy } from './copy.js';
import { answerCreateFolder } from './create-folder.js';
import { answerDiscard } from './discard.js';
import { answerDuplicates } from './duplicates.js';
import { answerFind } from './find.js';
import { answerMove } from './move.js';
import { answerPlan } from './plan.js';
import { answerPlaces } from './places.js';
import { answerRead } from './read.js';
import { answerRename } from './rename.js';
import { answerTrash } from './trash.js';
import { answerWrite } from './write.js';

/** One plain function per operation of the catalog: the desk and a checked request in, disk work with a reply out. */
type Answer = (desk: Desk, request: never) => Generator<unknown, object>;

export const ANSWERS: Partial<Readonly<Record<OperationName, Answer>>> = {
  places: answerPlaces,
  find: answerFind,
  read: answerRead,
  duplicates: answerDuplicates,
  plan: answerPlan,
  move: answerMove,
  copy: answerCopy,
  rename: answerRename,
  trash: answerTrash,
  'create-folder': answerCreateFolder,
  write: answerWrite,
  discard: answerDiscard,
};
