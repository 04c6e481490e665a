import { type Folder, within } from './folder.js';
import { decodeName } from './name.js';
import { refusal } from './refusal.js';

export const LINK_BUDGET = 40;

const namesOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const startsWith = (parts: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((part, at) => parts[at] === part);

/**
 * What a link's text asks to walk next, from the place's root. An absolute text must start with a spelling of the place;
 * whether anything exists outside never matters. Throws SYMLINK_OUTSIDE.
 */
const turned = (bytes: Buffer, walked: readonly string[], rootPaths: readonly string[]): string[] => {
  const text = decodeName(bytes);
  const names = namesOf(text);
  if (!text.startsWith('/')) return [...walked, ...names];
  const root = rootPaths.map(namesOf).find((path) => startsWith(names, path));
  if (!root) throw refusal('SYMLINK_OUTSIDE');
  return names.slice(root.length);
};

export interface LinkWalk {
  readonly root: Folder;
  readonly rootPaths: readonly string[];
}

const openBelow = (root: Folder, parts: readonly string[]): Folder => {
  let folder = root.open('.');
  for (const part of parts) folder = within(folder, (parent) => parent.open(part));
  return folder;
};

const linkAt = (root: Folder, walked: readonly string[], part: string): Buffer | undefined =>
  within(openBelow(root, walked), (folder) => (folder.kind(part) === 'link' ? folder.readLink(part) : undefined));

/**
 * The link-free parts that `parts` stand for, following links inside the place. Walked name by name from the root each
 * time a link turns us, so `..` in a link is exact; at most 40 turns. Throws SYMLINK_OUTSIDE, SYMLINK_LOOP, NOT_FOUND.
 */
export const resolveLinks = ({ root, rootPaths }: LinkWalk, parts: readonly string[]): string[] => {
  let walked: string[] = [];
  let rest = [...parts];
  for (let turns = 0; rest.length > 0;) {
    const part = rest.shift()!;
    const link = part === '..' ? undefined : linkAt(root, walked, part);
    if (link) {
      if (++turns > LINK_BUDGET) throw refusal('SYMLINK_LOOP');
      rest = [...turned(link, walked, rootPaths), ...rest];
      walked = [];
    } else if (part !== '..') walked.push(part);
    else if (walked.pop() === undefined) throw refusal('SYMLINK_OUTSIDE');
  }
  return walked;
};
