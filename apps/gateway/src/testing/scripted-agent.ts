import { createHash, randomBytes } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import type { Plan, Receipt } from '#contracts/plan';
import { agentSubject } from '#contracts/subjects';
import { MicroService } from '#nats/micro-service';

type Body = Record<string, unknown>;
export type PlanFacts = Partial<Omit<Plan, 'summary'>> & { summary?: Partial<Plan['summary']> };

/** Stands in for a PC: keeps plans in memory and says what it was told; no disk. For what the gateway decides. */
export class ScriptedAgent {
  readonly plans = new Map<string, { plan: Plan; state: string; receipt?: Receipt }>();
  readonly commits: Body[] = [];
  readonly asked: { operation: string; body: Body }[] = [];
  /** What the next plans look like. */
  facts: PlanFacts = {};
  /** Answers "running" and tells by events, as a slow commit does. */
  slow = false;
  /** A slow commit ends when this does. */
  hold: Promise<void> = Promise.resolve();
  failWith: OrdenaError | undefined;
  /** What a slow commit is refused with when its turn comes. */
  refuseLate: OrdenaError | undefined;
  /** So many commits nobody was asked about are carried out; the next want a yes. */
  unasked = Infinity;

  constructor(
    readonly nc: NatsConnection,
    readonly machine: string,
  ) {}

  async start(): Promise<this> {
    const metadata = {
      machine: this.machine,
      displayName: `PC ${this.machine}`,
      os: 'linux',
      containment: 'kernel',
      places: 'desktop',
    };
    const service = new MicroService(this.nc, {
      name: 'file-agent',
      version: '0.1.0',
      metadata,
      instance: this.machine,
    });
    const answers: Record<string, (body: Body) => unknown> = {
      find: (body) => this.find(body),
      plan: (body) => this.known(String(body['planId'])),
      commit: (body) => this.commit(body),
      discard: (body) => this.discard(body),
      history: () => ({ receipts: this.receipts(), truncated: false }),
      ...Object.fromEntries(WRITES.map((operation) => [operation, (body: Body) => this.planFor(operation, body)])),
    };
    await service.start(
      Object.entries(answers).map(([name, answer]) => ({
        name,
        subject: agentSubject(this.machine, name),
        handle: async (body) => {
          this.asked.push({ operation: name, body: body as Body });
          if (this.failWith !== undefined) throw this.failWith;
          return answer(body as Body);
        },
      })),
    );
    return this;
  }

  planFor(operation: string, request: Body): Plan {
    const planId = `p-${randomBytes(6).toString('hex')}`;
    const at = new Date();
    const { summary, ...facts } = this.facts;
    const plan: Plan = {
      planId,
      hash: createHash('sha256').update(planId).digest('hex'),
      machine: this.machine,
      operation,
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + 600_000).toISOString(),
      from: request['from'] as string | undefined,
      to: request['to'] as string | undefined,
      undoOf: request['planId'] as string | undefined,
      summary: { ...EMPTY, entries: 3, files: 3, ...summary },
      sample: [{ action: 'move', kind: 'file', from: 'desktop/a.txt', to: 'desktop/luyd/a.txt', bytes: 1 }],
      needs: [],
      ...facts,
    };
    this.plans.set(planId, { plan, state: 'open' });
    return plan;
  }

  private find(body: Body): unknown {
    if (!/^(desktop|escritorio)/.test(String(body['in'])))
      throw new OrdenaError('UNKNOWN_PLACE', 'No such place.', {
        details: { place: String(body['in']), places: ['desktop'] },
      });
    const entry = { location: 'desktop/a.txt', name: 'a.txt', kind: 'file', size: 1, modified: '2026-01-01T00:00:00Z' };
    return {
      in: 'desktop',
      entries: [entry],
      totals: { entries: 1, files: 1, folders: 0, bytes: 1 },
      truncated: false,
    };
  }

  private known(planId: string): object {
    const known = this.plans.get(planId);
    if (known === undefined) throw new OrdenaError('UNKNOWN_PLAN', 'No such plan.', { details: { planId } });
    return { ...known, entries: [], truncated: false };
  }

  private commit(body: Body): Receipt {
    this.commits.push(body);
    const approval = body['approval'] as { hash: string; machine: string; yes: string };
    this.known(String(body['planId']));
    const held = this.plans.get(String(body['planId']));
    if (held === undefined || approval.hash !== held.plan.hash) throw new OrdenaError('PLAN_CHANGED', 'Another hash.');
    if (held.receipt !== undefined) return held.receipt;
    if (approval.yes === 'policy' && --this.unasked < 0) throw new OrdenaError('NEEDS_APPROVAL', 'Over the quota.');
    const receipt = receiptOf(held.plan, 'complete');
    if (!this.slow) return this.done(held, receipt);
    if (this.refuseLate !== undefined && this.commits.length > 1) throw this.refuseLate;
    held.state = 'running';
    held.receipt = { ...receipt, status: 'running', done: 0 };
    if (this.refuseLate !== undefined) return this.forget(held);
    setTimeout(() => this.tell('progress', held.plan, { done: 1, total: 3 }), 50);
    setTimeout(() => void this.hold.then(() => this.tell('committed', this.done(held, receipt), {})), 150);
    return held.receipt;
  }

  /** Said to run, and found not to fit when its turn came. */
  private forget(held: { plan: Plan; state: string; receipt?: Receipt }): Receipt {
    const running = held.receipt!;
    held.state = 'open';
    held.receipt = undefined;
    setTimeout(() => this.tell('refused', held.plan, { operation: 'commit' }), 50);
    return running;
  }

  private done(held: { state: string; receipt?: Receipt }, receipt: Receipt): Receipt {
    held.state = 'committed';
    return (held.receipt = receipt);
  }

  private discard(body: Body): unknown {
    const planId = String(body['planId']);
    const held = this.plans.get(planId);
    if (held?.state === 'running') return this.stop(held, planId);
    if (held?.state === 'open') held.state = 'discarded';
    return { planId, discarded: held?.state === 'discarded' };
  }

  /** One entry was done until then. */
  private stop(held: { plan: Plan; state: string; receipt?: Receipt }, planId: string): unknown {
    const receipt = { ...receiptOf(held.plan, 'partial'), done: 1, stopped: true };
    held.receipt = undefined;
    this.tell('committed', this.done(held, receipt), {});
    return { planId, discarded: false, stopping: true };
  }

  private receipts(): Receipt[] {
    return [...this.plans.values()].flatMap(({ receipt }) => receipt ?? []).reverse();
  }

  private tell(kind: string, { planId }: { planId: string }, more: object): void {
    const event = { kind, machine: this.machine, at: new Date().toISOString(), planId, ...more };
    this.nc.publish(`ordena.event.${this.machine}.${kind}`, JSON.stringify(event));
  }
}

const WRITES = ['move', 'copy', 'rename', 'trash', 'create-folder', 'write', 'undo'];

const EMPTY = {
  entries: 0,
  files: 0,
  folders: 0,
  newFolders: 0,
  bytes: 0,
  conflicts: 0,
  skipped: 0,
  overwrites: 0,
  trashes: 0,
};

const receiptOf = (plan: Plan, status: Receipt['status']): Receipt => ({
  planId: plan.planId,
  machine: plan.machine,
  operation: plan.operation,
  status,
  from: plan.from,
  to: plan.to,
  total: plan.summary.entries,
  done: plan.summary.entries,
  skipped: 0,
  stale: 0,
  failed: 0,
  overwritten: 0,
  trashed: 0,
  newFolders: 0,
  bytes: 0,
  entries: [],
  undoable: true,
  undoOf: plan.undoOf,
  at: new Date().toISOString(),
});
