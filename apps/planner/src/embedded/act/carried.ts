import type { Clause } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import type { Context } from './context.js';
import { joined } from './locate.js';
import { ask } from './questions.js';
import { placeOfSource, type Source } from './source.js';

/** Names that things take along: a new one that was said, or that of a copy beside its original. */

const COPY_WORD = { es: 'copia', en: 'copy' } as const;

const extensionIn = (name: string): string => /\.([a-z0-9]{1,11})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Only one entry can take a name, and what it is stays: another ending would only pretend. */
const nameFor = (context: Context, newName: string, source: Source): string => {
  const said = newName.split(/[\\/]/).at(-1)!.trim();
  const isKept = 'entry' in source && ['', extensionIn(source.entry.name)].includes(extensionIn(said));
  if (!isKept) throw ask(context, 'newName', { key: 'newName', options: [] });
  const stem = extensionIn(said) === '' ? said : said.slice(0, -extensionIn(said).length - 1);
  return `${literal(stem)}.{ext}`;
};

/** Where a source goes: into the folder, or to a new name in it. */
export const destinationIn = (context: Context, { newName }: Clause, to: { folder: string; source: Source }): string =>
  newName === undefined ? to.folder : joined(to.folder, nameFor(context, newName, to.source));

/** Beside the original: under the name that was said, else as a copy of it. */
export const destinationBeside = (context: Context, clause: Clause, source: Source): string => {
  const folder = placeOfSource(source);
  if (clause.newName !== undefined) return destinationIn(context, clause, { folder, source });
  return joined(folder, `{stem} (${COPY_WORD[context.language]}).{ext}`);
};
