import type { NatsConnection } from '@nats-io/transport-node';
import {
  CommitAnswerSchema,
  type ChatAsk,
  type ChatReply,
  type CommitAnswer,
  type NoteAsk,
  type ResumeAsk,
  type RunEvent,
} from '#contracts/chat';
import type { Plan } from '#contracts/plan';
import { GATEWAY_COMMIT, PLANNER_CHAT, PLANNER_NOTE, PLANNER_RESUME, runSubject } from '#contracts/subjects';
import { planText } from '#contracts/words/plan-text';
import { BusClient } from '#nats/bus-client';
import { MicroService } from '#nats/micro-service';

/** What a test makes the model side do with a message. */
export type Script = (ask: ChatAsk, planner: ScriptedPlanner) => Promise<Partial<ChatReply>>;

/** Stands in for the model side only: says by script what a planner would say. */
export class ScriptedPlanner {
  readonly bus: BusClient;
  readonly asked: ChatAsk[] = [];
  readonly resumed: ResumeAsk[] = [];
  readonly notes: NoteAsk[] = [];
  private readonly talks = new Map<string, string>();
  script: Script = async () => ({ reply: 'Hola.' });

  constructor(nc: NatsConnection) {
    this.bus = new BusClient(nc);
  }

  async start(): Promise<this> {
    const metadata = { rung: 'embedded', model: 'script' };
    const service = new MicroService(this.bus.nc, { name: 'planner', version: '0.1.0', metadata });
    await service.start([
      { name: 'chat', subject: PLANNER_CHAT, handle: (body) => this.chat(body as ChatAsk) },
      { name: 'resume', subject: PLANNER_RESUME, handle: async (body) => this.resume(body as ResumeAsk) },
      {
        name: 'note',
        subject: PLANNER_NOTE,
        handle: async (body) => ({ noted: this.notes.push(body as NoteAsk) > 0 }),
      },
    ]);
    return this;
  }

  /** Asks the gateway for a yes, as a planner does after the agent answered a plan. */
  askForYes(runId: string, plans: Plan[], tainted = false): Promise<CommitAnswer> {
    const refs = plans.map(({ machine, planId, hash }) => ({ machine, planId, hash }));
    return this.bus.request(
      GATEWAY_COMMIT,
      { runId, plans: refs, tainted },
      { schema: CommitAnswerSchema, off: 'GATEWAY_OFF' },
    );
  }

  /** The whole way of one change: ask, then done or waiting. */
  async change(runId: string, plans: Plan[], tainted = false): Promise<Partial<ChatReply>> {
    const answer = await this.askForYes(runId, plans, tainted);
    if (answer.status === 'committed') return { status: 'done', reply: 'Hecho.', receipts: answer.receipts };
    const views = plans.map((plan) => ({ ...plan, preview: planText(plan, 'es') }));
    return { status: 'needs_approval', reply: answer.why.join(' '), plans: views };
  }

  tell(runId: string, event: RunEvent): void {
    this.bus.publish(runSubject(runId), event);
  }

  private async chat(ask: ChatAsk): Promise<ChatReply> {
    this.asked.push(ask);
    this.talks.set(ask.runId, ask.conversationId);
    return replyTo(ask, await this.script(ask, this));
  }

  private resume(ask: ResumeAsk): ChatReply {
    this.resumed.push(ask);
    const reply = ask.decision === 'approved' ? 'Hecho.' : 'De acuerdo, no.';
    const conversationId = this.talks.get(ask.runId) ?? 'unknown';
    return replyTo({ runId: ask.runId, conversationId }, { reply, receipts: ask.receipts });
  }
}

const replyTo = (run: { runId: string; conversationId: string }, said: Partial<ChatReply>): ChatReply => ({
  conversationId: run.conversationId,
  runId: run.runId,
  status: 'done',
  language: 'es',
  reply: '',
  steps: [],
  plans: [],
  receipts: [],
  planner: { rung: 'embedded', model: 'script' },
  ...said,
});
