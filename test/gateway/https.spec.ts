import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '../../apps/gateway/src/gateway.js';
import { House } from '../../apps/gateway/src/testing/house.js';
import { makeAuthority, makeServerCertificate } from '../../apps/start/src/certificates.js';

const STRONG = 'x'.repeat(40);

interface Said {
  readonly status: number | undefined;
  readonly cookie: string;
  readonly text: string;
}

/** Beyond this PC: a certificate of a real (small) authority, a strong token, and keys for programs. */
describe('a gateway that other PCs reach', () => {
  let house: House;
  let folder: string;
  let ca: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ordena-https-'));
    const authority = await makeAuthority();
    const { certPem, keyPem } = await makeServerCertificate(authority, ['127.0.0.1', 'localhost']);
    ca = authority.certPem;
    writeFileSync(join(folder, 'cert.pem'), certPem);
    writeFileSync(join(folder, 'key.pem'), keyPem, { mode: 0o600 });
    env = {
      ORDENA_HOST: '0.0.0.0',
      ORDENA_TOKEN: STRONG,
      ORDENA_TLS_CERT: join(folder, 'cert.pem'),
      ORDENA_TLS_KEY: join(folder, 'key.pem'),
    };
    house = await House.open({ env });
  });

  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (): string => `https://127.0.0.1:${new URL(house.gateway.base).port}`;

  const say = (path: string, options: { secret?: string; body?: object; trusts?: string } = {}): Promise<Said> =>
    new Promise((done, failed) => {
      const headers = {
        ...(options.secret && { authorization: `Bearer ${options.secret}` }),
        ...(options.body && { 'content-type': 'application/json' }),
      };
      const method = options.body === undefined ? 'GET' : 'POST';
      const asked = request(
        address() + path,
        { method, headers, ca: options.trusts ?? ca, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.once('end', () =>
            done({ status: response.statusCode, cookie: String(response.headers['set-cookie'] ?? ''), text }),
          );
        },
      );
      asked.once('error', failed).end(options.body && JSON.stringify(options.body));
    });

  it('speaks TLS with its certificate, and with nobody who does not trust it', async () => {
    expect(house.gateway.url).toMatch(/^https:/);
    expect((await say('/health')).status).toBe(200);
    const stranger = await makeAuthority();
    await expect(say('/health', { trusts: stranger.certPem })).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    await expect(fetch(`${address().replace('https', 'http')}/health`)).rejects.toThrow();
  });

  it('asks for a token or a key, and gives a cookie that only travels over TLS', async () => {
    expect((await say('/v1/machines')).status).toBe(401);
    const made = await say('/v1/keys', { secret: STRONG, body: { name: 'program', scopes: ['read'] } });
    const { key } = JSON.parse(made.text) as { key: string };
    expect((await say('/v1/machines', { secret: key })).status).toBe(200);
    expect((await say(`/?token=${STRONG}`)).cookie).toMatch(/; Secure/);
  });

  it('does not start without TLS, or with a weak token', async () => {
    const { ORDENA_TLS_CERT: _cert, ORDENA_TLS_KEY: _key, ...bare } = env;
    await expect(startGateway(house.env(bare))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    await expect(startGateway(house.env({ ...env, ORDENA_TOKEN: 'weak-token' }))).rejects.toMatchObject({
      code: 'BAD_CONFIG',
    });
  });
});
