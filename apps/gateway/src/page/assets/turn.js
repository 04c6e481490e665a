import { at, element, live, text } from './element.js';
import { machineName } from './machines.js';
import { language, words } from './words.js';

/** One turn of the talk on the page: what was said, what happens on the way, what went wrong. */

export const showMine = (message) => at('#talk').append(element('div', { class: 'turn mine' }, message));

/** `begins` is what it says of itself until the first step is known. */
export const newTurn = (begins) => {
  const turn = element('div', { class: 'turn', tabindex: '-1', 'data-begins': begins });
  at('#talk').append(turn);
  turn.scrollIntoView({ block: 'nearest' });
  return turn;
};

export const toEnd = () => {
  at('#talk').scrollTop = at('#talk').scrollHeight;
};

/** A finished turn is read from its beginning when it does not fit. */
export const toBegin = (turn) => {
  toEnd();
  const log = at('#talk');
  if (turn.offsetHeight > log.clientHeight) turn.scrollIntoView({ block: 'start' });
};

/** A pressed button that is gone takes the focus with it; whoever works with keys goes on at what came of it. */
export const keepFocus = (turn) => {
  if (document.activeElement === document.body) turn.focus({ preventScroll: true });
};

/** What is said to a person. Lines that begin with a dot are one list, so that a long name hangs below its own beginning. */
export const showSaid = (turn, said, isWrong) => {
  const reply = element('div', { class: isWrong ? 'reply wrong' : 'reply' });
  for (const line of said.split('\n')) {
    const entry = line.startsWith('• ') ? element('li', {}, line.slice(2)) : undefined;
    const last = reply.lastElementChild;
    if (entry === undefined) reply.append(element('p', {}, line));
    else if (last?.tagName === 'UL') last.append(entry);
    else reply.append(element('ul', {}, entry));
  }
  turn.append(reply);
};

export const showOnTheWay = (turn, event, data) => {
  turn.classList.add('working');
  if (event === 'run') steps(turn);
  if (event === 'step') addStep(turn, data.step);
  if (event === 'words') addWords(turn, data.text);
  if (event === 'progress') showProgress(turn, data);
  toEnd();
};

/** What is being done, folded away once it is over. */
const steps = (turn) => {
  const old = turn.querySelector('.way');
  if (old !== null) return old;
  const way = element(
    'ul',
    { class: 'way', 'data-label': 'steps' },
    element('li', { class: 'now' }, text(turn.dataset.begins)),
  );
  turn.append(way);
  return way;
};

/** Asking for permission is what the card does; "done" is for the receipt to say. */
const addStep = (turn, step) => {
  if (step.operation === 'commit') return undefined;
  const way = steps(turn);
  way.querySelector('.now')?.remove();
  const last = way.lastElementChild;
  if (last?.dataset.said === step.words) return countAgain(last);
  way.append(element('li', { class: step.ok ? 'ok' : 'not', 'data-said': step.words, 'data-times': '1' }, step.words));
};

/** The same step once more is one line with a count. */
const countAgain = (line) => {
  line.dataset.times = String(Number(line.dataset.times) + 1);
  line.textContent = `${line.dataset.said} ×${line.dataset.times}`;
};

const addWords = (turn, more) => {
  const said = turn.querySelector('.words') ?? turn.appendChild(element('p', { class: 'reply words' }));
  said.append(more);
};

/** The count is read by eyes as it goes; a screen reader hears the receipt at the end, not every step. */
const showProgress = (turn, { done = 0, total = 0 }) => {
  const old = turn.querySelector('.progress');
  const bar = element('progress', { max: String(total), value: String(done), 'data-label': 'progressLabel' });
  const now = element(
    'div',
    { class: 'progress', 'aria-live': 'off' },
    bar,
    live(() => words('progress', { done, total })),
  );
  if (old === null) turn.append(now);
  else old.replaceWith(now);
};

export const showError = (turn, problem) => {
  turn.querySelector('.progress')?.remove();
  turn.querySelector('.way .now')?.remove();
  turn.querySelector('.way:empty')?.remove();
  const asked = problem.code === 'CANCELLED';
  const said = live(() => sentenceOf(problem));
  turn.append(element('p', { class: asked ? 'reply' : 'reply wrong', role: asked ? 'status' : 'alert' }, said));
};

/** In the language of now, though it was fetched in another; what has no sentence of the gateway has one of the page. */
export const sentenceOf = (problem) =>
  problem.titles === undefined ? words(problem.code ?? 'connectionAway') : withNames(problem);

/** Programs know a machine by its id, people by its name. */
const withNames = ({ titles, details: { machine, displayName } = {} }) => {
  const title = titles[language];
  return machine === undefined || displayName !== undefined ? title : title.replace(machine, machineName(machine));
};
