import { counted } from '#contracts/words/amounts';
import { questionText } from '#contracts/words/question-text';
import type { Clause } from '../grammar/clause.js';
import { isNameOf } from '../text/file-name.js';
import { foldName } from '../text/fold.js';
import { wordsOfName } from '../text/name-words.js';
import { callOn, planAndCommit } from './calls.js';
import type { Context } from './context.js';
import { entriesIn, isPartBack, jobsIn, type DoneJob } from './jobs-done.js';
import { Say, type Job } from './job.js';
import { ask } from './questions.js';
import { isPlainKind } from './selection.js';

/** Which of the jobs of this conversation are to be taken back: those that were meant, and never one more. */

const ALL =
  /\b(?:undo|revert|deshaz|deshace|deshacer|revierte|revertir)(?: ?~?l[oa]s?)? (?:absolutamente )?(?:todo|todos los cambios|everything|all(?: of it| the changes| changes)?)\b|\btodo (?:vuelva a )?como estab?a|\beverything (?:back )?(?:to )?how it was/;
const TWO = /\b(?:both|ambos|ambas|two|dos)\b/;
const THREE = /\b(?:three|tres)\b/;
const FIRST = /\b(?:first|primer[oa]?)\b/;
/** "deshaz el borrado": the newest job of that kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:borrad[oa]|borraste|borrar|eliminaste|eliminad[oa]|deletion|deleted?|trashed|papelera|undelete|trash|recuper\w*|restaur\w*|rescat\w*|restore|recover)\b/,
    'trash',
  ],
  [/\b(?:undo|revert|deshaz|deshacer|reverse)\b.*\b(?:move|moving|movimiento|mover|mudanza|moviste|moved)\b/, 'move'],
  [/\b(?:undo|revert|deshaz|deshacer|reverse)\b.*\b(?:cop(?:y|ying|ia|iar|iaste|ied)|copiado)\b/, 'copy'],
  [/\b(?:undo|revert|deshaz|deshacer|reverse)\b.*\b(?:renam(?:e|ing|ed)|renombrad[oa]|renombrar|nombres?)\b/, 'rename'],
];

/** As many as were said, or none where there are not so many. */
const newest = (jobs: readonly DoneJob[], count: number): readonly DoneJob[] =>
  jobs.length < count ? [] : jobs.slice(0, count);

const kindIn = (said: string): string | undefined => KINDS.find(([pattern]) => pattern.test(said))?.[1];

const meant = (jobs: readonly DoneJob[], said: string): readonly DoneJob[] => {
  if (ALL.test(said)) return jobs;
  if (TWO.test(said)) return newest(jobs, 2);
  if (THREE.test(said)) return newest(jobs, 3);
  if (FIRST.test(said)) return jobs.slice(-1);
  const kind = kindIn(said);
  return (kind === undefined ? jobs : jobs.filter(([deed]) => deed!.operation === kind)).slice(0, 1);
};

/** "recupera notas.txt": the job that was about that one and nothing else. */
const isAboutOne = (job: DoneJob, name: string): boolean =>
  job.length === 1 && job[0]!.entries === 1 && job[0]!.names?.some((each) => isNameOf(each, name)) === true;

/** "deshaz lo de Olmo": all of it was taken from that folder, or went into it. */
const isAboutFolder = (job: DoneJob, name: string): boolean => {
  const words = wordsOfName(name);
  const isIn = (location = ''): boolean =>
    location
      .split('/')
      .slice(1)
      .some((part) => words.every((word) => wordsOfName(part).includes(word)));
  return words.length > 0 && job.every(({ from, to }) => isIn(from) || isIn(to));
};

/** One of several was said in words that are not read: a job is then taken back whole or not at all. */
const namesPart = (job: DoneJob, sentence: string): boolean => {
  const said = foldName(sentence);
  const names = job.flatMap(({ names: of = [] }) => of);
  const isAllSaid = names.every((name) => said.includes(foldName(name)));
  return names.length > 0 && !isAllSaid && names.some((name) => said.includes(foldName(name)));
};

export const wholeOnly = ({ language }: Context, job: DoneJob): Say =>
  new Say(questionText('wholeOnly', language, { what: counted(entriesIn(job), 'entry', language) }));

/** "deshaz lo de los png": only what was done with those. */
const isAbout = (job: DoneJob, { things }: Clause): boolean =>
  things.every(({ pronoun, select, name }) => {
    if (name !== undefined) return isAboutOne(job, name) || isAboutFolder(job, name);
    const said = [...(select.names ?? []), ...(select.category ?? [])];
    const done = job.flatMap(({ select: of }) => [...(of?.names ?? []), ...(of?.category ?? [])] as string[]);
    const isSaid = said.some((each) => done.includes(each)) || isAllOf(job, select.names ?? []);
    return pronoun !== undefined || said.length === 0 || isSaid;
  });

/** Every one of them has such an ending, and all of them are known by name. */
const isAllOf = (job: DoneJob, globs: readonly string[]): boolean => {
  const endings = globs.flatMap((glob) => (/^\*\.\w+$/.test(glob) ? [foldName(glob.slice(1))] : []));
  const isOf = (name: string): boolean => endings.some((ending) => foldName(name).endsWith(ending));
  return endings.length > 0 && job.every(({ names = [], entries }) => names.length === entries && names.every(isOf));
};

/** Said in so many words; "déjalo como estaba" where nothing was done speaks of something else. */
const PLAINLY = /\b(?:undo|revert|reverse|deshaz|deshace|deshacer|deshagas|revierte|revertir)(?:l[oa]s?)?\b/;

const isBare = ({ things }: Clause): boolean =>
  things.every((thing) => thing.pronoun !== undefined || isPlainKind(thing));

const isPart = (job: DoneJob): boolean => job.some(isPartBack);

/** A part that came back is taken away again only by a plain "undo that"; of several jobs its own is the one that counts. */
const takenIn = (jobs: readonly DoneJob[], clause: Clause, said: string): readonly DoneJob[] => {
  const isPlain = isBare(clause) && PLAINLY.test(said);
  const isVague = isBare(clause) && !isPlain && kindIn(said) === undefined;
  if (isVague && jobs.slice(0, 1).some(isPart)) return [];
  const about = jobs.filter((job) => (isPart(job) ? isPlain : isAbout(job, clause)));
  const taken = meant(about, said);
  return taken.length > 1 ? taken.filter((job) => !isPart(job)) : taken;
};

/** Undo of what this conversation did last, or of what was named; without any job, of the newest on the machine. */
export function* undo(context: Context, clause: Clause): Job<void> {
  const all = jobsIn(context.facts.deeds);
  const said = foldName(context.sentence);
  if (all.length === 0 && isBare(clause) && PLAINLY.test(said))
    return yield* planAndCommit(context, [callOn(context, 'undo', {})]);
  const taken = takenIn(all, clause, said);
  const parted = taken.find((job) => namesPart(job, context.sentence));
  if (parted) throw wholeOnly(context, parted);
  const deeds = taken.flat();
  if (deeds.length === 0) throw ask(context, 'what', { key: 'whichThem', options: [] });
  yield* planAndCommit(
    context,
    deeds.map(({ planId, machine }) =>
      callOn(context, 'undo', { planId, ...(context.machine === undefined && { machine }) }),
    ),
  );
}

/** Undoing the last undo is doing it again. */
export function* redo(context: Context): Job<void> {
  const last = context.facts.deeds.findLast(({ state, planId }) => state === 'committed' && planId !== undefined);
  if (last?.operation !== 'undo') throw new Say(questionText('nothingToRedo', context.language));
  yield* planAndCommit(context, [callOn(context, 'undo', { machine: last.machine, planId: last.planId })]);
}
