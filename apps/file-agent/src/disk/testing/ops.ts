import { type BigIntStats, lstatSync } from 'node:fs';
import type { Receipt } from '#contracts/plan';
import type { Engine } from '../engine.js';
import { identityOf } from '../identity.js';
import { leafOf, parseLocation, type PlacePath } from '../location.js';
import type { PlanMeta } from '../plan-meta.js';
import type { PlannedOp } from '../planned-op.js';
import { kindOf } from '../sys.js';

type Draft = Omit<PlannedOp, 'seq'>;

/** Writes plan entries by hand, with identities as the disk has them now. */
export class Ops {
  constructor(private readonly engine: Engine) {}

  path(location: string): PlacePath {
    const { place, parts } = parseLocation(location, { places: this.engine.disk.places });
    return { place, parts };
  }

  private stat(location: string): BigIntStats {
    return lstatSync(this.engine.disk.absolute(this.path(location)), { bigint: true });
  }

  private of(location: string): Pick<Draft, 'kind' | 'id' | 'bytes'> {
    const stat = this.stat(location);
    return { kind: kindOf(stat) as Draft['kind'], id: identityOf(stat), bytes: Number(stat.size) };
  }

  move(from: string, to: string, more: Partial<Draft> = {}): Draft {
    return { action: 'move', ...this.of(from), from: this.path(from), to: this.path(to), ...more };
  }

  copy(from: string, to: string, more: Partial<Draft> = {}): Draft {
    return { ...this.move(from, to, more), action: 'copy' };
  }

  trash(from: string): Draft {
    return { action: 'trash', ...this.of(from), from: this.path(from) };
  }

  folder(at: string, more: Partial<Draft> = {}): Draft {
    return { action: 'create-folder', kind: 'folder', to: this.path(at), bytes: 0, ...more };
  }

  create(at: string, text: string): Draft {
    return { action: 'write', kind: 'file', to: this.path(at), bytes: text.length, data: { text, mode: 'create' } };
  }

  write(at: string, text: string, mode: 'replace' | 'append'): Draft {
    return { action: 'write', ...this.of(at), to: this.path(at), bytes: text.length, data: { text, mode } };
  }

  leaf(location: string): string | undefined {
    return leafOf(this.path(location));
  }
}

export const numbered = (drafts: Iterable<Draft>): PlannedOp[] => [...drafts].map((draft, seq) => ({ ...draft, seq }));

let plans = 0;
export const newPlanId = (): string => `p-${String(Date.now()).slice(-6)}${String(++plans).padStart(6, '0')}`;

export const metaFor = (planId: string, total: number, more: Partial<PlanMeta> = {}): PlanMeta => ({
  planId,
  hash: '0'.repeat(64),
  machine: 'pc1',
  operation: 'move',
  by: 'test',
  total,
  ...more,
});

/** Drains a commit without stopping it. */
export const drain = <Y, R>(run: Generator<Y, R, boolean | undefined>): R => {
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
};

export const commit = (engine: Engine, drafts: Iterable<Draft>, more: Partial<PlanMeta> = {}): Receipt => {
  const ops = numbered(drafts);
  return drain(
    engine.commit({ meta: metaFor(more.planId ?? newPlanId(), ops.filter((op) => !op.onTheWay).length, more), ops }),
  );
};

/** The entries of an undo, as a plan would hold them: what is not ready, and what needs that, is left out. */
export const undoOps = (engine: Engine, planId: string): PlannedOp[] => {
  const ops: PlannedOp[] = [];
  let previousReady = true;
  for (const { op, state, needsPrevious } of engine.undo(planId)) {
    const ready: boolean = state === 'ready' && (!needsPrevious || previousReady);
    if (ready) ops.push({ ...op, seq: ops.length, ...(needsPrevious && { after: ops.length - 1 }) });
    previousReady = ready;
  }
  return ops;
};

export const undo = (engine: Engine, planId: string): Receipt => {
  const ops = undoOps(engine, planId);
  const total = ops.filter((op) => !op.onTheWay).length;
  const meta = metaFor(newPlanId(), total, { undoOf: planId, operation: 'undo' });
  return drain(engine.commit({ meta, ops }));
};
