import type { FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';

/** The names this gateway answers to; any other Host is a page that points its own name at us (DNS rebinding). */
export interface Neighbourhood {
  readonly hostNames: ReadonlySet<string>;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

export const isLoopback = (host: string): boolean =>
  LOOPBACK.includes(host) || host === '::1' || host.startsWith('127.');

export const neighbourhoodOf = (options: { host: string; publicUrl?: string }): Neighbourhood => {
  const names = [...LOOPBACK];
  if (!isLoopback(options.host) && options.host !== '0.0.0.0' && options.host !== '::') names.push(options.host);
  if (options.publicUrl !== undefined) names.push(new URL(options.publicUrl).hostname);
  return { hostNames: new Set(names) };
};

/**
 * Other web pages must not drive this one: Host, Origin and Sec-Fetch-Site are what a browser cannot be made to forge
 * (the attacks: CVE-2025-49596, CVE-2025-66414; the defence: Go's CrossOriginProtection).
 */
export const checkWhereFrom = (request: FastifyRequest, neighbourhood: Neighbourhood): void => {
  const host = request.headers.host ?? '';
  if (!neighbourhood.hostNames.has(hostNameOf(host))) throw refused('host');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== host) throw refused('origin');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refused('site');
};

const refused = (what: string): OrdenaError =>
  new OrdenaError('FORBIDDEN', 'This request comes from another site or name; open the printed address instead.', {
    details: { what },
  });

const hostNameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined; // "null" and other things that are no address
  }
};
