import { ask } from './api.js';
import { beforeAndAfter } from './tree.js';
import { entriesOf } from './entries.js';
import { button, element, live, nameOf, ruleOf, text } from './element.js';
import { machineName } from './machines.js';
import { bytes, hour, language, plainly, words } from './words.js';

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
    { class: `card plan ${plan.operation}`, 'data-label': 'planLabel', 'data-plan': plan.planId },
    element('p', { class: 'kicker' }, text('planLabel'), ' · ', text(`operation-${plan.operation}`)),
    headingOf(plan),
    beforeAndAfter(plan),
    lookFirst(plan),
    facts(plan),
  );
};

/** The preview is written by the gateway, in the language of the talk; when the page changes its own, it is asked for again. */
const headingOf = (plan) => {
  const preview = nameOf(plan.preview);
  const told = new Map();
  preview.setAttribute('data-live', '');
  preview.retell = async () => {
    const now = language;
    if (!told.has(now)) told.set(now, (await asItIs(plan)).preview ?? preview.textContent);
    if (now === language) preview.textContent = plainly(told.get(now));
  };
  return element('h3', {}, preview);
};

/** A plan as its PC has it; of one that cannot be asked nothing is known. */
export const asItIs = ({ planId }) => ask('GET', `/v1/plans/${planId}?limit=0`).catch(() => ({ state: 'unknown' }));

const facts = (plan) => {
  const { summary } = plan;
  const rows = [
    ['why', plan.needs.length > 0 ? live(() => whyOf(plan)) : undefined],
    ['overwrites', overwritesOf(plan)],
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

/** Nothing of a file is lost that only grows. */
const isAppend = ({ sample }) => sample.some(({ mode }) => mode === 'append');

const whyOf = (plan) =>
  plan.needs.map((need) => words(need === 'overwrite' && isAppend(plan) ? 'need-append' : `need-${need}`)).join(', ');

const overwritesOf = (plan) => {
  if (isAppend(plan)) return text('appendKeeps');
  const { overwrites } = plan.summary;
  return overwrites > 0 ? text('overwritesTrash', { n: overwrites }) : text('nothing');
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
  const row = element('div', { class: 'buttons choice' });
  const choose = async (verb) => {
    for (const one of choices) one.disabled = true;
    promise.hidden = true;
    const taken = await decide(verb);
    if (taken) group.classList.add('over');
    else await lookAgain();
    for (const one of choices) one.disabled = false;
    promise.hidden = row.hidden = group.classList.contains('over');
  };
  /** Out of time, or decided elsewhere: then it says so and asks for nothing any more. */
  const lookAgain = async () => {
    const { state } = await asItIs(plans.at(-1));
    if (state !== 'open' && state !== 'unknown') decided(group, state);
  };
  const choices = [
    button('approve', { class: 'yes approve', onclick: () => choose('approve') }),
    button('reject', { class: 'reject', onclick: () => choose('reject') }),
  ];
  const { expiresAt } = plans.at(-1);
  const promise = element(
    'p',
    { class: 'hint' },
    text(plans.length > 1 ? 'oneYes' : 'undoPromise'),
    ' ',
    live(() => words('validUntil', { hour: hour(expiresAt) })),
  );
  row.append(...choices, promise);
  setTimeout(() => !group.classList.contains('over') && void lookAgain(), Date.parse(expiresAt) - Date.now() + 1000);
  return row;
};

/** A plan that can no longer be decided says what became of it. */
export const decided = (group, state) => {
  if (group.classList.contains('over')) return group;
  group.classList.add('over');
  group.querySelector('.choice')?.remove();
  group.append(element('p', { class: 'hint' }, text(`plan-${state}`)));
  return group;
};

/** The same plans are shown anew, as they are now. */
export const outdated = (plans) => {
  for (const { planId } of plans)
    for (const card of document.querySelectorAll(`.plans:not(.over) .plan[data-plan="${CSS.escape(planId)}"]`))
      decided(card.closest('.plans'), 'changed');
};
