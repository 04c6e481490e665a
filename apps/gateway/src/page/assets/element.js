import { place, plainly, rule, words } from './words.js';

/**
 * Makes an element. Texts become text nodes, never markup: file names are written by anybody.
 * `on*` attributes are listeners; `true` sets an empty attribute, `undefined` and `false` leave it out.
 */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  if (attributes['data-label'] !== undefined) made.setAttribute('aria-label', words(attributes['data-label']));
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/** Text that is told again when the page changes its language. */
export const live = (tell, tag = 'span') => {
  const made = element(tag, { 'data-live': true });
  made.retell = () => {
    made.textContent = tell();
  };
  made.retell();
  return made;
};

export const text = (key, values) => live(() => words(key, values));

/** A name in its own direction, so that one written right to left cannot rearrange the words around it. */
export const nameOf = (name) => element('bdi', {}, plainly(name));

export const placeOf = (location) => live(() => place(location), 'bdi');

export const ruleOf = (location) => live(() => rule(location), 'bdi');

export const button = (key, attributes) => element('button', { type: 'button', ...attributes }, text(key));

/** A word about the name it stands beside: new, numbered. */
export const badge = (key) => element('small', { class: 'badge' }, text(key));

export const at = (selector) => document.querySelector(selector);
