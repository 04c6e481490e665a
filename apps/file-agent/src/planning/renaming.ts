import { issue, refused } from '#contracts/issues';
import type { RequestOf } from '#contracts/operation';
import type { rename } from '#contracts/operations/rename';
import type { Plan } from '#contracts/plan';
import type { OnConflict } from '#contracts/selection';
import type { Desk } from '../desk.js';
import type { Target } from '../reach.js';
import { Arranger, type Settled, type Want, type Wants } from './arrange.js';
import { Draft } from './draft.js';
import { newNameFor } from './new-names.js';
import { selectSources } from './selecting.js';
import { pathOf } from './source.js';
import { TargetFolders } from './target-folders.js';
import { placeholdersIn } from './template.js';

type Request = RequestOf<typeof rename>;

/** Plans new names where the entries are: moves inside their folders. A new name may not turn a key into something else. */
export function* planRename(desk: Desk, request: Request): Generator<void, Plan> {
  const from = desk.reach.toChange(request.from);
  if (request.to !== undefined) refuseRelpath(request.to);
  const draft = new Draft(desk, { operation: 'rename', from: from.location, to: request.to });
  const targets = new TargetFolders(from.place, desk.reach);
  try {
    const { sources, spared, isSingle } = yield* selectSources(desk, { from, select: request.select });
    for (const { parts, name } of spared) {
      draft.skip({ kind: 'file', from: { place: from.place.name, parts: [...parts, name] } });
    }
    const at = (index: number): Want => {
      const source = sources.at(index);
      return { source, folder: targets.at(source.parts), name: newNameFor(source, request, index + 1) };
    };
    const wants = { length: sources.length, at };
    yield* settleAll(wants, { from, draft, targets, policy: request.onConflict ?? (isSingle ? 'fail' : 'number') });
    return draft.finish('The names are as asked already, so there is nothing to do.');
  } catch (error) {
    draft.abandon();
    throw error;
  } finally {
    targets.close();
  }
}

interface Settling {
  readonly from: Target;
  readonly draft: Draft;
  readonly targets: TargetFolders;
  readonly policy: OnConflict;
}

function* settleAll(wants: Wants, settling: Settling): Generator<void, void> {
  const { targets, policy } = settling;
  const arranger = new Arranger(wants, { targets, policy, vacates: true, isSamePlace: true });
  for (const settled of arranger.run()) {
    const seq = planOne(settled, settling);
    if (seq !== undefined) arranger.note(settled, seq);
    if (seq !== undefined && seq % 256 === 255) yield;
  }
}

const planOne = (settled: Settled, { from, draft, policy }: Settling): number | undefined => {
  const { source, folder } = settled.want;
  const path = pathOf(source, from.place.name);
  const to = { place: from.place.name, parts: [...folder.parts, settled.name] };
  const { conflict, existing } = settled;
  if (settled.fate === 'already-there') return undefined;
  if (settled.fate === 'skip') {
    draft.skip({ kind: source.kind, from: path, to, conflict });
    return undefined;
  }
  const entry = { action: 'move' as const, kind: source.kind, from: path, to, id: source.id, bytes: source.bytes };
  return draft.add({ ...entry, onConflict: policy, existing, after: settled.after }, conflict);
};

const refuseRelpath = (template: string): void => {
  if (!placeholdersIn(template).has('relpath')) return;
  throw refused('BAD_VALUE', [issue('to', 'not-with', ['{relpath}'])]);
};
