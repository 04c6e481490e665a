import { leafOf, parentOf } from '#contracts/location-parts';
import type { Deed, Facts } from '../../facts.js';

/** Folders that this conversation made, wherever it has put them or called them since. */

/** The one entry a deed was about, where it was. */
const entryOf = ({ from, select, names = [], entries }: Deed): string | undefined => {
  if (from === undefined || entries !== 1) return undefined;
  const [name] = select?.names?.length === 1 && !/[*?]/.test(select.names[0]!) ? select.names : names;
  return select === undefined ? from : name && `${from}/${name}`;
};

/** Where a deed put its one entry. */
const putAt = (entry: string, { operation, to }: Deed): string | undefined => {
  if (to === undefined || to.includes('{')) return undefined;
  if (operation === 'rename') return `${parentOf(entry)}/${leafOf(to)}`;
  return operation === 'move' ? `${to}/${leafOf(entry)}` : undefined;
};

const madeIn = ({ deeds }: Facts): ReadonlySet<string> => {
  const made = new Set<string>();
  for (const deed of deeds.filter(({ state }) => state === 'committed')) {
    if (deed.to !== undefined && (deed.made ?? deed.operation === 'create-folder')) made.add(deed.to);
    const entry = entryOf(deed);
    const put = entry !== undefined && made.has(entry) ? putAt(entry, deed) : undefined;
    if (put !== undefined) made.add(put);
  }
  return made;
};

export const isMadeHere = (location: string, facts: Facts): boolean => madeIn(facts).has(location);

/** The folder made here that a deed moved or named anew, where it is since. */
export const folderPut = (deed: Deed, facts: Facts): string | undefined => {
  const entry = entryOf(deed);
  return entry !== undefined && isMadeHere(entry, facts) ? putAt(entry, deed) : undefined;
};
