import { button, element, live, placeOf, ruleOf, text } from './element.js';
import { machineName } from './machines.js';
import { nounOf } from './plan-card.js';
import { isSaid, when, words } from './words.js';

/** What was done, re-read from the disk, with the way back while there is one. */
export const receiptCard = (receipt, undo) => {
  const end = endOf(receipt);
  const looks = end === 'failed' ? end : receipt.status;
  const card = element(
    'section',
    { class: `card receipt ${looks}`, 'data-label': 'receiptLabel', 'data-plan': receipt.planId },
    element('p', { class: 'kicker' }, text(`status-${end}`), ' · ', text(`operation-${receipt.operation}`)),
    element(
      'p',
      { class: 'count' },
      live(() => countOf(receipt)),
    ),
    whereOf(receipt),
    element(
      'p',
      { class: 'hint' },
      live(() => numbersOf(receipt)),
    ),
    element(
      'time',
      { datetime: receipt.at },
      live(() => `${when(receipt.at)} · ${machineName(receipt.machine)}`),
    ),
    troubles(receipt),
  );
  if (receipt.undoneBy !== undefined) card.append(element('p', { class: 'undone' }, text('undone')));
  else if (receipt.undoable && undo !== undefined) card.append(undoRow(receipt, undo));
  return card;
};

const endOf = ({ status, stopped, done }) => {
  if (done === 0 && status === 'partial') return 'failed';
  return stopped && done > 0 ? 'stopped' : status;
};

/** "312 de 1.000 archivos" */
const countOf = (receipt) =>
  words('doneOf', { done: receipt.done, total: words(nounOf(receipt), { n: receipt.total }) });

/** Putting back a copy takes it away: what was trashed went there, wherever its plan came from. */
const whereOf = ({ from, to, done, trashed }) => {
  const there = done > 0 && trashed === done ? text('trashBin') : to && ruleOf(to);
  const ends = [from && ruleOf(from), there].filter(Boolean);
  if (ends.length === 2) ends.splice(1, 0, ' → ');
  return ends.length > 0 ? element('p', { class: 'route' }, ...ends) : undefined;
};

/** What could have taken the place of something. */
const REPLACES = new Set(['move', 'copy', 'rename', 'write']);

/** "0 sobrescritos · 2 se dejaron": what people fear first, then whatever is not zero. */
const numbersOf = (receipt) => {
  const fields = ['skipped', 'stale', 'failed', 'trashed'].filter((field) => receipt[field] > 0);
  const others = fields.map((field) => words(`receipt-${field}`, { n: receipt[field] }));
  const feared = REPLACES.has(receipt.operation) ? [words('receipt-overwritten', { n: receipt.overwritten })] : [];
  return [...feared, ...others].join(' · ');
};

const troubles = (receipt) => {
  const wrong = receipt.entries.filter(({ result }) => result === 'failed' || result === 'stale');
  if (wrong.length === 0) return undefined;
  const lines = wrong.map(({ from, to, code, result }) =>
    element('li', {}, placeOf(from ?? to ?? ''), ' · ', text(reasonFor(code, result), { n: 1 })),
  );
  return element(
    'details',
    {},
    element('summary', {}, text('troubles', { n: wrong.length })),
    element('ul', {}, ...lines),
  );
};

/** A person reads the sentence; only a code that the page has none for is shown as it is. */
const reasonFor = (code, result) => {
  if (code === undefined) return `receipt-${result}`;
  return isSaid(`trouble-${code}`) ? `trouble-${code}` : code;
};

const undoRow = (receipt, undo) => {
  const again = receipt.operation === 'undo' ? 'redo' : 'undo';
  const way = button(again, { class: `undo ${again}` });
  way.addEventListener('click', async () => {
    way.disabled = true;
    await undo(receipt);
    way.disabled = false;
  });
  return element('div', { class: 'buttons' }, way);
};

/** Wherever that receipt is shown: it was put back. */
export const markUndone = (planId) => {
  for (const card of document.querySelectorAll(`.receipt[data-plan="${CSS.escape(planId)}"]`)) {
    const row = card.querySelector('.buttons');
    if (row !== null) row.replaceWith(element('p', { class: 'undone' }, text('undone')));
  }
};
