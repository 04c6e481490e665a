import { ask } from './api.js';
import { badge, button, element, live, placeOf, text } from './element.js';
import { number, words } from './words.js';

const PAGE = 100;

/** Every entry of a plan, a page at a time: ten thousand names never stand in the page at once. */
export const entriesOf = (plan) => {
  const rows = element('tbody');
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, heading('before'), heading('after'))),
    rows,
  );
  const back = button('previous', { class: 'previous' });
  const on = button('next', { class: 'next' });
  const where = element('span', { class: 'where', role: 'status' });
  const box = element(
    'div',
    { class: 'entries' },
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'data-label': 'entries' }, table),
    element('div', { class: 'buttons' }, back, where, on),
  );
  pages(plan, { rows, back, on, where });
  return box;
};

const heading = (key) => element('th', { scope: 'col' }, text(key));

/** `cursors[i]` begins page i; the last one known is where "next" goes. */
const pages = (plan, { rows, back, on, where }) => {
  const cursors = [undefined];
  let index = 0;
  const show = async (to) => {
    const cursor = cursors[to];
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await ask('GET', `/v1/plans/${plan.planId}?${query}`);
    index = to;
    cursors[to + 1] = page.truncated ? page.cursor : undefined;
    rows.replaceChildren(...page.entries.map(rowOf));
    back.disabled = to === 0;
    on.disabled = cursors[to + 1] === undefined;
    where.replaceChildren(live(() => positionOf(to, page)));
  };
  back.addEventListener('click', () => show(index - 1));
  on.addEventListener('click', () => show(index + 1));
  const total = plan.summary.entries + plan.summary.newFolders + plan.summary.skipped;
  const positionOf = (to, { entries }) =>
    words('position', { first: number(to * PAGE + 1), last: number(to * PAGE + entries.length), total: number(total) });
  return show(0);
};

const rowOf = ({ action, from, to, conflict }) =>
  element(
    'tr',
    { class: action },
    element('td', {}, from ? placeOf(from) : '—'),
    element('td', {}, ...afterOf(action, to, conflict)),
  );

const afterOf = (action, to, conflict) => {
  if (action === 'skip') return [text('staysHere')];
  if (action === 'trash') return [text('trashBin')];
  if (action === 'remove-folder') return [text('folderGoes')];
  if (action === 'create-folder') return [placeOf(to), ' ', badge('freshFolder')];
  return conflict === 'number' ? [placeOf(to), ' ', badge('numbered')] : [placeOf(to)];
};
