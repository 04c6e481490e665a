import { isFileName } from '../text/file-name.js';
import type { Select } from '#contracts/selection';
import { newThing, type Clause, type Thing } from '../grammar/clause.js';
import { callOn, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { isMadeHere } from './folders-made.js';
import { ask } from './questions.js';
import { deedOf } from './spoken.js';
import { argsOf, eachNamed, isSeveralNamed, sourceOf, type Source } from './source.js';

/** What the names become, as the operation takes it; undefined when that was not said. */
const changeOf = (
  clause: Clause,
  answered: string | undefined,
  sources: readonly Source[],
): Record<string, unknown> | undefined => {
  if (clause.letterCase) return { case: clause.letterCase };
  if (clause.replace) return { replace: clause.replace };
  if (clause.affix)
    return { to: clause.affix.where === 'start' ? `${clause.affix.text}{stem}` : `{stem}${clause.affix.text}` };
  const name = clause.newName ?? answered;
  if (name === undefined) return undefined;
  if (sources.every(isOne) || name.includes('{')) return { to: name };
  return { to: `${name.replace(/\.[a-z0-9]{1,5}$/i, '')} {n}` };
};

/** One entry, also when it is meant by "it". */
const isOne = (source: Source): boolean =>
  'entry' in source || (source.selects.length === 1 && isOneName(source.selects[0]!));

const isOneName = ({ kind, names }: Select): boolean =>
  names?.length === 1 && !/[*?]/.test(names[0]!) && (kind === 'any' || isFileName(names[0]!));

/** What is not said is what was spoken of; of one name, one thing. */
const unsaid = ({ newName }: Clause): Thing => ({ ...newThing(), pronoun: newName === undefined ? 'that' : 'it' });

/** A new name may be given as a path in the same folder; only its last part is a name. */
const leaf = (name: string | undefined): string | undefined =>
  name
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/^[«"“]|[»"”]$/g, '')
    .trim();

/** "renómbrala", after a folder was made and several things went into it: one name is the folder's. */
const folderMeant = (context: Context, { things, locs, newName }: Clause): Source | undefined => {
  const deed = deedOf(context);
  const isIt = locs.length === 0 && things.every(({ pronoun, of }) => pronoun === 'it' && of === undefined);
  if (newName === undefined || !isIt || deed?.to === undefined || (deed.entries ?? 0) < 2) return undefined;
  if (deed.state !== 'committed' || !isMadeHere(deed.to, context.facts)) return undefined;
  return { entry: { location: deed.to, name: leaf(deed.to)!, kind: 'folder', size: 0, modified: '' } };
};

/** "add _paid to invoice 208 and invoice 209": each keeps its own name; a name of one is not given to several. */
function* sourcesOf(context: Context, clause: Clause): Job<readonly Source[]> {
  const isEach = clause.newName === undefined && isSeveralNamed(clause);
  return isEach ? yield* eachNamed(context, clause) : yield* sourceOf(context, clause);
}

export function* rename(context: Context, clause: Clause): Job<void> {
  const isBack = clause.things.length === 0 && clause.locs.length === 0;
  const folder = folderMeant(context, clause);
  const said = isBack ? { ...clause, things: [unsaid(clause)] } : clause;
  const sources = folder ? [folder] : yield* sourcesOf(context, said);
  const change = changeOf({ ...clause, newName: leaf(clause.newName) }, leaf(context.fill['newName']), sources);
  if (!change) throw ask(context, 'newName', { key: 'newName', options: [] });
  yield* planAndCommit(
    context,
    sources.flatMap(argsOf).map((args) => callOn(context, 'rename', { ...args, ...change })),
  );
}
