import { ask } from './api.js';
import { at, element, text } from './element.js';
import { machineName } from './machines.js';
import { receiptCard } from './receipt-card.js';
import { undo } from './talk.js';
import { words } from './words.js';

let cursor;

/** Everything that was done on all machines, newest first, each with its way back. */
export const showHistory = async (more = false) => {
  const query = new URLSearchParams({ limit: '20', ...(more && cursor && { cursor }) });
  const page = await ask('GET', `/v1/history?${query}`);
  const list = at('#history-list');
  if (!more) list.replaceChildren();
  list.append(...page.receipts.map((receipt) => element('li', {}, receiptCard(receipt, undo))));
  if (list.children.length === 0 && page.off.length === 0) list.append(element('li', {}, text('noHistory')));
  cursor = page.cursor;
  at('#more-history').hidden = !page.truncated;
  const off = at('#history-off');
  off.hidden = page.off.length === 0;
  off.textContent = words('historyOff', { machines: page.off.map(machineName).join(', ') });
};

export const isHistoryOpen = () => !at('#history').hidden;

export const toggleHistory = async (open = !isHistoryOpen()) => {
  at('#history').hidden = !open;
  at('#open-history').setAttribute('aria-expanded', String(open));
  if (open) await showHistory().catch(() => undefined);
  if (open) at('#close-history').focus();
};

/** Ctrl+Z: the newest thing that can be put back, shown first, done only on a yes. */
export const offerUndo = async () => {
  const { receipts } = await ask('GET', '/v1/history?limit=20');
  const last = receipts.find(
    (receipt) => receipt.undoable && receipt.undoneBy === undefined && receipt.undoOf === undefined,
  );
  const offer = at('#undo-offer');
  at('#undo-what').replaceChildren(last === undefined ? element('p', {}, text('nothingToUndo')) : receiptCard(last));
  at('#undo-yes').hidden = last === undefined;
  at('#undo-no').textContent = words(last === undefined ? 'close' : 'leaveIt');
  at('#undo-yes').onclick = () => {
    offer.close();
    void undo(last);
  };
  offer.showModal();
  at(last === undefined ? '#undo-no' : '#undo-yes').focus();
};
