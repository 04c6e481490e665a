import { OrdenaError } from '#contracts/errors';
import type { RequestOf } from '#contracts/operation';
import type { createFolder } from '#contracts/operations/create-folder';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { checkNewName } from '../disk/name.js';
import { refusal } from '../disk/refusal.js';
import { Draft } from '../planning/draft.js';
import { TargetFolders } from '../planning/target-folders.js';

/** Plans making a folder, with those above it that are missing. Throws NOTHING_TO_DO when it is there, EXISTS for a file. */
export const answerCreateFolder = (desk: Desk, request: RequestOf<typeof createFolder>): Plan => {
  const to = desk.reach.toChange(request.folder);
  const name = to.parts.at(-1);
  if (name === undefined) throw new OrdenaError('NOTHING_TO_DO', 'That folder is there already.');
  const targets = new TargetFolders(to.place, desk.reach);
  const draft = new Draft(desk, { operation: 'create-folder', to: to.location });
  try {
    const parent = targets.at(to.parts.slice(0, -1));
    const there = targets.look(parent, name);
    if (there?.isDirectory()) throw new OrdenaError('NOTHING_TO_DO', 'That folder is there already.');
    if (there) throw refusal('EXISTS', { name });
    checkNewName(name);
    targets.make(parent, draft);
    draft.add({ action: 'create-folder', kind: 'folder', to: to.path, bytes: 0 });
    return draft.finish();
  } catch (error) {
    draft.abandon();
    throw error;
  } finally {
    targets.close();
  }
};
