import { refusal } from './refusal.js';
import { NAME_MAX_BYTES, nameBytes } from './name.js';

/** Something in a place: what the agent passes around instead of path strings. No part is empty, `.` or `..`. */
export interface PlacePath {
  readonly place: string;
  readonly parts: readonly string[];
}

/** A parsed location; `folder`: it ended in a slash, so it must be a folder. */
export interface Location extends PlacePath {
  readonly folder: boolean;
}

/** What the grammar has to know of a place: its name, other words for it, and its absolute spellings on this system. */
export interface PlaceNames {
  readonly name: string;
  readonly words: readonly string[];
  readonly paths: readonly string[];
}

export interface Grammar {
  readonly places: readonly PlaceNames[];
  readonly windows?: boolean;
  /** Whether the disk takes `A` and `a` for one name (macOS, Windows): only then do absolute paths match in any case. */
  readonly caseless?: boolean;
}

export const PATH_MAX_BYTES = 4096;
export const DEPTH_MAX = 64;

/** Lower case without accents: how words for places are compared. */
export const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const URL_LIKE = /^[a-z][a-z0-9+.-]+:\/\//i;
const FILE_URL = /^file:/i;
const DRIVE_RELATIVE = /^[a-z]:(?![\\/])/i;
const DRIVE = /^[a-z]:[\\/]/i;
const NETWORK = /^(\\\\|\/\/)/;
const EXPANSION = /^(~|\$|%[^%/\\]*%)/;
const SHORT_NAME = /~\d/;

const isNoPath = (text: string): boolean =>
  /^[\s./]*$/.test(text.replace(/(^|\/)\.\.(?=\/|$)/g, '$1x')) ||
  [URL_LIKE, FILE_URL, DRIVE_RELATIVE, NETWORK, EXPANSION].some((shape) => shape.test(text));

const splitter = (grammar: Grammar): RegExp => (grammar.windows ? /[\\/]+/ : /\/+/);

const splitNames = (text: string, grammar: Grammar): string[] =>
  text.split(splitter(grammar)).filter((part) => part !== '' && part !== '.');

const checkParts = (parts: readonly string[]): void => {
  if (parts.includes('..')) throw refusal('OUTSIDE_ROOT');
  if (parts.some((part) => nameBytes(part) > NAME_MAX_BYTES)) throw refusal('NAME_TOO_LONG');
  if (parts.length > DEPTH_MAX) throw refusal('TOO_DEEP');
};

const shared = (grammar: Grammar): { places: readonly string[] } => ({
  places: grammar.places.map(({ name }) => name),
});

/** The names below `path`, when `text` is that path or lies below it. */
const below = (text: string, path: string, grammar: Grammar): string[] | undefined => {
  const spelled = grammar.caseless ? (part: string) => part.normalize('NFC').toLowerCase() : (part: string) => part;
  const asked = splitNames(text, grammar);
  const root = splitNames(path, grammar);
  return root.every((part, at) => asked[at] !== undefined && spelled(part) === spelled(asked[at]))
    ? asked.slice(root.length)
    : undefined;
};

const parseAbsolute = (text: string, grammar: Grammar): PlacePath => {
  const matches = grammar.places.flatMap(({ name, paths }) =>
    paths.map((path) => ({ place: name, parts: below(text, path, grammar) })),
  );
  const inside = matches.filter((match) => match.parts !== undefined);
  const [nearest] = inside.sort((a, b) => a.parts!.length - b.parts!.length);
  if (!nearest || (grammar.windows && nearest.parts!.some((part) => SHORT_NAME.test(part)))) {
    throw refusal('OUTSIDE_ROOT', { details: shared(grammar) });
  }
  return { place: nearest.place, parts: nearest.parts! };
};

const placeCalled = (word: string, grammar: Grammar): PlaceNames | undefined =>
  grammar.places.find(({ name }) => name === word) ??
  grammar.places.find(({ name, words }) => [name, ...words].some((known) => folded(known) === folded(word)));

const parseRelative = (text: string, grammar: Grammar): PlacePath => {
  const [word = '', ...parts] = splitNames(text, grammar);
  if (word === '..') throw refusal('OUTSIDE_ROOT', { details: shared(grammar) });
  if (word.includes('\\')) throw refusal('BAD_NAME', { name: word });
  checkParts(parts);
  const place = placeCalled(word, grammar);
  if (!place) throw refusal('UNKNOWN_PLACE', { name: word, details: shared(grammar) });
  return { place: place.name, parts };
};

const isAbsolute = (text: string): boolean => text.startsWith('/') || DRIVE.test(text) || text.startsWith('\\');

/**
 * A location as people, programs and models write it → what it names, or a coded refusal. Pure: looks at no disk, so
 * the answer cannot depend on what exists. Nothing is expanded: `~`, `$HOME` and `%2e` stay what they are.
 */
export const parseLocation = (text: string, grammar: Grammar): Location => {
  if (text.includes('\0')) throw refusal('BAD_NAME');
  if (isNoPath(text)) throw refusal('BAD_PATH');
  if (Buffer.byteLength(text) > PATH_MAX_BYTES) throw refusal('NAME_TOO_LONG');
  if (splitNames(text, grammar).includes('..')) throw refusal('OUTSIDE_ROOT', { details: shared(grammar) });
  const path = isAbsolute(text) ? parseAbsolute(text, grammar) : parseRelative(text, grammar);
  checkParts(path.parts);
  return { ...path, folder: /[\\/]$/.test(grammar.windows ? text : text.replace(/\\$/, '')) };
};

/** `desktop/luyd/a.txt`: parses back to the same. */
export const formatLocation = ({ place, parts }: PlacePath): string => [place, ...parts].join('/');

export const childOf = ({ place, parts }: PlacePath, name: string): PlacePath => ({ place, parts: [...parts, name] });

export const parentOf = ({ place, parts }: PlacePath): PlacePath => ({ place, parts: parts.slice(0, -1) });

/** The last name; undefined for the place itself. */
export const leafOf = ({ parts }: PlacePath): string | undefined => parts.at(-1);
