import type { Deed } from '../../facts.js';
import { emptyClause, newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { calledAnew } from './called-anew.js';
import type { Context } from './context.js';
import { correctionSaid, type Correction } from './correction-said.js';
import { locOf } from './ellipsis.js';
import { folderNamed } from './folder-named.js';
import type { Apart } from './put-apart.js';
import { ask } from './questions.js';

/**
 * "no, mejor a documentos", "sorry, I meant the pngs", "not the exe": the job just done, as it should have been. What lies at
 * the wrong place is moved on from there; wrong things are put back before the right ones are taken.
 */

const CORRECTED = new Set(['move', 'copy', 'trash', 'rename', 'create-folder']);

type Done = Deed & { readonly planId: string };

const doneLast = ({ spoken: [deed] }: Context): Done | undefined => {
  const isKnown = deed?.state === 'committed' && CORRECTED.has(deed.operation) && deed.planId !== undefined;
  return isKnown && !deed.to?.includes('{') ? (deed as Done) : undefined;
};

const orderOf = (act: Clause['act'], more: Partial<Clause>): Clause => ({
  ...emptyClause(),
  act: act!,
  hasVerb: true,
  ...more,
});

const movedOn = ({ machine, operation }: Done, loc: Loc): Clause[] => [
  orderOf('move', {
    machine: [machine],
    puts: true,
    things: [{ ...newThing(), pronoun: 'them', ...(operation === 'copy' && { of: 'copies' as const }) }],
    locs: [{ role: 'to', loc }],
  }),
];

const renamed = (
  { machine }: Pick<Deed, 'machine'>,
  change: Pick<Clause, 'newName'> | Pick<Clause, 'replace'>,
  of?: 'folder',
): Clause[] => [
  orderOf('rename', {
    machine: [machine],
    ...change,
    things: [{ ...newThing(), pronoun: 'newName' in change ? 'it' : 'them', ...(of && { of }) }],
  }),
];

/** The folder itself, where it was made. */
const folderRenamed = ({ machine }: Done, said: { folder: string; name: string }, context: Context): Clause[] => {
  const { path, ...around } = locOf(said.folder, context);
  const loc = { ...around, path: path.slice(0, -1) };
  return [
    orderOf('rename', {
      machine: [machine],
      newName: said.name,
      things: [{ ...newThing({ kind: 'folder' }), name: path.at(-1)!, nameKind: 'folder', loc }],
    }),
  ];
};

/** `again`: planned only when the wrong things are back. */
const doneAnew = (deed: Done, things: readonly Thing[], context: Context): Clause[] => {
  const placed = (role: 'from' | 'to', location: string | undefined): Clause['locs'] =>
    location === undefined ? [] : [{ role, loc: locOf(location, context) }];
  const act = deed.operation as 'move' | 'copy' | 'trash';
  const to = act === 'trash' ? [] : placed('to', deed.to);
  const machine = [deed.machine];
  return [
    orderOf('undo', { machine }),
    orderOf(act, {
      machine,
      puts: act !== 'trash',
      things: [...things],
      locs: [...placed('from', deed.from), ...to],
      again: true,
    }),
  ];
};

const putApart = ({ machine }: Done, { those, target }: Apart): Clause[] => [
  orderOf('move', { machine: [machine], puts: true, things: [those], locs: [{ role: 'to', loc: target }] }),
];

const asItShouldBe = (said: Correction, deed: Done, context: Context): Clause[] => {
  const { target, things, fewer, apart, name, part } = said;
  if (target) return movedOn(deed, target);
  if (name !== undefined) return renamed(deed, { newName: name });
  if (apart) return putApart(deed, apart);
  if (part) return renamed(deed, { replace: part });
  return doneAnew(deed, things ?? [fewer!], context);
};

const hasParts = ({ run }: Done, context: Context): boolean =>
  run !== undefined && context.facts.deeds.filter((deed) => deed.run === run && deed.state === 'committed').length > 1;

const isOneName = ({ name }: Correction, { entries }: Done): boolean => name === undefined || entries === 1;

/** What a correction of the last job orders; undefined when the sentence is none. A job of several parts is asked about. */
export const correctionOf = (context: Context): Clause[] | undefined => {
  const called = calledAnew(context);
  if (called) return renamed(context.spoken[0]!, { newName: called.name }, called.of);
  const deed = doneLast(context);
  const folder = deed && folderNamed(deed, context);
  if (deed && folder) return folderRenamed(deed, folder, context);
  const said = deed && correctionSaid(deed, context);
  if (!deed || !said || !isOneName(said, deed)) return undefined;
  if (hasParts(deed, context)) throw ask(context, 'them', { key: 'whichThem', options: [] });
  return asItShouldBe(said, deed, context);
};
