import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatReply } from '#contracts/chat';
import type { Plan, Receipt } from '#contracts/plan';
import { TOKEN } from './cluster.js';

interface CopyRequest {
  readonly from: string;
  readonly select?: object;
  readonly onConflict?: string;
  readonly to: string;
}

/**
 * A program that knows two gateways and does not give up: no answer, or "try again", means the other one. Each request has
 * a key of its own, as the interface asks of whoever repeats requests.
 */
export class PatientClient {
  private turn = 0;
  private lastHeard = 'nothing';

  constructor(private readonly gateways: readonly string[]) {}

  /** A copy, planned once and approved until the receipt comes: the plan is what makes a repeat harmless. */
  async copy(machine: string, request: CopyRequest): Promise<Receipt> {
    const plan = await this.ask<Plan>(`/v1/machines/${machine}/operations/copy`, request);
    return this.approve(plan.planId);
  }

  async approve(planId: string): Promise<Receipt> {
    const { receipts } = await this.ask<{ receipts: Receipt[] }>(`/v1/plans/${planId}/approve`, {});
    return receipts[0]!;
  }

  say(machine: string, message: string): Promise<ChatReply> {
    return this.ask<ChatReply>('/v1/chat', { machine, message });
  }

  async ask<Reply>(path: string, body?: object): Promise<Reply> {
    const key = randomUUID();
    const since = Date.now();
    for (;;) {
      const reply = await this.askOnce<Reply>(path, { key, body });
      if (reply !== undefined) return reply;
      if (Date.now() - since > GIVE_UP_MS) throw new Error(`${path} was not answered in time; last: ${this.lastHeard}`);
      await sleep(100);
    }
  }

  /** Undefined: ask again. Any refusal that asking again would not mend is thrown. */
  private async askOnce<Reply>(path: string, { key, body }: Asked): Promise<Reply | undefined> {
    this.turn += 1;
    const url = this.gateways[this.turn % this.gateways.length]! + path;
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response === undefined || text === undefined) return undefined;
    if (response.ok) return JSON.parse(text) as Reply;
    this.lastHeard = text;
    if (/"retry":true/.test(text)) return undefined;
    throw new Error(`${path}: ${response.status} ${text}`);
  }
}

interface Asked {
  readonly key: string;
  readonly body: object | undefined;
}

/** For one answer of one gateway. */
const PATIENCE_MS = 10_000;
/** For any answer of any: what a person would call hanging. */
const GIVE_UP_MS = 45_000;
