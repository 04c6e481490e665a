import { questionText, type QuestionKey } from '#contracts/words/question-text';
import { numberOf } from '../lexicon/numbers.js';
import { placeOf } from '../lexicon/places.js';
import { ALL_OF_THEM } from '../lexicon/pointing.js';
import { foldName } from '../text/fold.js';
import { shownLocation } from '#contracts/words/place-names';
import { eatAnsweredLoc } from './answered.js';
import { placesOf, type Context } from './context.js';
import type { Loc } from '../grammar/clause.js';
import { Ask } from './job.js';

interface Choice {
  readonly key: QuestionKey;
  readonly options: readonly string[];
  readonly fill?: Readonly<Record<string, string>>;
}

const ORDINALS: readonly RegExp[] = [
  /^(?:(?:la|el|the|number|numero|opcion|option) )*(?:1|uno|una|primer[oa]?|first(?: one)?|one)$/,
  /^(?:(?:la|el|the|number|numero|opcion|option) )*(?:2|dos|segund[oa]|second(?: one)?|two)$/,
  /^(?:(?:la|el|the|number|numero|opcion|option) )*(?:3|tres|tercer[oa]?|third(?: one)?|three)$/,
  /^(?:(?:la|el|the|number|numero|opcion|option) )*(?:4|cuatro|cuart[oa]|fourth(?: one)?|four)$/,
];

/** "Las dos", "the two": so many, and not the second. */
const SO_MANY = /^\W*(?:l[oa]s|the|all) (?:dos|tres|cuatro|two|three|four)\b/;

/** The option an answer picks: by its words, or by its number. Nothing unless exactly one fits. */
export const optionOf = (answer: string, options: readonly string[]): string | undefined => {
  if (SO_MANY.test(foldName(answer))) return options.find((option) => foldName(option) === foldName(answer));
  const said = foldName(answer)
    .replace(/[.!¡¿?]+$/, '')
    .replace(
      /^(?:(?:pues|mejor|no|solo|only|just|en|a|al|el|la|los|las|de|del|in|to|the|from|on|of|with|called|my|mi|mis|es|sera|que|esta|esta en|one|ones|that|is|dice|says)[\s,]+)+/,
      '',
    );
  const exact = options.filter((option) => foldName(option) === said || foldName(option) === foldName(answer));
  if (exact.length === 1) return exact[0];
  const at = ORDINALS.findIndex((pattern) => pattern.test(said));
  if (at >= 0 && at < options.length) return options[at];
  if (/^(?:ultim[oa]|last(?: one)?)$/.test(said)) return options.at(-1);
  const place = placeOf(said, []);
  const there = options.filter((option) => place !== undefined && (option === place || option.startsWith(`${place}/`)));
  if (there.length === 1) return there[0];
  const part = options.filter(
    (option) =>
      said.length > 2 &&
      foldName(option)
        .split(/[/\s]+/)
        .some((piece) => piece === said),
  );
  const near = part.length > 0 ? part : options.filter((option) => said.length > 2 && foldName(option).includes(said));
  return near.length === 1 ? near[0] : onlyWith(said, options);
};

/** Each word of the answer is in that option and in no other: "la de la playa", "the march one". */
const onlyWith = (said: string, options: readonly string[]): string | undefined => {
  const words = said.split(/[^\p{L}\p{N}.]+/u).filter((word) => word.length > 2 && !SMALL.test(word));
  const holding = options.filter((option) => words.every((word) => foldName(option).includes(word)));
  return words.length > 0 && holding.length === 1 ? holding[0] : undefined;
};
const SMALL = /^(?:que|las?|los?|del?|the|one|ones|from|with|that|está?|please|por|favor|porfa)$/;

const ALL = new RegExp(`^(?:${ALL_OF_THEM})$`);

const BOTH = /\b(?:both|amb[oa]s)\b/;
const COUNTED = /\b(?:dos|two|tres|three)\b/;
const countIn = (said: string): number | undefined => {
  const word = COUNTED.exec(said)?.[0];
  if (word !== undefined) return numberOf(word);
  return BOTH.test(said) ? 2 : undefined;
};

/** "ambos", "all of them": the answer that picks none because all `offered` ones are meant; "both" are two. */
export const saysAll = ({ fill }: Context, key: string, offered: number): boolean => {
  const said = foldName(fill[key] ?? '').replace(/[.!,]+$/, '');
  return ALL.test(said) && (countIn(said) ?? offered) === offered;
};

export const ask = (context: Context, key: string, { key: question, options, fill = {} }: Choice): Ask =>
  new Ask(key, questionText(question, context.language, fill), options);

/** The person's choice if it was made, else the question. An answer that picks none is asked again. */
export const choose = (context: Context, key: string, { key: question, options, fill = {} }: Choice): string => {
  const answer = context.fill[key];
  const chosen = answer === undefined ? undefined : optionOf(answer, options);
  if (chosen !== undefined) return chosen;
  throw ask(context, key, { key: question, options, fill });
};

/** As `choose`, of locations: shown in the person's language, picked by what is shown or by what it stands for. */
export const chooseLocation = (
  context: Context,
  key: string,
  { key: question, options, fill = {} }: Choice,
): string => {
  const shown = options.map((location) => shownLocation(location, context.language));
  const answer = context.fill[key] ?? '';
  const picked = optionOf(answer, shown) ?? optionOf(answer, options);
  const at = picked === undefined ? -1 : Math.max(shown.indexOf(picked), options.indexOf(picked));
  if (context.fill[key] !== undefined && at >= 0) return options[at]!;
  throw ask(context, key, { key: question, options: shown, fill });
};

const shownPlaces = (context: Context): string[] =>
  placesOf(context).map((place) => shownLocation(place, context.language));

/** A folder the person names in answer; the places are offered. */
export const chooseFolder = (
  context: Context,
  key: string,
  { key: question, fill = {} }: Omit<Choice, 'options'>,
): Loc => {
  const answered = eatAnsweredLoc(context, key);
  if (answered) return answered;
  const options = shownPlaces(context);
  const chosen = context.fill[key] === undefined ? undefined : optionOf(context.fill[key], options);
  if (chosen !== undefined) return { place: placesOf(context)[options.indexOf(chosen)]!, path: [] };
  throw ask(context, key, { key: question, options, fill });
};
