export interface StreamLine {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

export interface Stream {
  /** The next `count` lines. */
  some(count: number): Promise<StreamLine[]>;
  /** All that is left, until the end. */
  all(): Promise<StreamLine[]>;
  close(): void;
}

interface Ask {
  readonly method?: string;
  readonly token: string;
  readonly body?: object;
  readonly lastEventId?: number | string;
}

/** A reader of server-sent events that knows only the format (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export const openStream = async (url: string, ask: Ask): Promise<Stream> => {
  const abort = new AbortController();
  const response = await fetch(url, {
    method: ask.method ?? 'GET',
    signal: abort.signal,
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${ask.token}`,
      ...(ask.body && { 'content-type': 'application/json' }),
      ...(ask.lastEventId !== undefined && { 'last-event-id': String(ask.lastEventId) }),
    },
    body: ask.body && JSON.stringify(ask.body),
  });
  const lines = linesOf(response);
  const take = async (count: number): Promise<StreamLine[]> => {
    const taken: StreamLine[] = [];
    while (taken.length < count) {
      const next = await lines.next();
      if (next.done) break;
      taken.push(next.value);
    }
    return taken;
  };
  return { some: take, all: () => take(Infinity), close: () => abort.abort() };
};

async function* linesOf(response: Response): AsyncGenerator<StreamLine, undefined> {
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks.filter((block) => block.startsWith('id:')).map(lineIn);
  }
  return undefined;
}

const lineIn = (block: string): StreamLine => {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  return {
    id: Number(fields['id']),
    event: fields['event'] ?? '',
    data: JSON.parse(fields['data'] ?? 'null') as unknown,
  };
};
