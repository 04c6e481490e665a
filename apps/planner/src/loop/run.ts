import type { ChatAsk, Language, PlannerInfo, Step, Usage } from '#contracts/chat';
import type { ErrorBody } from '#contracts/errors';
import type { Plan, Receipt } from '#contracts/plan';
import type { Deed } from '../facts.js';
import type { Message } from '../model/port.js';
import type { Guards } from './guards.js';

/** One request of a person on its way through the loop: plain data, so it can be stored and go on in another process. */
export interface Run {
  readonly ask: ChatAsk;
  /** When the person said it, ISO 8601. */
  readonly at: string;
  readonly language: Language;
  /** This message; with the one before it when it answers a question. */
  readonly request: string;
  /** Everything the person said that is still in view, this message last. */
  readonly said: readonly string[];
  /** Where earlier deeds that went ahead put things: the person agreed to these. */
  readonly agreed: readonly string[];
  /** What the model has been told and has answered so far. */
  readonly messages: Message[];
  readonly steps: Step[];
  readonly plans: Plan[];
  readonly receipts: Receipt[];
  readonly deeds: Deed[];
  /** Plans made and not yet asked about. */
  open: string[];
  /** Plans that were given up and are never asked about. */
  readonly left: string[];
  pending?: Pending;
  /** Plans a person said no to. */
  readonly rejected: string[];
  /** File contents were read: nothing goes ahead by itself any more. */
  tainted: boolean;
  /** How the run ends although no model is asked any more: a person's decision was the last word. */
  ending?: Outcome;
  /** Another planner had it and died on the way; the person is told. */
  takenOver?: boolean;
  readonly guards: Guards;
  readonly usage: { -readonly [Key in keyof Usage]: Usage[Key] };
  planner: PlannerInfo;
  /** The model failed and the embedded planner answers instead; the person is told. */
  readonly modelFailed?: boolean;
  /** What of this run the conversation's log already has, and how long the log was when the run began. */
  readonly logged: { said: boolean; deeds: number; receipts: number; rejected: number; readonly length: number };
}

/**
 * Plans the gateway is being asked about, or a person, and the results of the turn that asked: null where the answer is
 * still open. No results: the model ended its turn without asking.
 */
export interface Pending {
  readonly plans: readonly string[];
  /** The request goes on after these: the person is told that it is not the whole of it. */
  readonly more: boolean;
  readonly results: readonly Result[];
  /** Why a person is asked, in the gateway's words. */
  readonly why?: readonly string[];
  /** Of plans that were asked about with these and ran. */
  readonly receipts?: readonly Receipt[];
}

export interface Result {
  readonly callId: string;
  readonly content: string | null;
}

/** How a run ends, or pauses. */
export type Outcome =
  | { readonly kind: 'answer'; readonly words: string; readonly cutOff?: boolean }
  | { readonly kind: 'question'; readonly question: string; readonly options: string[]; readonly draft?: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: ErrorBody };

export const planOf = (run: Run, planId: string): Plan | undefined => run.plans.find((plan) => plan.planId === planId);
