import { OrdenaError } from '#contracts/errors';
import type { RequestOf } from '#contracts/operation';
import type { write } from '#contracts/operations/write';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { identityOf } from '../disk/identity.js';
import { checkNewName } from '../disk/name.js';
import { shownName } from '../disk/shown-name.js';
import { refusal } from '../disk/refusal.js';
import { kindOf, type SysStat } from '../disk/sys.js';
import { Draft } from '../planning/draft.js';
import { TargetFolders } from '../planning/target-folders.js';
import type { Reach, Target } from '../reach.js';

type Request = RequestOf<typeof write>;

/** Plans writing a text file. An old version goes to the trash, also when text is appended to it. */
export const answerWrite = (desk: Desk, request: Request): Plan => {
  const to = desk.reach.toChange(request.file);
  const name = to.parts.at(-1);
  if (name === undefined) throw refusal('NOT_A_FILE', { name: to.place.name });
  if (to.mustBeFolder) throw refusal('NOT_A_FILE', { name });
  const mode = request.mode ?? 'create';
  const targets = new TargetFolders(to.place, desk.reach);
  const draft = new Draft(desk, { operation: 'write', to: to.location });
  try {
    const parent = targets.at(to.parts.slice(0, -1));
    const old = targets.look(parent, name);
    if (old) checkReplaceable(desk.reach, { to, old, mode });
    else checkNewName(name);
    targets.make(parent, draft);
    const entry = {
      action: 'write' as const,
      kind: 'file' as const,
      to: to.path,
      bytes: Buffer.byteLength(request.text),
    };
    draft.add({ ...entry, ...(old && { id: identityOf(old) }), data: { text: request.text, mode } });
    return draft.finish();
  } catch (error) {
    draft.abandon();
    throw error;
  } finally {
    targets.close();
  }
};

/** A link is never written through: one that leads outside is told apart by its text alone, never by what is there. */
const checkReplaceable = (
  reach: Reach,
  { to, old, mode }: { to: Target; old: SysStat; mode: NonNullable<Request['mode']> },
): void => {
  const name = to.parts.at(-1)!;
  const kind = kindOf(old);
  if (kind === 'link') refuseLink(to);
  if (kind === 'folder') throw refusal('NOT_A_FILE', { name });
  if (kind === 'special') throw refusal('SPECIAL_FILE', { name });
  if (old.nlink > 1n && reach.config.hardlinks !== 'allow') throw refusal('HARDLINK', { name });
  if (mode !== 'create') return;
  throw new OrdenaError('EXISTS', `'${shownName(name)}' is there already; choose replace or append, or another name.`);
};

const refuseLink = ({ place, parts }: Target): never => {
  try {
    place.resolve(parts);
  } catch (error) {
    if (!(error instanceof OrdenaError && error.code === 'NOT_FOUND')) throw error;
  }
  throw refusal('SYMLINK', { name: parts.at(-1) });
};
