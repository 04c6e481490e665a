import { ask } from './api.js';
import { at, element, nameOf, text } from './element.js';
import { told } from './connection.js';
import { words } from './words.js';

const LOOK_AGAIN_MS = 2000;
let shown = '';
let known = [];
let onChange = () => undefined;

export const whenMachinesChange = (listener) => {
  onChange = listener;
};

/** The machine chosen for messages that name none; undefined lets the gateway decide. */
export const chosenMachine = () => document.querySelector('input[name=machine]:checked')?.value || undefined;

export const rememberMachine = () => sessionStorage.setItem('machine', chosenMachine() ?? '');

/** The name its owner gave a machine; where two have the same, the id tells them apart. */
export const machineName = (id) => {
  const name = known.find(({ machine }) => machine === id)?.displayName;
  if (name === undefined || name === id) return id;
  return known.filter(({ displayName }) => displayName === name).length > 1 ? `${name} (${id})` : name;
};

/** Real names with dots that tell the truth: looked at again every two seconds while the page is seen. */
export const watchMachines = async () => {
  if (!document.hidden) await refresh();
  setTimeout(watchMachines, LOOK_AGAIN_MS);
};

export const refresh = async () => {
  try {
    known = (await ask('GET', '/v1/machines')).machines;
    told('here');
  } catch (problem) {
    known = known.map((machine) => ({ ...machine, online: false }));
    told(problem.code === 'UNAUTHORIZED' ? 'locked' : 'away');
  }
  show();
};

const show = () => {
  const now = JSON.stringify(
    known.map(({ machine, displayName, online, places }) => [machine, displayName, online, places]),
  );
  if (now === shown) return;
  shown = now;
  const chosen = chosenMachine() ?? sessionStorage.getItem('machine');
  const one = known.length === 1;
  const choices = known.map((machine) => choice(machine, one || chosen === machine.machine));
  if (!one) choices.unshift(anyMachine(!known.some(({ machine }) => machine === chosen)));
  at('#machine-list').replaceChildren(...choices);
  onChange();
};

const choice = ({ machine, online }, checked) =>
  element(
    'label',
    {},
    element('input', { type: 'radio', name: 'machine', value: machine, checked }),
    element('span', { class: online ? 'dot on' : 'dot' }),
    element('span', {}, nameOf(machineName(machine)), ' ', element('small', {}, text(online ? 'online' : 'offline'))),
  );

const anyMachine = (checked) =>
  element('label', {}, element('input', { type: 'radio', name: 'machine', value: '', checked }), text('anyMachine'));

export const isOnline = (id) => known.some(({ machine, online }) => machine === id && online);

/** Which machine is meant, whether it is on, and what may be seen there; of several, only whether any is on. */
export const machineNow = () => {
  const id = chosenMachine();
  if (id === undefined)
    return { name: words('anyMachineShort'), online: known.some((machine) => machine.online), places: [] };
  const { online = false, places = [] } = known.find(({ machine }) => machine === id) ?? {};
  return { name: machineName(id), online, places };
};
