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

/** A program that knows two gateways and does not give up: no answer, or "try again", means the other one. */
export class PatientClient {
  /** How often it had to ask again. */
  repeats = 0;
  private turn = 0;

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
    for (;;) {
      const reply = await this.askOnce<Reply>(path, body);
      if (reply !== undefined) return reply;
      this.repeats += 1;
      await sleep(100);
    }
  }

  /** Undefined: ask again. Any refusal that asking again would not mend is thrown. */
  private async askOnce<Reply>(path: string, body: object | undefined): Promise<Reply | undefined> {
    this.turn += 1;
    const url = this.gateways[this.turn % this.gateways.length]! + path;
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response === undefined || text === undefined) return undefined;
    if (response.ok) return JSON.parse(text) as Reply;
    if (response.status >= 500 || isToBeRepeated(text)) return undefined;
    throw new Error(`${path}: ${response.status} ${text}`);
  }
}

/** A machine whose node has gone a moment ago is unknown, and so are its plans, until it has found another. */
const isToBeRepeated = (text: string): boolean => /"retry":true|MACHINE_OFF|UNKNOWN_PLAN|UNKNOWN_MACHINE/.test(text);

const PATIENCE_MS = 10_000;
