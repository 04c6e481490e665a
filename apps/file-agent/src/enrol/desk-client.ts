import { createHash, X509Certificate } from 'node:crypto';
import { request, type RequestOptions } from 'node:https';
import { z } from 'zod';
import { AdmissionSchema, type Admission, type Join, type Renew } from '#contracts/enrolment';
import { isErrorCode, OrdenaError } from '#contracts/errors';
import { tlsTrouble } from '../tls-trouble.js';

/** The enrolment desk, as seen from another PC: over TLS, and believed only by the authority this PC was told of. */

const WITHIN_MS = 10_000;
const MAX_BYTES = 64 * 1024;

/** The desk's authority, if it is the one of this fingerprint. What was fetched before that check is only looked at. */
export const fetchAuthority = async (desk: string, fingerprint: string): Promise<string> => {
  const { body } = await exchange(`${desk}/ca.pem`, { rejectUnauthorized: false });
  if (fingerprintOf(body) === fingerprint.toLowerCase()) return body;
  throw new OrdenaError(
    'BAD_SIGNATURE',
    `${desk} is not the Ordena this line was made for. Nothing was sent. Copy the line again.`,
  );
};

/** The clock of whoever answers there, known or not: only to be compared with one's own. */
export const clockOf = async (desk: string): Promise<Date> => {
  const { date } = await exchange(`${desk}/challenge`, { rejectUnauthorized: false });
  return new Date(date);
};

const fingerprintOf = (pem: string): string | undefined => {
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  } catch {
    return undefined; // whatever answered, it was no certificate
  }
};

export class DeskClient {
  constructor(
    private readonly desk: string,
    private readonly ca: string,
  ) {}

  async challenge(): Promise<string> {
    const reply = await this.ask('/challenge', { method: 'GET' });
    return z.object({ challenge: z.string() }).parse(reply).challenge;
  }

  join(join: Join): Promise<Admission> {
    return this.post('/join', join);
  }

  renew(renew: Renew): Promise<Admission> {
    return this.post('/renew', renew);
  }

  private async post(path: string, body: Join | Renew): Promise<Admission> {
    return AdmissionSchema.parse(await this.ask(path, { method: 'POST' }, JSON.stringify(body)));
  }

  private async ask(path: string, options: RequestOptions, sent?: string): Promise<unknown> {
    const { status, body } = await exchange(this.desk + path, { ...options, ca: this.ca }, sent);
    const reply = jsonIn(body);
    if (status === 200) return reply;
    const error = (reply as { error?: { code?: unknown; message?: unknown } } | undefined)?.error;
    if (isErrorCode(error?.code)) throw new OrdenaError(error.code, String(error.message));
    throw new OrdenaError('GATEWAY_OFF', `${this.desk} answered ${status}. Is that the address of an enrolment desk?`);
  }
}

interface Exchanged {
  readonly status: number;
  readonly body: string;
  readonly date: string;
}

const exchange = (url: string, options: RequestOptions, sent?: string): Promise<Exchanged> =>
  new Promise((done, fail) => {
    const headers =
      sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
    const asked = request(url, { ...options, agent: false, headers, timeout: WITHIN_MS }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if ((body += chunk).length > MAX_BYTES) asked.destroy(new Error('too long an answer'));
      });
      const { statusCode: status = 0, headers: sentBack } = response;
      response.once('end', () => done({ status, body, date: sentBack.date ?? '' }));
    });
    asked.once('timeout', () => asked.destroy(new Error(`no answer within ${WITHIN_MS / 1000} s`)));
    asked.once('error', (cause) => fail(unreachable(url, cause)));
    asked.end(sent);
  });

const unreachable = (url: string, cause: Error): OrdenaError => {
  const { origin } = new URL(url);
  const trouble = tlsTrouble(cause);
  if (trouble !== undefined) return new OrdenaError('BAD_SIGNATURE', `${origin} is there, but ${trouble}`, { cause });
  return new OrdenaError('GATEWAY_OFF', `${origin} cannot be reached: ${cause.message}. Is Ordena running there?`, {
    cause,
  });
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
