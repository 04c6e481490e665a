import { setMaxListeners } from 'node:events';
import type { ChatAsk, ChatReply, NoteAsk, ResumeAsk, RunEvent } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { BusClient } from '#nats/bus-client';
import type { MachineDirectory } from '#nats/machine-directory';
import type { Conversations } from '../memory/conversations.js';
import { eventsOfNote } from '../memory/noted.js';
import type { RunHold } from '../memory/run-hold.js';
import type { Found, Runs } from '../memory/runs.js';
import type { Ladder } from '../model/ladder.js';
import type { ModelPort } from '../model/port.js';
import { askModel } from './ask-model.js';
import { bodyOf } from './call-tool.js';
import { endTurn } from './end-turn.js';
import { isOverBudget, LIMITS } from './guards.js';
import { allowed, prepare, type Surroundings } from './prepare.js';
import { newEvents, resolve } from './resolve.js';
import { askAgain, isAbout, takeDecision } from './resume.js';
import type { Outcome, Run } from './run.js';
import { runTools } from './run-tools.js';
import { tellOn, type Surface } from './surface.js';

export interface PlannerParts {
  readonly bus: BusClient;
  readonly directory: MachineDirectory;
  readonly conversations: Conversations;
  readonly runs: Runs;
  readonly models: Pick<Ladder, 'best' | 'failed' | 'answered' | 'embedded'>;
  readonly now: () => Date;
}

/** The loop: prepare, ask, run tools, resolve. It plans and never approves; what may run is the gateway's to say. */
export class Planner {
  constructor(private readonly parts: PlannerParts) {}

  /** A request is stored before a model hears of it, so a repeat of it finds it, and so does who takes it over. */
  async chat(ask: ChatAsk): Promise<ChatReply> {
    const [hold, around] = await Promise.all([this.parts.runs.begin(ask.runId), this.around(ask)]);
    return hold === undefined ? this.again(ask, around) : this.fresh(ask, { hold, around, takenOver: false });
  }

  private async around(ask: ChatAsk): Promise<Around> {
    const { conversations, directory, models, now } = this.parts;
    const [model, log, machines] = await Promise.all([
      models.best(),
      conversations.load(ask.conversationId),
      directory.list(),
    ]);
    return { model, planner: model.info, log, machines: allowed(machines, ask), now: now() };
  }

  private async fresh(ask: ChatAsk, { hold, around, takenOver }: Beginning): Promise<ChatReply> {
    const run = { ...prepare(ask, around), takenOver };
    const outcome = await this.drive(run, { model: around.model, hold });
    return this.finish(await this.orWithoutModel({ run, outcome }, { around, hold }), hold);
  }

  /** Goes on where a person was asked, exactly once: a repeat gets the same answer. */
  async resume(ask: ResumeAsk): Promise<ChatReply> {
    const found = await this.parts.runs.find(ask.runId);
    if (found.kind !== 'waiting') return this.goOn(found);
    const { run } = found;
    if (!isAbout(run, ask)) return resolve(run, { kind: 'waiting' });
    const told: RunEvent[] = [];
    const ending = takeDecision(run, ask, { tell: (_, event) => told.push(event) });
    if (ending !== undefined) run.ending = ending;
    const hold = await found.hold(run);
    told.forEach((event) => tellOn(this.parts.bus)(run, event));
    return this.drivenOn(run, hold);
  }

  /** What was done beside the talk is part of it from now on. */
  async note(ask: NoteAsk): Promise<void> {
    const { conversations, now } = this.parts;
    const { length } = await conversations.load(ask.conversationId);
    await conversations.append(ask.conversationId, eventsOfNote(ask, now().toISOString()), length);
  }

  /** The same request again: whoever sent it has no answer yet. */
  private async again(ask: ChatAsk, around: Around): Promise<ChatReply> {
    const found = await this.parts.runs.find(ask.runId);
    if (found.kind === 'waiting') return resolve(found.run, { kind: 'waiting' });
    if (found.kind === 'abandoned' && found.run === undefined)
      return this.fresh(ask, { hold: await found.hold(), around, takenOver: true });
    return this.goOn(found);
  }

  /** What a planner that died left behind is gone on with from where it was last kept. */
  private async goOn(found: Exclude<Found, { kind: 'waiting' }>): Promise<ChatReply> {
    if (found.kind === 'answered') return found.reply;
    const { run } = found;
    if (run === undefined) throw new OrdenaError('BUSY', 'That request has only begun. Wait for its answer.');
    run.takenOver = true;
    return this.drivenOn(run, await found.hold(run));
  }

  private async drivenOn(run: Run, hold: RunHold): Promise<ChatReply> {
    const model = await this.parts.models.best();
    run.planner = model.info;
    return this.finish({ run, outcome: run.ending ?? (await this.drive(run, { model, hold })) }, hold);
  }

  private async drive(run: Run, { model, hold }: { model: ModelPort; hold: RunHold }): Promise<Outcome> {
    const surface = await this.surfaceFor(run, hold);
    try {
      const open = await askAgain(run, surface);
      if (open !== undefined) return open;
      for (;;) {
        if (isOverBudget(run.usage)) return { kind: 'stopped' };
        const turn = await askModel(run, model, surface);
        if (model.info.rung === run.planner.rung && run.modelFailed !== true) this.parts.models.answered(model);
        const outcome = turn.calls.length > 0 ? await runTools(run, turn, surface) : await endTurn(run, turn, surface);
        if (outcome !== undefined) return outcome;
      }
    } catch (error) {
      const failure = bodyOf(error);
      if (failure.code === 'MODEL_FAILED') this.parts.models.failed(model, failure.message);
      return { kind: 'failed', error: failure };
    }
  }

  /** Where a model failed before anything was planned, the embedded planner may still understand the words; it is told. */
  private async orWithoutModel(answered: Answered, { around, hold }: Retold): Promise<Answered> {
    const { run, outcome } = answered;
    if (!failedEarly(answered)) return answered;
    const embedded = this.parts.models.embedded();
    const planner = { ...embedded.info, note: outcome.kind === 'failed' ? outcome.error.message : '' };
    const again = { ...prepare(run.ask, { ...around, planner }), takenOver: run.takenOver === true, modelFailed: true };
    const result = await this.drive(again, { model: embedded, hold });
    return hasUnderstood(again, result) ? { run: again, outcome: result } : answered;
  }

  /**
   * The run is kept before anybody can hear that it waits, so an instant yes finds it; and the talk before the next
   * message. Side by side only while nobody can have taken the run over: what is told twice would be known twice.
   */
  private async finish({ run, outcome }: Answered, hold: RunHold): Promise<ChatReply> {
    const reply = resolve(run, outcome);
    const events = newEvents(run, { outcome, reply, at: this.parts.now().toISOString() });
    const isFresh = hold.isFresh();
    const settled = hold.settle({ reply, ...(outcome.kind === 'waiting' && { waiting: run }) });
    if (!isFresh) await settled;
    const told = this.parts.conversations.append(run.ask.conversationId, events, run.logged.length);
    await Promise.all([settled, told]);
    return reply;
  }

  private async surfaceFor(run: Run, hold: RunHold): Promise<Surface> {
    const { bus, directory } = this.parts;
    const machines = allowed(await directory.list(), run.ask);
    const signal = AbortSignal.timeout(LIMITS.ms);
    setMaxListeners(0, signal); // every request to a model listens on it
    return { bus, machines, signal, tell: tellOn(bus), keep: (kept) => hold.keep(kept) };
  }
}

interface Around extends Surroundings {
  readonly model: ModelPort;
}

interface Retold {
  readonly around: Around;
  readonly hold: RunHold;
}

interface Beginning extends Retold {
  readonly takenOver: boolean;
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
