import { OrdenaError } from '#contracts/errors';

/** Passes a stream on and gives up when nothing arrives for `idleMs`: the client's own timeout ends with the headers. */
export async function* withIdleLimit<T>(stream: AsyncIterable<T>, idleMs: number): AsyncGenerator<T> {
  const iterator = stream[Symbol.asyncIterator]();
  const silence = new Silence(idleMs);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), silence.tooLong]);
      if (next.done === true) return;
      yield next.value;
      silence.begin();
    }
  } finally {
    silence.end();
    void iterator.return?.().catch(() => undefined);
  }
}

/** One timer for the whole stream: one for each piece costs more than reading it. */
class Silence {
  readonly tooLong: Promise<never>;
  private readonly timer: NodeJS.Timeout;

  constructor(idleMs: number) {
    let fail: (error: OrdenaError) => void = () => undefined;
    this.tooLong = new Promise((_, reject) => (fail = reject));
    this.tooLong.catch(() => undefined);
    this.timer = setTimeout(() => fail(silentFor(idleMs)), idleMs).unref();
  }

  begin(): void {
    this.timer.refresh();
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

const silentFor = (ms: number): OrdenaError =>
  new OrdenaError('MODEL_FAILED', 'The model stopped in the middle of its answer. Try again.', {
    details: { reason: `silent for ${Math.round(ms / 1000)} s` },
  });
