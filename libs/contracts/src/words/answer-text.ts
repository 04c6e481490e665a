import type { Language } from '../chat.js';
import type { Entry, ListTotals } from '../entry.js';
import { bytes, counted, listed, number } from './amounts.js';
import { participle } from './participle.js';
import { shownLocation } from './place-names.js';
import { inWords } from './in-words.js';

/** What was read, in sentences. Names are data: they are shown as they are and never translated. */

const SHOWN = 20;

export interface Found {
  readonly entries: readonly Entry[];
  readonly totals: ListTotals;
}

/** "3 archivos y 1 carpeta", or "nada". */
export const amountText = ({ files, folders, entries }: ListTotals, language: Language): string => {
  const parts = [
    ...(files > 0 || entries === 0 ? [counted(files, 'file', language)] : []),
    ...(folders > 0 ? [counted(folders, 'folder', language)] : []),
  ];
  const others = entries - files - folders;
  return listed([...parts, ...(others > 0 ? [counted(others, 'entry', language)] : [])], language);
};

const rowText = ({ name, kind, size, location }: Entry, language: Language, isDeep: boolean): string => {
  const shown = isDeep ? shownLocation(location, language) : name;
  return kind === 'folder' ? `• ${shown}/` : `• ${shown} (${bytes(size, language)})`;
};

const moreText = (count: number, language: Language): string =>
  inWords(language, `…y ${number(count, language)} más`, `…and ${number(count, language)} more`);

/** The entries by name, at most twenty, and how many more there are. `isDeep` shows where each one is. */
export const rowsText = ({ entries, totals }: Found, language: Language, isDeep = false): string => {
  const rows = entries.slice(0, SHOWN).map((entry) => rowText(entry, language, isDeep));
  const more = totals.entries - rows.length;
  return [...rows, ...(more > 0 ? [moreText(more, language)] : [])].join('\n');
};

const whereText = (where: string | undefined, language: Language): string =>
  where === undefined
    ? ''
    : inWords(language, ` en ${shownLocation(where, language)}`, ` in ${shownLocation(where, language)}`);

/** What is in a folder, or what a search found. */
export const foundText = (found: Found, language: Language, where?: string): string => {
  const at = whereText(where, language);
  if (found.totals.entries === 0) return inWords(language, `No encontré nada${at}.`, `I found nothing${at}.`);
  const isDeep = found.entries.some(
    ({ location }) => where === undefined || location.split('/').length > where.split('/').length + 1,
  );
  const head = inWords(
    language,
    `Hay ${amountText(found.totals, language)}${at}`,
    `There ${found.totals.entries === 1 ? 'is' : 'are'} ${amountText(found.totals, language)}${at}`,
  );
  const size =
    found.totals.bytes === undefined || found.totals.files === 0 ? '' : ` (${bytes(found.totals.bytes, language)})`;
  return `${head}${size}:\n${rowsText(found, language, isDeep)}`;
};

/** How many: directly there, and with subfolders where that differs. */
export const countText = (
  direct: ListTotals,
  below: ListTotals,
  { language, where }: { language: Language; where?: string },
): string => {
  const at = whereText(where, language);
  const head = inWords(
    language,
    `Hay ${amountText(direct, language)}${at}`,
    `There ${direct.entries === 1 ? 'is' : 'are'} ${amountText(direct, language)}${at}`,
  );
  if (below.entries === direct.entries) return `${head}.`;
  return inWords(
    language,
    `${head}; contando las subcarpetas, ${number(below.entries, language)}.`,
    `${head}; counting subfolders, ${number(below.entries, language)}.`,
  );
};

/** How much space, everything below counted. */
export const sizeText = (totals: ListTotals, language: Language, where?: string): string => {
  const at = whereText(where, language);
  const amount = bytes(totals.bytes ?? 0, language);
  return inWords(
    language,
    `Ocupan ${amount}${at}: ${counted(totals.files, 'file', language)}, contando las subcarpetas.`,
    `They take ${amount}${at}: ${counted(totals.files, 'file', language)}, counting subfolders.`,
  );
};

/** The biggest, the newest, …: each with where it is, its size and its day. */
export const rankText = (entries: readonly Entry[], language: Language, timeZone: string): string => {
  if (entries.length === 0) return inWords(language, 'No encontré nada.', 'I found nothing.');
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  return entries
    .map(
      ({ location, size, modified }) =>
        `• ${shownLocation(location, language)}: ${bytes(size, language)}, ${day.format(new Date(modified))}`,
    )
    .join('\n');
};

interface Same {
  readonly size: number;
  readonly copies: number;
  readonly locations: readonly string[];
  /** Those of another folder. */
  readonly with?: readonly string[];
}

interface Sets {
  readonly sets: readonly Same[];
  readonly totals: { readonly sets: number; readonly files: number; readonly bytes: number };
}

/** Files with the same content, and what the copies beyond the first take. */
export const duplicatesText = ({ sets, totals }: Sets, language: Language, where?: string): string => {
  const at = whereText(where, language);
  if (totals.sets === 0)
    return inWords(language, `No hay archivos repetidos${at}.`, `There are no duplicate files${at}.`);
  const extra = `${counted(totals.files, 'extra', language)}${at} (${bytes(totals.bytes, language)}):`;
  const head = inWords(language, `Hay ${extra}`, `There ${totals.files === 1 ? 'is' : 'are'} ${extra}`);
  return [head, ...sameRows(sets, totals.sets, language)].join('\n');
};

/** Set by set, at most twenty of so many. */
const sameRows = (sets: readonly Same[], count: number, language: Language): string[] => {
  const rows = sets
    .slice(0, SHOWN)
    .map(({ locations, with: others = [] }) => [...locations, ...others.slice(0, 1)])
    .map((locations) => `• ${locations.map((location) => shownLocation(location, language)).join(' = ')}`);
  const more = count - rows.length;
  return [...rows, ...(more > 0 ? [moreText(more, language)] : [])];
};

interface Compared {
  readonly where?: string;
  readonly other: string;
}

/** What a folder has that another one has as well; contents were compared, and that is said. */
export const heldText = (found: readonly Sets[], language: Language, { where, other }: Compared): string => {
  const sum = (key: keyof Sets['totals']): number => found.reduce((total, { totals }) => total + totals[key], 0);
  const [at, there] = [whereText(where, language), shownLocation(other, language)];
  if (sum('sets') === 0)
    return inWords(
      language,
      `No hay ningún archivo${at} que esté también en ${there}. Comparé el contenido, no los nombres.`,
      `There is no file${at} that is in ${there} as well. I compared contents, not names.`,
    );
  const head = inWords(
    language,
    `Hay ${counted(sum('files'), 'file', language)}${at} con el mismo contenido que otro de ${there} (${bytes(sum('bytes'), language)}):`,
    `There ${sum('files') === 1 ? 'is' : 'are'} ${counted(sum('files'), 'file', language)}${at} with the same content as one in ${there} (${bytes(sum('bytes'), language)}):`,
  );
  const sets = found.flatMap((each) => each.sets);
  return [head, ...sameRows(sets, sum('sets'), language)].join('\n');
};

/** What went, and where the same content stays. */
export const keptText = (sets: readonly Same[], language: Language, other: string): string => {
  const there = shownLocation(other, language);
  const head = inWords(language, `El mismo contenido sigue en ${there}:`, `The same content stays in ${there}:`);
  return [head, ...sameRows(sets, sets.length, language)].join('\n');
};

/** The text of a file, said to be only part of it where it is. */
export const readText = (text: string, more: boolean, language: Language): string =>
  more
    ? `${text}\n${inWords(language, '…(sigue)', '…(goes on)')}`
    : text === ''
      ? inWords(language, 'Está vacío.', 'It is empty.')
      : text;

interface MachineView {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
}

/** The machines and whether they can be used now; the id tells apart those of one name. */
export const machinesText = (machines: readonly MachineView[], language: Language): string => {
  if (machines.length === 0) return inWords(language, 'No hay ninguna máquina conectada.', 'No machine is connected.');
  const isTwice = (name: string): boolean => machines.filter((each) => each.name === name).length > 1;
  return machines
    .map(({ id, name, online }) => {
      const state = online ? inWords(language, 'conectada', 'online') : inWords(language, 'apagada', 'off');
      return `• ${isTwice(name) ? `${name} (${id})` : name}: ${state}`;
    })
    .join('\n');
};

interface Done {
  readonly operation: string;
  /** What an undo came to, where that is more than putting back. */
  readonly did?: string;
  readonly done: number;
  readonly from?: string;
  readonly to?: string;
  readonly undoneBy?: string;
}

/** What was done, newest first, one line each. */
export const historyText = (receipts: readonly Done[], language: Language): string => {
  if (receipts.length === 0)
    return inWords(language, 'Todavía no hice nada en esta máquina.', 'Nothing has been done on this machine yet.');
  return receipts.map((receipt) => deedText(receipt, language)).join('\n');
};

const deedText = ({ operation, did, done, from, to, undoneBy }: Done, language: Language): string => {
  const deed = did ?? operation;
  const noun = deed.endsWith('-folder') ? 'folder' : 'entry';
  const what = `${counted(done, noun, language)} ${participle(deed, { count: done, noun }, language)}`;
  const places = [from, to].filter((each) => each !== undefined).map((each) => shownLocation(each, language));
  const where = places.length > 0 ? ` (${places.join(' → ')})` : '';
  const undone = undoneBy === undefined ? '' : inWords(language, ', deshecho', ', undone');
  return `• ${what}${where}${undone}`;
};

/** Room left, disk by disk. */
export const freeText = (disks: readonly number[], language: Language): string => {
  const amounts = listed(
    disks.map((each) => bytes(each, language)),
    language,
  );
  return inWords(language, `Quedan ${amounts} libres.`, `${amounts} are free.`);
};
