import { OrdenaError } from '#contracts/errors';
import type { Machine } from '#contracts/machine';
import { fold } from '#contracts/words/language';

export interface MachineChoice {
  /** Those this request may touch. */
  readonly machines: readonly Machine[];
  /** The one meant when none is named. */
  readonly defaultMachine?: string;
}

/**
 * Which machine a model means: an id, a human name, part of one, or "this PC". Never a guess: several is AMBIGUOUS, none
 * is UNKNOWN_MACHINE, and both say which there are.
 */
export const resolveMachine = (said: string | undefined, choice: MachineChoice): string => {
  const wanted = said === undefined ? '' : fold(said).trim();
  const exact = choice.machines.filter((machine) => namesOf(machine).includes(wanted));
  const named = exact.length > 0 ? exact : choice.machines.filter((machine) => isOfKind(wanted, machine));
  if (named.length === 0 && (wanted === '' || isThisOne(wanted))) return theDefault(choice);
  const matches = named.length > 0 ? named : choice.machines.filter((machine) => mentions(wanted, machine));
  if (matches.length === 1 && matches[0]) return matches[0].machine;
  throw matches.length === 0 ? unknown(said ?? '', choice) : ambiguous(matches);
};

const theDefault = ({ machines, defaultMachine }: MachineChoice): string => {
  if (defaultMachine !== undefined && machines.some(({ machine }) => machine === defaultMachine)) return defaultMachine;
  if (machines.length === 1 && machines[0]) return machines[0].machine;
  if (machines.length > 1) throw ambiguous(machines);
  throw unknown(defaultMachine ?? '', { machines });
};

const namesOf = ({ machine, displayName }: Machine): string[] => [machine, fold(displayName).trim()];

const THIS_ONE =
  /^(?:(?:this|my|the|esta|este|mi|la|el)\s+)?(?:pc|computer|machine|laptop|compu|computadora|ordenador|equipo|maquina)$/;

/** "the laptop" where one is called "Laptop de Ana": the kind of computer is its name. "My laptop" is the one at hand. */
const isOfKind = (wanted: string, machine: Machine): boolean => {
  const kind = /^(?:(?:the|la|el)\s+)?(\p{L}+)$/u.exec(wanted)?.[1];
  return (
    kind !== undefined &&
    THIS_ONE.test(kind) &&
    namesOf(machine).some((name) => name.split(/[^\p{L}]+/u).includes(kind))
  );
};

const isThisOne = (wanted: string): boolean =>
  THIS_ONE.test(wanted) || ['this', 'here', 'local', 'esta', 'este', 'aqui'].includes(wanted);

/** Words that say "a computer" and nothing about which. */
const EMPTY_WORDS = new Set(
  'la el los las de del en mi tu su the of in my your at pc compu computadora computador ordenador equipo maquina laptop portatil computer machine'.split(
    ' ',
  ),
);

const tellingWords = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word));

/** "la compu de la oficina" fits the machine "Oficina 2": every telling word is one of its words. */
const mentions = (wanted: string, machine: Machine): boolean => {
  const known = new Set(namesOf(machine).flatMap(tellingWords));
  const telling = tellingWords(wanted);
  return telling.length > 0 && telling.every((word) => known.has(word));
};

const shown = (machines: readonly Machine[]): string[] =>
  machines.map(({ machine, displayName }) => `${displayName} (${machine})`);

const ambiguous = (machines: readonly Machine[]): OrdenaError =>
  new OrdenaError('AMBIGUOUS', 'Several machines can be meant. Ask the person which one.', {
    details: { options: shown(machines) },
  });

const unknown = (machine: string, { machines }: MachineChoice): OrdenaError =>
  new OrdenaError('UNKNOWN_MACHINE', 'There is no such machine. Use one of those listed, or ask the person.', {
    details: { machine, machines: shown(machines) },
  });
