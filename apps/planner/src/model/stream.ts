import { setTimeout as sleep } from 'node:timers/promises';
import { OrdenaError } from '#contracts/errors';

/** Passes a stream on and gives up when nothing arrives for `idleMs`: the client's own timeout ends with the headers. */
export async function* withIdleLimit<T>(stream: AsyncIterable<T>, idleMs: number): AsyncGenerator<T> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await nextWithin(iterator, idleMs);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    void iterator.return?.().catch(() => undefined);
  }
}

const nextWithin = async <T>(iterator: AsyncIterator<T>, idleMs: number): Promise<IteratorResult<T>> => {
  const stop = new AbortController();
  const silence = sleep(idleMs, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new OrdenaError('MODEL_FAILED', 'The model stopped in the middle of its answer. Try again.', {
      details: { reason: `silent for ${Math.round(idleMs / 1000)} s` },
    });
  });
  silence.catch(() => undefined);
  try {
    return await Promise.race([iterator.next(), silence]);
  } finally {
    stop.abort();
  }
};
