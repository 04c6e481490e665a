import { ASKED_OF_BOTH, COMPARING, LACKING, LEAD } from '../lexicon/comparisons.js';
import { POLITENESS } from '../lexicon/politeness.js';
import { isFileName } from '../text/file-name.js';
import { Cursor } from '../text/cursor.js';
import { indexed, type Indexed } from '../text/spaced.js';
import { rawOf, readText, type Text } from '../text/text.js';
import { emptyClause, newThing, type Clause, type Loc, type Thing } from './clause.js';
import { eatHead } from './heads.js';
import { eatLoc } from './locations.js';
import { eatMachine } from './machines.js';
import { startsOrder, stretchesOf } from './split.js';
import { stretchOf, type Stretch } from './stretch.js';
import type { World } from './world.js';

/** "¿qué hay en X que no esté en Y?", "compare A and B": whole sentences, since a folder may be called anything. */

const BEGIN = '(?<=^\\W*|[.!?;:]\\s+)';
const END = `(?:,? ${POLITENESS})*(?=[\\s.!?]*$)`;
const lacking = LACKING.map((form) => indexed(`${BEGIN}${LEAD}${form}${END}`));
const comparing = COMPARING.map((form) =>
  indexed(`${BEGIN}${LEAD}${form}(?:(?:[,.;:?!]| (?:y|and) )[\\s¿]*${ASKED_OF_BOTH})?${END}`),
);

/** What is said before it may tell how things stand, and order nothing. */
const isAlone = (text: Text, before: number, world: World): boolean =>
  stretchesOf({ ...text, folded: text.folded.slice(0, before) }, world).every(
    ({ from, to }) => !/[a-z]/.test(text.folded.slice(from, to)) || !startsOrder(new Cursor(text, from, to), world),
  );

/** "la carpeta X", "the X folder": the words around a name that is not read as one. */
const AROUND = /^(?:(?:the|my|la|el|mi)\s+)?(?:(?:folder|carpeta|directorio)\s+)?(?<name>.+?)(?:\s+folder)?$/i;
const PLACED = /^(?<name>.+)\s(?:de|del|en|in|on|from|of|inside)\s+(?<place>\S+(?:\s\S+)?)$/i;
const JOINING = /\s(?:y|e|and|&|luego|then)\s/;

const placeIn = (text: Text, stretch: Stretch, world: World): string | undefined => {
  const cursor = new Cursor(text, stretch.from, stretch.to);
  const loc = eatLoc(cursor, world, { bare: false });
  return cursor.done && loc?.path.length === 0 ? loc.place : undefined;
};

/** Words of the language as a folder's name: "Ledger A", "Fin de curso". */
const asName = (text: Text, { from, to }: Stretch, world: World): Loc | undefined => {
  const said = rawOf(text, from, to);
  const placed = PLACED.exec(said)?.groups;
  const place = placed && placeIn(text, { from: to - placed['place']!.length, to }, world);
  const name = AROUND.exec(place === undefined ? said : placed!['name']!)?.groups?.['name'];
  if (name === undefined || isKind(name)) return undefined;
  return { path: [name], isFolder: true, ...(place !== undefined && { place }) };
};

/** "the pdfs in documents" are no folder. */
const isKind = (name: string): boolean => {
  const cursor = new Cursor(readText(name));
  return !/\p{Lu}/u.test(name) && eatHead(cursor) !== undefined && cursor.done;
};

const folderAt = (text: Text, stretch: Stretch, { clause, world }: { clause: Clause; world: World }) => {
  const cursor = new Cursor(text, stretch.from, stretch.to);
  const loc = eatLoc(cursor, world, { bare: true });
  eatMachine(cursor, clause, world);
  const meant = cursor.done && loc ? loc : asName(text, stretch, world);
  return meant && !meant.isNew && !isFileName(meant.path.at(-1) ?? '') ? meant : undefined;
};

/** "¿qué fotos hay en …?": which of the files are compared; undefined where the word is no kind of files. */
const kindAt = (text: Text, stretch: Stretch | undefined): Thing[] | undefined => {
  if (!stretch) return [];
  const cursor = new Cursor(text, stretch.from, stretch.to);
  const head = eatHead(cursor);
  if (!head || !cursor.done || head.select.kind === 'folder') return OF_ANY.test(cursor.rest) ? [] : undefined;
  return head.isKind ? [] : [newThing({ ...head.select })];
};
const OF_ANY = /^(?:cosas?|things?|ones?|de lo)\W*$/;

const comparisonIn = (text: Text, match: Indexed, world: World): Clause | undefined => {
  const clause: Clause = { ...emptyClause(), act: 'compare', hasVerb: true };
  const [a, b] = (['a', 'b'] as const).map((side) => {
    const stretch = stretchOf(match, side)!;
    return JOINING.test(text.folded.slice(stretch.from, stretch.to))
      ? undefined
      : folderAt(text, stretch, { clause, world });
  });
  const things = kindAt(text, stretchOf(match, 'kind'));
  if (!a || !b || !things || !isAlone(text, match.index, world)) return undefined;
  return {
    ...clause,
    things,
    locs: [
      { role: 'from', loc: a },
      { role: 'in', loc: b },
    ],
  };
};

const firstOf = (text: Text, forms: readonly RegExp[], world: World): Clause | undefined => {
  for (const form of forms) {
    const match = form.exec(text.folded);
    const clause = match && comparisonIn(text, match as Indexed, world);
    if (clause) return clause;
  }
  return undefined;
};

/** One word of these is in every form; most sentences have none. */
const COMPARES =
  /\b(?:no|not|compar\w*|diferenci\w*|differ\w*|faltan?|missing|same|identical|iguales|mism[oa]s?|everything|all|tod[oa]s?|cambia|[a-z]+n'?t)\b/;

/** A question about what two folders have, if the sentence is one. */
export const readComparison = (text: Text, world: World): Clause | undefined => {
  if (!COMPARES.test(text.folded)) return undefined;
  const clause = firstOf(text, lacking, world);
  return clause ? { ...clause, lacking: true } : firstOf(text, comparing, world);
};
