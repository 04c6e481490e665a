import type { ChatAsk, Language, PlannerInfo } from '#contracts/chat';
import type { Machine } from '#contracts/machine';
import { detectLanguage } from '#contracts/words/language';
import type { Facts } from '../facts.js';
import type { ConversationLog } from '../memory/conversations.js';
import { deedsOf } from '../memory/deeds.js';
import { viewOf, type ConversationView } from '../memory/view.js';
import { newGuards } from './guards.js';
import { factsMessage, systemPrompt } from './prompt.js';
import type { Run } from './run.js';

export interface Surroundings {
  readonly log: ConversationLog;
  readonly machines: readonly Machine[];
  readonly planner: PlannerInfo;
  readonly now: Date;
}

/** First of the loop's four: everything the model will be told, from the log, the machines and the clock. */
export const prepare = (ask: ChatAsk, around: Surroundings): Run => {
  const view = viewOf(around.log.events);
  const language = ask.language ?? detectLanguage(ask.message) ?? view.language ?? 'es';
  const facts = factsOf(ask, { ...around, view, language });
  return {
    ask,
    at: around.now.toISOString(),
    language,
    request: view.asked ? `${view.said.at(-1) ?? ''} ${ask.message}` : ask.message,
    said: [...view.said, ask.message],
    messages: [
      { role: 'system', content: systemPrompt() },
      { role: 'system', content: factsMessage(facts) },
      ...view.messages,
      { role: 'user', content: ask.message },
    ],
    steps: [],
    plans: [],
    receipts: [],
    deeds: [],
    open: [],
    left: [],
    rejected: [],
    // the embedded planner reads nothing as language but this message, so earlier contents cannot reach it
    tainted: view.tainted && around.planner.rung !== 'embedded',
    guards: newGuards(),
    usage: { steps: 0, promptTokens: 0, completionTokens: 0, ms: 0 },
    agreed: facts.deeds.filter(isAgreed).flatMap(({ to }) => to ?? []),
    planner: around.planner,
    logged: { said: false, deeds: 0, receipts: 0, rejected: 0, length: around.log.length },
  };
};

const isAgreed = ({ state }: Facts['deeds'][number]): boolean => state === 'committed' || state === 'undone';

interface Known extends Surroundings {
  readonly view: ConversationView;
  readonly language: Language;
}

const factsOf = (ask: ChatAsk, { log, machines, now, view, language }: Known): Facts => ({
  now: withOffset(now, zoneOf(ask)),
  timeZone: zoneOf(ask),
  language,
  machines: allowed(machines, ask).map(({ machine, displayName, online, places }) => ({
    id: machine,
    name: displayName,
    online,
    places,
  })),
  ...(ask.machine !== undefined && { defaultMachine: ask.machine }),
  deeds: deedsOf(log.events),
  ...(view.asked && { asked: view.asked }),
});

/** Machines outside the request's reach do not exist for it. */
export const allowed = (machines: readonly Machine[], { machines: only }: ChatAsk): Machine[] =>
  machines.filter(({ machine }) => only === undefined || only.includes(machine));

const zoneOf = ({ timeZone }: ChatAsk): string => (timeZone !== undefined && isZone(timeZone) ? timeZone : OWN_ZONE);

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Formatters are slow to make, and people live in few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

const clockFor = (timeZone: string): Intl.DateTimeFormat | undefined => {
  const clock = clocks.get(timeZone) ?? makeClock(timeZone);
  if (clock !== undefined) clocks.set(timeZone, clock);
  return clock;
};

const makeClock = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  } catch {
    return undefined; // not a zone: the caller falls back to ours
  }
};

const isZone = (timeZone: string): boolean => clockFor(timeZone) !== undefined;

/** ISO 8601 in the person's zone: "2026-11-22T16:04:05+01:00". */
const withOffset = (now: Date, timeZone: string): string => {
  const local = (clockFor(timeZone)?.format(now) ?? now.toISOString().slice(0, 19)).replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - now.getTime()) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
};
