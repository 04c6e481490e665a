import { createHash, randomBytes } from 'node:crypto';
import type { NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import type { Plan, Receipt } from '#contracts/plan';
import { agentSubject } from '#contracts/subjects';
import { MicroService } from '#nats/micro-service';

type Body = Record<string, unknown>;

export interface StandIn {
  readonly machine: string;
  readonly displayName?: string;
  /** Location → text. */
  readonly files?: Readonly<Record<string, string>>;
}

const WRITES = ['move', 'copy', 'rename', 'trash', 'create-folder', 'write', 'undo'] as const;

/** Stands in for a PC: files are names and texts in memory, plans are kept, and what was committed is remembered. */
export class StandInAgent {
  readonly asked: { operation: string; body: Body }[] = [];
  readonly plans = new Map<string, Plan>();
  readonly committed: Plan[] = [];

  constructor(
    private readonly nc: NatsConnection,
    private readonly options: StandIn,
  ) {}

  async start(): Promise<this> {
    const { machine, displayName = `PC ${machine}` } = this.options;
    const metadata = {
      machine,
      displayName,
      os: 'linux',
      containment: 'kernel',
      places: 'desktop,documents,downloads',
    };
    const service = new MicroService(this.nc, { name: 'file-agent', version: '0.1.0', metadata, instance: machine });
    const answers: Record<string, (body: Body) => unknown> = {
      find: (body) => this.find(String(body['in'])),
      read: (body) => this.read(String(body['file'])),
      ...Object.fromEntries(WRITES.map((name) => [name, (body: Body) => this.planFor(name, body)])),
    };
    const endpoints = Object.entries(answers).map(([name, answer]) => ({
      name,
      subject: agentSubject(machine, name),
      handle: async (body: unknown) => {
        this.asked.push({ operation: name, body: body as Body });
        return answer(body as Body);
      },
    }));
    await service.start(endpoints);
    return this;
  }

  /** The PC is switched off. */
  stop(): Promise<void> {
    return this.nc.close();
  }

  /** What the gateway's commit would do; again, the same receipt. */
  commit(planId: string): Receipt {
    const plan = this.plans.get(planId);
    if (plan === undefined) throw new OrdenaError('UNKNOWN_PLAN', 'No such plan.');
    if (!this.committed.includes(plan)) this.committed.push(plan);
    return receiptOf(plan);
  }

  private find(folder: string): unknown {
    const files = Object.entries(this.options.files ?? {}).filter(([location]) => location.startsWith(`${folder}/`));
    const entries = files.map(([location, text]) => ({
      location,
      name: location.split('/').at(-1) ?? '',
      kind: 'file',
      size: text.length,
      modified: '2026-01-01T00:00:00Z',
    }));
    const bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const totals = { entries: entries.length, files: entries.length, folders: 0, bytes };
    return { in: folder, entries, totals, truncated: false };
  }

  private read(file: string): unknown {
    const text = this.options.files?.[file];
    if (text === undefined) throw new OrdenaError('NOT_FOUND', 'There is no such file.', { details: { name: file } });
    const facts = { size: text.length, offset: 0, length: text.length, encoding: 'utf-8', more: false };
    return { file, modified: '2026-01-01T00:00:00Z', ...facts, text };
  }

  private planFor(operation: string, request: Body): Plan {
    const planId = `p-${randomBytes(6).toString('hex')}`;
    const isOne = operation === 'create-folder' || operation === 'write';
    const entries = isOne ? 1 : Math.max(1, Object.keys(this.options.files ?? {}).length);
    const text = (key: string): string | undefined => request[key] as string | undefined;
    const plan: Plan = {
      planId,
      hash: createHash('sha256').update(planId).digest('hex'),
      machine: this.options.machine,
      operation,
      createdAt: '2026-11-22T10:00:00Z',
      expiresAt: '2026-11-22T10:30:00Z',
      ...(text('from') && { from: text('from') }),
      ...((text('to') ?? text('folder') ?? text('file')) && { to: text('to') ?? text('folder') ?? text('file') }),
      summary: { ...ZEROS, entries, files: entries, bytes: 10 * entries },
      sample: [],
      needs: operation === 'trash' ? ['trash'] : [],
    };
    this.plans.set(planId, plan);
    return plan;
  }
}

const ZEROS = { folders: 0, newFolders: 0, conflicts: 0, skipped: 0, overwrites: 0, trashes: 0 };

const receiptOf = (plan: Plan): Receipt => ({
  planId: plan.planId,
  machine: plan.machine,
  operation: plan.operation,
  status: 'complete',
  ...(plan.from !== undefined && { from: plan.from }),
  ...(plan.to !== undefined && { to: plan.to }),
  total: plan.summary.entries,
  done: plan.summary.entries,
  skipped: 0,
  stale: 0,
  failed: 0,
  overwritten: 0,
  trashed: 0,
  newFolders: 0,
  bytes: plan.summary.bytes,
  entries: [],
  undoable: true,
  at: '2026-11-22T10:00:01Z',
});
