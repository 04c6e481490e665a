/**
 * The chat page: words in, plans shown, receipts and their way back. It knows only the doors that every program knows.
 * words.js texts · api.js requests and streams · talk.js turn.js the conversation · plan-card.js tree.js entries.js
 * receipt-card.js what is shown of plans and receipts · welcome.js the empty page · fleet.js another PC · machines.js
 * settings.js history.js connection.js the rest.
 */
import { tellConnection, whenBack } from './connection.js';
import { at } from './element.js';
import { listenToFleet } from './fleet.js';
import { isHistoryOpen, offerUndo, showHistory, toggleHistory } from './history.js';
import { refresh, watchMachines } from './machines.js';
import { lookAtPlanner, openSettings, tellSettings, toggleSettings } from './settings.js';
import { fill, goOn, isRunning, newTalk, recall, say, stop, welcomeNewcomer, whenDone } from './talk.js';
import { openWelcome } from './welcome.js';
import { sayAll, switchLanguage } from './words.js';

const box = at('#message');
const ignore = () => undefined;

const send = async (event) => {
  event.preventDefault();
  const message = box.value.trim();
  if (message === '' || isRunning()) return;
  box.value = '';
  toggleSettings(false);
  await opened;
  void say(message);
};

/** Esc stops what runs; with nothing running it closes what is open. A dialog closes itself. */
const onEscape = () => {
  if (document.querySelector('dialog[open]') !== null) return;
  if (isRunning()) void stop();
  else if (isHistoryOpen()) void toggleHistory(false).then(() => at('#open-history').focus());
  else toggleSettings(false);
};

/** With words in the box, Ctrl+Z is the box's own. */
const isUndoKey = ({ key, ctrlKey, metaKey, shiftKey }) =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && box.value === '';

const isSendKey = ({ key, target, shiftKey, isComposing }) =>
  key === 'Enter' && target === box && !shiftKey && !isComposing;

const onKey = (event) => {
  if (isUndoKey(event) && document.querySelector('dialog[open]') === null && !isRunning()) {
    event.preventDefault();
    void offerUndo().catch(ignore);
  }
  if (event.key === 'Escape') onEscape();
  if (isSendKey(event)) void send(event);
};

const changeLanguage = () => {
  switchLanguage();
  tellSettings();
  tellConnection();
};

/** Back after an interruption, perhaps another gateway: what it knows may differ. */
const lookAgain = async () => {
  await lookAtPlanner().catch(ignore);
  if (isHistoryOpen()) await showHistory().catch(ignore);
};

const listen = () => {
  at('#say').addEventListener('submit', send);
  at('#stop').addEventListener('click', stop);
  at('#new-talk').addEventListener('click', newTalk);
  at('#open-history').addEventListener('click', () => toggleHistory());
  at('#close-history').addEventListener('click', () => toggleHistory(false));
  at('#more-history').addEventListener('click', () => showHistory(true));
  at('#undo-no').addEventListener('click', () => at('#undo-offer').close());
  at('#language').addEventListener('click', changeLanguage);
  listenToFleet();
  document.addEventListener('keydown', onKey);
  whenBack(lookAgain);
  whenDone(() => isHistoryOpen() && showHistory().catch(ignore));
};

/** What was there before is shown first; what is said meanwhile comes after it. */
const open = async () => {
  openSettings();
  openWelcome(fill);
  sayAll();
  listen();
  welcomeNewcomer();
  await refresh();
  await Promise.all([lookAtPlanner().catch(ignore), recall().catch(ignore)]);
  void goOn().catch(ignore);
  void watchMachines();
};

const opened = open();
