import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf, makeAuthority } from './certificates.js';
import { openTlsFiles, type TlsFiles } from './tls-files.js';

describe('the certificates of a house', () => {
  let folder: string;
  let server: Server | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ordena-tls-'));
  });
  afterEach(async () => {
    await new Promise<void>((done) => (server === undefined ? done() : server.close(() => done())));
    server = undefined;
    rmSync(folder, { recursive: true });
  });

  const serve = async (files: TlsFiles): Promise<number> => {
    const tls = { cert: readFileSync(files.certFile), key: readFileSync(files.keyFile) };
    server = createServer(tls, (_, response) => response.end('in'));
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    return (server.address() as { port: number }).port;
  };

  const get = (port: number, ca: string): Promise<string> =>
    new Promise((done, fail) => {
      const asked = request({ host: '127.0.0.1', port, ca, agent: false }, (response) => {
        response.resume().once('end', () => done(String(response.statusCode)));
      });
      asked.once('error', fail).end();
    });

  it('are believed by whoever knows the authority, and by nobody else', async () => {
    const files = await openTlsFiles(folder, ['127.0.0.1', 'localhost', 'pc1.local']);
    const port = await serve(files);
    expect(await get(port, readFileSync(files.caFile, 'utf8'))).toBe('200');
    await expect(get(port, (await makeAuthority()).certPem)).rejects.toMatchObject({
      code: expect.stringMatching(/UNABLE_TO_VERIFY|SELF_SIGNED|CERT_SIGNATURE/),
    });
  });

  it('are refused under an address that is not in them', async () => {
    const files = await openTlsFiles(folder, ['10.1.2.3']);
    const port = await serve(files);
    await expect(get(port, readFileSync(files.caFile, 'utf8'))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('keep their authority for good, and change only for a new name; keys are for the owner only', async () => {
    const first = await openTlsFiles(folder, ['127.0.0.1']);
    const [ca, cert] = [readFileSync(first.caFile, 'utf8'), readFileSync(first.certFile, 'utf8')];
    await openTlsFiles(folder, ['127.0.0.1']);
    expect(readFileSync(first.certFile, 'utf8')).toBe(cert);
    await openTlsFiles(folder, ['127.0.0.1', '192.168.7.7']);
    expect(readFileSync(first.certFile, 'utf8')).not.toBe(cert);
    expect(fingerprintOf(readFileSync(first.caFile, 'utf8'))).toBe(fingerprintOf(ca));
    for (const name of ['ca-key.pem', 'server-key.pem']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(new X509Certificate(ca).ca).toBe(true);
  });
});
