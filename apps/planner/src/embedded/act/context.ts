import type { Language } from '#contracts/chat';
import { detectLanguage } from '#contracts/words/language';
import type { Facts } from '../../facts.js';
import type { World } from '../grammar/world.js';
import type { Clock } from '../time/calendar.js';
import type { Result } from './job.js';
import type { Mention } from './spoken.js';
import type { OpenPlan } from './together.js';

/** All a job may know: the facts of this request, the language, and gaps a person has filled. */
export interface Context {
  readonly facts: Facts;
  readonly language: Language;
  readonly clock: Clock;
  readonly sentence: string;
  /** Folders of the sentence whose names are words of the language as well. */
  named?: readonly string[];
  readonly fill: Readonly<Record<string, string>>;
  /** How many clauses of the sentence are done: a question later on must not do them again. */
  done: number;
  /** The machine meant, if one was named. */
  machine?: string;
  /** Where earlier clauses of this sentence put things: what "there" means now. */
  there?: string;
  /** What was last done or looked at, in this sentence or before it. */
  spoken: Mention;
  /** Plans of earlier clauses that nobody was asked about yet. */
  open: OpenPlan[];
  /** Plans that were made too early and are not to be carried out. */
  readonly left: string[];
  /** What looks of this request answered, until something is changed. */
  readonly seen: Map<string, Result>;
}

export const placesOf = (context: Context): string[] => {
  const id = context.machine ?? context.facts.defaultMachine;
  const known =
    context.facts.machines.find((machine) => machine.id === id) ??
    context.facts.machines.find((machine) => machine.online);
  return known && known.places.length > 0
    ? [...known.places]
    : ['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos'];
};

const KNOWN = new Set(['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos']);

/** Places their owners named; the words for the known ones are the lexicon's business. */
export const ownPlaces = (facts: Facts): string[] =>
  [...new Set(facts.machines.flatMap(({ places }) => places))].filter((place) => !KNOWN.has(place));

/** What reading a sentence needs of the facts. */
export const worldOf = ({ facts, clock, sentence, spoken }: Context): World => ({
  isEnglish: detectLanguage(sentence) === 'en',
  places: ownPlaces(facts),
  machines: facts.machines,
  here: spoken[0]?.machine ?? facts.defaultMachine,
  madeFolder: spoken[0]?.made === true || spoken[0]?.operation === 'create-folder',
  clock,
});
