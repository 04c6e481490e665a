import type { Language } from '#contracts/chat';
import type { Facts } from '../facts.js';
import type { Message } from '../model/port.js';
import type { ConversationEvent } from './conversation-events.js';

/** What a model sees of the conversation before this request; the log itself keeps everything. */

const VERBATIM_TURNS = 12;
const TURN_MAX = 4000;
const OLD_REQUESTS = 20;
const OLD_REQUEST_MAX = 120;

interface Turn {
  readonly said: string;
  readonly answered: string;
  readonly tainted: boolean;
}

export interface ConversationView {
  readonly messages: Message[];
  /** Words made from file contents are among the messages. */
  readonly tainted: boolean;
  readonly asked: Facts['asked'];
  readonly language: Language | undefined;
  /** What the person said in the turns shown, newest last. */
  readonly said: string[];
}

/** Read pages are never kept, older turns shrink to what was asked; deeds and the open question travel in the facts. */
export const viewOf = (events: readonly ConversationEvent[]): ConversationView => {
  const turns = turnsOf(events);
  const shown = turns.slice(-VERBATIM_TURNS);
  const older = turns.slice(0, -VERBATIM_TURNS);
  return {
    messages: [...summaryOf(older), ...shown.flatMap(toMessages)],
    tainted: shown.some((turn) => turn.tainted),
    asked: openQuestion(events),
    language: events.findLast((event) => event.kind === 'said')?.language,
    said: shown.map((turn) => turn.said),
  };
};

const turnsOf = (events: readonly ConversationEvent[]): Turn[] => {
  const answers = new Map<string, { reply: string; tainted: boolean }>();
  for (const event of events) if (event.kind === 'answered') answers.set(event.runId, event);
  return events.flatMap((event) => {
    if (event.kind !== 'said') return [];
    const answer = answers.get(event.runId);
    return [{ said: event.message, answered: answer?.reply ?? '', tainted: answer?.tainted ?? false }];
  });
};

const toMessages = ({ said, answered }: Turn): Message[] => [
  { role: 'user', content: said.slice(0, TURN_MAX) },
  { role: 'assistant', content: answered.slice(0, TURN_MAX) || '…', calls: [] },
];

const summaryOf = (older: readonly Turn[]): Message[] => {
  if (older.length === 0) return [];
  const requests = older.slice(-OLD_REQUESTS).map((turn) => turn.said.slice(0, OLD_REQUEST_MAX));
  const content = `Earlier in this conversation (${older.length} requests; the newest of them): ${JSON.stringify(requests)}`;
  return [{ role: 'system', content }];
};

/** A question stays open until the next thing the person says. */
const openQuestion = (events: readonly ConversationEvent[]): Facts['asked'] => {
  const last = events.findLast((event) => event.kind === 'asked' || event.kind === 'said');
  return last?.kind === 'asked' ? { question: last.question, ...(last.draft && { draft: last.draft }) } : undefined;
};
