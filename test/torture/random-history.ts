import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { formatLocation, type PlacePath } from '../../apps/file-agent/src/disk/location.js';
import type { PlannedOp } from '../../apps/file-agent/src/disk/planned-op.js';
import { Ops } from '../../apps/file-agent/src/disk/testing/ops.js';
import type { World } from './world.js';

type Draft = Omit<PlannedOp, 'seq'>;

/** One random change: which kind, on which of the entries there are, to which of the folders there are. */
export interface Pick {
  readonly kind: number;
  readonly entry: number;
  readonly folder: number;
  readonly name: number;
}

const NAMES = ['a.txt', 'A.TXT', 'b', 'ñandú.md', 'taken.txt', 'x y'];
const RULES = ['fail', 'number', 'skip', 'trash-existing'] as const;

const entriesIn = (folder: string, path: PlacePath): PlacePath[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.ordena-'))
    .sort()
    .flatMap((name) => {
      const own = { place: path.place, parts: [...path.parts, name] };
      const isFolder = lstatSync(join(folder, name)).isDirectory();
      return isFolder ? [own, ...entriesIn(join(folder, name), own)] : [own];
    });

interface Scene {
  readonly ops: Ops;
  readonly from: string;
  readonly to: string;
  readonly isFile: boolean;
  readonly rule: (typeof RULES)[number];
}

const CHANGES: readonly ((scene: Scene) => Draft)[] = [
  ({ ops, from, to, rule }) => ops.move(from, to, { onConflict: rule }),
  ({ ops, from, to, rule }) => ops.move(from, to, { onConflict: rule }),
  ({ ops, from, to, rule }) => ops.copy(from, to, { onConflict: rule }),
  ({ ops, from }) => ops.trash(from),
  ({ ops, to }) => ops.folder(to),
  ({ ops, to }) => ops.create(to, `new ${to}`),
  ({ ops, from, isFile }) => (isFile ? ops.write(from, 'replaced', 'replace') : ops.trash(from)),
  ({ ops, from, isFile }) => (isFile ? ops.write(from, ' and more', 'append') : ops.trash(from)),
];

/** A change that fits the world as it is now; undefined when nothing is left to change. */
export const changeFor = (world: World, engine: Engine, pick: Pick): Draft | undefined => {
  const all = world.places.flatMap(({ name, path }) => entriesIn(path, { place: name, parts: [] }));
  const pathOf = (path: PlacePath): string => engine.disk.absolute(path);
  const folders = all.filter((path) => lstatSync(pathOf(path)).isDirectory());
  const from = all[pick.entry % Math.max(all.length, 1)];
  const folder = folders[pick.folder % Math.max(folders.length, 1)];
  if (!from || !folder || !existsSync(pathOf(folder))) return undefined;
  return CHANGES[pick.kind % CHANGES.length]!({
    ops: new Ops(engine),
    from: formatLocation(from),
    to: `${formatLocation(folder)}/${NAMES[pick.name % NAMES.length]}`,
    isFile: lstatSync(pathOf(from)).isFile(),
    rule: RULES[(pick.name + pick.kind) % RULES.length]!,
  });
};
