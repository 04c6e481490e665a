import { Agent, request, type IncomingMessage } from 'node:http';
import { quantile } from '../statistics.js';

/** p50 in microseconds of `calls` calls, one after another. */
export const p50 = async (calls: number, call: () => Promise<unknown>): Promise<number> =>
  quantile(await latencies(calls, call), 0.5);

/** Microseconds of each of `calls` calls, one after another. */
export const latencies = async (calls: number, call: () => Promise<unknown>): Promise<number[]> => {
  const all: number[] = [];
  for (let at = 0; at < calls; at++) {
    const started = performance.now();
    await call();
    all.push((performance.now() - started) * 1000);
  }
  return all;
};

/** Calls per second with `inFlight` at a time. */
export const throughput = async (
  { calls, inFlight }: { calls: number; inFlight: number },
  call: () => Promise<unknown>,
): Promise<number> => {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  return calls / ((performance.now() - started) / 1000);
};

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: object | undefined;
  readonly accept?: string;
  readonly fail: (error: Error) => void;
}

const eachLine = async (response: IncomingMessage, onLine: (line: string) => void): Promise<void> => {
  let rest = '';
  for await (const piece of response.setEncoding('utf8')) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  }
};

/** A client of one kept connection: `fetch` would add more than what is measured. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly base: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  send(method: string, path: string, body?: object): Promise<Answer> {
    return new Promise((done, fail) =>
      this.open({ method, path, body, fail }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(pieces) }));
        response.once('error', fail);
      }),
    );
  }

  /** Each line of the answer as soon as it is there; an answer that is not 200 is an error. */
  async lines(path: string, body: object, onLine: (line: string) => void): Promise<void> {
    const response = await new Promise<IncomingMessage>((done, fail) =>
      this.open({ method: 'POST', path, body, accept: 'application/x-ndjson', fail }, done),
    );
    if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
    await eachLine(response, onLine);
  }

  private open({ method, path, body, accept, fail }: Ask, onResponse: (response: IncomingMessage) => void): void {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...this.headers,
      ...(accept !== undefined && { accept }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
    };
    const asked = request(new URL(path, this.base), { method, headers, agent: this.agent }, onResponse);
    asked.once('error', fail);
    asked.end(text);
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The same question again and again; an answer that is not 200 is an error. */
export const expectOk = ({ status, body }: Answer): Answer => {
  if (status !== 200) throw new Error(`HTTP ${status}: ${body.toString().slice(0, 300)}`);
  return { status, body };
};
