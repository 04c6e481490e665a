import { randomUUID } from 'node:crypto';
import { ChatReplySchema, type ChatAsk, type ChatReply, type Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { ChatRequest } from '#contracts/http/chat-request.dto';
import { PLANNER_CHAT } from '#contracts/subjects';
import { yesOrNo } from '#contracts/words/yes-no';
import type { BusClient } from '#nats/bus-client';
import type { Metrics } from '../health/metrics.js';
import type { Fleet } from '../machines/fleet.js';
import type { Decisions } from '../runs/decisions.js';
import type { RunStore } from '../runs/run-store.js';
import type { Run } from '../runs/run.js';
import { modeFor, requireScope, type Caller } from '../who/caller.js';
import { PLANNER_TIMEOUT_MS } from './limits.js';
import type { TalkStore } from './talk-store.js';

/** A message on its way: which run it is, and what does the work once somebody listens. */
export interface Opened {
  readonly runId: string;
  readonly conversationId: string;
  readonly answer: () => Promise<ChatReply>;
}

export const newId = (): string => randomUUID().replaceAll('-', '');

export interface ChatParts {
  readonly defaultMode: Mode;
  readonly bus: BusClient;
  readonly runs: RunStore;
  readonly talks: TalkStore;
  readonly decisions: Decisions;
  readonly fleet: Fleet;
  readonly metrics: Metrics;
}

/** One message of a person: a yes or a no about what waits, or a new request for the planner. */
export class ChatService {
  constructor(private readonly parts: ChatParts) {}

  async open(caller: Caller, request: ChatRequest): Promise<Opened> {
    const conversationId = await this.conversationOf(caller, request.conversationId ?? undefined);
    const waiting = await this.parts.runs.waitingIn(conversationId);
    const word = waiting === undefined ? undefined : yesOrNo(request.message);
    if (waiting !== undefined && word !== undefined) return this.decided(waiting, { caller, request, word });
    return this.asked(caller, request, conversationId);
  }

  /** A bare yes or no: decided here, by code; the planner only tells what came of it. */
  private decided(run: Run, said: { caller: Caller; request: ChatRequest; word: 'yes' | 'no' }): Opened {
    if (said.word === 'yes') requireScope(said.caller, 'approve');
    const decision = { say: said.word === 'yes' ? 'approved' : 'rejected', by: said.caller.id } as const;
    const answer = (): Promise<ChatReply> => this.parts.decisions.decide(run.runId, decision);
    return { ...run, answer: () => this.remembered(said.request.message, answer) };
  }

  private async asked(caller: Caller, request: ChatRequest, conversationId: string): Promise<Opened> {
    const machine = await this.parts.fleet.machineFor(caller, request.machine ?? undefined);
    const ask: ChatAsk = {
      runId: newId(),
      conversationId,
      message: request.message,
      machine,
      machines: caller.machines === undefined ? undefined : [...caller.machines],
      mode: modeFor(caller, request.mode ?? this.parts.defaultMode),
      language: request.language ?? undefined,
      timeZone: request.timeZone ?? undefined,
    };
    await this.parts.runs.add(runFor(ask, caller));
    return { ...ask, answer: () => this.remembered(request.message, () => this.askPlanner(ask)) };
  }

  private async askPlanner(ask: ChatAsk): Promise<ChatReply> {
    const options = { schema: ChatReplySchema, off: 'PLANNER_OFF', timeoutMs: PLANNER_TIMEOUT_MS } as const;
    return this.parts.bus.request(PLANNER_CHAT, ask, options);
  }

  private async remembered(message: string, answer: () => Promise<ChatReply>): Promise<ChatReply> {
    const at = new Date().toISOString();
    const reply = await answer();
    this.parts.metrics.count('ordena_runs_total', { rung: reply.planner.rung, status: reply.status });
    await this.parts.talks.add({ at, message, reply });
    if (reply.status === 'needs_answer') await this.parts.runs.forgetTalk(reply.conversationId);
    return reply;
  }

  /** Conversations are private: another caller's does not exist. */
  private async conversationOf(caller: Caller, asked: string | undefined): Promise<string> {
    const conversationId = asked ?? newId();
    const owner = asked === undefined ? undefined : await this.parts.talks.ownerOf(asked);
    if (owner === undefined) await this.parts.talks.claim(conversationId, caller.id);
    else if (owner !== caller.id && caller.id !== 'owner')
      throw new OrdenaError('UNKNOWN_CONVERSATION', 'There is no such conversation. Leave the id out to start one.');
    return conversationId;
  }
}

const runFor = (ask: ChatAsk, caller: Caller): Run => ({
  runId: ask.runId,
  conversationId: ask.conversationId,
  by: caller.id,
  mode: ask.mode,
  machines: ask.machines,
  language: ask.language,
  state: 'open',
  tainted: false,
  entries: 0,
  committing: 0,
  pending: [],
});
