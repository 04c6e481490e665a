import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import type { PlannedOp } from '../../apps/file-agent/src/disk/planned-op.js';
import { numbered, Ops } from '../../apps/file-agent/src/disk/testing/ops.js';

type Draft = Omit<PlannedOp, 'seq'>;

/** One thing a plan may do, on the files of its position. */
type Kind = (ops: Ops, at: number) => Draft[];

const D = 'desktop';
const S = 'documents';
const U = 'usb';

/** Every kind of change there is, each on files of its own (style of ACE: Mohan et al., CrashMonkey, OSDI 2018). */
export const KINDS: Readonly<Record<string, Kind>> = {
  moveFile: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${S}/${at}/f.txt`)],
  moveFolder: (ops, at) => [ops.move(`${D}/${at}/dir`, `${S}/${at}/dir`)],
  moveLink: (ops, at) => [ops.move(`${D}/${at}/link`, `${S}/${at}/link`)],
  moveNumbered: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${S}/${at}/taken.txt`, { onConflict: 'number' })],
  moveFolderNumbered: (ops, at) => [ops.move(`${D}/${at}/dir`, `${S}/${at}/full`, { onConflict: 'number' })],
  moveReplacing: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${S}/${at}/taken.txt`, { onConflict: 'trash-existing' })],
  folderReplacing: (ops, at) => [ops.move(`${D}/${at}/dir`, `${S}/${at}/full`, { onConflict: 'trash-existing' })],
  moveOntoTaken: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${S}/${at}/taken.txt`)],
  renameByCase: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${D}/${at}/F.TXT`)],
  copyFile: (ops, at) => [ops.copy(`${D}/${at}/f.txt`, `${S}/${at}/copy.txt`)],
  copyTree: (ops, at) => [ops.copy(`${D}/${at}/dir`, `${S}/${at}/dir`)],
  copyReplacing: (ops, at) => [ops.copy(`${D}/${at}/f.txt`, `${S}/${at}/taken.txt`, { onConflict: 'trash-existing' })],
  fileToOtherDisk: (ops, at) => [ops.move(`${D}/${at}/f.txt`, `${U}/${at}/f.txt`)],
  treeToOtherDisk: (ops, at) => [ops.move(`${D}/${at}/dir`, `${U}/${at}/dir`)],
  treeFromOtherDisk: (ops, at) => [ops.move(`${U}/${at}/tree`, `${D}/${at}/tree`)],
  trashFile: (ops, at) => [ops.trash(`${D}/${at}/g.txt`)],
  trashFolder: (ops, at) => [ops.trash(`${D}/${at}/dir`)],
  trashOnOtherDisk: (ops, at) => [ops.trash(`${U}/${at}/u.txt`)],
  newFolder: (ops, at) => [ops.folder(`${D}/${at}/new`)],
  intoNewFolder: (ops, at) => [ops.folder(`${D}/${at}/luyd`), ops.move(`${D}/${at}/g.txt`, `${D}/${at}/luyd/g.txt`)],
  createFile: (ops, at) => [ops.create(`${D}/${at}/n.txt`, `n ${at}`)],
  replaceText: (ops, at) => [ops.write(`${D}/${at}/g.txt`, `G ${at}`, 'replace')],
  appendText: (ops, at) => [ops.write(`${D}/${at}/g.txt`, ` and G`, 'append')],
  removeFolder: (ops, at) => [
    { ...ops.move(`${D}/${at}/void`, `${D}/${at}/void`), action: 'remove-folder', to: undefined },
  ],
};

/** Holds a position free, so that each plan of a history works on files of its own. */
const NOTHING = 'nothing';

export type PlanShape = readonly string[];

/** All plans of this many changes. */
export const plansOf = (length: number): PlanShape[] => {
  const names = Object.keys(KINDS);
  const shorter = length === 1 ? [[]] : plansOf(length - 1);
  return shorter.flatMap((rest) => names.map((name) => [...rest, name]));
};

/** Every n-th of a list, so that a bounded run still sees all of it in the long run of its parts. */
export const every = <T>(step: number, list: readonly T[], offset = 0): T[] =>
  list.filter((_, at) => at % step === offset % step);

/** A plan's exact entries, with identities as the disk has them now. */
export const opsOf = (engine: Engine, shape: PlanShape): PlannedOp[] => {
  const ops = new Ops(engine);
  return numbered(shape.flatMap((name, at) => (name === NOTHING ? [] : KINDS[name]!(ops, at))));
};
