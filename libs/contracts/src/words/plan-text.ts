import type { Language } from '../chat.js';
import { leafOf, parentOf } from '../location-parts.js';
import type { Plan, PlanEntry } from '../plan.js';
import { bytes, counted, plural, type Noun } from './amounts.js';
import { shownLocation } from './place-names.js';
import { undoHeadline } from './undo-text.js';

/**
 * The preview of a plan, written by code from the agent's facts and never by a model:
 * "Mover 12 archivos (3,4 MB) de escritorio a escritorio/luyd; 1 nombre ya existe: se numerará."
 */
export const planText = (plan: Plan, language: Language): string =>
  `${[headline(plan, language), ...remarks(plan, language)].join('; ')}.`;

/** What the counted entries of a plan are called: files, folders, or both as items. */
export const nounOf = (summary: Plan['summary']): Noun => {
  if (summary.files === summary.entries) return 'file';
  return summary.folders === summary.entries ? 'folder' : 'entry';
};

interface Parts {
  what: string;
  size: string;
  from: string;
  to: string;
  mode: WriteMode;
}

type WriteMode = NonNullable<PlanEntry['mode']>;

type Sentence = (parts: Parts) => string;

const fromTo = (verb: string, from: string, to: string): Sentence => {
  return (p) => `${verb} ${p.what}${p.size}${p.from && ` ${from} ${p.from}`}${p.to && ` ${to} ${p.to}`}`;
};

const HEADLINES: Readonly<Record<string, Record<Language, Sentence>>> = {
  move: { es: fromTo('Mover', 'de', 'a'), en: fromTo('Move', 'from', 'to') },
  copy: { es: fromTo('Copiar', 'de', 'a'), en: fromTo('Copy', 'from', 'to') },
  rename: { es: fromTo('Renombrar', 'en', 'como'), en: fromTo('Rename', 'in', 'to') },
  trash: {
    es: (p) => `Poner ${p.what}${p.size} de ${p.from} en la papelera`,
    en: (p) => `Put ${p.what}${p.size} from ${p.from} in the trash`,
  },
  'create-folder': { es: (p) => `Crear la carpeta ${p.to}`, en: (p) => `Create the folder ${p.to}` },
  write: {
    es: (p) => `${WRITING.es[p.mode]} ${p.to}${p.size}`,
    en: (p) => `${WRITING.en[p.mode]} ${p.to}${p.size}`,
  },
};

const WRITING: Readonly<Record<Language, Record<WriteMode, string>>> = {
  es: { create: 'Escribir', replace: 'Reemplazar el texto de', append: 'Añadir al final de' },
  en: { create: 'Write', replace: 'Replace the text of', append: 'Add to the end of' },
};

const headline = (plan: Plan, language: Language): string => {
  if (plan.operation === 'undo') return undoHeadline(plan, partsOf(plan, language).what, language);
  const sentence = HEADLINES[plan.operation]?.[language] ?? fromTo(plan.operation, '←', '→');
  return sentence(partsOf(plan, language));
};

const partsOf = (plan: Plan, language: Language): Parts => {
  const only = onlyEntry(plan);
  const named = only?.from;
  return {
    what: named ? quoted(named, language) : counted(plan.summary.entries, nounOf(plan.summary), language),
    size: plan.summary.bytes > 0 ? ` (${bytes(plan.summary.bytes, language)})` : '',
    from: shownOr(named ? parentOf(named) : plan.from, language),
    to: targetShown(plan, only, language),
    mode: writeMode(plan) ?? 'create',
  };
};

const writeMode = ({ sample }: Plan): WriteMode | undefined => sample.find(({ mode }) => mode !== undefined)?.mode;

/** What was asked for may leave out what stays, as the ending of a new name; the entry has all of it. */
const targetShown = (plan: Plan, only: PlanEntry | undefined, language: Language): string => {
  if (isPattern(plan)) return '';
  if (plan.operation === 'rename' && only?.to !== undefined) return quoted(only.to, language);
  return shownOr(targetOf(plan, only) ?? only?.from, language);
};

const targetOf = ({ to }: Plan, only: PlanEntry | undefined): string | undefined =>
  to?.includes('{stem}') ? (only?.to ?? to) : (to ?? only?.to);

/** Many files get each a name of its own: an example tells more than the rule. */
const isPattern = ({ operation, summary }: Plan): boolean =>
  operation === 'trash' || (operation === 'rename' && summary.entries > 1);

const shownOr = (location: string | undefined, language: Language): string =>
  location ? shownLocation(location, language) : '';

/** A plan for one entry names it. */
const onlyEntry = ({ summary, sample }: Plan): PlanEntry | undefined =>
  summary.entries === 1 ? sample.find(({ action }) => action !== 'skip' && action !== 'create-folder') : undefined;

const quoted = (location: string, language: Language): string => {
  const name = leafOf(location);
  return language === 'es' ? `«${name}»` : `“${name}”`;
};

const remarks = (plan: Plan, language: Language): string[] =>
  [example, numbered, replaced, left].map((remark) => remark(plan, language)).filter((text) => text !== '');

const example = ({ operation, summary, sample }: Plan, language: Language): string => {
  const first = sample.find(({ action }) => action === 'move');
  if (operation !== 'rename' || summary.entries < 2 || first?.from === undefined || first.to === undefined) return '';
  const renamed = `${quoted(first.from, language)} → ${quoted(first.to, language)}`;
  return language === 'es' ? `por ejemplo ${renamed}` : `for example ${renamed}`;
};

const numbered = ({ summary, sample }: Plan, language: Language): string => {
  const count = summary.conflicts - summary.overwrites;
  if (count <= 0 || (sample.length > 0 && sample.every((entry) => entry.conflict !== 'number'))) return '';
  const names = counted(count, 'name', language);
  return language === 'es'
    ? `${names} ya ${plural(count, ['existe: se numerará', 'existen: se numerarán'], language)}`
    : `${names} already ${plural(count, ['exists and will be numbered', 'exist and will be numbered'], language)}`;
};

const KEPT = {
  es: 'su versión de antes queda en la papelera, para deshacer',
  en: 'its version before stays in the trash, to undo it',
} as const;

const replaced = (plan: Plan, language: Language): string => {
  const count = plan.summary.overwrites;
  if (count === 0) return '';
  if (writeMode(plan) !== undefined) return KEPT[language];
  const what = counted(count, 'entry', language);
  return language === 'es'
    ? `${what} que ya ${plural(count, ['existe irá', 'existen irán'], language)} a la papelera`
    : `${what} already there will go to the trash`;
};

const left = ({ summary }: Plan, language: Language): string => {
  const count = summary.skipped;
  if (count === 0) return '';
  const what = counted(count, 'entry', language);
  if (language === 'en') return `${what} will be left alone`;
  return `${what} se ${plural(count, ['queda', 'quedan'], language)} como ${plural(count, ['está', 'están'], language)}`;
};
