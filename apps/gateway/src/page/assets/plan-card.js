import { beforeAndAfter } from './tree.js';
import { entriesOf } from './entries.js';
import { button, element, live, nameOf, ruleOf, text } from './element.js';
import { machineName } from './machines.js';
import { bytes, words } from './words.js';

/**
 * What a request would do, made from its plans and from nothing else. `decide(verb)` carries out the choice and answers
 * whether it was taken; without it the cards only show. One yes is for the whole request, so the buttons come once.
 */
export const planCards = (plans, decide) => {
  const cards = plans.map(planCard);
  const group = element('div', { class: 'plans' }, ...cards);
  if (decide !== undefined) (cards.length > 1 ? group : cards[0]).append(askRow(group, plans, decide));
  return group;
};

const seen = new Map();

/** What the entries of a receipt are called: it knows how many, and only its plan, or the one it put back, knows what. */
export const nounOf = ({ planId, undoOf, operation }) => {
  if (operation === 'create-folder') return 'folders';
  const { entries, files, folders } = seen.get(planId) ?? seen.get(undoOf) ?? {};
  if (entries > 0 && entries === files) return 'files';
  return entries > 0 && entries === folders ? 'folders' : 'entriesCount';
};

const planCard = (plan) => {
  seen.set(plan.planId, plan.summary);
  return element(
    'section',
    { class: `card plan ${plan.operation}`, 'data-label': 'planLabel' },
    element('p', { class: 'kicker' }, text('planLabel'), ' · ', text(`operation-${plan.operation}`)),
    element('h3', {}, nameOf(plan.preview)),
    beforeAndAfter(plan),
    lookFirst(plan),
    facts(plan),
  );
};

const facts = (plan) => {
  const { summary } = plan;
  const rows = [
    ['why', plan.needs.length > 0 ? live(() => plan.needs.map((need) => words(`need-${need}`)).join(', ')) : undefined],
    ['overwrites', summary.overwrites > 0 ? text('overwritesTrash', { n: summary.overwrites }) : text('nothing')],
    [
      'conflicts',
      summary.conflicts > 0 ? text(`conflict-${conflictOf(plan)}`, { n: summary.conflicts }) : text('none'),
    ],
    ['stays', summary.skipped > 0 ? text('entriesCount', { n: summary.skipped }) : undefined],
    ['newFolders', summary.newFolders > 0 ? live(() => words('folders', { n: summary.newFolders })) : undefined],
    ['count', amountOf(summary)],
    ['size', summary.bytes > 0 ? live(() => bytes(summary.bytes)) : undefined],
    ['from', plan.from && ruleOf(plan.from)],
    ['to', plan.to && ruleOf(plan.to)],
    ['machine', live(() => machineName(plan.machine), 'bdi')],
  ].filter(([, value]) => value !== undefined);
  return element('dl', { class: 'facts' }, ...rows.map(([key, value]) => fact(key, value)));
};

const fact = (key, value) =>
  element('div', { class: key === 'why' && 'note' }, element('dt', {}, text(key)), element('dd', {}, value));

const amountOf = ({ entries, files, folders }) =>
  live(() => {
    const parts = [files > 0 && words('files', { n: files }), folders > 0 && words('folders', { n: folders })];
    const others = entries - files - folders;
    return (
      [...parts, others > 0 && words('entriesCount', { n: others })].filter(Boolean).join(' + ') || words('nothing')
    );
  });

const conflictOf = (plan) => plan.sample.find((entry) => entry.conflict !== undefined)?.conflict ?? 'number';

/** Every entry, only when asked for. */
const lookFirst = (plan) => {
  const toggle = button('look', { class: 'look', 'aria-expanded': 'false' });
  const place = element('div', { hidden: true });
  toggle.addEventListener('click', () => {
    if (place.children.length === 0) place.append(entriesOf(plan));
    place.hidden = !place.hidden;
    toggle.setAttribute('aria-expanded', String(!place.hidden));
  });
  return element('div', { class: 'look-first' }, toggle, place);
};

/** "Nothing has been changed yet" is said until a choice is on its way: from then on it may not be true. */
const askRow = (group, plans, decide) => {
  const row = element('div', { class: 'buttons' });
  const choose = async (verb) => {
    for (const one of choices) one.disabled = true;
    promise.hidden = true;
    const taken = await decide(verb);
    if (taken) group.classList.add('over');
    for (const one of choices) one.disabled = false;
    promise.hidden = row.hidden = taken;
  };
  const choices = [
    button('approve', { class: 'yes approve', onclick: () => choose('approve') }),
    button('reject', { class: 'reject', onclick: () => choose('reject') }),
  ];
  const promise = element('p', { class: 'hint' }, text(plans.length > 1 ? 'oneYes' : 'undoPromise'));
  row.append(...choices, promise);
  return row;
};

/** A plan that can no longer be decided says what became of it. */
export const decided = (group, state) => {
  group.classList.add('over');
  group.append(element('p', { class: 'hint' }, text(`plan-${state}`)));
  return group;
};
