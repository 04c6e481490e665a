import { OrdenaError } from '#contracts/errors';
import type { GatewayEnv } from '../env.js';
import { isLoopback } from './where-from.js';

const STRONG = 32;

/**
 * Beyond this PC only with a token of one's own and with TLS: ours, or that of what stands in front (ORDENA_PUBLIC_URL
 * with https; a loopback address there means a port published on this PC only).
 */
export const refuseOpenHouse = (env: GatewayEnv): void => {
  if (isLoopback(env.host)) return;
  if (env.token === undefined || env.token.length < STRONG)
    throw refused(`set ORDENA_TOKEN to at least ${STRONG} random characters`);
  if (env.tls === undefined && !endsElsewhere(env.publicUrl))
    throw refused('set ORDENA_TLS_CERT and ORDENA_TLS_KEY, or ORDENA_PUBLIC_URL if a proxy ends TLS');
};

const endsElsewhere = (publicUrl: string | undefined): boolean => {
  if (publicUrl === undefined) return false;
  const url = new URL(publicUrl);
  return url.protocol === 'https:' || isLoopback(url.hostname);
};

const refused = (what: string): OrdenaError =>
  new OrdenaError('BAD_CONFIG', `ORDENA_HOST reaches beyond this PC: ${what}.`);
