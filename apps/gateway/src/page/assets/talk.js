import { ask, stream, takeUp } from './api.js';
import { at, element, nameOf, text } from './element.js';
import { chosenMachine } from './machines.js';
import { asItIs, decided, outdated, planCards } from './plan-card.js';
import { markUndone, receiptCard } from './receipt-card.js';
import { chosenMode, setPlanner } from './settings.js';
import { keepFocus, newTurn, showError, showMine, showOnTheWay, showSaid, toBegin, toEnd } from './turn.js';

/** Codes after which the gateway cannot say what became of a request; the journal of the PC can. */
const LOST = ['GATEWAY_OFF', 'UNKNOWN_RUN'];
/** Codes after which the same words may be understood a moment later. */
const AWAY = ['PLANNER_OFF', 'MACHINE_OFF', 'BUS_OFF'];
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

let conversationId = sessionStorage.getItem('conversation') ?? undefined;
let running;
let onDone = () => undefined;

/** Told after every request, whatever came of it. */
export const whenDone = (listener) => {
  onDone = listener;
};

export const isRunning = () => running !== undefined;

export const newTalk = () => {
  if (isRunning()) return;
  remember(undefined);
  at('#talk').replaceChildren();
  showWelcome();
  at('#message').focus();
};

/** What was said before the page was loaded again; a plan that waits still waits. */
export const recall = async () => {
  const turns = conversationId === undefined ? [] : await turnsSoFar();
  const done = turns.length === 0 ? new Map() : await doneSoFar();
  const told = new Set(turns.flatMap(({ reply }) => reply.receipts.map(({ planId }) => planId)));
  at('#talk').replaceChildren();
  for (const { message, reply } of turns) {
    if (message !== undefined) showMine(message);
    const receipts = reply.receipts.map((receipt) => done.get(receipt.planId) ?? receipt);
    await showReply(newTurn(), { ...reply, receipts }, { told });
  }
  showWelcome();
  toEnd();
  return turns;
};

/** What was on its way when the page was loaded again is still on its way. */
export const goOn = async () => {
  const { runId, message } = JSON.parse(sessionStorage.getItem('running') ?? '{}');
  if (runId === undefined) return;
  if (message !== undefined) showMine(message);
  await follow((onEvent) => takeUp(runId, onEvent), message);
};

/** Receipts as they stand now by plan: what was put back since has no way back any more. */
const doneSoFar = async () => {
  const { receipts } = await ask('GET', '/v1/history?limit=200').catch(() => ({ receipts: [] }));
  return new Map(receipts.map((receipt) => [receipt.planId, receipt]));
};

const turnsSoFar = async () => {
  try {
    return (await ask('GET', `/v1/conversations/${conversationId}`)).turns;
  } catch (problem) {
    if (problem.code !== 'UNKNOWN_CONVERSATION') throw problem;
    remember(undefined);
    return [];
  }
};

export const say = async (message) => {
  if (isRunning()) return fill(message);
  showMine(message);
  const body = { message, conversationId, machine: chosenMachine(), mode: chosenMode(), timeZone };
  await follow((onEvent) => inOwnZone(body, onEvent), message);
};

/** A time zone that a newer browser knows and this gateway does not must not stand between a person and their files. */
const inOwnZone = async (body, onEvent) => {
  try {
    return await stream('/v1/chat', body, onEvent);
  } catch (problem) {
    if (!problem.details?.issues?.some((issue) => issue.startsWith('timeZone'))) throw problem;
    return stream('/v1/chat', { ...body, timeZone: undefined }, onEvent);
  }
};

/** Undo is an act of its own, with its own receipt. Answers whether it is done. */
export const undo = async (receipt) => {
  if (isRunning()) return false;
  const reply = await follow((onEvent) => stream(`/v1/plans/${receipt.planId}/undo`, { conversationId }, onEvent));
  return reply?.status === 'done';
};

/** What has not begun never will; what is under way stops at its next step, and its receipt has the way back. */
export const stop = async () => {
  const { runId, turn } = running ?? {};
  if (runId === undefined) return;
  at('#stop').disabled = true;
  const { outcome } = await ask('POST', `/v1/runs/${runId}/cancel`, {}).catch(() => ({}));
  if (outcome === 'stopping') turn.append(element('p', { class: 'hint stopping', role: 'status' }, text('stopping')));
  else at('#stop').disabled = false;
};

/** One request and everything that comes of it, in one turn of the talk. */
const follow = async (open, message) => {
  const turn = newTurn(message === undefined ? 'working' : 'understanding');
  setRunning({ turn, message });
  showWelcome();
  try {
    const reply = await open((event, data) => onEvent(turn, event, data));
    turn.querySelector('.way')?.classList.add('past');
    await showReply(turn, reply, {});
    return reply;
  } catch (problem) {
    await tellProblem(turn, problem, message);
    return undefined;
  } finally {
    turn.classList.remove('working');
    setRunning(undefined);
    toBegin(turn);
    keepFocus(turn);
    onDone();
  }
};

const onEvent = (turn, event, data) => {
  if (event === 'run') {
    setRunning({ ...running, runId: data.runId });
    if (data.conversationId !== undefined) remember(data.conversationId);
  }
  showOnTheWay(turn, event, data);
};

/** A broken line: what is stored of the talk is shown again, and if the answer is not in it, that is said. */
const tellProblem = async (turn, problem, message) => {
  if (problem instanceof TypeError && message !== undefined) fill(message);
  if (problem instanceof TypeError)
    return showError(turn, { code: message === undefined ? 'connectionAway' : 'notSent' });
  if (!LOST.includes(problem.code)) return refused(turn, problem, message);
  const turns = message === undefined ? undefined : await recall().catch(() => undefined);
  if (turns?.at(-1)?.message === message) return;
  if (turns !== undefined) showMine(message);
  showError(turns === undefined ? turn : newTurn(), { code: 'lostLine' });
};

/**
 * Nobody has to type again what could not be heard. A plan that changed meanwhile comes with the refusal as it is now: the
 * next yes is for that one.
 */
const refused = (turn, problem, message) => {
  showError(turn, problem);
  if (problem.code === 'PLANNER_OFF') setPlanner();
  if (AWAY.includes(problem.code) && message !== undefined && at('#message').value === '') fill(message);
  if (problem.plans === undefined) return;
  outdated(problem.plans);
  turn.append(waiting(problem.plans));
};

/** `told`: from the store, with what later turns tell; whether its plans still wait is asked of their PC. */
const showReply = async (turn, reply, { told }) => {
  const past = told !== undefined;
  if (reply.conversationId !== undefined) remember(reply.conversationId);
  for (const passing of turn.querySelectorAll('.words, .progress, .stopping')) passing.remove();
  showSaid(turn, beside(reply), reply.status === 'failed');
  if (reply.status === 'needs_approval') turn.append(past ? await asItIsNow(reply.plans, told) : waiting(reply.plans));
  turn.append(...reply.receipts.map((receipt) => receiptCard(receipt, undo)));
  if (!past) tellNews(turn, reply);
};

/** What only a fresh answer says: who understood, what was put back by it, what can be answered to it. */
const tellNews = (turn, { planner, receipts, options }) => {
  if (planner !== undefined) setPlanner(planner);
  const undone = receipts.filter(({ undoOf, status }) => undoOf !== undefined && status === 'complete');
  undone.forEach(({ undoOf }) => markUndone(undoOf));
  if (options !== undefined) turn.append(choices(options));
};

/** What was said beside the plans: each card tells its own preview. */
const beside = ({ reply, plans }) => {
  const previews = plans.map((plan) => plan.preview);
  return reply
    .split('\n')
    .filter((line) => !previews.includes(line))
    .join('\n');
};

const waiting = (plans) => planCards(plans, (verb) => decide(plans.at(-1), verb));

const asItIsNow = async (plans, told) => {
  const now = await Promise.all(plans.map(asItIs));
  if (now.every(({ state }) => state === 'open')) return waiting(plans);
  const cards = decided(planCards(plans), now.at(-1).state);
  const isNews = ({ receipt }) => receipt !== undefined && receipt.status !== 'running' && !told.has(receipt.planId);
  const untold = now.filter(isNews);
  cards.append(...untold.map(({ receipt }) => receiptCard(receipt, undo)));
  return cards;
};

/** Answers whether the decision was taken; if not, the buttons stay. */
const decide = async (plan, verb) => {
  if (isRunning()) return false;
  const body = verb === 'approve' ? { hash: plan.hash } : {};
  const reply = await follow((onEvent) => stream(`/v1/plans/${plan.planId}/${verb}`, body, onEvent));
  return reply !== undefined;
};

const choices = (options) => {
  const row = element('div', { class: 'buttons options' });
  const take = (option) => {
    row.remove();
    void say(option);
  };
  row.append(
    ...options.map((option) => element('button', { type: 'button', onclick: () => take(option) }, nameOf(option))),
  );
  return row;
};

/** Somebody without a talk is welcomed before anything was asked of the gateway. */
export const welcomeNewcomer = () => {
  if (conversationId === undefined) showWelcome();
};

const showWelcome = () => {
  at('#welcome').hidden = at('#talk').children.length > 0;
};

const remember = (id) => {
  conversationId = id;
  if (id === undefined) sessionStorage.removeItem('conversation');
  else sessionStorage.setItem('conversation', id);
};

const setRunning = (run) => {
  running = run;
  if (run?.runId === undefined) sessionStorage.removeItem('running');
  else sessionStorage.setItem('running', JSON.stringify({ runId: run.runId, message: run.message }));
  at('#stop').disabled = false;
  at('#stop').hidden = run === undefined;
  at('#send').hidden = run !== undefined;
  at('#talk').setAttribute('aria-busy', String(run !== undefined));
};

export const fill = (sentence) => {
  at('#message').value = sentence;
  at('#message').focus();
};
