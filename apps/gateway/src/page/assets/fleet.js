import { ask } from './api.js';
import { at, button, element, live, nameOf, text } from './element.js';
import { isOnline } from './machines.js';
import { sentenceOf } from './turn.js';

const LOOK_AGAIN_MS = 2000;
const ID_MAX = 32;

let waitsFor;

/** Another PC: a name, one line to paste there, and the word when it has come. PCs that came are listed, and sent away. */
export const openFleet = async () => {
  showForm();
  at('#fleet').showModal();
  await showEnrolled();
};

export const listenToFleet = () => {
  at('#add-machine').addEventListener('click', () => void openFleet());
  at('#fleet-close').addEventListener('click', () => at('#fleet').close());
  at('#fleet').addEventListener('close', () => (waitsFor = undefined));
  at('#fleet-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void invite(at('#fleet-name').value.trim());
  });
};

const showForm = () => {
  at('#fleet-name').value = '';
  at('#fleet-form').hidden = false;
  at('#fleet-next').replaceChildren();
};

/** "PC de la sala" → "pc-de-la-sala" */
const idOf = (name) => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, ID_MAX)
      .replace(/^-+|-+$/g, '') || 'pc'
  );
};

const invite = async (displayName) => {
  if (displayName === '') return at('#fleet-name').focus();
  try {
    showCommand(await ask('POST', '/v1/machines/enrolments', { machine: idOf(displayName), displayName }), displayName);
  } catch (problem) {
    tell(problem);
  }
};

const tell = (problem) => {
  const said = live(() => sentenceOf(problem));
  at('#fleet-next').replaceChildren(element('p', { class: 'reply wrong', role: 'alert' }, said));
};

/** The line is shown this once; the page then waits for the PC it is for. */
const showCommand = ({ machine, command }, displayName) => {
  const line = element('code', { tabindex: '0' }, command);
  const copy = button('copyLine', { class: 'yes' });
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(command);
    copy.replaceChildren(text('copied'));
  });
  const state = element('p', { class: 'waiting', role: 'status' }, text('waitingForMachine'));
  at('#fleet-form').hidden = true;
  at('#fleet-next').replaceChildren(element('p', {}, text('pasteThere')), line, copy, state);
  copy.focus();
  waitsFor = machine;
  void waitFor(machine, () => state.replaceChildren(text('machineCame', { name: displayName })));
};

const waitFor = async (machine, onCome) => {
  while (waitsFor === machine) {
    if (isOnline(machine)) {
      waitsFor = undefined;
      onCome();
      return showEnrolled();
    }
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
};

const showEnrolled = async () => {
  const { machines } = await ask('GET', '/v1/machines/enrolments').catch(() => ({ machines: [] }));
  at('#fleet-list').replaceChildren(...machines.map(rowOf));
  at('#fleet-known').hidden = machines.length === 0;
};

const rowOf = ({ machine, displayName }) => {
  const out = button('revokeMachine', { class: 'no' });
  const row = element('li', {}, element('span', {}, nameOf(displayName)), out);
  out.addEventListener('click', () => askAgain(row, machine, displayName));
  return row;
};

/** Sending a PC away is said twice, because it cuts it off at once. */
const askAgain = (row, machine, displayName) => {
  const yes = button('revokeYes', { class: 'no' });
  const no = button('leaveIt', {});
  no.addEventListener('click', () => void showEnrolled());
  yes.addEventListener('click', () => void revoke(machine));
  row.replaceChildren(element('span', {}, text('revokeSure', { name: displayName })), yes, no);
  no.focus();
};

/** Where it was not done, the button stays: it can be pressed again. */
const revoke = async (machine) => {
  try {
    await ask('DELETE', `/v1/machines/${machine}`);
    await showEnrolled();
  } catch (problem) {
    tell(problem);
  }
};
