import { badge, element, nameOf, placeOf, text } from './element.js';

const SHOWN = 14;

/** Some names as they are now and as they would be, each below its folder. */
export const beforeAndAfter = (plan) => {
  const changing = plan.sample.filter(({ action }) => action !== 'skip');
  const some = (isOne) => changing.filter(({ action }) => isOne(action)).slice(0, SHOWN);
  const moved = some((action) => action !== 'create-folder' && action !== 'remove-folder');
  const made = some((action) => action === 'create-folder');
  const removed = some((action) => action === 'remove-folder');
  const hidden = Math.max(0, plan.summary.entries - (moved.length || made.length + removed.length));
  const before = [...removed, ...moved]
    .filter(({ from }) => from !== undefined)
    .map((entry) => ({ path: entry.from, kind: entry.kind }));
  return element(
    'div',
    { class: 'trees' },
    column('before', before, before.length > 0 ? hidden : 0),
    element('span', { class: 'arrow', 'aria-hidden': 'true' }),
    column('after', [...made, ...moved].flatMap(afterwards), hidden),
  );
};

/** What is copied is at both ends; what has no new place is in the trash. */
const afterwards = ({ action, kind, from, to, conflict, mode }) => {
  const there = {
    path: to ?? from ?? '',
    kind,
    fresh: action === 'create-folder' || action === 'copy' || mode === 'create',
    numbered: conflict === 'number',
    trashed: action === 'trash' || to === undefined,
  };
  return action === 'copy' && from !== undefined ? [{ path: from, kind }, there] : [there];
};

const column = (title, entries, hidden) =>
  element(
    'div',
    {},
    element('h4', {}, text(title)),
    entries.length > 0 ? listOf(folderOf(entries)) : element('p', { class: 'hint' }, text('nothing')),
    hidden > 0 ? element('p', { class: 'hint' }, text('andMore', { n: hidden })) : undefined,
  );

/** The longest folder all share is one line, the rest hangs below it. */
const folderOf = (entries) => {
  const root = { folders: new Map(), own: [] };
  for (const entry of entries) put(entry.trashed ? trashIn(root) : root, entry);
  return root;
};

const trashIn = (root) => {
  if (!root.folders.has('')) root.folders.set('', { folders: new Map(), own: [], isTrash: true });
  return root.folders.get('');
};

const put = (root, entry) => {
  const parts = entry.path.split('/');
  const name = parts.pop();
  const above = parts.length > 0 && !entry.trashed ? parts.reduce(step, root) : root;
  if (entry.kind === 'folder') step(above, name).fresh = entry.fresh;
  else above.own.push({ ...entry, name });
};

const step = (folder, name) => {
  if (!folder.folders.has(name)) folder.folders.set(name, { folders: new Map(), own: [] });
  return folder.folders.get(name);
};

const listOf = (folder, isTop = true) => {
  const folders = [...folder.folders].map(([name, inside]) => folderLine(name, inside, isTop));
  const files = folder.own.map((file) => fileLine(file, isTop));
  return element('ul', {}, ...folders, ...files);
};

const fileLine = ({ name, fresh, path, numbered }, isTop) =>
  element(
    'li',
    { class: fresh ? 'file fresh' : 'file', title: path },
    isTop ? placeOf(name) : nameOf(name),
    ...(numbered ? [' ', badge('numbered')] : []),
  );

const folderLine = (name, inside, isTop) => {
  const label = inside.isTrash ? text('trashBin') : isTop ? placeOf(name) : nameOf(name);
  const isEmpty = inside.own.length === 0 && inside.folders.size === 0;
  return element(
    'li',
    { class: inside.isTrash ? 'trash' : 'folder' },
    label,
    ...(inside.fresh ? [' ', badge('freshFolder')] : []),
    isEmpty ? undefined : listOf(inside, false),
  );
};
