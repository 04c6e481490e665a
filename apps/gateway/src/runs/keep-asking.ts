import { setTimeout as sleep } from 'node:timers/promises';
import { ChatReplySchema, type ChatReply } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { BusClient } from '#nats/bus-client';
import { PLANNER_TIMEOUT_MS } from '../chat/limits.js';

export interface Patience {
  /** Ask again after this long without an answer, ms. */
  readonly everyMs: number;
  /** How long it may be that no planner listens at all, ms: one may be starting again. */
  readonly offMs: number;
  /** When to give up, ms. */
  readonly totalMs: number;
}

const PATIENCE: Patience = { everyMs: 5_000, offMs: 30_000, totalMs: PLANNER_TIMEOUT_MS };

interface Question {
  readonly subject: string;
  /** The same body each time: its `runId` is what the planners tell a repeat by. */
  readonly ask: { readonly runId: string };
}

/**
 * One question to the planners, asked again while it is not answered: a planner that was killed half-way cannot say so.
 * A repeat is safe: planners answer BUSY while one of them lives and works on it, take it over when it died, and give
 * the stored answer when it is done. Fails with PLANNER_OFF at once when nobody hears the first question.
 */
export const keepAsking = async (bus: BusClient, question: Question, patience = PATIENCE): Promise<ChatReply> => {
  const startedAt = Date.now();
  const stop = new AbortController();
  const first = askOnce(bus, question, patience.totalMs).catch(orBusy);
  try {
    const again = repeats({ bus, question, patience, startedAt, signal: stop.signal });
    return await Promise.race([first.then((reply) => reply ?? again), again]);
  } finally {
    stop.abort();
  }
};

const askOnce = (bus: BusClient, { subject, ask }: Question, timeoutMs: number): Promise<ChatReply> =>
  bus.request(subject, ask, { schema: ChatReplySchema, off: 'PLANNER_OFF', timeoutMs });

/** A planner that lost its hold on the request says so; whoever has it now answers a repeat. */
const orBusy = (error: unknown): undefined => {
  if (!(error instanceof OrdenaError && error.code === 'BUSY')) throw error;
};

interface Repeating {
  readonly bus: BusClient;
  readonly question: Question;
  readonly patience: Patience;
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

/** Ends with the first real answer to a repeat, or with the error of having waited long enough; never when stopped. */
const repeats = async ({ bus, question, patience, startedAt, signal }: Repeating): Promise<ChatReply> => {
  let heardAt = Date.now();
  while (await isPast(patience.everyMs, signal)) {
    try {
      return await askOnce(bus, question, Math.max(1, startedAt + patience.totalMs - Date.now()));
    } catch (error) {
      const code = error instanceof OrdenaError ? error.code : 'INTERNAL';
      if (code === 'BUSY') heardAt = Date.now();
      else if (code !== 'PLANNER_OFF' || Date.now() - heardAt > patience.offMs) throw error;
    }
  }
  return new Promise(() => undefined);
};

const isPast = async (ms: number, signal: AbortSignal): Promise<boolean> => {
  try {
    await sleep(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false; // answered: nobody waits any more
  }
};
