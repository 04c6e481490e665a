import { createServer } from 'node:https';
import { jest } from '@jest/globals';
import { makeAuthority, makeServerCertificate } from '../../../apps/start/src/certificates.js';

/** Something that speaks TLS and HTTP where a PC expects its desk, with a clock or a certificate that is not as it should be. */
export interface OtherDesk {
  readonly url: string;
  readonly ca: string;
  close(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;

/** `clockMs`: what its clock says beside ours; `certificateMs`: from when its certificate is good, beside today. */
export const openOtherDesk = async (off: { clockMs?: number; certificateMs?: number }): Promise<OtherDesk> => {
  const authority = await makeAuthority();
  const { certPem: cert, keyPem: key } = await at(Date.now() + (off.certificateMs ?? 0), () =>
    makeServerCertificate(authority, ['127.0.0.1']),
  );
  const server = createServer({ cert, key }, (_, response) => {
    response.setHeader('date', new Date(Date.now() + (off.clockMs ?? 0)).toUTCString());
    response.writeHead(503, { connection: 'close' }).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `https://127.0.0.1:${port}`,
    ca: authority.certPem,
    close: () => new Promise((done) => server.close(() => done())),
  };
};

/** Only what is written into the certificate is of another day; the authority and TLS itself live today. */
const at = async <T>(now: number, make: () => Promise<T>): Promise<T> => {
  jest.useFakeTimers({ now: now + DAY_MS, doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    return await make();
  } finally {
    jest.useRealTimers();
  }
};
