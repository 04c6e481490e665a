import { questionText } from '#contracts/words/question-text';
import type { Clause } from '../grammar/clause.js';
import { foldName } from '../text/fold.js';
import type { Context } from './context.js';
import { Say } from './job.js';
import { choose } from './questions.js';

/** Settles which machine a clause is about: named, the default, or the only one on; otherwise it asks. */
export const chooseMachine = (context: Context, clause: Clause): void => {
  const { machines, defaultMachine } = context.facts;
  if (isAcross(context, clause) || isFetched(context, clause) || isCarriedAcross(context, clause))
    throw new Say(questionText('acrossMachines', context.language));
  const meant = meantBy(context, clause) ?? spokenOn(context, clause);
  const id = meant === undefined ? withoutName(context) : oneOf(context, meant);
  const machine = machines.find((each) => each.id === id);
  if (machine && !machine.online) throw new Say(questionText('machineOff', context.language, { name: machine.name }));
  if (clause.machine !== undefined || id !== defaultMachine) context.machine = id;
};

/** What points back is where it was spoken of, until the sentence names a machine. */
const spokenOn = ({ spoken: [deed] }: Context, clause: Clause): readonly string[] | undefined =>
  deed !== undefined && !clause.thisMachine && isBack(clause) ? [deed.machine] : undefined;

const isBack = ({ things, locs }: Clause): boolean =>
  things.some(({ pronoun, rest, narrows }) => pronoun ?? rest ?? narrows) || locs.some(({ loc }) => loc.there);

const isAcross = (context: Context, { machine, machineWords = 0, thisMachine }: Clause): boolean =>
  (machineWords > 1 && new Set(machine).size > 1) ||
  (thisMachine === true && machine !== undefined && !machine.includes(context.facts.defaultMachine ?? ''));

/** "copy it to the laptop", said of files that are not there: taken as "on the laptop", other files would be copied. */
const isCarriedAcross = (context: Context, clause: Clause): boolean => {
  const { act, toMachine, machine = [], machineWords = 0 } = clause;
  if (toMachine === undefined || (act !== 'move' && act !== 'copy')) return false;
  if (machine.length > 1 && new Set(machine).size === 1) return false;
  const from = carriedFrom(context, clause);
  return from === undefined || !toMachine.includes(from) || machineWords > Math.max(machine.length, 1);
};

const HITHER = /\b(?:bring|fetch|trae\w*|traigas?)\b|\b(?:to|onto|into|a|al)\s+(?:my|mis?)\s/;

/** "Bring budget.xlsx from the laptop over to my desktop", “copy it to my desktop” after a look there: they are to go here. */
const isFetched = (context: Context, clause: Clause): boolean => {
  if (clause.act !== 'move' && clause.act !== 'copy') return false;
  const from = clause.fromMachine ?? (clause.machine === undefined ? spokenOn(context, clause) : undefined);
  const isThere = from !== undefined && !from.includes(context.facts.defaultMachine ?? '');
  return isThere && HITHER.test(foldName(context.sentence));
};

const carriedFrom = (context: Context, clause: Clause): string | undefined => {
  const { machines, defaultMachine } = context.facts;
  const only = machines.length === 1 ? machines[0]!.id : undefined;
  return spokenOn(context, clause)?.[0] ?? context.machine ?? defaultMachine ?? only;
};

const meantBy = (context: Context, clause: Clause): readonly string[] | undefined => {
  if (clause.machine) return clause.machine;
  return clause.thisMachine || context.machine === undefined ? undefined : [context.machine];
};

const withoutName = (context: Context): string | undefined => {
  const { machines, defaultMachine } = context.facts;
  if (defaultMachine !== undefined || machines.length <= 1) return defaultMachine ?? machines[0]?.id;
  const last = context.spoken[0]?.machine;
  if (last !== undefined && machines.some(({ id, online }) => id === last && online)) return last;
  return oneOf(
    context,
    machines.map(({ id }) => id),
  );
};

const oneOf = (context: Context, ids: readonly string[]): string => {
  const meant = context.facts.machines.filter(({ id }) => ids.includes(id));
  const list = context.facts.machines.map(({ name }) => name).join(', ');
  if (meant.length === 0) throw new Say(questionText('machineUnknown', context.language, { list }));
  if (meant.length === 1) return meant[0]!.id;
  const chosen = choose(context, 'machine', { key: 'whichMachine', options: meant.map(({ name }) => name) });
  return meant.find(({ name }) => name === chosen)!.id;
};
