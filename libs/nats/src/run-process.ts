import { OrdenaError } from '#contracts/errors';

export interface Running {
  /** Goes into the one line that tells whoever started us that we answer. */
  readonly ready: object;
  /** Answers what is in flight, then lets go. */
  close(): Promise<void>;
  /** Resolves when the bus will not have this process any more: whoever supervises it is told, and starts it again. */
  readonly lost: Promise<unknown>;
}

/** The life of a process of ours: start, say so on stdout, and stop in order on SIGTERM or Ctrl-C, also when told twice. */
export const runProcess = (start: () => Promise<Running>): void => void live(start).catch(fail);

const live = async (start: () => Promise<Running>): Promise<void> => {
  const running = await start();
  process.stdout.write(`${JSON.stringify(running.ready)}\n`);
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (stopping ??= stop(running)));
  await running.lost;
  if (stopping === undefined) throw lostBus();
};

/** It never gives up on a server that is away; it is closed for good only by one that refuses these credentials. */
export const lostBus = (): OrdenaError =>
  new OrdenaError('BUS_OFF', 'NATS refuses the credentials of this process. Give it good ones and start it again.');

const stop = async (running: Running): Promise<void> => {
  await running.close();
  process.exit(0);
};

/** The last line of a process that cannot go on, for whoever started it. A setting that cannot work is a sentence, not a stack. */
export const fail = (error: unknown): never => {
  process.stderr.write(`${JSON.stringify({ failed: failureOf(error) })}\n`);
  process.exit(1);
};

const failureOf = (error: unknown): object => {
  if (error instanceof OrdenaError) return { code: error.code, message: error.message };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: 'INTERNAL', message, stack };
};
