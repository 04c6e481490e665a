import { at, button, element, live } from './element.js';
import { machineNow } from './machines.js';
import { chosenMode, whenSettingsChange } from './settings.js';
import { list, place, words } from './words.js';

const EXAMPLES = ['example1', 'example2', 'example3'];

/**
 * What an empty page tells somebody new: what can be seen, what a yes is for, that nothing gets lost, what to type.
 * An example goes to `onExample` and no further: nothing happens before a person sends it.
 */
export const openWelcome = (onExample) => {
  const promises = [
    promise('sees', () => words('promiseSee'), whatIsSeen),
    promise(
      'asks',
      () => words(`promise-${chosenMode()}`),
      () => words(`promiseMore-${chosenMode()}`),
    ),
    promise(
      'back',
      () => words('promiseBack'),
      () => words('promiseBackMore'),
    ),
  ];
  at('#promises').replaceChildren(...promises);
  at('#examples').replaceChildren(...EXAMPLES.map((key) => element('li', {}, exampleOf(key, onExample))));
  whenSettingsChange(() =>
    at('#promises')
      .querySelectorAll('[data-live]')
      .forEach((told) => told.retell()),
  );
};

const promise = (kind, title, more) =>
  element('div', { class: kind }, element('dt', {}, live(title)), element('dd', {}, live(more)));

const whatIsSeen = () => {
  const { name, places } = machineNow();
  return places.length === 0
    ? words('promiseSeeAny')
    : words('promiseSeeMore', { places: list(places.map(place)), name });
};

const exampleOf = (key, onExample) =>
  button(key, { class: 'example', onclick: ({ currentTarget }) => onExample(currentTarget.textContent) });
