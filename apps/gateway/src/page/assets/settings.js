import { ask } from './api.js';
import { at } from './element.js';
import { machineNow, rememberMachine, whenMachinesChange } from './machines.js';
import { words } from './words.js';

const MODES = ['look', 'ask', 'auto'];
const MODE_NAMES = { look: 'modeLook', ask: 'modeAsk', auto: 'modeAuto' };
const LOOK_AGAIN_MS = 2000;
let planner;
let onChange = () => undefined;

export const whenSettingsChange = (listener) => {
  onChange = listener;
};

/** A person sees what would happen before it does, until they choose otherwise. */
export const chosenMode = () => document.querySelector('input[name=mode]:checked').value;

export const openSettings = () => {
  const mode = localStorage.getItem('mode');
  if (MODES.includes(mode)) document.querySelector(`input[name=mode][value=${mode}]`).checked = true;
  setTheme(localStorage.getItem('theme') ?? '');
  at('#modes').addEventListener('change', () => {
    localStorage.setItem('mode', chosenMode());
    tellSettings();
  });
  at('#machine-list').addEventListener('change', () => {
    rememberMachine();
    tellSettings();
  });
  whenMachinesChange(tellSettings);
  at('#theme').addEventListener('change', ({ target }) => setTheme(target.value));
  at('#open-settings').addEventListener('click', () => toggleSettings());
};

const setTheme = (theme) => {
  at('#theme').value = theme;
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
};

/** Only the narrow page hides the settings; the wide one always shows them. */
export const toggleSettings = (open = !at('#settings').classList.contains('open')) => {
  at('#settings').classList.toggle('open', open);
  at('#open-settings').setAttribute('aria-expanded', String(open));
};

export const tellSettings = () => {
  const { name, online } = machineNow();
  at('#settings-dot').classList.toggle('on', online);
  at('#settings-now').textContent = `${name} · ${words(MODE_NAMES[chosenMode()])}`;
  at('#planner').textContent = planner === undefined ? '' : words(`planner-${planner.rung}`, planner);
  onChange();
};

/** Until it was looked at, nothing is said about it; one that is off may be back in a moment. */
export const setPlanner = (now = { rung: 'off' }) => {
  planner = now;
  tellSettings();
  if (now.rung === 'off') setTimeout(() => lookAtPlanner().catch(() => undefined), LOOK_AGAIN_MS);
};

export const lookAtPlanner = async () => setPlanner((await ask('GET', '/health')).planner);
