import { Cursor, words } from '../text/cursor.js';
import { indexed, type Indexed } from '../text/spaced.js';
import type { Text } from '../text/text.js';
import { eatIntroducedName } from './names.js';
import type { Stretch } from './stretch.js';
import { stopsName } from './stops.js';
import { isVerbWord } from './vocabulary.js';

/** Folders called as what they are for: "make a folder for the invoices", «carpetas para Luis, Marta y Pepe en documentos». */

const FORM = indexed(
  '^(?<rest>.*\\b(?<noun>carpetas?|carpetitas?|folders?)(?: (?:nuevas?|new))?(?: (?:en|in|dentro de|inside)(?: (?!(?:for|para)\\b)[^\\s,:;.]+)+)?) (?:for|para) (?<names>.+)$',
);
const ARTICLE = words('el|la|los|las|mis?|tus?|sus?|the|my|our|your|his|her|their|lo de|todo lo de');
/** Not what it is called, but how many, a purpose told as a deed, or what was spoken of. */
const NO_NAME = words(
  'each|every|cada|all|tod[oa]s?|everything|que|that|this|these|those|est[aeo]s?|es[aeo]s?|them|it|ell[oa]s|ahi|there|me|mi|you|us|[a-z]+(?:ar|er|ir|ing)(?: ?~l[oa]s?)?',
);
const JOINED = words('(?:y|e|and|&)|(?:(?:y|e|and) )?(?:para|for)');
/** "el viaje a Roma" */
const GOES_ON = /^(?:a|to|con|with|de|del|of)\s+\p{Lu}/u;

export interface FoldersFor {
  readonly names: readonly string[];
  /** What stands before and after the names. */
  readonly around: readonly Stretch[];
}

export const foldersFor = (text: Text, { from, to }: Stretch): FoldersFor | undefined => {
  const match = FORM.exec(text.folded.slice(from, to)) as Indexed | null;
  if (!match) return undefined;
  const [rest, last] = [match.indices.groups['rest']!, match.indices.groups['names']!];
  const cursor = new Cursor(text, from + last[0], from + last[1]);
  const names = namesAt(cursor);
  const before = { from: from + rest[0], to: from + rest[1] };
  const isMany = match.groups!['noun']!.endsWith('s');
  if (names === undefined || isMany !== names.length > 1) return undefined;
  return { names, around: [before, ...(cursor.done ? [] : [{ from: cursor.at, to }])] };
};

const namesAt = (cursor: Cursor): string[] | undefined => {
  const names: string[] = [];
  do {
    cursor.eat(ARTICLE);
    const name = cursor.look(NO_NAME) ? undefined : nameAt(cursor);
    if (name === undefined) return undefined;
    names.push(name);
  } while (cursor.eat(/,\s*/y) ?? cursor.eat(JOINED));
  return names;
};

const nameAt = (cursor: Cursor): string | undefined => {
  const start = cursor.at;
  if (isVerbWord(/^\S*/.exec(cursor.rest)![0])) return undefined;
  let name = eatIntroducedName(cursor, stopsName);
  while (name !== undefined && GOES_ON.test(cursor.text.raw.slice(cursor.at, cursor.end))) {
    cursor.eat(/\S+\s+/y);
    const more = eatIntroducedName(cursor, stopsName);
    if (more === undefined) return undefined;
    name = cursor.raw(start, cursor.at).trim();
  }
  return name;
};
