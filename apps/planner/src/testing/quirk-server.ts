import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** How one request is answered, byte by byte: what real servers send and scripted ones are too polite for. */
export interface QuirkAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as one body. */
  readonly body?: unknown;
  /** Sent as server-sent events. */
  readonly chunks?: readonly unknown[];
  /** Split the stream into pieces of this many bytes, also inside characters. */
  readonly pieceBytes?: number;
  /** Cut the connection instead of ending it. */
  readonly cut?: boolean;
  /** Say nothing more for this long. */
  readonly silentMs?: number;
  readonly noDone?: boolean;
}

export interface Asked {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A model server that misbehaves by script, on a free port of loopback. One answer per request; the last one stays. */
export class QuirkServer {
  readonly asked: Asked[] = [];
  private answers: readonly QuirkAnswer[] = [];
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  play(...answers: readonly QuirkAnswer[]): void {
    this.answers = answers;
    this.asked.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    this.asked.push({
      path: request.url ?? '',
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    });
    const answer = this.answers[Math.min(this.asked.length, this.answers.length) - 1] ?? { status: 404, body: {} };
    await (answer.chunks ? stream(response, answer) : whole(response, answer));
  }
}

const whole = async (response: ServerResponse, { status = 200, headers, body }: QuirkAnswer): Promise<void> => {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
};

const stream = async (response: ServerResponse, answer: QuirkAnswer): Promise<void> => {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...answer.headers });
  response.flushHeaders();
  const events = (answer.chunks ?? []).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('');
  const bytes = Buffer.from(answer.noDone === true || answer.cut === true ? events : `${events}data: [DONE]\n\n`);
  const piece = answer.pieceBytes ?? bytes.length;
  for (let at = 0; at < bytes.length; at += piece) {
    response.write(bytes.subarray(at, at + piece));
    if (answer.pieceBytes !== undefined) await nextTurn();
  }
  if (answer.silentMs !== undefined) await sleep(answer.silentMs, undefined, { ref: false });
  if (answer.cut !== true) response.end();
  else setTimeout(() => response.destroy(), 20);
};
