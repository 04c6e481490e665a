import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate as Issuer,
  X509CertificateGenerator,
  type JsonGeneralName,
} from '@peculiar/x509';
import { createHash, createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate authority of one house, and the certificate of its servers. */

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60_000;
const CA_DAYS = 3650;
/** What Apple's systems accept at most (support.apple.com/103769). */
const SERVER_DAYS = 825;
/** A clock a little behind must not refuse a certificate of this minute. */
const BACKDATED_MS = DAY_MS;

export interface CertificateAuthority {
  readonly certPem: string;
  readonly keyPem: string;
}

export interface ServerCertificate {
  readonly certPem: string;
  readonly keyPem: string;
}

/** Its name is its own, or two houses of one person would be taken for each other. */
export const makeAuthority = async (): Promise<CertificateAuthority> => {
  const keys = await newKeys();
  const cert = await X509CertificateGenerator.createSelfSigned(
    {
      ...validFor(CA_DAYS),
      name: [{ CN: [`Ordena authority ${randomBytes(4).toString('hex')}`] }],
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );
  return { certPem: cert.toString('pem'), keyPem: await pemOf(keys.privateKey) };
};

/** `names`: every address and host name the server is reached by. */
export const makeServerCertificate = async (
  authority: CertificateAuthority,
  names: readonly string[],
): Promise<ServerCertificate> => {
  const keys = await newKeys();
  const cert = await X509CertificateGenerator.create(
    {
      ...validFor(SERVER_DAYS),
      subject: [{ CN: ['Ordena'] }],
      issuer: new Issuer(authority.certPem).subject,
      publicKey: keys.publicKey,
      signingKey: await signingKeyOf(authority),
      signingAlgorithm: ALGORITHM,
      extensions: [
        // As a client: nodes of a cluster show it to each other.
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
        new SubjectAlternativeNameExtension(names.map(generalName)),
      ],
    },
    webcrypto,
  );
  return { certPem: cert.toString('pem'), keyPem: await pemOf(keys.privateKey) };
};

/** SHA-256 of the certificate itself, in hex: what a pasted command pins. */
export const fingerprintOf = (certPem: string): string =>
  createHash('sha256').update(new X509Certificate(certPem).raw).digest('hex');

const generalName = (value: string): JsonGeneralName => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value });

const validFor = (days: number): { serialNumber: string; notBefore: Date; notAfter: Date } => ({
  serialNumber: `01${randomBytes(15).toString('hex')}`,
  notBefore: new Date(Date.now() - BACKDATED_MS),
  notAfter: new Date(Date.now() + days * DAY_MS),
});

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

const pemOf = async (key: webcrypto.CryptoKey): Promise<string> => {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({
    format: 'pem',
    type: 'pkcs8',
  }) as string;
};

const signingKeyOf = ({ keyPem }: CertificateAuthority): Promise<webcrypto.CryptoKey> => {
  const der = createPrivateKey(keyPem).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']) as Promise<webcrypto.CryptoKey>;
};
