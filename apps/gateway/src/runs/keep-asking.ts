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
 * One question to the planners, asked again while it is not answered: a planner that was killed half-way cannot say so,
 * nor can a NATS node that took a question or its answer with it. A repeat is safe: planners answer BUSY while one of
 * them lives and works on it, take it over when it died, and give the stored answer when it is done. Fails with
 * PLANNER_OFF at once when nobody hears the first question.
 */
export const keepAsking = async (bus: BusClient, question: Question, patience = PATIENCE): Promise<ChatReply> => {
  const over = new AbortController();
  const asking = new Asking(bus, question, patience);
  try {
    return await new Promise<ChatReply>((done, fail) => {
      const ask = async (isFirst: boolean): Promise<void> => {
        try {
          const reply = await asking.once(isFirst);
          if (reply !== undefined) done(reply);
        } catch (error) {
          fail(error);
        }
      };
      void ask(true);
      void everySoOften(patience.everyMs, { ask: () => ask(false), until: over.signal });
    });
  } finally {
    over.abort();
  }
};

class Asking {
  private readonly startedAt = Date.now();
  /** When a planner said last that one of them is at work. */
  private heardAt = Date.now();

  constructor(
    private readonly bus: BusClient,
    private readonly question: Question,
    private readonly patience: Patience,
  ) {}

  /** The answer; or undefined, when whoever is asked next may have it. */
  async once(isFirst: boolean): Promise<ChatReply | undefined> {
    const { subject, ask } = this.question;
    const timeoutMs = Math.max(1, this.startedAt + this.patience.totalMs - Date.now());
    try {
      return await this.bus.request(subject, ask, { schema: ChatReplySchema, off: 'PLANNER_OFF', timeoutMs });
    } catch (error) {
      if (!this.isPassing(error, isFirst)) throw error;
      return undefined;
    }
  }

  private isPassing(error: unknown, isFirst: boolean): boolean {
    const code = error instanceof OrdenaError ? error.code : 'INTERNAL';
    if (code === 'BUSY') this.heardAt = Date.now();
    const isAway = code === 'BUS_OFF' && !this.bus.nc.isClosed();
    const isOff = isAway || (code === 'PLANNER_OFF' && !isFirst);
    return code === 'BUSY' || (isOff && Date.now() - this.heardAt <= this.patience.offMs);
  }
}

const everySoOften = async (ms: number, again: { ask: () => Promise<void>; until: AbortSignal }): Promise<void> => {
  try {
    for (;;) {
      await sleep(ms, undefined, { signal: again.until, ref: false });
      void again.ask();
    }
  } catch {
    // answered: nobody waits any more
  }
};
