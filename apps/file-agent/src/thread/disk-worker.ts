import { parentPort, workerData } from 'node:worker_threads';
import { OrdenaError } from '#contracts/errors';
import { openDesk } from '../open-desk.js';
import { DiskWork } from './disk-work.js';
import type { DiskSettings, FromDisk, ToDisk } from './messages.js';
import { SecondReader } from './second-reader.js';

/**
 * The disk thread: all work on the file system, with synchronous calls, in turns. Enters: questions of the main thread.
 * Leaves: replies and news. Touches: the places and the agent's own folder, nothing else.
 */
const port = parentPort!;
const say = (message: FromDisk): void => port.postMessage(message);

const errorOf = (error: unknown): Pick<Extract<FromDisk, { kind: 'error' }>, 'error' | 'stack'> => {
  if (error instanceof OrdenaError) return { error: error.toBody() };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { error: { code: 'INTERNAL', message }, stack: stack ?? message };
};

const serve = (): void => {
  const desk = openDesk(workerData as DiskSettings, (news) => say({ kind: 'news', news }));
  const work = new DiskWork({ ...desk, helper: new SecondReader() });
  port.on('message', (message: ToDisk) => {
    if (message.kind === 'rest' && work.isBusy) say({ kind: 'busy' });
    else if (message.kind !== 'ask') void work.stop().then(() => process.exit(0));
    else void reply(message.id, work.answer(message.operation, message.request));
  });
  say({ kind: 'ready' });
};

const reply = async (id: number, answer: Promise<object>): Promise<void> => {
  try {
    say({ kind: 'reply', id, reply: await answer });
  } catch (error) {
    say({ kind: 'error', id, ...errorOf(error) });
  }
};

try {
  serve();
} catch (error) {
  say({ kind: 'unfit', error: errorOf(error).error });
}
