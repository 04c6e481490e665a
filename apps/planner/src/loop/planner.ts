import type { ChatAsk, ChatReply, ResumeAsk } from '#contracts/chat';
import type { BusClient } from '#nats/bus-client';
import type { MachineDirectory } from '#nats/machine-directory';
import type { Conversations } from '../memory/conversations.js';
import type { Runs } from '../memory/runs.js';
import type { Settled } from '../memory/stored-run.js';
import type { Ladder } from '../model/ladder.js';
import type { ModelPort } from '../model/port.js';
import { askModel } from './ask-model.js';
import { bodyOf } from './call-tool.js';
import { endTurn } from './end-turn.js';
import { isOverBudget, LIMITS } from './guards.js';
import { allowed, prepare, type Surroundings } from './prepare.js';
import { newEvents, resolve } from './resolve.js';
import { takeDecision } from './resume.js';
import type { Outcome, Run } from './run.js';
import { runTools } from './run-tools.js';
import { tellOn, type Surface } from './surface.js';

export interface PlannerParts {
  readonly bus: BusClient;
  readonly directory: MachineDirectory;
  readonly conversations: Conversations;
  readonly runs: Runs;
  readonly models: Pick<Ladder, 'best' | 'failed' | 'embedded'>;
  readonly now: () => Date;
}

/** The loop: prepare, ask, run tools, resolve. It plans and never approves; what may run is the gateway's to say. */
export class Planner {
  constructor(private readonly parts: PlannerParts) {}

  async chat(ask: ChatAsk): Promise<ChatReply> {
    const { conversations, directory, models, now } = this.parts;
    const [model, log, machines] = await Promise.all([
      models.best(),
      conversations.load(ask.conversationId),
      directory.list(),
    ]);
    const around = { log, machines: allowed(machines, ask), now: now() };
    const run = prepare(ask, { ...around, planner: model.info });
    const said = { kind: 'said', at: now().toISOString(), runId: ask.runId, message: ask.message } as const;
    const length = await conversations.append(ask.conversationId, [{ ...said, language: run.language }], log.length);
    run.logged.length = length;
    const answered = await this.orWithoutModel({ run, outcome: await this.drive(run, model) }, around);
    return this.finish(answered, async ({ waiting }) => waiting && this.parts.runs.store(waiting));
  }

  /** Goes on where a person was asked, exactly once: a repeat gets the same answer, a dead attempt is not repeated. */
  async resume(ask: ResumeAsk): Promise<ChatReply> {
    const claim = await this.parts.runs.claim(ask.runId);
    if (claim.kind === 'answered') return claim.reply;
    const { run } = claim;
    const model = await this.parts.models.best();
    run.planner = model.info;
    const decided = takeDecision(run, ask, await this.surfaceFor(run));
    const outcome = claim.kind === 'abandoned' ? ({ kind: 'answer', words: '' } as const) : decided;
    return this.finish({ run, outcome: outcome ?? (await this.drive(run, model)) }, claim.settle);
  }

  private async drive(run: Run, model: ModelPort): Promise<Outcome> {
    const surface = await this.surfaceFor(run);
    try {
      for (;;) {
        if (isOverBudget(run.usage)) return { kind: 'stopped' };
        const turn = await askModel(run, model, surface);
        const outcome = turn.calls.length > 0 ? await runTools(run, turn, surface) : await endTurn(run, turn, surface);
        if (outcome !== undefined) return outcome;
      }
    } catch (error) {
      const failure = bodyOf(error);
      if (failure.code === 'MODEL_FAILED') this.parts.models.failed(model);
      return { kind: 'failed', error: failure };
    }
  }

  /** Where a model failed before anything was planned, the embedded planner may still understand the words; it is told. */
  private async orWithoutModel(answered: Answered, around: Omit<Surroundings, 'planner'>): Promise<Answered> {
    const { run, outcome } = answered;
    if (!failedEarly(answered)) return answered;
    const embedded = this.parts.models.embedded();
    const planner = { ...embedded.info, note: outcome.kind === 'failed' ? outcome.error.message : '' };
    const again = { ...prepare(run.ask, { ...around, planner }), modelFailed: true };
    again.logged.length = run.logged.length;
    const result = await this.drive(again, embedded);
    return hasUnderstood(again, result) ? { run: again, outcome: result } : answered;
  }

  /** The run is kept before anybody can hear that it waits, so an instant yes finds it. */
  private async finish({ run, outcome }: Answered, keep: (settled: Settled) => Promise<unknown>): Promise<ChatReply> {
    const reply = resolve(run, outcome);
    const events = newEvents(run, { outcome, reply, at: this.parts.now().toISOString() });
    await keep({ reply, ...(outcome.kind === 'waiting' && { waiting: run }) });
    await this.parts.conversations.append(run.ask.conversationId, events, run.logged.length);
    return reply;
  }

  private async surfaceFor(run: Run): Promise<Surface> {
    const { bus, directory } = this.parts;
    const machines = allowed(await directory.list(), run.ask);
    return { bus, machines, signal: AbortSignal.timeout(LIMITS.ms), tell: tellOn(bus) };
  }
}

interface Answered {
  readonly run: Run;
  readonly outcome: Outcome;
}

const failedEarly = ({ run, outcome }: Answered): boolean =>
  outcome.kind === 'failed' &&
  outcome.error.code === 'MODEL_FAILED' &&
  run.planner.rung !== 'embedded' &&
  run.plans.length === 0;

const hasUnderstood = (run: Run, outcome: Outcome): boolean =>
  outcome.kind === 'question' || (outcome.kind !== 'failed' && run.steps.some(({ ok }) => ok));
