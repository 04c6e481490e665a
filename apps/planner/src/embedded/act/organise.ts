import type { Select } from '#contracts/selection';
import { choiceText } from '#contracts/words/question-text';
import type { By, Clause } from '../grammar/clause.js';
import { callOn, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import { Say, type Call, type Job } from './job.js';
import { joined, targetFolder } from './locate.js';
import { choose } from './questions.js';
import { isOnlyDefault } from './selection.js';
import { locWith, PLACE_OF, sourceOf } from './source.js';
import { errorText } from '#contracts/words/error-text';

/** Folder below the target, by what tidying goes by. Months carry their year, so that two years stay apart. */
const TEMPLATES: Readonly<Record<Exclude<By, 'type' | 'name'>, string>> = {
  extension: '{ext}',
  year: '{yyyy}',
  month: '{yyyy}-{mm}',
  day: '{yyyy}-{mm}-{dd}',
};

/** One rule for all of it: the agent fills it in for each entry, kinds in the person's language. */
const templateOf = (by: readonly By[], { language }: Context): string => {
  if (by.includes('type')) return `{category:${language}}`;
  if (by.includes('year') && by.includes('month')) return '{yyyy}/{mm}';
  return by.map((each) => TEMPLATES[each as keyof typeof TEMPLATES]).join('/');
};

const byAsked = (context: Context): readonly By[] => {
  const choices = { byType: ['type'], byMonth: ['month'], byYear: ['year'] } as const;
  const keys = Object.keys(choices) as (keyof typeof choices)[];
  const options = keys.map((key) => choiceText(key, context.language));
  const chosen = choose(context, 'by', { key: 'organiseBy', options });
  return choices[keys[options.indexOf(chosen)]!];
};

/** Folders for each kind or date: one move per kind that is there, or one rule for dates. */
export function* organise(context: Context, clause: Clause): Job<void> {
  const by = clause.by ?? byAsked(context);
  const hasPlace = clause.locs.some(({ role, loc }) => role !== 'to' && !loc.there);
  const ownPlace = hasPlace ? undefined : placeOfCategory(clause);
  const isPlaceMeant = hasPlace && clause.things.every(({ pronoun }) => pronoun !== undefined);
  const things = isOnlyDefault(clause) || isPlaceMeant || ownPlace === 'documents' ? [] : clause.things;
  const [source] = yield* sourceOf(
    context,
    { ...clause, things, locs: clause.locs.filter(({ role }) => role !== 'to') },
    { fallback: ownPlace },
  );
  if (!source || 'entry' in source) throw new Say(errorText('NOT_A_FOLDER', context.language));
  const to = locWith(clause, 'to');
  const target = to ? yield* targetFolder(context, to, source.from) : source.from;
  const move = (select: Select, folder: string): Call =>
    callOn(context, clause.act === 'copy' ? 'copy' : 'move', { from: source.from, select, to: joined(target, folder) });
  yield* planAndCommit(
    context,
    source.selects.map((select) => move(select, templateOf(by, context))),
  );
}

/** "organiza mis fotos por mes": the photos of the place for photos. */
const placeOfCategory = ({ things }: Clause): string | undefined => {
  const categories = things.length === 1 ? things[0]!.select.category : undefined;
  return categories?.[0] === undefined ? undefined : PLACE_OF[categories[0]];
};
