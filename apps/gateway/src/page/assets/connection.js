import { at } from './element.js';
import { words } from './words.js';

const SAID = { away: 'connectionAway', locked: 'connectionLocked' };
let state = 'here';
let onBack = () => undefined;

export const whenBack = (listener) => {
  onBack = listener;
};

/** What the last look at the gateway showed: `here`, `away` (it does not answer) or `locked` (it does not know us). */
export const told = (now) => {
  const was = state;
  state = now;
  tellConnection();
  if (was === 'away' && now === 'here') onBack();
};

export const tellConnection = () => {
  const line = at('#connection');
  line.hidden = state === 'here';
  const said = state === 'here' ? '' : words(SAID[state]);
  if (line.textContent !== said) line.textContent = said;
};
