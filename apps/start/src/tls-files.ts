import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { makeAuthority, makeServerCertificate, type CertificateAuthority } from './certificates.js';

/** Where a house keeps its certificates: the authority for as long as it lasts, the server's own until names or time change. */
export interface TlsFiles {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** A server runs for months without a start; a certificate with less than this left is replaced at the next. */
const RENEW_WITHIN_MS = 400 * 24 * 60 * 60_000;
const PRIVATE = { mode: 0o600 };

export const openTlsFiles = async (folder: string, names: readonly string[]): Promise<TlsFiles> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = await authorityIn(folder);
  const files = {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'server.pem'),
    keyFile: join(folder, 'server-key.pem'),
  };
  const known = await readFile(files.certFile, 'utf8').catch(() => undefined);
  if (known !== undefined && isGood(known, authority, names)) return files;
  const { certPem, keyPem } = await makeServerCertificate(authority, names);
  await writeFile(files.keyFile, keyPem, PRIVATE);
  await writeFile(files.certFile, certPem);
  return files;
};

const authorityIn = async (folder: string): Promise<CertificateAuthority> => {
  const certFile = join(folder, 'ca.pem');
  const keyFile = join(folder, 'ca-key.pem');
  const known = await readFile(certFile, 'utf8').catch(() => undefined);
  if (known !== undefined) return { certPem: known, keyPem: await readFile(keyFile, 'utf8') };
  const made = await makeAuthority();
  await writeFile(keyFile, made.keyPem, PRIVATE);
  await writeFile(certFile, made.certPem);
  return made;
};

const isGood = (certPem: string, authority: CertificateAuthority, names: readonly string[]): boolean => {
  const cert = new X509Certificate(certPem);
  const isOurs = cert.verify(new X509Certificate(authority.certPem).publicKey);
  const lasts = Date.parse(cert.validTo) - Date.now() > RENEW_WITHIN_MS;
  return isOurs && lasts && names.every((name) => (isIP(name) === 0 ? cert.checkHost(name) : cert.checkIP(name)));
};
