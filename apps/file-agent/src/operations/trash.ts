import type { RequestOf } from '#contracts/operation';
import type { trash } from '#contracts/operations/trash';
import type { Plan } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { Draft } from '../planning/draft.js';
import { measureFolder } from '../planning/measure.js';
import { selectSources } from '../planning/selecting.js';
import { pathOf } from '../planning/source.js';

/** Plans putting entries into the trash, from where undo brings them back. Throws PROTECTED for a place itself. */
export function* answerTrash(desk: Desk, request: RequestOf<typeof trash>): Generator<void, Plan> {
  const from = desk.reach.toChange(request.from);
  const place = from.place.name;
  const draft = new Draft(desk, { operation: 'trash', from: from.location });
  try {
    const { sources, spared } = yield* selectSources(desk, { from, select: request.select });
    for (const { parts, name } of spared) draft.skip({ kind: 'file', from: { place, parts: [...parts, name] } });
    for (const source of sources) {
      const path = pathOf(source, place);
      const bytes = source.kind === 'folder' ? yield* measureFolder(from.place, path.parts) : source.bytes;
      const seq = draft.add({ action: 'trash', kind: source.kind, from: path, id: source.id, bytes });
      if (seq % 256 === 255) yield;
    }
    return draft.finish();
  } catch (error) {
    draft.abandon();
    throw error;
  }
}
