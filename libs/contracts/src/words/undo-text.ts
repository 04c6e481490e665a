import type { Language } from '../chat.js';
import { leafOf, parentOf } from '../location-parts.js';
import type { Plan, PlanEntry } from '../plan.js';
import { counted } from './amounts.js';
import { shownLocation } from './place-names.js';

/**
 * The headline of an undo: what comes back, from where and to where, so that nobody says yes to "the earlier change".
 * `said` is the counted entries, or the name of the only one. Where an undo does several things at once, all is as before.
 */
export const undoHeadline = (plan: Plan, said: string, language: Language): string => {
  const what = plan.summary.entries === 0 ? foldersLeft(plan, language) : said;
  const entries = plan.sample.filter(({ action }) => isWork(plan, action));
  const [action = 'skip', ...others] = new Set(entries.map((entry) => entry.action));
  const tell = others.length > 0 || plan.summary.overwrites > 0 ? undefined : TELLINGS[action];
  const [es, en] = (tell ?? allAsBefore)({ what, language, ...waysOf(plan, entries, language) });
  return language === 'es' ? `Deshacer${es}` : `Undo${en}`;
};

/** A folder made for what then did not come is all there is to take back. */
const foldersLeft = ({ sample }: Plan, language: Language): string => {
  const folders = sample.filter(({ action }) => action === 'remove-folder');
  const [only] = folders;
  if (folders.length !== 1) return counted(folders.length, 'folder', language);
  const name = leafOf(only!.from ?? only!.to ?? '');
  return language === 'es' ? `«${name}»` : `“${name}”`;
};

interface Ways {
  /** Shown, with what comes before them; empty where there are several. */
  readonly from: string;
  readonly to: string;
  /** The former name of the only thing that kept its folder. */
  readonly name: string | undefined;
  readonly isRenamed: boolean;
}

type Tell = (
  undone: Ways & { readonly what: string; readonly language: Language },
) => readonly [es: string, en: string];

const allAsBefore: Tell = ({ what }) => [` lo anterior: ${what} como antes`, ` the earlier change: ${what} as before`];

const nameBack: Tell = ({ what, name, from }) =>
  name === undefined
    ? [`: ${what}${from} con su nombre de antes`, `: ${what}${from} get their old names back`]
    : [`: ${what} vuelve a llamarse «${name}»`, `: ${what} is called “${name}” again`];

const TELLINGS: Partial<Record<PlanEntry['action'], Tell>> = {
  move: (undone) =>
    undone.isRenamed
      ? nameBack(undone)
      : [`: ${undone.what}${undone.from} de vuelta${undone.to}`, `: ${undone.what}${undone.from} back${undone.to}`],
  restore: ({ what, to }) => [`: ${what} de la papelera de vuelta${to}`, `: ${what} from the trash back${to}`],
  trash: ({ what, from }) => [`: ${what}${from} a la papelera`, `: ${what}${from} to the trash`],
  'remove-folder': ({ what }) => [`: quitar ${what}`, `: remove ${what}`],
};

/** A folder that only goes along is not what the undo is about. */
const isWork = ({ summary }: Plan, action: PlanEntry['action']): boolean =>
  action !== 'skip' && (summary.entries === summary.folders || !action.endsWith('-folder'));

const waysOf = (plan: Plan, entries: readonly PlanEntry[], language: Language): Ways => {
  const isWhole = entries.length >= plan.summary.entries;
  const from = isWhole ? folderOf(entries.map((entry) => entry.from)) : undefined;
  const to = isWhole ? folderOf(entries.map((entry) => entry.to)) : undefined;
  const [only] = entries;
  return {
    from: shown(language === 'es' ? 'de' : 'from', from, language),
    to: shown(language === 'es' ? 'a' : 'to', to, language),
    name: entries.length === 1 && only?.to !== undefined ? leafOf(only.to) : undefined,
    isRenamed: to !== undefined && from === to,
  };
};

const folderOf = (locations: readonly (string | undefined)[]): string | undefined => {
  const folders = new Set(locations.map((location) => location && parentOf(location)));
  return folders.size === 1 ? [...folders][0] : undefined;
};

const shown = (word: string, folder: string | undefined, language: Language): string =>
  folder ? ` ${word} ${shownLocation(folder, language)}` : '';
