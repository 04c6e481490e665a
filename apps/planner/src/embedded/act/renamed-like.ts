import { literally } from '../text/spaced.js';
import type { Deed } from '../../facts.js';
import type { Clause } from '../grammar/clause.js';
import { foldName } from '../text/fold.js';
import type { Context } from './context.js';

/**
 * "y la IMG_2042 a contraportada", "and scan2.pdf to visa.pdf", after one was renamed: another one gets a name too. "Y a los
 * pdf lo mismo", after PB_ was put before some: before others too.
 */

const ADDS = /^\W*(?:y|e|and|also|plus|ahora|now|tambien|ademas)\b/;
const isOneFile = ({ operation, state, select, from }: Deed): boolean =>
  operation === 'rename' && state === 'committed' && select === undefined && from !== undefined;

/** "… to visa", read as a folder nobody knows. */
const nameIn = ({ things, locs }: Clause): string | undefined => {
  const [to, ...others] = locs;
  const isName = things.length === 1 && to?.role === 'to' && others.length === 0;
  const isBare = isName && to.loc.place === undefined && to.loc.isFolder !== true && to.loc.path.length === 1;
  return isBare ? to.loc.path[0] : undefined;
};

const ending = (name: string): string => /\.[a-z0-9]{1,11}$/i.exec(name)?.[0].toLowerCase() ?? '';

/** "… to visa.pdf", read as one more file. */
const fileNameIn = ({ things, locs }: Clause, sentence: string): string | undefined => {
  const [one, other] = things.map(({ name }) => name);
  if (things.length !== 2 || locs.length > 0 || one === undefined || other === undefined) return undefined;
  const isTo = new RegExp(`(?:a|to|as|por|como)\\s+${literally(foldName(other))}`);
  return ending(other) !== '' && ending(one) === ending(other) && isTo.test(foldName(sentence)) ? other : undefined;
};

/** The new name that is said; undefined when nothing of the kind is. */
export const renamedLike = (clause: Clause, deed: Deed, { sentence }: Context): string | undefined => {
  const [thing] = clause.things;
  const isNamed = thing?.name !== undefined && thing.loc === undefined && thing.nameKind !== 'folder';
  if (!isOneFile(deed) || !isNamed || !ADDS.test(foldName(sentence))) return undefined;
  return nameIn(clause) ?? fileNameIn(clause, sentence);
};

const PUT_ON = /^(?:(?<start>[^{}]+)\{stem\}|\{stem\}(?<end>[^{}]+))$/;

/** "¿y los pdf?" may only ask. */
const SAME = /\b(?:lo mismo|igual|the same|likewise)\b|\b(?:tambien|too|as well)\b(?!.*\?)/;

/** What was put before or behind the names, for others of which "the same" is said. */
export const putLike = ({ things }: Clause, { operation, state, to }: Deed, { sentence }: Context): Clause['affix'] => {
  const put = operation === 'rename' && state === 'committed' ? PUT_ON.exec(to ?? '')?.groups : undefined;
  const isSaid = things.length > 0 && things.every(({ pronoun, rest }) => pronoun === undefined && !rest);
  if (!put || !isSaid || !SAME.test(foldName(sentence))) return undefined;
  return { text: put['start'] ?? put['end']!, where: put['start'] === undefined ? 'end' : 'start' };
};
