import type { Loc, Thing } from '../grammar/clause.js';
import { someSpokenOf, spokenOf, type Chosen } from './among.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { sourceFolder } from './locate.js';
import { ask } from './questions.js';
import { restOf } from './rest.js';
import { deedOf } from './spoken.js';

/** What points back at the conversation: pronouns, the rest, some of what was shown. Undefined when nothing does. */
export function* backSource(
  context: Context,
  things: readonly Thing[],
  loc: Loc | undefined,
): Job<readonly Chosen[] | undefined> {
  const [only, ...others] = things;
  const folder = loc && things.some(pointsBack) ? yield* sourceFolder(context, loc) : undefined;
  if (only?.pronoun && others.length === 0) return yield* spokenIn(context, only, folder);
  if (only?.rest && others.length === 0) return yield* restOf(context, only, folder);
  if (things.some(({ rest }) => rest)) throw ask(context, 'what', { key: 'what', options: [] });
  return loc ? undefined : yield* someSpokenOf(context, things);
}

const pointsBack = ({ pronoun, rest }: Thing): boolean => pronoun !== undefined || rest === true;

/** "bórralas del escritorio": those that were looked at or copied there, if they still are as many. */
function* spokenIn(context: Context, thing: Thing, folder: string | undefined): Job<readonly Chosen[]> {
  if (folder === undefined) return yield* spokenOf(context, thing);
  const deed = deedOf(context);
  const isThere = deed?.from === folder && (deed.state === 'looked' || deed.operation === 'copy');
  const of = isThere && deed.operation === 'copy' ? ('originals' as const) : thing.of;
  const chosen = yield* spokenOf(context, { ...thing, ...(of && { of }) });
  if (chosen.some(({ from }) => from !== folder)) throw ask(context, 'them', { key: 'whichThem', options: [] });
  return chosen;
}
