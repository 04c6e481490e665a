import { OPEN_FILE, realSys as sys } from './disk/sys.js';

const MAX_BYTES = 64 * 1024;
const SECOND_MS = 1000;
/** Clocks of two PCs are never quite the same. */
const LENIENT_MS = 60_000;

/** What is wrong with a credentials file by what it says itself, and the fix; undefined when nothing is. */
export const credentialTrouble = (file: string, now = Date.now()): string | undefined => {
  const claims = claimsIn(textOf(file));
  if (claims?.exp !== undefined && claims.exp * SECOND_MS < now) {
    return `expired on ${new Date(claims.exp * SECOND_MS).toISOString()}. Enrol this PC again, or set its clock if that date is still to come.`;
  }
  if (claims?.iat !== undefined && claims.iat * SECOND_MS > now + LENIENT_MS) {
    return `made on ${new Date(claims.iat * SECOND_MS).toISOString()}, which is still to come: the clock of this PC is behind. Set it.`;
  }
  return undefined;
};

const textOf = (file: string): string => {
  const fd = sys.open(file, OPEN_FILE);
  try {
    const bytes = Buffer.alloc(MAX_BYTES);
    return bytes.subarray(0, sys.read(fd, bytes, 0)).toString();
  } finally {
    sys.close(fd);
  }
};

/** The middle part of the JWT; a bare key has none. */
const claimsIn = (text: string): { exp?: number; iat?: number } | undefined => {
  const body = /BEGIN NATS USER JWT-+\s+[\w-]+\.([\w-]+)\./.exec(text)?.[1];
  return body === undefined ? undefined : (JSON.parse(Buffer.from(body, 'base64url').toString()) as object);
};
