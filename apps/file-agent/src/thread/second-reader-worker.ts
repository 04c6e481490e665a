import { type MessagePort, workerData } from 'node:worker_threads';
import { type Answer, type Errand, Errands } from '../disk/errand.js';
import { Folder, within } from '../disk/folder.js';
import { realSys } from '../disk/sys.js';
import { ANSWERED, type Back, FORGOTTEN, type Sent } from './second-reader.js';

/**
 * The second thread that reads. Enters: open folders and names in them. Leaves: whether those files hold the words, or
 * their hashes. Touches: those files, for reading; a folder that is not the very one it was told of, not at all.
 */
const { port, shared } = workerData as { readonly port: MessagePort; readonly shared: Int32Array };

let known: { readonly key: string; readonly errands: Errands } | undefined;

const errandsFor = (errand: Errand): Errands => {
  const key = JSON.stringify(errand);
  if (known?.key !== key) known = { key, errands: new Errands(errand) };
  return known.errands;
};

const answersTo = (sent: Sent): readonly Answer[] | undefined => {
  const { dev, ino, self } = sent.folder;
  return within(Folder.at(realSys, self), (folder) =>
    folder.dev === dev && folder.ino === ino ? runIn(folder, sent) : undefined,
  );
};

const runIn = (folder: Folder, { id, seat, errand, files }: Sent): readonly Answer[] | undefined => {
  const steps = errandsFor(errand).run(folder, files);
  let step = steps.next();
  while (step.done !== true && Atomics.load(shared, FORGOTTEN + seat) !== id) step = steps.next();
  if (step.done === true) return step.value;
  steps.return([]);
  return undefined;
};

const say = (back: Back): void => {
  port.postMessage(back);
  Atomics.add(shared, ANSWERED, 1);
  Atomics.notify(shared, ANSWERED);
};

/** Whatever goes wrong, the disk thread does it again by itself, and what goes wrong there is told. */
const tried = (sent: Sent): readonly Answer[] | undefined => {
  try {
    return answersTo(sent);
  } catch {
    return undefined;
  }
};

port.on('message', (sent: Sent) => say({ id: sent.id, answers: tried(sent) }));
say({ id: 0 });
