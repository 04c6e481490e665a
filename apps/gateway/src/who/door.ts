import type { FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { OWNER, type Caller } from './caller.js';
import { checkWhereFrom, type Neighbourhood } from './where-from.js';
import { RateLimit } from './rate-limit.js';
import { hashOf, sameSecret } from './secret.js';

export interface DoorOptions {
  readonly token: string;
  readonly neighbourhood: Neighbourhood;
  readonly ratePerMinute: number;
  readonly secure: boolean;
  /** Finds the caller a bearer key belongs to, comparing in constant time. */
  readonly findKey: (key: string) => Promise<Caller | undefined>;
}

/** Wrong tokens from one address; a guesser gets no further. */
const GUESSES_PER_MINUTE = 30;

/** What is open: whether we live, and the page's own files, which hold nothing of anybody. */
const isOpen = (path: string): boolean =>
  path === '/' || path === '/health' || path === '/health/ready' || path.startsWith('/page/');

/** Doors whose clients can set a URL and nothing else. */
const takesTokenInUrl = (path: string): boolean => SKETCH_PATHS.has(path);
export const SKETCH_PATHS: ReadonlySet<string> = new Set([
  '/chat',
  '/chat/',
  '/api/ejecutar_comando_ia',
  '/mcp_api/gestionar_archivos',
]);

/** Stands before every route, known or not: nobody unknown gets past it. */
export class Door {
  private readonly tokenHash: Buffer;
  private readonly cookieHash: Buffer;
  private readonly cookieValue: string;
  private readonly requests: RateLimit;
  private readonly guesses: RateLimit;

  constructor(private readonly options: DoorOptions) {
    this.tokenHash = hashOf(options.token);
    this.cookieValue = hashOf(`cookie of ${options.token}`).toString('base64url');
    this.cookieHash = hashOf(this.cookieValue);
    this.requests = new RateLimit(options.ratePerMinute);
    this.guesses = new RateLimit(Math.min(GUESSES_PER_MINUTE, options.ratePerMinute));
  }

  /** Lets the request in and says who it is, or throws. */
  async check(request: FastifyRequest): Promise<void> {
    checkWhereFrom(request, this.options.neighbourhood);
    const path = pathOf(request);
    const caller = await this.callerOf(request, path);
    this.requests.take(caller?.id ?? `address ${request.ip}`);
    if (caller !== undefined) request.caller = caller;
    else if (!isOpen(path)) throw this.refusal(request);
  }

  isToken(given: string): boolean {
    return sameSecret(given, this.tokenHash);
  }

  /** The cookie is not the token: what a browser keeps cannot be used as a bearer. */
  cookie(): string {
    const secure = this.options.secure ? '; Secure' : '';
    return `${COOKIE}=${this.cookieValue}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000${secure}`;
  }

  private async callerOf(request: FastifyRequest, path: string): Promise<Caller | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.callerWith(bearer);
    const cookie = cookieIn(request.headers.cookie ?? '');
    if (cookie !== undefined && sameSecret(cookie, this.cookieHash)) return OWNER;
    if (!takesTokenInUrl(path)) return undefined;
    const { token } = request.query as { token?: unknown };
    return typeof token === 'string' ? this.callerWith(token) : undefined;
  }

  private async callerWith(secret: string): Promise<Caller | undefined> {
    return this.isToken(secret) ? OWNER : this.options.findKey(secret);
  }

  private refusal(request: FastifyRequest): OrdenaError {
    this.guesses.take(request.ip);
    return new OrdenaError('UNAUTHORIZED', 'A valid token or key is needed: "Authorization: Bearer …".');
  }
}

const COOKIE = 'ordena';

const cookieIn = (header: string): string | undefined =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);

export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';
