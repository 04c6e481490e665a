import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { DeskFile } from '#contracts/enrolment';
import { JoinSchema, RenewSchema } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { asTableError } from '../http/problem.js';
import { checked } from '../http/check.js';
import { RateLimit } from '../who/rate-limit.js';
import { bundledFile, bundledFiles } from './bundle.js';
import { readDeskFile } from './desk-file.js';
import type { GatewayEnv } from '../env.js';
import type { Enrolments } from './enrolments.js';
import { joinScript } from './command.js';

/**
 * The enrolment desk: all that other PCs reach of the gateway, over TLS. Page and API stay where they are; here one can
 * fetch the agent's public code, and join or renew with a proof. Nothing here needs a token, and nothing tells one.
 */

const BODY_BYTES = 16 * 1024;
const REQUEST_MS = 10_000;
/** A PC needs three requests to join; a guesser of 160 bits needs more. */
const TRIES_PER_MINUTE = 20;

/** Undefined: this Ordena is for this PC only. Throws BAD_CONFIG. */
export const openDesk = async (
  env: Pick<GatewayEnv, 'enrolFile'>,
  enrolments: Enrolments,
): Promise<Desk | undefined> => {
  const file = readDeskFile(env.enrolFile);
  if (file === undefined) return undefined;
  const desk = new Desk(file, enrolments);
  await desk.open();
  return desk;
};

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

export class Desk {
  private readonly tries = new RateLimit(TRIES_PER_MINUTE);
  private server: Server | undefined;

  constructor(
    private readonly file: DeskFile,
    private readonly enrolments: Enrolments,
  ) {}

  async open(): Promise<void> {
    const { host, port, certFile, keyFile } = this.file;
    const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile), minVersion: 'TLSv1.2' as const };
    const server = createServer(tls, (request, response) => void this.attend(request, response));
    server.requestTimeout = REQUEST_MS;
    await new Promise<void>((done, fail) => {
      server.once('error', (cause) => fail(notOpen(cause, this.file)));
      server.listen(port, host, done);
    });
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
    });
  }

  private async attend(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { type, body } = await this.answer(request);
      response.writeHead(200, { ...HEADERS, 'content-type': type }).end(body);
    } catch (thrown) {
      const error = asTableError(thrown);
      const body = JSON.stringify({ error: error.toBody() });
      response.writeHead(error.status, { ...HEADERS, connection: 'close', 'content-type': JSON_TYPE }).end(body);
    }
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? '';
    if (request.method === 'GET') return this.show(path);
    this.tries.take(request.socket.remoteAddress ?? '');
    if (path === '/join') return asJson(await this.enrolments.join(checked(JoinSchema, await jsonOf(request))));
    if (path === '/renew') return asJson(await this.enrolments.renew(checked(RenewSchema, await jsonOf(request))));
    throw new OrdenaError('UNKNOWN_ROUTE', 'The enrolment desk has no such door.');
  }

  private show(path: string): Answer {
    if (path === '/join.js') return { type: 'text/javascript', body: joinScript(this.file) };
    if (path === '/ca.pem') return { type: 'application/x-pem-file', body: readFileSync(this.file.caFile) };
    if (path === '/agent') return asJson(bundledFiles());
    if (path === '/challenge') return asJson({ challenge: this.enrolments.challenge() });
    return { type: 'text/javascript', body: bundledFile(path.replace(/^\/agent\//, '')) };
  }
}

const JSON_TYPE = 'application/json';
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const asJson = (body: object): Answer => ({ type: JSON_TYPE, body: JSON.stringify(body) });

const jsonOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) throw new OrdenaError('BODY_SIZE', 'That is too long for this door.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new OrdenaError('BAD_REQUEST', 'JSON is expected here.');
  }
};

const notOpen = (cause: Error, { host, port }: DeskFile): OrdenaError =>
  new OrdenaError('BAD_CONFIG', `The enrolment desk cannot listen on ${host}:${port}. Set ORDENA_DESK_PORT.`, {
    cause,
  });
