import { isFileName } from '../text/file-name.js';
import { choiceText } from '#contracts/words/question-text';
import type { Clause, Loc } from '../grammar/clause.js';
import { callOn, find, planAndCommit } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { joined, targetFolder } from './locate.js';
import { ask, choose, chooseFolder } from './questions.js';
import { itEntry } from './among.js';
import { unclear } from './referents.js';
import { deedOf } from './spoken.js';
import { literal } from '../grammar/patterns.js';
import { locWith } from './source.js';

/** A bare name becomes a text file. */
const withExtension = (said: string): string => {
  const name = said.replace(/^(?:nota|archivo|fichero|file|note|documento|document)\s+(?=\S)/i, '');
  return isFileName(name) ? name : `${name}.txt`;
};

const modeFor = (context: Context, clause: Clause): 'append' | 'replace' => {
  if (clause.append) return 'append';
  const options = [choiceText('append', context.language), choiceText('replace', context.language)];
  return choose(context, 'mode', { key: 'fileExists', options, fill: { name: clause.things[0]?.name ?? '' } }) ===
    options[0]
    ? 'append'
    : 'replace';
};

const TEXT_FILE = /\.(?:txt|md|csv|log)$/i;

/** One text file was written, read, found or moved last. */
export const speaksOfText = (context: Context): boolean => {
  const deed = deedOf(context);
  if (!deed || (deed.entries ?? 1) !== 1) return false;
  const names = deed.operation === 'rename' ? [deed.to] : [...(deed.names ?? []), deed.to, deed.from];
  return names.some((name) => name !== undefined && TEXT_FILE.test(name));
};

/** "añádele azúcar": to the file that was spoken of, and to no other. */
function* addToSpoken(context: Context, clause: Clause): Job<void> {
  const text = inLines(textFor(context, clause), clause);
  const { location } = yield* itEntry(context, clause.things[0]!);
  if (!TEXT_FILE.test(location)) throw unclear(context);
  yield* planAndCommit(context, [callOn(context, 'write', { file: location, text, mode: 'append' })]);
}

/** "añádele X", "add X to it", where no text was spoken of: X is no name of a file. */
const isAddedToNothing = ({ writeText, receives, locs, things }: Clause): boolean =>
  writeText === undefined &&
  (receives === true || locs.some(({ loc }) => loc.there)) &&
  things.every(({ name }) => name === undefined || !isFileName(name));

/** Writes a text: into the file of that name if there is one, else a new file in the folder that was said. */
export function* note(context: Context, clause: Clause): Job<void> {
  if (clause.append && clause.things[0]?.pronoun) return yield* addToSpoken(context, clause);
  if (isAddedToNothing(clause)) throw unclear(context);
  yield* writeNamed(context, clause);
}

function* writeNamed(context: Context, clause: Clause): Job<void> {
  const file = clause.things.find(({ name }) => name !== undefined);
  const name = withExtension((file?.name ?? fileNameAsked(context)).trim());
  const folder = yield* folderSaid(context, file?.loc ?? locWith(clause, 'in', 'to', 'object', 'from'));
  const text = textFor(context, clause);
  const places = folder === undefined ? placesOf(context) : [folder];
  const hits = yield* find(context, places, {
    kind: 'file',
    names: [literal(name)],
    depth: folder === undefined ? 64 : 1,
  });
  const written =
    hits.length === 1
      ? { file: hits[0]!.location, text: inLines(text, clause), mode: modeFor(context, clause) }
      : { file: joined(folder ?? (yield* folderAsked(context, name)), name), text };
  yield* planAndCommit(context, [callOn(context, 'write', written)]);
}

const textFor = (context: Context, { writeText, append }: Clause): string => {
  const text = writeText ?? context.fill['text'];
  if (text === undefined && append) throw ask(context, 'text', { key: 'whatText', options: [] });
  return text ?? '';
};

const fileNameAsked = (context: Context): string => {
  const answer = context.fill['fileName'];
  if (answer !== undefined) return answer;
  throw ask(context, 'fileName', { key: 'fileName', options: [] });
};

function* folderSaid(context: Context, loc: Loc | undefined): Job<string | undefined> {
  const isSaid = loc && (loc.place !== undefined || loc.path.length > 0 || loc.there);
  return isSaid ? yield* targetFolder(context, loc, undefined) : undefined;
}

function* folderAsked(context: Context, name: string): Job<string> {
  return yield* targetFolder(
    context,
    chooseFolder(context, 'whereWrite', { key: 'whereWrite', fill: { name } }),
    undefined,
  );
}

/** What is added begins on a line of its own. */
const inLines = (text: string, { append }: Clause): string => (append ? `\n${text}` : text);
