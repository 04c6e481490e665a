import type { ChatAsk, ChatReply, Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { ChatRequest } from '#contracts/http/chat-request.dto';
import { PLANNER_CHAT } from '#contracts/subjects';
import { yesOrNo } from '#contracts/words/yes-no';
import type { BusClient } from '#nats/bus-client';
import type { Metrics } from '../health/metrics.js';
import type { Fleet } from '../machines/fleet.js';
import type { Committer } from '../runs/committer.js';
import type { Decisions } from '../runs/decisions.js';
import { keepAsking } from '../runs/keep-asking.js';
import type { RunEvents } from '../runs/run-events.js';
import type { RunStore, StoredRun } from '../runs/run-store.js';
import { newId } from '../runs/new-id.js';
import type { Opened } from '../runs/opened.js';
import type { DecisionReply } from '../runs/plain-answer.js';
import { newRun, type Run } from '../runs/run.js';
import { modeFor, requireScope, type Caller } from '../who/caller.js';
import { withWaiting } from './still-waiting.js';
import type { TalkStore } from './talk-store.js';

export interface ChatParts {
  readonly defaultMode: Mode;
  readonly bus: BusClient;
  readonly runs: RunStore;
  readonly talks: TalkStore;
  readonly events: RunEvents;
  readonly decisions: Decisions;
  readonly fleet: Fleet;
  readonly metrics: Metrics;
  readonly committer: Committer;
}

/** One message of a person: a yes or a no about what waits, or a new request for the planner. */
export class ChatService {
  constructor(private readonly parts: ChatParts) {}

  /** `runId`: of a request that may be sent again; it is gone on with when it was begun already. */
  async open(caller: Caller, request: ChatRequest, runId?: string): Promise<Opened> {
    const begun = runId === undefined ? undefined : await this.parts.runs.find(runId);
    await this.parts.runs.comeBack(begun);
    if (begun?.ask !== undefined) return this.opened({ ...begun, ask: begun.ask });
    const { conversationId, isNew, waiting } = await this.talkOf(caller, request.conversationId ?? undefined);
    const word = waiting === undefined ? undefined : yesOrNo(request.message);
    if (waiting !== undefined && word !== undefined) return this.decided(waiting, { caller, request, word });
    const claimed = isNew ? this.parts.talks.claim(conversationId, caller.id) : undefined;
    const mayWait = waiting !== undefined;
    const asked = this.asked(caller, request, { conversationId, runId: runId ?? newId(), mayWait });
    return (await Promise.all([asked, claimed]))[0];
  }

  /** Goes on with a request whose gateway fell silent: planners take a repeat of the same ask for the same request. */
  async goOn(run: Run & { ask: ChatAsk }): Promise<DecisionReply> {
    return this.remembered(run);
  }

  /** A bare yes or no: decided here, by code; the planner only tells what came of it. */
  private async decided(run: Run, said: { caller: Caller; request: ChatRequest; word: 'yes' | 'no' }): Promise<Opened> {
    if (said.word === 'yes') requireScope(said.caller, 'approve');
    const { runId, conversationId } = run;
    const say = said.word === 'yes' ? 'approved' : 'rejected';
    const decision = { say, by: said.caller.id, message: said.request.message } as const;
    const since = await this.parts.events.begin(runId, conversationId);
    return { runId, since, answer: () => this.counted(this.parts.decisions.decide(runId, decision, since)) };
  }

  private opened(run: Asked, stored?: StoredRun): Opened {
    return { runId: run.ask.runId, since: run.since, answer: () => this.remembered(run, stored) };
  }

  private async asked(
    caller: Caller,
    request: ChatRequest,
    { conversationId, runId, mayWait }: { conversationId: string; runId: string; mayWait: boolean },
  ): Promise<Opened> {
    const machine = await this.parts.fleet.machineFor(caller, request.machine ?? undefined);
    const ask: ChatAsk = {
      runId,
      conversationId,
      message: request.message,
      machine,
      machines: caller.machines === undefined ? undefined : [...caller.machines],
      mode: modeFor(caller, request.mode ?? this.parts.defaultMode),
      language: request.language ?? undefined,
      timeZone: request.timeZone ?? undefined,
    };
    const since = await this.parts.events.begin(ask.runId, conversationId);
    const run = runFor(ask, caller, since);
    const stored = await this.parts.runs.add(run);
    return this.opened({ ...run, ask, mayWait }, stored);
  }

  private async remembered({ ask, since, mayWait }: Asked, stored?: StoredRun): Promise<DecisionReply> {
    const { bus, talks, runs } = this.parts;
    const answer = await this.counted(keepAsking(bus, { subject: PLANNER_CHAT, ask }));
    const reply = mayWait ? await withWaiting(answer, this.parts) : answer;
    await Promise.all([
      talks.add({ message: ask.message, reply }, since),
      runs.change(ask.runId, (now) => answered(now, reply), stored),
      reply.status === 'needs_answer' ? runs.forgetTalk(ask.conversationId) : undefined,
    ]);
    return reply;
  }

  private async counted<Reply extends DecisionReply>(answer: Promise<Reply>): Promise<Reply> {
    const reply = await answer;
    this.parts.metrics.count('ordena_runs_total', { rung: reply.planner?.rung ?? 'none', status: reply.status });
    return reply;
  }

  /** Conversations are private: another caller's does not exist. Of a new one there is nothing to look up. */
  private async talkOf(caller: Caller, asked: string | undefined): Promise<Talk> {
    if (asked === undefined) return { conversationId: newId(), isNew: true };
    const { talks, runs } = this.parts;
    const [owner, waiting] = await Promise.all([talks.ownerOf(asked), runs.waitingIn(asked)]);
    if (owner !== undefined && owner !== caller.id && caller.id !== 'owner')
      throw new OrdenaError('UNKNOWN_CONVERSATION', 'There is no such conversation. Leave the id out to start one.');
    return { conversationId: asked, isNew: owner === undefined, waiting };
  }
}

interface Talk {
  readonly conversationId: string;
  readonly isNew: boolean;
  /** The run whose plans wait for a yes there. */
  readonly waiting?: Run | undefined;
}

type Asked = Pick<Run, 'since'> & {
  readonly ask: ChatAsk;
  /** Plans of an earlier request waited for a yes when this one came. */
  readonly mayWait?: boolean;
};

/** Whoever answered changes nothing any more; what waits for a yes goes on waiting. */
const answered = (run: Run, answer: ChatReply): Run =>
  run.state === 'open' ? { ...run, state: 'over', answer } : { ...run, answer };

const runFor = (ask: ChatAsk, caller: Caller, since: number): Run =>
  newRun({
    runId: ask.runId,
    conversationId: ask.conversationId,
    by: caller.id,
    mode: ask.mode,
    machines: ask.machines,
    language: ask.language,
    ask,
    since,
  });
