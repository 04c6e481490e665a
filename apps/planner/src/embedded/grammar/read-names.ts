import { Cursor } from '../text/cursor.js';
import type { Text } from '../text/text.js';
import type { Clause, Thing } from './clause.js';
import { readExtensionChange } from './extension-changes.js';
import { readNameChange } from './name-changes.js';
import { cursorOn, readNameForm } from './read-name-form.js';
import { namesOf } from './names-of.js';
import { readClause } from './read-clause.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/** What becomes of the names is data; what is left of the order says which names are meant. */
const readChangedNames = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const found = readNameChange(text, stretch);
  if (!found) return undefined;
  const clause = readClause(new Cursor(found.rest, stretch.from, stretch.to), world, {
    act: 'rename',
    ...found.change,
  });
  const isNumbering = found.change.newName !== undefined && clause.act === 'move' && clause.puts;
  const isMade = found.change.affix !== undefined && clause.act === 'create' && clause.things.length > 0;
  if ((clause.act !== 'rename' && !isNumbering && !isMade) || clause.things.some(isToBeMade)) return undefined;
  const locs = clause.locs.map(({ loc }) => ({ role: 'from' as const, loc }));
  return { ...clause, act: 'rename', hasVerb: true, locs };
};

/** "make a folder Year End in documents": what there is not yet has no names to change. */
const isToBeMade = ({ loc }: Thing): boolean => loc?.isNew === true;

/** Sentences about names: what they change to is data, what they are about is read like any object. */
const readForm = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const part: Text = {
    ...text,
    folded: text.folded
      .slice(0, stretch.to)
      .replace(/^[\s\S]*$/, (all) => ' '.repeat(stretch.from) + all.slice(stretch.from)),
  };
  const form = readNameForm(part);
  if (!form) return undefined;
  const clause = form.object
    ? readClause(cursorOn(text, form.object), world, { act: 'rename' })
    : readClause(new Cursor(text, stretch.to, stretch.to), world);
  const locs = clause.locs.map(({ loc }) => ({ role: 'from' as const, loc }));
  return { ...clause, ...form.change, act: 'rename', hasVerb: true, locs };
};

/** "en la carpeta Actas, ponle …": before the order it is said where. */
const SCENE = /^[\s¿¡]*(?:en|in|inside|within|dentro de)\s[^,;:.!?]+,\s*/;

/** The same in a folder that was said before it; what is said to be elsewhere is not in it. */
const readInScene = (text: Text, { from, to }: Stretch, world: World): Clause | undefined => {
  const scene = SCENE.exec(text.folded.slice(from, to));
  const clause = scene && readForm(text, { from: from + scene[0].length, to }, world);
  if (!scene || !clause || clause.things.length === 0 || clause.locs.length > 0) return undefined;
  const [only, ...others] = readClause(new Cursor(text, from, from + scene[0].length), world).locs;
  if (!only || others.length > 0 || !clause.things.every(isAnywhere)) return undefined;
  const things = clause.things.map((thing) => ({ ...thing, loc: only.loc }));
  return { ...clause, things, locs: [] };
};

const isAnywhere = ({ loc, pronoun }: Thing): boolean =>
  pronoun === undefined && loc?.place === undefined && loc?.absolute === undefined && (loc?.path ?? []).length === 0;

const readRename = (text: Text, stretch: Stretch, world: World): Clause | undefined =>
  readForm(text, stretch, world) ?? readInScene(text, stretch, world) ?? readChangedNames(text, stretch, world);

/** "pon en minúsculas los nombres de …": whatever the verb, it is about names. */
const LETTERS =
  /\b(?:(?:a|en|to|in|into|all|todo en|todos en|con) )?(?:minusculas?|mayusculas?|lower ?case|upper ?case|title ?case)\b/;

/** What letters the names are to have is no part of what they are called: "… in Actas lowercase". */
const readLetters = (text: Text, { from, to }: Stretch, world: World): Clause | undefined => {
  const letters = LETTERS.exec(text.folded.slice(from, to));
  if (!letters) return undefined;
  const at = from + letters.index;
  const before = readClause(new Cursor(text, from, at), world, { act: 'rename', hasVerb: true });
  return readClause(new Cursor(text, at, to), world, before);
};

/** An order about names, if it is one. */
export const readNames = (text: Text, stretch: Stretch, world: World): Clause | undefined => {
  const words = text.folded.slice(stretch.from, stretch.to);
  const clause =
    readExtensionChange(text, stretch, world) ?? readRename(text, stretch, world) ?? readLetters(text, stretch, world);
  return clause && namesOf(words, clause);
};
